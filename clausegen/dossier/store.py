"""Keep dossiers: every acknowledged save survives a crash, and nobody writes over what someone else changed.

Each method is one short transaction. A writer takes its turn as it begins, so what it reads is what it writes over;
the version number of the row stands guard behind it.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from clausegen.dossier import rows
from clausegen.dossier.changes import Side, changes, merge
from clausegen.dossier.database import open_database
from clausegen.dossier.dossier import Dossier, dump_dossier
from clausegen.dossier.kept import MAX_TITLE
from clausegen.dossier.records import ConflictError, PastVersion, SaveResult, StoredDossier, Summary
from clausegen.dossier.store_errors import told
from clausegen.dossier.tables import DossierRow, Reason, VersionRow
from clausegen.errors import StoreError


class Store:
    """The dossiers of a team; safe to share between threads."""

    def __init__(self, url: str | None = None) -> None:
        self._database = open_database(url)

    @property
    def place(self) -> str:
        """Where the dossiers are kept, without password."""
        return self._database.place

    @property
    def warning(self) -> str:
        """What people must know about the state of the database, empty when all is well."""
        return self._database.warning

    def close(self) -> None:
        self._database.engine.dispose()

    def create(self, dossier: Dossier, author: str) -> StoredDossier:
        with self._writing() as session:
            return rows.add(session, dossier, author, Reason.CREATED)

    def get(self, id: str) -> StoredDossier:
        with self._reading() as session:
            return rows.stored(rows.find(session, id))

    def list(self, deleted: bool = False) -> Sequence[Summary]:
        """Return the dossiers, the last modified first; or the deleted ones."""
        which = DossierRow.deleted_at.is_not(None) if deleted else DossierRow.deleted_at.is_(None)
        with self._reading() as session:
            found = select(DossierRow).where(which).order_by(DossierRow.modified_at.desc(), DossierRow.id)
            return [rows.summary(row) for row in session.scalars(found)]

    def save(
        self, id: str, dossier: Dossier, base: StoredDossier | int, author: str, prefer: Side | None = None
    ) -> SaveResult:
        """Save what was changed since `base`, together with what others changed meanwhile.

        ConflictError when both changed the same thing differently and `prefer` does not say whose stays.
        """
        with self._writing() as session:
            row = rows.find(session, id)
            current = rows.stored(row)
            if current.version == (base if isinstance(base, int) else base.version):
                return SaveResult(rows.write(session, row, dossier, author, Reason.SAVED))
            before = base.dossier if isinstance(base, StoredDossier) else rows.base_dossier(session, id, base)
            merged = merge(before, dossier, current.dossier, prefer or "theirs")
            if merged.conflicts and prefer is None:
                raise ConflictError(current, merged.conflicts)
            result = rows.write(session, row, merged.dossier, author, Reason.MERGED)
            return SaveResult(result, changes(before, current.dossier))

    def change(self, id: str, update: Callable[[Dossier], Dossier], author: str) -> StoredDossier:
        """Apply `update` to the dossier as it stands now and save it: two fields never write over each other.

        `update` runs while other writers wait: it computes, and does not call the store.
        """
        with self._writing() as session:
            row = rows.find(session, id)
            return rows.write(session, row, update(rows.stored(row).dossier), author, Reason.SAVED)

    def history(self, id: str) -> Sequence[PastVersion]:
        """Return the states kept, the last first; an export of a state is an entry of its own."""
        with self._reading() as session:
            rows.find(session, id)
            found = select(VersionRow).where(VersionRow.dossier_id == id).order_by(VersionRow.id.desc())
            return [rows.past(row) for row in session.scalars(found)]

    def restore(self, id: str, version: int, author: str) -> StoredDossier:
        """Bring back a past state as a new version; the present one stays in the history."""
        with self._writing() as session:
            row = rows.find(session, id)
            dossier = rows.past_dossier(session, row, version)
            return rows.write(session, row, dossier, author, Reason.RESTORED, f"version {version}")

    def duplicate(self, id: str, author: str) -> StoredDossier:
        with self._writing() as session:
            original = rows.stored(rows.find(session, id))
            copy = original.dossier.model_copy(
                update={"title": f"Copie de {original.dossier.title}"[:MAX_TITLE].strip()}
            )
            return rows.add(session, copy, author, Reason.DUPLICATED, f"de {id}")

    def delete(self, id: str) -> None:
        """Put the dossier aside; `undelete` brings it back."""
        with self._writing() as session:
            rows.find(session, id).deleted_at = datetime.now(UTC)

    def undelete(self, id: str) -> StoredDossier:
        with self._writing() as session:
            row = rows.find(session, id, deleted=True)
            row.deleted_at = None
            return rows.stored(row)

    def mark_export(self, id: str, author: str, version: int | None = None, detail: str = "") -> None:
        """Keep for good the state that was exported; `detail` may tell the document's fingerprint."""
        with self._writing() as session:
            row = rows.find(session, id)
            exported = version or row.version
            dossier = rows.past_dossier(session, row, exported)
            rows.keep(session, row, exported, dump_dossier(dossier), author, Reason.EXPORTED, detail)

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with told(self.place), Session(self._database.engine) as session:
            yield session

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        if self.warning:
            raise StoreError(self.warning)
        with told(self.place), Session(self._database.writer, info={"writing": True}) as session, session.begin():
            yield session
