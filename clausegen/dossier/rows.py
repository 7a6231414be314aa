"""The steps inside a transaction of the store: find a row, read what it holds, write a new state."""

import json
import re
import secrets
from datetime import UTC, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from clausegen.document.yaml_source import UNREADABLE
from clausegen.dossier.dossier import Dossier, dossier_from, dump_dossier
from clausegen.dossier.records import PastVersion, StoredDossier, Summary
from clausegen.dossier.tables import DossierRow, Reason, VersionRow
from clausegen.errors import DossierError, StoreError
from clausegen.facts.values import shown

KEPT_VERSIONS = 50
"""Past states kept for each dossier, besides the exported ones, which all stay."""

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # no look-alikes: people read these ids aloud
_ID = re.compile(f"[{_ALPHABET}]{{12}}")


def find(session: Session, id: str, deleted: bool = False) -> DossierRow:
    """Return the row, which no one else may write until the transaction ends (when it is a writer's)."""
    row = session.get(DossierRow, id, with_for_update=session.info.get("writing")) if _ID.fullmatch(id) else None
    if row is None:
        raise StoreError(f"Dossier introuvable : « {shown(id)} ». Ouvrez-le depuis la liste des dossiers.")
    if not isinstance(row.version, int):  # SQLite gives back what a damaged file says
        raise _damaged(row)
    if row.deleted_at and not deleted:
        raise StoreError(
            f"Le dossier « {_legible(row.title)} » a été supprimé. Rétablissez-le depuis la liste des dossiers."
        )
    return row


def add(session: Session, dossier: Dossier, author: str, reason: Reason, detail: str = "") -> StoredDossier:
    """Add a new dossier under an id that cannot be guessed."""
    now = datetime.now(UTC)
    row = DossierRow(
        id="".join(secrets.choice(_ALPHABET) for _ in range(12)),
        title=dossier.title,
        content=dump_dossier(dossier),
        version=1,
        created_at=now,
        modified_at=now,
        modified_by=shown(author),
    )
    session.add(row)
    session.flush()
    keep(session, row, row.version, row.content, author, reason, detail)
    return stored(row)


def write(
    session: Session, row: DossierRow, dossier: Dossier, author: str, reason: Reason, detail: str = ""
) -> StoredDossier:
    """Write a new state, unless it says the same as the present one."""
    content = dump_dossier(dossier)
    if content != row.content:
        row.title, row.content, row.version = dossier.title, content, row.version + 1
        row.modified_at, row.modified_by = datetime.now(UTC), shown(author)
        session.flush()
        keep(session, row, row.version, content, author, reason, detail)
        _prune(session, row.id)
    return stored(row)


def keep(
    session: Session, row: DossierRow, version: int, content: str, author: str, reason: Reason, detail: str
) -> None:
    """Add a state to the history."""
    state = VersionRow(dossier_id=row.id, version=version, content=content, reason=reason)
    state.detail = _legible(detail)
    state.saved_at, state.saved_by = datetime.now(UTC), shown(author)
    session.add(state)


def _prune(session: Session, id: str) -> None:
    forgettable = (VersionRow.dossier_id == id) & (VersionRow.reason != Reason.EXPORTED)
    newest_first = select(VersionRow.id).where(forgettable).order_by(VersionRow.id.desc())
    if oldest_kept := session.scalar(newest_first.offset(KEPT_VERSIONS - 1).limit(1)):
        session.execute(delete(VersionRow).where(forgettable, VersionRow.id < oldest_kept))


def base_dossier(session: Session, id: str, version: int) -> Dossier:
    """Return the past state that a change started from.

    When it is no longer kept, an empty dossier: whatever differs may then be anyone's change, and is asked about.
    """
    return read_content(_past_content(session, id, version)) or Dossier()


def past_dossier(session: Session, row: DossierRow, version: int) -> Dossier:
    """Return a past state; StoreError when it is no longer kept."""
    dossier = read_content(_past_content(session, row.id, version))
    if dossier is None:
        raise StoreError(
            f"La version {version} du dossier « {_legible(row.title)} » n'est plus conservée ; choisissez-en une autre."
        )
    return dossier


def _past_content(session: Session, id: str, version: int) -> str:
    states = select(VersionRow.content).where(VersionRow.dossier_id == id, VersionRow.version == version)
    return session.scalar(states.order_by(VersionRow.id.desc()).limit(1)) or ""


def stored(row: DossierRow) -> StoredDossier:
    """Return the dossier of a row; StoreError when its content is damaged."""
    dossier = read_content(row.content)
    if dossier is None:
        raise _damaged(row)
    return StoredDossier(row.id, dossier, row.version, row.created_at, row.modified_at, _legible(row.modified_by))


def _damaged(row: DossierRow) -> StoreError:
    return StoreError(
        f"Le contenu du dossier « {_legible(row.title)} » ({row.id}) est endommagé ; il n'a pas été modifié. "
        "Rétablissez une version précédente depuis son historique."
    )


def summary(row: DossierRow) -> Summary:
    """Return a row's line in the list, whatever the state of its content."""
    answers = _part(row.content, "faits")
    kind = answers.get("type_contrat")
    return Summary(
        id=_legible(row.id),
        title=_legible(row.title),
        contract_type=kind if isinstance(kind, str) and kind else None,
        answers=sum(answer is not None and answer != "" for answer in answers.values()),
        choices=len(_part(row.content, "choix")),
        version=row.version,
        modified_at=row.modified_at,
        modified_by=_legible(row.modified_by),
    )


def _part(content: str, name: str) -> dict[str, object]:
    """Return answers or choices without checking them: a list of hundreds must show at once."""
    try:
        part = json.loads(content)[name]
    except (ValueError, TypeError, LookupError, RecursionError):
        return {}
    return part if isinstance(part, dict) else {}


def past(row: VersionRow) -> PastVersion:
    """Return an entry of the history, whatever the state of its content."""
    dossier = read_content(row.content)
    return PastVersion(
        row.version, dossier, row.saved_at, _legible(row.saved_by), _legible(row.reason), _legible(row.detail)
    )


def read_content(content: str) -> Dossier | None:
    """Return the dossier that the store wrote, None when the text is no longer one."""
    try:
        return dossier_from(json.loads(content))
    except (DossierError, ValueError, TypeError, RecursionError):
        return None


def _legible(text: object) -> str:
    """What a damaged file gives may not be printable, or even be a text."""
    return UNREADABLE.sub("�", str(text))
