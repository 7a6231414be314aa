"""A clause as the engine knows it. French keys of the files and English names meet here, nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import Field

from clausegen.document.nodes import Alinea
from clausegen.facts.conditions import ALWAYS, NEVER, Condition
from clausegen.facts.values import Value
from clausegen.library.clause_rows import Answer, Asset, Dataset, Deliverable, Deviation, Indicator
from clausegen.library.file_parts import FilePart, Number, Words, YesNo

ContractType = Literal[
    "concession", "partenariat_innovation", "mgp", "experimentation", "rd", "marche_innovant", "autre_marche"
]
CONTRACT_TYPES: tuple[str, ...] = ContractType.__args__  # type: ignore[attr-defined]

BlankKind = Literal[
    "texte", "texte_long", "liste", "tableau", "choix", "entier", "nombre", "pourcentage", "montant", "jours", "jours_ouvres",
    "heures", "minutes", "mois", "annees", "date", "oui_non",
]  # fmt: skip
Confidence = Literal["verifie", "partiel", "memoire", "jugement", "a_verifier"]
ComputedTable = Literal["definitions", "inventaire", "indicateurs", "penalites", "livrables", "incidence"]


class Blank(FilePart):
    """What the buyer fills in: type, label, sane bounds (same unit as the value), proposed value."""

    kind: BlankKind = Field(alias="type")
    label: Words = Field(alias="libelle")
    default: Any = Field(None, alias="defaut")
    minimum: Number | None = Field(None, alias="min")
    maximum: Number | None = Field(None, alias="max")
    unit: str = Field("", alias="unite")
    help: str = Field("", alias="aide")
    choices: tuple[str, ...] = Field((), alias="choix")
    columns: tuple[str, ...] = Field((), alias="colonnes")
    """The titles of a table's columns; a line of it is its cells, parted by `|`."""
    excluding_tax: YesNo = Field(False, alias="hors_taxe")
    proposed_by: Literal["", "operateur"] = Field("", alias="propose_par")
    """`operateur` when the value is a commitment of the bidder."""
    general_conditions: YesNo = Field(False, alias="designe_ccag")
    """True for the blank that names the general conditions (CCAG) to which the contract refers."""


class VariantFile(FilePart):
    condition: Any = Field(None, alias="si")
    excluded_if: Any = Field(None, alias="exclue_si")
    label: Words = Field(alias="libelle")
    is_default: YesNo = Field(False, alias="par_defaut")
    for_buyer: str = Field("", alias="pour_l_acheteur")
    for_operator: str = Field("", alias="pour_l_operateur")
    licence: str = ""


class OptionalParagraphFile(FilePart):
    condition: Any = Field(None, alias="si")
    with_clause: str | None = Field(None, alias="avec")


class ClauseFile(FilePart):
    """The front matter of a clause file, conditions still as written."""

    title: Words = Field(alias="titre")
    annex: str = Field(alias="annexe")
    section: str
    order: Number = Field(50, alias="ordre")
    contracts: tuple[ContractType, ...] = Field(alias="contrats", min_length=1)
    excluded_if: Any = Field(None, alias="exclue_si")
    obligatory_if: Any = Field(None, alias="obligatoire_si")
    recommended_if: Any = Field(None, alias="recommandee_si")
    possible_if: Any = Field(None, alias="possible_si")
    duty: str = Field("", alias="explication_obligation")
    heavy: YesNo = Field(False, alias="lourde")
    bases: tuple[str, ...] = Field((), alias="fondements")
    confidence: Confidence = Field("jugement", alias="confiance")
    recommendations: tuple[str, ...] = Field((), alias="recommandations")
    requires: tuple[str | tuple[str, ...], ...] = Field((), alias="requiert")
    excludes: tuple[str, ...] = Field((), alias="exclut")
    variants: dict[str, VariantFile] = Field({}, alias="variantes")
    optional: dict[str, OptionalParagraphFile] = Field({}, alias="alineas")
    blanks: dict[str, Blank] = Field({}, alias="a_completer")
    deliverables: tuple[Deliverable, ...] = Field((), alias="livrables")
    indicators: tuple[Indicator, ...] = Field((), alias="indicateurs")
    datasets: tuple[Dataset, ...] = Field((), alias="jeux")
    assets: tuple[Asset, ...] = Field((), alias="biens")
    penalty_cap: str = Field("", alias="plafond_penalites")
    answers: tuple[Answer, ...] = Field((), alias="reponses")
    deviations: tuple[Deviation, ...] = Field((), alias="derogations")
    table: ComputedTable | None = Field(None, alias="tableau")
    table_under: str = Field("", alias="tableau_sous")
    """The optional paragraph that announces the table; empty when the last one does."""


