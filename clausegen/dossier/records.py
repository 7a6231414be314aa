"""What the store hands out: a dossier with its version, a line of the list, a state of the past."""

from dataclasses import dataclass
from datetime import datetime

from clausegen.dossier.changes import Change, changes
from clausegen.dossier.dossier import Dossier
from clausegen.errors import StaleDossierError


@dataclass(frozen=True)
class StoredDossier:
    """A dossier as it stood when it was read; hand it back to `save` as the base of what you changed."""

    id: str
    dossier: Dossier
    version: int
    created_at: datetime
    modified_at: datetime
    modified_by: str


@dataclass(frozen=True)
class Summary:
    """One line of the list of dossiers; counts are 0 when the content is damaged."""

    id: str
    title: str
    contract_type: str | None
    answers: int
    choices: int
    version: int
    modified_at: datetime
    modified_by: str


@dataclass(frozen=True)
class SaveResult:
    """What was saved, and what someone else had changed in between."""

    stored: StoredDossier
    brought: tuple[Change, ...] = ()


@dataclass(frozen=True)
class PastVersion:
    """A state kept in the history; `dossier` is None when this one state is damaged."""

    version: int
    dossier: Dossier | None
    saved_at: datetime
    saved_by: str
    reason: str
    """One of `tables.Reason`."""
    detail: str

    def changes_since(self, earlier: "PastVersion") -> tuple[Change, ...]:
        """Return what this state changed, nothing when either is damaged."""
        if self.dossier is None or earlier.dossier is None:
            return ()
        return changes(earlier.dossier, self.dossier)


class ConflictError(StaleDossierError):
    """Two people changed the same thing: `conflicts` names it, `theirs` is what the store holds."""

    def __init__(self, theirs: StoredDossier, conflicts: tuple[str, ...]) -> None:
        self.theirs, self.conflicts = theirs, conflicts
        super().__init__(
            f"{theirs.modified_by or 'Quelqu’un'} a changé entre-temps la même chose que vous dans le dossier "
            f"« {theirs.dossier.title} » : {', '.join(conflicts)}. Gardez votre version, ou prenez la sienne."
        )
