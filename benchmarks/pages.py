"""What one rerun of each page costs the server, in a real session, as a ratio to a page that shows nothing."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urlencode
from urllib.request import urlopen

from benchmarks.measure import Table, ratio
from benchmarks.stages import EXAMPLE
from clausegen import paths
from clausegen.dossier.changes import edited
from clausegen.dossier.dossier import Dossier, load_dossier
from clausegen.dossier.store import Store
from clausegen.library.reader import read_library

ROUNDS, RERUNS = 3, 10
"""The system counts CPU by hundredths of a second: several reruns are measured together."""
_EMPTY = "import streamlit as st\n\nst.text('')\n"
_PATIENCE = 60


def measure() -> Table:
    from clausegen.ui.places import PLACES

    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "app.py").write_text(_EMPTY, "utf-8")
        with _served(root / "vide", CLAUSEGEN_HOME=str(root)) as (pid, port):
            unit = _cost(pid, _Session(port, "", ""))
        store = Store(f"sqlite:///{root / 'dossiers.sqlite3'}")
        dossier = store.create(load_dossier(paths.examples() / EXAMPLE), "banc").id
        clause = next(iter(read_library(paths.clauses()).library)).id
        rows = []
        with _served(root) as (pid, port):
            for place in PLACES:
                where = {"dossier": dossier} if place.of_dossier else {}
                where |= {} if place.in_menu else {"clause": clause}
                session = _Session(port, place.address, urlencode(where))
                rows.append([place.title, ratio(_cost(pid, session), unit), f"{session.size / 1000:.0f}"])
            questions = next(place for place in PLACES if place.address == "questions")
            session = _Session(port, questions.address, f"dossier={dossier}")
            answered = _cost(pid, session, lambda: _answer(store, dossier))
            rows.append([f"{questions.title}, après une réponse", ratio(answered, unit), f"{session.size / 1000:.0f}"])
        store.close()
    return Table(
        "Une exécution de chaque page",
        "Temps de calcul du serveur pour une exécution de la page, dans une session réelle, sur un dossier d'exemple rempli ; rapporté à "
        "celui d'une page vide. La dernière ligne recommence quand une réponse vient de changer : rien de ce qui dépend du dossier n'est "
        "alors en mémoire. Sous 1,0 : l'application tient ce qui dure hors des tours du ramasse-miettes de Python (`memory.py`), la page vide non.",
        ["page", "fois une page vide", "ko envoyés"],
        rows,
    )


class _Session:
    """One visitor, on one page; `size` is what the last run sent."""

    def __init__(self, port: int, page: str, query: str) -> None:
        from streamlit.proto.ClientState_pb2 import ClientState
        from websockets.sync.client import connect

        address = f"ws://127.0.0.1:{port}/_stcore/stream"
        self._socket = connect(address, subprotocols=["streamlit"], max_size=None, open_timeout=_PATIENCE)  # type: ignore[list-item]
        self._state = ClientState(page_name=page, query_string=query)
        self.size = 0

    def rerun(self) -> None:
        """Ask for a run and take all that it sends; RuntimeError when the page fails."""
        from streamlit.proto.Alert_pb2 import Alert
        from streamlit.proto.BackMsg_pb2 import BackMsg
        from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

        self._socket.send(BackMsg(rerun_script=self._state).SerializeToString())
        self.size = 0
        while True:
            content = self._socket.recv(timeout=_PATIENCE)
            self.size += len(content)
            message = ForwardMsg.FromString(content)
            alert = message.delta.new_element.alert
            if message.HasField("page_not_found") or alert.format == Alert.ERROR:
                raise RuntimeError(f"la page « {self._state.page_name} » ne s'affiche pas : {alert.body}")
            if message.HasField("script_finished"):
                return

    def close(self) -> None:
        self._socket.close()


def _cost(pid: int, session: _Session, before: Callable[[], object] = lambda: None) -> float:
    """Return the CPU seconds that the server spends on one rerun; `before` runs elsewhere, before each."""
    for _ in range(2):
        before()
        session.rerun()
    rounds = []
    for _ in range(ROUNDS):
        spent = _cpu(pid)
        for _ in range(RERUNS):
            before()
            session.rerun()
        rounds.append((_cpu(pid) - spent) / RERUNS)
    session.close()
    return median(rounds)


def _cpu(pid: int) -> float:
    """Return the CPU seconds that a process has taken so far (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _answer(store: Store, id: str) -> None:
    """Change one answer of the dossier, as another browser would."""

    def other(dossier: Dossier) -> Dossier:
        population = 100_000 + (int(str(dossier.answers["population"])) + 1) % 100_000
        return edited(dossier, ("faits", "population"), population)

    store.change(id, other, "banc")


@contextmanager
def _served(data: Path, **environment: str) -> Iterator[tuple[int, int]]:
    """Serve the app on a free port, its dossiers under `data`; give its process and its port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "clausegen.cli", "app", "--port", str(port)]
    # -- no screen: no browser opens --
    quiet = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "CLAUSEGEN_DATA": str(data), **environment}
    with subprocess.Popen(
        command, env=os.environ | quiet, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            _wait(port, server)
            yield server.pid, port
        finally:
            server.terminate()


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(_PATIENCE * 10):
        try:
            urlopen(f"http://127.0.0.1:{port}/sante", timeout=1).close()
            return
        except OSError:
            if server.poll() is not None:
                raise RuntimeError("l'application ne démarre pas") from None
            time.sleep(0.1)
    raise RuntimeError("l'application ne répond pas")
