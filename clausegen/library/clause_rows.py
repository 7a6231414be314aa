"""The rows that a clause gives to the companion tables: what is handed over, measured, asked, owned. French keys, English names."""

from typing import Literal

from pydantic import Field

from clausegen.library.file_parts import FilePart, Words, YesNo
from clausegen.library.wording import Wording

Milestone = Literal[
    "notification", "prise_d_effet", "fin_du_contrat", "evenement", "mise_en_service", "recette", "fin_de_phase",
    "signature", "remise_de_l_offre",
]  # fmt: skip
Period = Literal["mois", "trimestre", "semestre", "annee", "livraison", "version", "evenement"]
AssetKind = Literal[
    "logiciel", "base_de_donnees", "interface", "equipement", "compte", "nom_et_adresse", "parametrage", "licence", "documentation",
]  # fmt: skip
AssetRegime = Literal["retour", "reprise", "propre"]


class When(FilePart):
    """When a deliverable is due: a delay around a milestone, a period, or both; `day` is the blank of a day of the year."""

    after: Milestone | None = Field(None, alias="apres")
    before: Milestone | None = Field(None, alias="avant")
    delay: str | None = Field(None, alias="delai")
    every: Period | None = Field(None, alias="chaque")
    day: str | None = Field(None, alias="jour")


class Deliverable(FilePart):
    """Something that a party hands over; `paragraph` is the numbered paragraph that says so.

    `penalty` names the blank of what its delay costs; `first_delivery`: the data sets of the inventory are handed over first
    by it.
    """

    id: str
    what: Words = Field(alias="quoi")
    who: Literal["operateur", "acheteur", "parties"] = Field(alias="qui")
    when: When = Field(alias="quand")
    format: str = ""
    proof: str = Field("", alias="preuve")
    penalty: str = Field("", alias="penalite")
    first_delivery: YesNo = Field(False, alias="premiere_remise")
    paragraph: int = Field(alias="alinea")
    variants: tuple[str, ...] = Field((), alias="variantes")


class Indicator(FilePart):
    """Something measured; `penalty` names the blank that holds its amount, empty for none.

    `source` is the id of the data set that it is worked out from; the penalty of an `uncapped` one does not count against
    the ceiling.
    """

    id: str
    what: Words = Field(alias="quoi")
    target: Words = Field(alias="cible")
    formula: str = Field("", alias="formule")
    source: str = ""
    frequency: str = Field("", alias="frequence")
    penalty: str = Field("", alias="penalite")
    uncapped: YesNo = Field(False, alias="hors_plafond")
    paragraph: int = Field(alias="alinea")
    variants: tuple[str, ...] = Field((), alias="variantes")


class Answer(FilePart):
    """What a bidder must describe or prove, in his response framework; `paragraph` is the obligation it is about."""

    id: str
    question: Wording
    expected: Wording = Field((), alias="attendu")
    """The document or the figure that proves it; empty when the description is enough."""
    priced: YesNo = Field(False, alias="prix")
    """True for a service priced apart: `question` names it, `expected` its unit."""
    paragraph: int = Field(alias="alinea")
    variants: tuple[str, ...] = Field((), alias="variantes")


class Deviation(FilePart):
    """What of the general conditions (CCAG) a paragraph departs from; `references` are those of the legal registry."""

    subject: Wording = Field(alias="sujet")
    references: tuple[str, ...] = ()
    to_compare: YesNo = Field(False, alias="a_confronter")
    """True when nobody has read whether the general conditions say otherwise: it is no deviation yet."""
    paragraph: int = Field(alias="alinea")
    variants: tuple[str, ...] = Field((), alias="variantes")


class Processing(FilePart):
    """The processing of personal data that a data set serves, as its sheet describes it."""

    name: Words = Field(alias="objet")
    purpose: Words = Field(alias="finalite")
    people: Words = Field(alias="personnes")
    data: Words = Field(alias="donnees")


class Dataset(FilePart):
    """One row of the data inventory."""

    id: str
    name: Words = Field(alias="nom")
    source: str = ""
    format: str = ""
    schema_name: str = Field("", alias="schema")
    frequency: str = Field("", alias="frequence")
    openness: Literal["ouvert", "partage", "restreint"] = Field("partage", alias="ouverture")
    personal: YesNo = Field(False, alias="donnees_personnelles")
    sensitivity: str = Field("courante", alias="sensibilite")
    processing: Processing | None = Field(None, alias="traitement")
    """For personal data only."""


class Asset(FilePart):
    """A digital asset that a paragraph classifies: what becomes of it at the end of the contract."""

    id: str
    name: Words = Field(alias="nom")
    kind: AssetKind = Field(alias="nature")
    regime: AssetRegime
    medium: str = Field("", alias="support")
    paragraph: int = Field(alias="alinea")
    variants: tuple[str, ...] = Field((), alias="variantes")
