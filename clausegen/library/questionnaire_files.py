"""The shapes of the files of questions and thresholds, keys as lawyers write them."""

from typing import Any, Literal

from pydantic import Field, model_validator

from clausegen.library.file_parts import FilePart

QuestionKind = Literal["choix", "choix_multiple", "oui_non", "date", "montant", "entier", "nombre", "echelle"]


class AnswerFile(FilePart):
    label: str = Field(alias="libelle")
    phrase: str


class QuestionFile(FilePart):
    step: str = Field(alias="etape")
    kind: QuestionKind = Field(alias="type")
    text: str = Field(alias="question")
    help: str = Field("", alias="aide")
    answers: dict[str, AnswerFile] = Field({}, alias="valeurs")
    asked_if: Any = Field(None, alias="demandee_si")
    otherwise: Any = Field(None, alias="sinon")
    unit: str = Field("", alias="unite")
    subject: str = Field("", alias="sujet")
    yes: str = Field("", alias="oui")
    no: str = Field("", alias="non")
    minimum: Any = Field(None, alias="min")
    maximum: Any = Field(None, alias="max")
    scale: dict[str, str] = Field({}, alias="echelle")


class DerivedFile(FilePart):
    label: str = Field("", alias="libelle")
    yes: str = Field("", alias="oui")
    no: str = Field("", alias="non")
    condition: Any = Field(None, alias="vrai_si")
    calculation: "SumFile | ShareFile | MonthsFile | None" = Field(None, alias="calcul")
    subject: str = Field("", alias="sujet")
    unit: str = Field("", alias="unite")

    @model_validator(mode="after")
    def _one_way(self) -> "DerivedFile":
        if (self.condition is None) == (self.calculation is None):
            raise ValueError("un fait déduit a « vrai_si » ou « calcul », l'un des deux")
        return self


class SumFile(FilePart):
    facts: tuple[str, ...] = Field(alias="somme", min_length=1)


class ShareFile(FilePart):
    part: str
    whole: str = Field(alias="de")


class MonthsFile(FilePart):
    until: str = Field(alias="mois")
    since: str = Field(alias="depuis")


class StepFile(FilePart):
    id: str
    title: str = Field(alias="titre")
    introduction: str = ""


class ThemeFile(FilePart):
    label: str = Field(alias="libelle")
    annex: str = Field("", alias="annexe")


class QuestionnaireFile(FilePart):
    themes: dict[str, ThemeFile]
    steps: tuple[StepFile, ...] = Field(alias="etapes")
    questions: dict[str, QuestionFile]
    derived: dict[str, DerivedFile] = Field({}, alias="faits_deduits")


class DatedValueFile(FilePart):
    since: str = Field(alias="depuis")
    value: str = Field(alias="valeur")


class ThresholdFile(FilePart):
    label: str = Field(alias="libelle")
    nature: Literal["loi", "produit"]
    kind: Literal["entier", "montant", "nombre", "date"] = Field(alias="type")
    unit: str = Field("", alias="unite")
    bases: tuple[str, ...] = Field((), alias="fondements")
    values: tuple[DatedValueFile, ...] = Field(alias="valeurs")
    note: str = ""


class ThresholdsFile(FilePart):
    thresholds: dict[str, ThresholdFile] = Field(alias="seuils")
