"""The shapes of the files of a consultation and of the sheets of processing, keys as lawyers write them."""

from typing import Any

from pydantic import Field

from clausegen.library.file_parts import FilePart, Words, YesNo
from clausegen.library.processing import DatasetKey
from clausegen.library.wording import Wording


class ExtractFile(FilePart):
    heading: str = Field(alias="rubrique")
    condition: Any = Field(alias="si")
    text: Wording = Field(alias="texte")
    points: tuple[Wording, ...] = ()
    bases: tuple[str, ...] = Field((), alias="fondements")


class SubCriterionFile(FilePart):
    label: Words = Field(alias="libelle")
    themes: tuple[str, ...] = Field(min_length=1)


class CriterionFile(FilePart):
    label: Words = Field(alias="libelle")
    parts: tuple[SubCriterionFile, ...] = Field(alias="sous_criteres", min_length=1)


class SecretsFile(FilePart):
    clause: str
    text: Wording = Field(alias="texte")
    columns: tuple[Words, ...] = Field(alias="colonnes", min_length=1)


class ConsultationFile(FilePart):
    introduction: Wording = ()
    headings: dict[str, Words] = Field(alias="rubriques")
    extracts: dict[str, ExtractFile] = Field({}, alias="extraits")
    grid: tuple[CriterionFile, ...] = Field((), alias="grille")
    secrets: SecretsFile | None = None


class ConditionalFile(FilePart):
    text: Wording = Field(alias="texte")
    condition: Any = Field(None, alias="si")


class RoleListFile(FilePart):
    clause: str
    blank: str = Field(alias="blanc")
    role: Wording
    articles: tuple[str, ...] = ()


class SheetRowFile(FilePart):
    label: Words = Field(alias="libelle")
    blank: str = Field("", alias="blanc")
    dataset: DatasetKey | None = Field(None, alias="jeu")
    role: YesNo = False
    sentences: tuple[ConditionalFile, ...] = Field((), alias="phrases")
    articles: tuple[str, ...] = ()


class SheetsFile(FilePart):
    condition: Any = Field(alias="si")
    clause: str = Field(alias="modele")
    title: str = Field(alias="intitule")
    introduction: Wording
    lists: tuple[RoleListFile, ...] = Field((), alias="listes")
    rows: tuple[SheetRowFile, ...] = Field(alias="rubriques", min_length=1)
