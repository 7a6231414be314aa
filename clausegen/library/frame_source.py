"""The files that clauses rest upon, read one at a time: what each says, and every problem found on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import BaseModel

from clausegen.document.yaml_source import Source, read_yaml
from clausegen.errors import ClausegenError, Problem, sentence
from clausegen.facts.condition_syntax import ConditionSyntaxError, Vocabulary
from clausegen.facts.conditions import ALWAYS, NEVER, Condition
from clausegen.facts.values import Value, parse_value
from clausegen.library.model_errors import validated

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class FrameFile(Generic[Model]):
    """One file read: its content, and where a problem found in it is told. A path leads to a key or an item."""

    content: Model
    source: Source
    where: str
    problems: list[Problem]

    def fault(self, message: object, *path: str | int) -> None:
        """Add a problem, at the line of what `path` leads to."""
        self.problems.append(Problem(self.where, self.source.line(path), sentence(message)))

    def typed(self, kind: str, raw: object, *path: str | int) -> Value | None:
        """Return the typed value; None when there is none, or when it is faulted."""
        if raw is None:
            return None
        try:
            return parse_value(kind, raw)
        except ValueError as error:
            self.fault(error, *path)
            return None

    def condition(self, vocabulary: Vocabulary, raw: object, *path: str | int) -> Condition:
        """Return the condition: ALWAYS when there is none, NEVER when it is faulted."""
        if raw is None:
            return ALWAYS
        try:
            return vocabulary.parse(raw, path)
        except ConditionSyntaxError as error:
            self.fault(error, *error.path)
            return NEVER


@dataclass
class FrameSource:
    """The files by path, and the problems found in them so far: none stops the reading."""

    texts: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)

    def read(self, name: str, model: type[Model], required: bool = True) -> FrameFile[Model] | None:
        """Return the file of that name (or whole path); None, with its problem told, when it cannot be read."""
        where = next((path for path in self.texts if path == name or path.endswith(f"/{name}")), None)
        if where is None and not required:
            return None
        if where is None:
            self.problems.append(Problem(name, 0, "ce fichier manque dans le dossier des clauses."))
            return None
        try:
            source = read_yaml(self.texts[where], where)
        except ClausegenError as error:
            self.problems.extend(error.problems)
            return None
        content = validated(model, source.data, where, source.line, self.problems)
        return None if content is None else FrameFile(content, source, where, self.problems)
