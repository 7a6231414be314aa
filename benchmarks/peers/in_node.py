"""Contestants from npm: one lasting process each, fed by JSON lines; it times its own rendering."""

import base64
import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, cast

from benchmarks.peers import carbone as tree
from benchmarks.peers.contestant import Contestant, Made, peak
from benchmarks.peers.plain import Data, plain
from benchmarks.peers.shell import template
from benchmarks.peers.templates import Dialect, body
from clausegen.document.nodes import Document

SCRIPTS = Path(__file__).with_name("node")
_MEMORY = "--max-old-space-size=6000"


def _last(path: str) -> str:
    return path.rpartition(".")[2]


def _scoped(path: str) -> str:
    """Loop items have a dollar in docx-templates."""
    return f"${path}" if "." in path else path


_MUSTACHES = Dialect(
    value=lambda path: f"{{{_last(path)}}}",
    loop=lambda kind, item, path: (f"{{#{_last(path)}}}", f"{{/{_last(path)}}}"),
    when=lambda kind, path: (f"{{#{_last(path)}}}", f"{{/{_last(path)}}}"),
    own_rows=False,
)
_OVER = {"p": ' [loopOver: "paragraph"]'}
"""Without it easy-template-x leaves an empty paragraph for each condition that does not hold."""
_PARAGRAPHS = replace(
    _MUSTACHES,
    loop=lambda kind, item, path: (f"{{#{_last(path)}{_OVER.get(kind, '')}}}", "{/}"),
    when=lambda kind, path: (f"{{#{_last(path)}{_OVER.get(kind, '')}}}", "{/}"),
    own_paragraphs=False,
)
_COMMANDS = Dialect(
    value=lambda path: f"{{INS {_scoped(path)}}}",
    loop=lambda kind, item, path: (f"{{FOR {item} IN {_scoped(path)}}}", f"{{END-FOR {item}}}"),
    when=lambda kind, path: (f"{{IF {_scoped(path)}}}", "{END-IF}"),
    own_rows=True,
)


class _Process:
    """An engine with its template, started when first asked."""

    def __init__(self, engine: str, model: bytes) -> None:
        self._engine = engine
        self._model = model
        self._process: subprocess.Popen[str] | None = None
        self._folder: TemporaryDirectory[str] | None = None

    def make(self, data: str) -> Made:
        process = self._process or self._start()
        asked, answered = cast(IO[str], process.stdin), cast(IO[str], process.stdout)
        asked.write(f"{data}\n")
        asked.flush()
        if not (answer := answered.readline()):
            raise RuntimeError(f"{self._engine} s'est arrêté : {process.wait()}")
        made = json.loads(answer)
        return base64.b64decode(made["content"]), made["seconds"]

    def memory(self) -> float:
        return peak(self._process.pid) if self._process else 0.0

    def stop(self) -> None:
        if self._process:
            self._process.communicate()
            self._process = None
        if self._folder:
            self._folder.cleanup()

    def _start(self) -> subprocess.Popen[str]:
        self._folder = TemporaryDirectory()
        model = Path(self._folder.name) / "modele.docx"
        model.write_bytes(self._model)
        command = ["node", "--expose-gc", _MEMORY, str(SCRIPTS / f"{self._engine}.js"), str(model)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self._process


def docxtemplater() -> Contestant:
    return _contestant("docxtemplater", body(_MUSTACHES), _MUSTACHES.value)


def easy_template_x() -> Contestant:
    return _contestant("easy-template-x", body(_PARAGRAPHS), _PARAGRAPHS.value)


def docx_templates() -> Contestant:
    return _contestant("docx-templates", body(_COMMANDS), _COMMANDS.value)


def carbone() -> Contestant:
    return _contestant("carbone", tree.body(), tree.value, tree.data)


def _contestant(
    engine: str, inside: str, value: Callable[[str], str], prepare: Callable[[Document], Data] = plain
) -> Contestant:
    process = _Process(engine, template(inside, value))
    return Contestant(
        engine,
        lambda document: json.dumps(prepare(document)),
        process.make,
        "renvois et sommaire sans lien",
        stop=process.stop,
        memory=process.memory,
    )
