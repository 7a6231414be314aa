"""How Alembic meets the store: one connection, one transaction, both opened by `clausegen.dossier.migrate`."""

from alembic import context


def run() -> None:
    """Run the migrations asked for on the connection handed over."""
    given = context.config.attributes
    # -- SQLite undoes table changes like any other once the transaction begins before them, which ours does --
    context.configure(connection=given["connection"], version_table=given["version_table"], transactional_ddl=True)
    with context.begin_transaction():
        context.run_migrations()


if __name__ == "env_py":  # the name under which Alembic runs this file
    run()
