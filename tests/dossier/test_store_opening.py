"""Opening the store: a new database, one written by an older clausegen, by a newer one, by two programs at once."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from clausegen.dossier import database
from clausegen.dossier.dossier import Dossier
from clausegen.dossier.migrate import MIGRATIONS, VERSION_TABLE, migrate
from clausegen.dossier.store import Store
from clausegen.dossier.tables import Base
from clausegen.errors import StoreError

PAST_BASES = sorted((Path(__file__).parent / "bases").glob("*.sql"))
EAU = Dossier(title="Eau potable", answers={"type_contrat": "concession"})
NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("dossier", sa.Column("statut", sa.Text))
    op.execute("UPDATE dossier SET statut = 'repris'")
"""


@pytest.fixture
def next_version(tmp_path: Path) -> Path:
    """The migrations of a future clausegen."""
    versions = tmp_path / "migrations" / "versions"
    versions.mkdir(parents=True)
    for file in MIGRATIONS.rglob("*.py"):
        (versions.parent / file.relative_to(MIGRATIONS)).write_text(file.read_text("utf-8"), "utf-8")
    (versions / "v9999_statut.py").write_text(NEXT, "utf-8")
    return versions.parent


def copies(file: Path) -> list[Path]:
    return sorted(file.parent.glob("*-copie-*"))


class TestNewDatabase:
    def test_it_lies_in_the_folder_of_the_user_which_is_made(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.delenv("CLAUSEGEN_DATABASE_URL", raising=False)
        monkeypatch.setenv("CLAUSEGEN_DATA", str(tmp_path / "a" / "50 % d'été"))
        store = Store()
        created = store.create(EAU, "Marie")
        assert Path(store.place) == tmp_path / "a" / "50 % d'été" / "dossiers.sqlite3"
        assert (store.warning, copies(Path(store.place))) == ("", [])
        store.close()
        again = Store()
        assert again.get(created.id) == created
        again.close()

    def test_the_environment_may_name_it(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setenv("CLAUSEGEN_DATABASE_URL", f"sqlite:///{tmp_path}/autre.sqlite3")
        Store().close()
        assert (tmp_path / "autre.sqlite3").is_file()

    def test_a_save_reaches_the_disk_before_it_is_acknowledged(self, tmp_path: Path):
        store = Store(f"sqlite:///{tmp_path}/d.sqlite3")
        with store._database.engine.connect() as connection:
            settings = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in
                        ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")]  # fmt: skip
        assert settings == ["wal", 2, 1, 10_000]
        store.close()

    def test_the_migrations_make_exactly_the_tables_of_the_code(self, store: Store):
        with store._database.engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
            assert compare_metadata(context, Base.metadata) == []

    def test_programs_that_start_together_all_open_it(self, url: str):
        code = "import sys; from clausegen.dossier.store import Store; print(len(Store(sys.argv[1]).list()))"
        root = Path(database.__file__).parents[2]
        started = [
            subprocess.Popen([sys.executable, "-c", code, url], stdout=-1, stderr=-1, text=True, cwd=root)
            for _ in range(4)
        ]
        assert [program.communicate(timeout=60) for program in started] == [("0\n", "")] * 4


class TestOlderDatabase:
    @pytest.mark.parametrize("past", PAST_BASES, ids=lambda past: past.stem)
    def test_every_past_format_still_opens(self, tmp_path: Path, past: Path):
        file = tmp_path / "dossiers.sqlite3"
        with closing(sqlite3.connect(file)) as connection:
            connection.executescript(past.read_text("utf-8"))
        store = Store(f"sqlite:///{file}")
        (line,) = store.list()
        stored = store.get(line.id)
        assert (stored.dossier.title, stored.dossier.answers["population"]) == ("Eau potable d'Épinal", "32 000")
        assert [state.reason for state in store.history(line.id)] == ["export", "enregistrement", "création"]
        assert store.restore(line.id, 1, "Marie").dossier.title == "Eau potable"
        assert store.list(deleted=True)[0].title == "Abandonné"
        store.close()

    def test_there_is_one_for_each_migration(self):
        assert [past.stem for past in PAST_BASES] == [
            file.stem.split("_")[0] for file in sorted((MIGRATIONS / "versions").glob("v*.py"))
        ]

    def test_it_is_copied_then_migrated_once(self, tmp_path: Path, next_version: Path):
        file = tmp_path / "dossiers.sqlite3"
        store = Store(f"sqlite:///{file}")
        id = store.create(EAU, "Marie").id
        for _ in range(2):
            migrate(store._database.engine, store._database.writer, next_version)
        (copy,) = copies(file)
        assert store.get(id).dossier == EAU
        with closing(sqlite3.connect(file)) as new, closing(sqlite3.connect(copy)) as old:
            assert new.execute("SELECT id, statut FROM dossier").fetchall() == [(id, "repris")]
            assert old.execute("SELECT id FROM dossier").fetchall() == [(id,)]
            assert "statut" not in old.execute("SELECT sql FROM sqlite_master WHERE name = 'dossier'").fetchone()[0]
        store.close()

    def test_a_migration_that_fails_leaves_the_database_as_it_was(self, url: str, next_version: Path):
        store = Store(url)
        created = store.create(EAU, "Marie")
        file = next_version / "versions" / "v9999_statut.py"
        file.write_text(file.read_text("utf-8") + "    op.execute('UPDATE absente SET a = 1')\n", "utf-8")
        with pytest.raises(Exception, match="absente"):
            migrate(store._database.engine, store._database.writer, next_version)
        assert store.get(created.id) == created
        store.close()
        again = Store(url)
        with again._database.engine.connect() as connection:
            assert "statut" not in connection.exec_driver_sql("SELECT * FROM dossier").keys()  # noqa: SIM118
        again.close()


def test_a_database_written_by_a_newer_clausegen_is_left_alone(url: str, next_version: Path):
    store = Store(url)
    migrate(store._database.engine, store._database.writer, next_version)
    store.close()
    with pytest.raises(StoreError, match="version plus récente de clausegen ; elle n'a pas été modifiée"):
        Store(url)
