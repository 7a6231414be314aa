"""Read YAML whose scalars all stay text, and remember on which line each thing stands.

Guesses about types are left to the caller, because YAML's own are traps: `non`, `01`, `12:30` and `1.10` stay what the
author typed. What could lose a word in silence is refused with its line: keys given twice, anchors, aliases, tags.

    >>> source = read_yaml("duree: 010\\nclauses:\\n  - a\\n  - b", "contrat.yml")
    >>> source.data
    {'duree': '010', 'clauses': ['a', 'b']}
    >>> source.line(("clauses", 1)), source.line(("clauses", 1, "absent"))
    (4, 4)
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from clausegen.errors import ClausegenError, Problem

Data = str | list[Any] | dict[str, Any]
Path = tuple[str | int, ...]

MAX_SIZE = 1_000_000
"""Characters read in one source; a clause or a dossier takes a hundred times less."""
MAX_DEPTH = 20
MAX_PROBLEMS = 20

UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""The characters that YAML refuses."""

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_SYNTAX = {
    "mapping values are not allowed": "un texte qui contient « : » se met entre guillemets, ou la ligne est décalée",
    "cannot start any token": "un texte ne commence ni par une tabulation, ni par @, %, ou une apostrophe inversée ; "
    "décalez avec des espaces ou mettez le texte entre guillemets",
    "tab character": "décalez les lignes avec des espaces, non avec des tabulations",
    "unexpected end of stream": "un guillemet ouvert n'est pas refermé",
    "unknown escape": "entre guillemets doubles, la barre oblique inversée s'écrit deux fois",
    "expected ',' or ']'": "une liste ouverte par « [ » n'est pas refermée, ou une virgule manque",
    "expected ',' or '}'": "un groupe ouvert par « { » n'est pas refermé, ou une virgule manque",
    "expected key": "cette ligne n'est pas alignée avec celles qui l'entourent, ou un guillemet manque",
    "expected ':'": "« : » manque après le nom de la clé",
    "expected '-' indicator": "cette ligne n'est pas alignée avec les tirets de la liste",
    "maximum nesting depth": f"les niveaux s'emboîtent trop ; {MAX_DEPTH} au plus sont acceptés",
    "sequence entries are not allowed": "une liste commence à la ligne, sous sa clé",
}
_UNKNOWN = "cette ligne ne se lit pas ; vérifiez les guillemets, les « : » et le décalage"


@dataclass(frozen=True)
class Source:
    """What a YAML text says (dict, list and str only; an empty text gives "") and where it says it."""

    data: Data
    lines: Mapping[Path, int]

    def line(self, path: Path) -> int:
        """Return the line of the key or item at `path`, or of its nearest parent that exists."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines[path]


def read_yaml(text: str, where: str, first_line: int = 1) -> Source:
    """Return the source; ClausegenError lists every problem, its line counted from `first_line`."""
    text = text.removeprefix("\ufeff")
    problems = list(unreadable(text, where, first_line))
    if not problems:
        reading = _Reading(where, first_line)
        reading.read(text)
        problems = reading.problems
    if problems:
        raise ClausegenError(problems)
    return Source(reading.data, reading.lines)


def unreadable(text: str, where: str, first_line: int) -> list[Problem]:
    """Return why a text cannot even be parsed: its length, its invisible characters."""
    if len(text) > MAX_SIZE:
        return [Problem(where, 0, f"le texte compte {len(text)} caractères ; {MAX_SIZE} au plus sont acceptés.")]
    return [
        Problem(
            where,
            first_line + text.count("\n", 0, found.start()),
            f"le caractère invisible U+{ord(found.group()):04X} ne peut pas figurer ici ; supprimez-le.",
        )
        for found, _ in zip(UNREADABLE.finditer(text), range(MAX_PROBLEMS), strict=False)
    ]


@dataclass
class _Frame:
    """A list or mapping being filled; `key` is the mapping's key that waits for its value."""

    content: Any
    path: Path
    key: str | None = None


class _Stop(Exception):
    """Reading further would say nothing useful."""


@dataclass
class _Reading:
    """Builds the data from the parser's events: no recursion, so a deep or looping text cannot exhaust the stack."""

    where: str
    first_line: int
    data: Data = ""
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    stack: list[_Frame] = field(default_factory=list)
    documents: int = 0

    def read(self, text: str) -> None:
        self.lines[()] = self.first_line
        try:
            for event in yaml.parse(text, Loader=_LOADER):
                self.take(event)
        except _Stop:
            pass
        except yaml.YAMLError as error:
            said = getattr(error, "problem", None) or str(error)
            # -- a quote left open is only noticed at the end of the file: tell where it opens --
            mark = getattr(error, "context_mark" if "end of stream" in said else "problem_mark", None)
            advice = next((french for english, french in _SYNTAX.items() if english in said), _UNKNOWN)
            self.refuse(mark.line if mark else 0, f"la syntaxe YAML est incorrecte : {advice}.", stop=False)

    def refuse(self, line: int, message: str, stop: bool) -> None:
        self.problems.append(Problem(self.where, self.first_line + line, UNREADABLE.sub("�", message)))
        if stop or len(self.problems) >= MAX_PROBLEMS:
            raise _Stop

    def take(self, event: yaml.Event) -> None:
        line = event.start_mark.line if event.start_mark else 0
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self.refuse(line, "un seul document par fichier : retirez la ligne « --- ».", stop=True)
            case yaml.AliasEvent():
                self.refuse(line, "un texte qui commence par « * » se met entre guillemets.", stop=False)
                self.put("", line)
            case yaml.ScalarEvent():
                self.plain(event, line)
                self.put(event.value, line)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self.plain(event, line)
                content: Data = {} if isinstance(event, yaml.MappingStartEvent) else []
                self.stack.append(_Frame(content, self.put(content, line)))
                if len(self.stack) > MAX_DEPTH:
                    self.refuse(line, f"les niveaux s'emboîtent trop ; {MAX_DEPTH} au plus sont acceptés.", stop=True)
            case yaml.CollectionEndEvent():
                self.stack.pop()

    def plain(self, event: yaml.NodeEvent, line: int) -> None:
        """Refuse what YAML takes away from a text that starts with « & » or « ! »."""
        if event.anchor is not None:
            self.refuse(line, "un texte qui commence par « & » se met entre guillemets.", stop=False)
        if getattr(event, "tag", None) is not None:
            self.refuse(line, "un texte qui commence par « ! » se met entre guillemets.", stop=False)

    def put(self, value: Data, line: int) -> Path:
        """Put a value where the reading stands and return its path; a mapping's scalar may be its next key."""
        if not self.stack:
            self.data = value
            self.lines[()] = self.first_line + line
            return ()
        frame = self.stack[-1]
        if isinstance(frame.content, list):
            path = (*frame.path, len(frame.content))
            frame.content.append(value)
            self.lines[path] = self.first_line + line
            return path
        if frame.key is not None:
            path = (*frame.path, frame.key)
            frame.content[frame.key], frame.key = value, None
            return path
        if not isinstance(value, str):
            self.refuse(line, "le nom d'une clé est un mot, non une liste ou un groupe.", stop=True)
            return ()
        path = (*frame.path, value)
        if path in self.lines:
            self.refuse(line, f"la clé « {value} » figure déjà ligne {self.lines[path]} ; gardez-en une.", stop=False)
        else:
            self.lines[path] = self.first_line + line
        frame.key = value
        return path
