"""Alembic's environment: runs the migrations in the transaction of the connection that it gets."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"], target_metadata=None, transactional_ddl=True
)
with context.begin_transaction():
    context.run_migrations()
