"""Run the revisions on the connection that `storage.migrate` hands over."""

from alembic import context

connection = context.config.attributes["connection"]
# The caller's BEGIN IMMEDIATE holds all revisions: a killed upgrade leaves none of them.
context.configure(connection=connection, transactional_ddl=True, transaction_per_migration=False)
context.run_migrations()
