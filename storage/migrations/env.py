"""Run the revisions inside the transaction that `storage.migrate` opened."""

from alembic import context

from storage.migrate import VERSION_TABLE
from storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
)
context.run_migrations()
