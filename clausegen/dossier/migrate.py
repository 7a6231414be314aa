"""Bring a database to today's tables, whatever version of the software wrote it, and keep a copy of what it was."""

import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from clausegen.errors import StoreError

MIGRATIONS = Path(__file__).parent / "migrations"
VERSION_TABLE = "clausegen_version"
_LOCK = 20261122
"""Any number, the same in every process: PostgreSQL lets one holder of it migrate at a time."""
_ALEMBIC = threading.Lock()  # it keeps what it is doing in its module


def migrate(engine: Engine, writer: Engine, migrations: Path = MIGRATIONS) -> None:
    """Upgrade the database; nothing happens when it is up to date, and two processes may start together.

    `writer` is the same database, where a transaction takes the right to write as it begins.
    """
    config = Config(attributes={"version_table": VERSION_TABLE})
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    head, known = scripts.get_current_head(), {script.revision for script in scripts.walk_revisions()}
    with engine.connect() as connection:
        if _revision(connection) == head:
            return
    with writer.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        revision = _revision(connection)
        if revision == head:
            return
        if revision is not None and revision not in known:
            raise StoreError(
                "La base de dossiers a été écrite par une version plus récente de clausegen ; elle n'a pas été "
                "modifiée. Mettez clausegen à jour."
            )
        if revision is not None and connection.dialect.name == "sqlite":
            _copy(Path(str(engine.url.database)), revision)
        config.attributes["connection"] = connection
        with _ALEMBIC:
            command.upgrade(config, "head")


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_revision()


def _copy(database: Path, revision: str) -> None:
    """Copy a whole SQLite database beside itself, its journal included."""
    copy = database.with_name(f"{database.stem}-copie-{revision}-{datetime.now(UTC):%Y%m%dT%H%M%S%f}{database.suffix}")
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
