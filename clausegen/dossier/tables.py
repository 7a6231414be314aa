"""The tables of the store: the dossiers as they stand, and every state they went through."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import DateTime, Dialect, ForeignKey, Index, String, Text
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine


class Reason(StrEnum):
    """Why a state was kept."""

    CREATED = "création"
    SAVED = "enregistrement"
    MERGED = "fusion"
    RESTORED = "restauration"
    DUPLICATED = "copie"
    EXPORTED = "export"


class _FileDate(sqlite.DATETIME):
    """A date damaged in the file must not hide the dossiers around it: it reads as 1970."""

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        read: Any = super().result_processor(dialect, coltype)

        def tolerant(value: object) -> datetime | None:
            try:
                return read(value)
            except (ValueError, TypeError):
                return datetime(1970, 1, 1)

        return tolerant


class Instant(TypeDecorator[datetime]):
    """A moment, UTC in the database (SQLite forgets time zones) and aware in Python."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(_FileDate() if dialect.name == "sqlite" else DateTime())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        return value and value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    pass


class DossierRow(Base):
    """A dossier as it stands; its content is the JSON file of the dossier."""

    __tablename__ = "dossier"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    title: Mapped[str] = mapped_column("titre", Text)
    content: Mapped[str] = mapped_column("contenu", Text)
    version: Mapped[int] = mapped_column()
    created_at: Mapped[datetime] = mapped_column("cree_le", Instant)
    modified_at: Mapped[datetime] = mapped_column("modifie_le", Instant, index=True)
    modified_by: Mapped[str] = mapped_column("modifie_par", String(80))
    deleted_at: Mapped[datetime | None] = mapped_column("supprime_le", Instant)

    # -- the store counts versions itself, because deleting and bringing back are not new contents;
    # -- SQLAlchemy still refuses to write over a version it did not read --
    __mapper_args__ = {"version_id_col": version, "version_id_generator": False}  # noqa: RUF012


class VersionRow(Base):
    """A state of a dossier, added at each save or export and never changed."""

    __tablename__ = "dossier_version"
    __table_args__ = (Index("ix_dossier_version_dossier", "dossier_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"))
    version: Mapped[int] = mapped_column()
    content: Mapped[str] = mapped_column("contenu", Text)
    saved_at: Mapped[datetime] = mapped_column("enregistre_le", Instant)
    saved_by: Mapped[str] = mapped_column("par", String(80))
    reason: Mapped[str] = mapped_column("motif", String(20))
    detail: Mapped[str] = mapped_column(Text, default="")
