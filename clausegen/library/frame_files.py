"""The shapes of the other files that clauses rest upon, keys as lawyers write them."""

from typing import Any, Literal

from pydantic import Field, model_validator

from clausegen.library.annexes import CompanionName
from clausegen.library.clause import Blank, Confidence, ContractType
from clausegen.library.clause_rows import Milestone
from clausegen.library.file_parts import FilePart, Words, YesNo


class AnnexFile(FilePart):
    title: str = Field(alias="titre")
    introduction: str = ""
    sections: tuple[str, ...]
    is_act: YesNo = Field(False, alias="acte")
    layout: str = Field("", alias="modele", pattern="^[a-z-]*$")


class AnnexSetFile(FilePart):
    label: str = Field(alias="libelle")
    condition: Any = Field(alias="si")
    annexes: tuple[tuple[str, ...], ...]
    limited_to: str = Field("", alias="limite_a")
    titles: dict[str, Words] = Field({}, alias="titres")
    introductions: dict[str, Words] = Field({})
    layout: str = Field("", alias="modele", pattern="^[a-z-]*$")
    companions: tuple[CompanionName, ...] = Field((), alias="compagnons")


class AnnexesFile(FilePart):
    annexes: dict[str, AnnexFile]
    sets: dict[str, AnnexSetFile] = Field(alias="ensembles")


class WarningFile(FilePart):
    gravity: Literal["bloquante", "attention"] = Field(alias="niveau")
    condition: Any = Field(alias="si")
    message: Words
    bases: tuple[str, ...] = Field((), alias="fondements")


class WarningsFile(FilePart):
    warnings: dict[str, WarningFile] = Field(alias="alertes")


class ReminderFile(FilePart):
    condition: Any = Field(alias="si")
    text: Words = Field(alias="texte")
    bases: tuple[str, ...] = Field((), alias="fondements")


class RemindersFile(FilePart):
    reminders: dict[str, ReminderFile] = Field(alias="rappels")


class CeilingFile(FilePart):
    label: Words = Field(alias="libelle")
    condition: Any = Field(alias="si")
    measured: str = Field(alias="mesure")
    base: str
    share: str = Field(alias="part")
    also_below: str = Field("", alias="et_moins_de")
    strict: YesNo = False
    bases: tuple[str, ...] = Field((), alias="fondements")
    note: str = ""


class CeilingsFile(FilePart):
    ceilings: dict[str, CeilingFile] = Field(alias="plafonds")
    effect: dict[str, Words] = Field({}, alias="incidence")


class RefusedFile(FilePart):
    written: Words = Field(alias="ecrit")
    instead: Words = Field(alias="plutot")


class StyleFile(FilePart):
    refused: tuple[RefusedFile, ...] = Field((), alias="mots")
    proper_names: tuple[Words, ...] = Field((), alias="noms_propres")
    common_proofs: tuple[Words, ...] = Field((), alias="preuves_communes")


class PartyFile(FilePart):
    name: str = Field(alias="nom")
    gender: Literal["masculin", "feminin"] = Field(alias="genre")


class ContractFile(FilePart):
    label: str = Field(alias="libelle")
    the_contract: str = Field(alias="le_contrat")
    operator: PartyFile = Field(alias="operateur")
    buyer: PartyFile = Field(alias="acheteur")
    registry_names: tuple[str, ...] = Field((), alias="registre")


class DatedByFile(FilePart):
    condition: Any = Field(None, alias="si")
    general: str = Field("", alias="donnee")
    fact: str = Field("", alias="fait")
    since: Milestone | None = Field(None, alias="depuis")
    years: str = Field("", alias="annees")

    @model_validator(mode="after")
    def _one_way(self) -> "DatedByFile":
        ways = (bool(self.general), bool(self.fact), bool(self.since and self.years))
        if ways.count(True) != 1 or bool(self.since) != bool(self.years):
            raise ValueError("un jalon se date par « donnee », par « fait », ou par « depuis » et « annees » ensemble")
        return self


class PostponedFile(FilePart):
    since: str = Field(alias="depuis")
    clause: str
    blank: str = Field(alias="blanc")


class YearlyBaseFile(FilePart):
    amount: str = Field(alias="montant")
    years: str = Field(alias="annees")


class ContractsFile(FilePart):
    contracts: dict[str, ContractFile] = Field(alias="contrats")
    general: dict[str, Blank] = Field({}, alias="donnees_generales")
    party_names: dict[str, Literal["operateur", "acheteur"]] = Field({}, alias="parties_nommees")
    milestones: dict[Milestone, tuple[DatedByFile, ...]] = Field({}, alias="jalons")
    periods_since: Milestone | None = Field(None, alias="periodes_depuis")
    postponed: PostponedFile | None = Field(None, alias="echeances_passees")
    yearly_base: YearlyBaseFile | None = Field(None, alias="assiette_annuelle")


class ListsFile(FilePart):
    owners: tuple[Words, ...] = Field((), alias="categories")
    sensitivities: tuple[Words, ...] = Field((), alias="sensibilites")
    channels: tuple[Words, ...] = Field((), alias="canaux")
    licences: dict[str, str] = Field({})
    frequencies: dict[str, str] = Field({}, alias="frequences")


class TermFile(FilePart):
    definition: Words
    forms: tuple[Words, ...] = Field((), alias="formes")
    bases: tuple[str, ...] = Field((), alias="fondements")
    contracts: tuple[ContractType, ...] = Field((), alias="contrats")


class GlossaryFile(FilePart):
    terms: dict[str, TermFile] = Field(alias="termes")


class ReferenceFile(FilePart):
    text: str = Field(alias="texte")
    article: str = ""
    title: str = Field("", alias="intitule")
    obliges: str = Field("", alias="oblige")
    applies_to: tuple[str, ...] = Field((), alias="s_applique")
    condition: str = ""
    in_force_since: str = Field("", alias="en_vigueur_depuis")
    version_of: str = Field("", alias="version_du")
    confidence: Confidence = Field(alias="confiance")
    reading: str = Field("", alias="lecture")
    source: str = ""
    excerpt: str = Field("", alias="extrait")
    notes: str = ""


class RegistryFile(FilePart):
    references: dict[str, ReferenceFile]


class RecommendationFile(FilePart):
    label: str = Field(alias="libelle")
    note: str = ""


class RecommendationsFile(FilePart):
    recommendations: dict[str, RecommendationFile] = Field(alias="recommandations")


class CaseFile(FilePart):
    """One case beside a clause, in `<id>.exemples.yml`."""

    name: str = Field(alias="nom")
    facts: dict[str, Any] = Field(alias="faits")
    each: dict[str, tuple[str, ...]] = Field({}, alias="pour_chaque")
    """Fact -> answers: the case is that of each of them, and of each combination when there are several facts."""
    expected: Literal[
        "obligatoire", "recommandee", "facultative", "possible", "exclue", "sans_objet", "ecartee", "retenue", "en_attente"
    ] = Field(alias="attendu")  # fmt: skip
    variant: str | None = Field(None, alias="variante")
    chosen: YesNo = Field(False, alias="choisie")
    """True when the buyer chose the wording, whatever the rules pick."""
    contains: tuple[str, ...] = Field((), alias="contient")
    lacks: tuple[str, ...] = Field((), alias="ne_contient_pas")
    questions: tuple[str, ...] | None = None
    law_date: str = Field("2026-11-22", alias="date_droit")
