"""Read what the law requires of contracts: the files of `obligations/`."""

from typing import Any

from pydantic import Field, model_validator

from clausegen.facts.condition_syntax import Vocabulary
from clausegen.library.file_parts import FilePart, Words
from clausegen.library.frame_source import FrameSource
from clausegen.library.triggers import Stipulation, Trigger

FOLDER = "obligations"


class TriggerFile(FilePart):
    label: Words = Field(alias="libelle")
    condition: Any = Field(alias="si")
    bases: tuple[Words, ...] = Field(alias="fondements", min_length=1)
    required: tuple[Words, ...] = Field((), alias="clauses")
    reminders: tuple[Words, ...] = Field((), alias="rappels")
    warnings: tuple[Words, ...] = Field((), alias="alertes")
    never: tuple[Words, ...] = Field((), alias="jamais")
    note: str = ""

    @model_validator(mode="after")
    def _one_way(self) -> "TriggerFile":
        if bool(self.never) == bool(self.required or self.reminders or self.warnings):
            raise ValueError("une obligation a « jamais », ou l'un de « clauses », « rappels », « alertes »")
        return self


class TriggersFile(FilePart):
    triggers: dict[str, TriggerFile] = Field(alias="obligations")


def read_triggers(source: FrameSource, words: Vocabulary) -> tuple[Trigger, ...]:
    """Return what every file of the folder requires; a file that cannot be read is told and left out."""
    found: dict[str, Trigger] = {}
    for where in sorted(path for path in source.texts if f"/{FOLDER}/" in path and path.endswith(".yml")):
        if not (file := source.read(where, TriggersFile)):
            continue
        for id, written in file.content.triggers.items():
            if id in found:
                file.fault(f"l'obligation « {id} » est déjà décrite dans {found[id].path}", "obligations", id)
            found[id] = Trigger(
                id,
                written.label,
                file.condition(words, written.condition, "obligations", id, "si"),
                written.bases,
                tuple(map(Stipulation.read, written.required)),
                written.reminders,
                written.warnings,
                tuple(map(Stipulation.read, written.never)),
                written.note,
                where,
                file.source.line(("obligations", id)),
            )
    return tuple(found.values())
