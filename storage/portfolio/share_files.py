"""Share files that were made here for portfolios elsewhere: facts about them, never what is in them."""
# ruff: noqa: D102 (what a method does stands in assessment/portfolio/store.py)

from sqlalchemy import Connection, delete, select

from assessment.portfolio.share_files import ShareFile
from storage import versioned_rows
from storage.engine import Repository, reading, writing
from storage.portfolio import tables

_COLUMNS = versioned_rows.columns(tables.share_files, ShareFile)


class ShareFiles(Repository):
    """Share files."""

    @reading
    def all(self, connection: Connection, project_id: str) -> list[ShareFile]:
        table = tables.share_files
        query = select(*_COLUMNS).where(table.c.project == project_id)
        ordered = query.order_by(table.c.made_at.desc(), table.c.id)
        return [ShareFile(*row) for row in connection.execute(ordered)]

    @reading
    def get(self, connection: Connection, share_file_id: str) -> ShareFile:
        return _get(connection, share_file_id)

    @writing
    def save(self, connection: Connection, share_file: ShareFile) -> ShareFile:
        table = tables.share_files
        if share_file.version == 0:
            same = (
                table.c.portfolio == share_file.portfolio,
                table.c.assessment == share_file.assessment,
                table.c.id != share_file.id,
            )
            connection.execute(delete(table).where(*same))
        return versioned_rows.save(connection, table, share_file, _get)


def _get(connection: Connection, share_file_id: str) -> ShareFile:
    return versioned_rows.get(
        connection, tables.share_files, ShareFile, "share_file", share_file_id
    )
