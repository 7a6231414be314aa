"""What the store does when the disk, the file, the server or the machine fail: no false « enregistré », no traceback."""

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from itertools import takewhile
from pathlib import Path
from tempfile import gettempdir

import pytest
from sqlalchemy import event

from clausegen.dossier import database
from clausegen.dossier.changes import edited
from clausegen.dossier.dossier import Dossier
from clausegen.dossier.store import Store
from clausegen.errors import StoreError

EAU = Dossier(title="Eau potable", answers={"type_contrat": "concession"}, values={"contrat": {"objet": "Eau"}})
CLAUSEGEN = Path(database.__file__).parents[2]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "dossiers.sqlite3"


def opened(file: Path) -> Store:
    return Store(f"sqlite:///{file}")


def filled(file: Path, count: int = 5) -> list[str]:
    """Fill a new store, close it, and return the ids."""
    store = opened(file)
    eaux = [Dossier(title=f"Eau {n}", values={"contrat": {"objet": f"texte n° {n}" * 1500}}) for n in range(count)]
    ids = [store.create(eau, "Marie").id for eau in eaux]
    store.close()
    return ids


@pytest.fixture(scope="module")
def sane(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], bytes]:
    """The ids and the bytes of a store in good health."""
    file = tmp_path_factory.mktemp("sane") / "dossiers.sqlite3"
    return filled(file, 2), file.read_bytes()


class TestKilled:
    @pytest.mark.parametrize("chance", range(4))
    def test_every_acknowledged_save_is_there_after_the_process_is_killed(self, url: str, chance: int):
        store = Store(url)
        id = store.create(EAU, "Marie").id
        child = [sys.executable, str(Path(__file__).with_name("saver.py")), url, id]
        environment = os.environ | {"PYTHONPATH": str(CLAUSEGEN)}
        with subprocess.Popen(child, stdout=subprocess.PIPE, text=True, env=environment) as saver:
            assert saver.stdout is not None
            said = [saver.stdout.readline()]
            time.sleep(random.Random(chance).uniform(0.05, 0.4))
            saver.kill()
            said += saver.stdout.readlines()
        acknowledged = [int(line) for line in said if line.endswith("\n")][-1]
        assert store.get(id).dossier.answers["compteur"] in (acknowledged, acknowledged + 1)
        assert (
            store.change(id, lambda dossier: edited(dossier, ("titre",), "Repris"), "Marie").dossier.title == "Repris"
        )
        store.close()


class TestDamagedFile:
    @pytest.mark.parametrize("content", [b"pas une base", b"SQLite format 3\0" + b"x" * 9000, os.urandom(8192)])
    def test_a_file_that_is_no_database_is_left_alone(self, file: Path, content: bytes):
        file.write_bytes(content)
        with pytest.raises(StoreError, match="endommagé"):
            opened(file)
        assert file.read_bytes() == content

    def test_a_damaged_page_stops_the_writing_and_hides_no_other_dossier(self, file: Path):
        ids = filled(file)
        damage(file, "texte n° 2")
        before = file.read_bytes()
        store = opened(file)
        assert "est endommagée : plus rien n'y est écrit" in store.warning
        with pytest.raises(StoreError, match="plus rien n'y est écrit"):
            store.change(ids[0], lambda dossier: edited(dossier, ("titre",), "Autre"), "Marie")
        with pytest.raises(StoreError):
            store.get(ids[2])
        assert [store.get(id).dossier.title for id in (ids[0], ids[1], ids[4])] == ["Eau 0", "Eau 1", "Eau 4"]
        store.close()
        assert file.read_bytes() == before

    @pytest.mark.parametrize(
        "damaged", ["", "{", '{"titre": 1', "[]", '{"faits": {"a": [1]}}', b'{"titre": "\xff"}', 12]
    )
    def test_a_damaged_content_is_named_and_its_history_brings_it_back(self, file: Path, damaged: object):
        id, other = filled(file, 2)
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("UPDATE dossier SET contenu = CAST(? AS TEXT) WHERE id = ?", (damaged, id))
            connection.commit()
        store = opened(file)
        assert {line.title for line in store.list()} == {"Eau 0", "Eau 1"}
        assert store.get(other).dossier.title == "Eau 1"
        for attempt in (
            lambda: store.get(id),
            lambda: store.save(id, EAU, 1, "Marie"),
            lambda: store.duplicate(id, "M"),
        ):
            with pytest.raises(StoreError, match=f"Le contenu du dossier « Eau 0 » \\({id}\\) est endommagé"):
                attempt()
        assert store.restore(id, 1, "Marie").dossier.title == "Eau 0"
        store.close()

    @pytest.mark.parametrize("chance", range(40))
    def test_bits_turned_at_random_give_a_dossier_or_a_french_refusal(self, file: Path, sane, chance: int):
        ids, content, dice = sane[0], bytearray(sane[1]), random.Random(chance)
        for _ in range(dice.choice([1, 1, 8, 64])):
            content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
        file.write_bytes(content)
        told = attempted(lambda: use_everything(file, ids))
        assert all(str(refusal).encode("utf-8") for refusal in told)

    @pytest.mark.parametrize("keep", [0.1, 0.5, 0.9])
    def test_a_file_cut_short_is_refused_and_left_alone(self, file: Path, keep: float):
        filled(file)
        content = file.read_bytes()
        file.write_bytes(cut := content[: int(len(content) * keep)])
        store = None
        try:
            store = opened(file)
        except StoreError:
            pass
        else:
            assert store.warning
            store.close()
        assert file.read_bytes() == cut


