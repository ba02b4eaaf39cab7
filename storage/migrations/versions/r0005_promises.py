"""What was promised with the first link, storms on open links, and revoked respondents who began."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_INVITED = "EXISTS (SELECT 1 FROM invitations WHERE invitations.assessment = assessments.id)"


def upgrade() -> None:
    op.add_column("invitations", sa.Column("stormed_at", sa.DateTime(timezone=True)))
    # 5 was the number of every letter, unless a setting said otherwise, which is not known any more.
    # What was shown already, also from 3 or 4, stays as it was: shown otherwise it would tell more.
    op.execute(f"UPDATE assessments SET threshold = 5 WHERE threshold IS NULL AND {_INVITED}")  # noqa: S608
    op.execute("UPDATE assessments SET threshold = 5 WHERE threshold < 5 AND published_at IS NULL")
    # their answers count, so they can change and erase them again; their letters open nothing
    op.execute("UPDATE respondents SET revoked_at = NULL WHERE personal_link_hash IS NOT NULL")