@dataclass(frozen=True)
class Variant:
    """One whole wording. `name` is empty when the clause has a single one."""

    name: str
    label: str
    text: tuple[Alinea, ...]
    condition: Condition = NEVER
    excluded_if: Condition = NEVER
    """Where it holds, the buyer cannot choose this wording either: the law has no room for it."""
    is_default: bool = False
    for_buyer: str = ""
    for_operator: str = ""
    licence: str = ""
    """The licence that it gives to the open data sets, empty for a clause that gives none."""


@dataclass(frozen=True)
class OptionalParagraph:
    """A paragraph printed only when its condition holds, and only beside `with_clause` when it names one."""

    condition: Condition = ALWAYS
    with_clause: str | None = None


@dataclass(frozen=True)
class Clause:
    """One clause: when it stands, what it says, what it makes people do."""

    id: str
    theme: str
    title: str
    annex: str
    section: str
    order: float
    contracts: tuple[str, ...]
    variants: tuple[Variant, ...]
    excluded_if: Condition = NEVER
    obligatory_if: Condition = NEVER
    recommended_if: Condition = NEVER
    possible_if: Condition = ALWAYS
    duty: str = ""
    heavy: bool = False
    bases: tuple[str, ...] = ()
    confidence: str = "jugement"
    recommendations: tuple[str, ...] = ()
    requires: tuple[tuple[str, ...], ...] = ()
    """Groups of alternatives: one clause of each group is retained with this one."""
    excludes: tuple[str, ...] = ()
    optional: Mapping[str, OptionalParagraph] = field(default_factory=dict)
    blanks: Mapping[str, Blank] = field(default_factory=dict)
    defaults: Mapping[str, Value | tuple[str, ...]] = field(default_factory=dict)
    """Typed proposed values of the blanks that have one."""
    deliverables: tuple[Deliverable, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    datasets: tuple[Dataset, ...] = ()
    assets: tuple[Asset, ...] = ()
    penalty_cap: str = ""
    """The blank that holds the yearly ceiling of the penalties, in euros or as a share; empty when it sets none."""
    answers: tuple[Answer, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    table: str | None = None
    table_under: str = ""
    buyer_notes: str = ""
    motives: str = ""
    path: str = ""
    version: str = ""
    """The first digits of the SHA-256 of the clause file: another text, another version."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line of each key of the front matter, for messages."""

    def variant(self, name: str | None) -> Variant:
        """Return the variant of that name; the default one for None. KeyError when there is none."""
        if name is None:
            return self.default_variant
        return next(v for v in self.variants if v.name == name) if name in self.variant_names else _unknown(name)

    @property
    def variant_names(self) -> tuple[str, ...]:
        return tuple(v.name for v in self.variants)

    @property
    def default_variant(self) -> Variant:
        """Return the variant used when no condition picks another."""
        return next((v for v in self.variants if v.is_default), self.variants[0])

    def rules(self) -> tuple[Condition, ...]:
        """Return the conditions that decide of its level, in the order in which they decide."""
        return (self.excluded_if, self.obligatory_if, self.recommended_if, self.possible_if)

    def conditions(self) -> tuple[Condition, ...]:
        """Return every condition that decides about this clause, its variants and its optional paragraphs."""
        return (
            *self.rules(),
            *(v.condition for v in self.variants),
            *(v.excluded_if for v in self.variants),
            *(o.condition for o in self.optional.values()),
        )

    def line(self, key: str) -> int:
        """Return the line of a front matter key in the clause file (1 when it is absent)."""
        return self.lines.get(key, 1)


def _unknown(name: str) -> Variant:
    raise KeyError(name)