class TestDisk:
    def test_a_full_disk_is_told_and_the_old_state_stays(self, file: Path):
        store = opened(file)
        base = store.create(EAU, "Marie")
        store.close()

        @event.listens_for(store._database.engine, "connect")
        def small_disk(connection, _) -> None:
            connection.execute("PRAGMA max_page_count = 1")  # no more than it holds already

        with pytest.raises(StoreError, match=r"le disque de .*dossiers\.sqlite3 est plein"):
            store.save(base.id, edited(EAU, ("valeurs", "c", "b"), "x" * 20_000), base, "Marie")
        assert store.get(base.id) == base
        store.close()

    def test_a_file_busy_elsewhere_is_told(self, file: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(database, "PATIENCE", 0.2)
        store = opened(file)
        with closing(sqlite3.connect(file)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError, match="occupée par un autre programme"):
                store.create(EAU, "Marie")
        assert store.create(EAU, "Marie").version == 1
        store.close()

    def test_a_folder_that_cannot_be_made_is_told(self, tmp_path: Path):
        (tmp_path / "fichier").touch()
        with pytest.raises(StoreError, match=r"Le dossier .*fichier/sous-dossier ne peut pas être créé"):
            opened(tmp_path / "fichier" / "sous-dossier" / "dossiers.sqlite3")

    def test_a_folder_in_the_place_of_the_file_is_told(self, tmp_path: Path):
        with pytest.raises(StoreError, match="ne peut pas être ouverte"):
            opened(tmp_path)

    @pytest.mark.skipif(os.name == "nt", reason="les droits de Windows sont autres")
    @pytest.mark.parametrize("exists", [False, True])
    def test_a_folder_that_may_only_be_read_is_told(self, tmp_path: Path, exists: bool):
        if exists:
            filled(tmp_path / "dossiers.sqlite3")
        tmp_path.chmod(0o555)
        code = "\n".join(
            [
                "import os, sys, pathlib",
                "from clausegen.dossier.store import Store",
                "from clausegen.errors import StoreError",
                "os.getuid() or os.setuid(65534)",  # the administrator may write anywhere
                "try: Store(sys.argv[1])",
                "except StoreError as refused: print(refused)",
            ]
        )
        for parent in takewhile(lambda folder: folder != Path(gettempdir()), tmp_path.parents):
            parent.chmod(0o755)
        url = f"sqlite:///{tmp_path}/dossiers.sqlite3"
        environment = os.environ | {"PYTHONPATH": str(CLAUSEGEN), "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run([sys.executable, "-c", code, url], capture_output=True, text=True, env=environment)
        tmp_path.chmod(0o755)
        assert (done.returncode, done.stderr) == (0, "")
        assert "Vérifiez" in done.stdout and "droits" in done.stdout


class TestServer:
    def test_a_server_that_does_not_answer_is_told_without_the_password(self):
        with pytest.raises(StoreError, match="ne répond pas") as refused:
            Store("postgresql://marie:secret@127.0.0.1:1/base")
        assert "secret" not in str(refused.value)

    @pytest.mark.parametrize(
        "url", ["", "n'importe quoi", "://", "mysql+absent://a:secret@b/c", "postgresql://a:b@c:port/d"]
    )
    def test_an_address_that_cannot_be_is_told(self, url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
        monkeypatch.setenv("CLAUSEGEN_DATABASE_URL", url or " ")
        with pytest.raises(StoreError) as refused:
            Store()
        assert "secret" not in str(refused.value)

    @pytest.mark.postgresql
    def test_a_database_that_does_not_exist_is_told(self, postgresql: Callable[[], str]):
        with pytest.raises(StoreError, match="ne répond pas"):
            Store(postgresql().replace("@/t", "@/absente"))

    @pytest.mark.postgresql
    def test_a_connection_lost_is_found_again(self, postgresql: Callable[[], str]):
        import psycopg

        url = postgresql()
        store = Store(url)
        base = store.create(EAU, "Marie")
        with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
                               "AND datname = current_database()")  # fmt: skip
        assert store.get(base.id) == base
        store.close()


def attempted(*attempts: Callable[[], object]) -> list[StoreError]:
    """Return the refusals; any other exception goes through."""
    told = []
    for attempt in attempts:
        try:
            attempt()
        except StoreError as refusal:
            told.append(refusal)
    return told


def use_everything(file: Path, ids: list[str]) -> None:
    store = opened(file)
    try:
        told = attempted(store.list, lambda: store.create(EAU, "Marie"))
        rename = partial(edited, key=("titre",), value="Autre")
        for id in ids:
            told += attempted(
                partial(store.get, id), partial(store.history, id), partial(store.change, id, rename, "M")
            )
            told += attempted(partial(store.restore, id, 1, "M"), partial(store.mark_export, id, "M"))
        assert all(str(refusal).encode("utf-8") for refusal in told)
    finally:
        store.close()


def damage(file: Path, text: str) -> None:
    """Write noise over a page that holds nothing but this text."""
    content = bytearray(file.read_bytes())
    page = next(at for at in range(0, len(content), 4096) if content[at : at + 4096].count(text.encode()) > 300)
    content[page : page + 4096] = random.Random(0).randbytes(4096)
    file.write_bytes(content)
