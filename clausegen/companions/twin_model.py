"""The shape of the machine-readable twin of a contract: `jumeau.json`. Its JSON Schema is made from these models."""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = 1
"""Raised when a key changes its sense or goes away; a new key does not raise it."""

Euros = Annotated[float, Field(description="euros hors taxes, ou euros d'une pénalité")]
Value = bool | int | float | str | tuple[str, ...]


_FRENCH = {
    "amount": "montant", "annex": "annexe", "assets": "biens", "base": "assiette_annuelle", "bases": "fondements", "bookmark": "signet",
    "breach": "manquement", "cap": "plafond", "capped": "dans_le_plafond", "confidence": "confiance", "datasets": "jeux", "day": "date",
    "debtor": "debiteur", "draft": "projet", "due": "echeance", "every": "periodicite", "facts": "faits", "formula": "formule",
    "frequency": "frequence", "indicators": "indicateurs", "kind": "nature", "law_date": "date_droit", "level": "niveau",
    "library": "bibliotheque", "limit": "montant", "measured": "indicateur", "medium": "support", "milestones": "jalons", "name": "nom",
    "openness": "ouverture", "penalties": "penalites", "penalty": "penalite", "personal": "donnees_personnelles",
    "printed": "empreinte", "proof": "preuve", "schema_name": "schema", "schema_version": "version_du_schema",
    "sensitivity": "sensibilite", "share": "part", "target": "cible", "text": "texte", "title": "titre", "tool": "clausegen",
    "unit": "unite", "variant": "variante", "what": "livrable",
}  # fmt: skip
"""Our names -> the keys of the file, those of the clause files where they have one; the others are the same in both."""


class Part(BaseModel):
    """A part of the file: French keys outside, English names inside."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=True, alias_generator=lambda name: _FRENCH.get(name, name)
    )


class Basis(Part):
    id: str
    citation: str
    confidence: str = Field(description="jusqu'où le texte a été lu")


class TwinClause(Part):
    id: str
    title: str
    level: str
    variant: str | None
    annex: int = Field(description="0 pour l'acte d'avenant")
    article: str
    bookmark: str = Field(description="celui du titre dans le fichier Word")
    bases: tuple[Basis, ...]
    confidence: str
    version: str = Field(description="empreinte du fichier de la clause")
    printed: str = Field(description="empreinte du texte imprimé")


class Located(Part):
    id: str
    clause: str
    annex: int
    article: str = Field(description="l'alinéa qui crée la ligne")
    bookmark: str


class TwinObligation(Located):
    what: str
    debtor: str
    due: str
    day: date | None
    every: str | None
    format: str | None
    proof: str | None
    penalty: str | None = Field(description="code d'une pénalité")


class TwinDataset(Part):
    id: str
    name: str
    clause: str
    annex: int
    article: str
    source: str | None
    format: str | None
    schema_name: str | None
    frequency: str | None
    openness: str
    personal: bool
    sensitivity: str
    licence: str | None


class TwinIndicator(Located):
    measured: str
    formula: str | None
    source: str | None = Field(description="identifiant d'un jeu de données")
    frequency: str | None
    target: str
    penalty: str | None = Field(description="code d'une pénalité")


class TwinPenalty(Located):
    code: str
    breach: str
    text: str = Field(description="la pénalité comme elle est imprimée")
    amount: Euros | None
    share: float | None = Field(description="sur cent, de ce que dit l'unité")
    unit: str | None
    capped: bool


class TwinCap(Located):
    text: str
    share: float | None = Field(description="sur cent, de l'assiette annuelle")
    base: Euros | None
    limit: Euros | None


class TwinAsset(Located):
    name: str
    kind: str
    regime: str
    medium: str | None


class Twin(Part):
    schema_version: int
    tool: str = Field(description="version du logiciel")
    library: str = Field(description="empreinte SHA-256 de la bibliothèque de clauses")
    law_date: date
    title: str
    draft: bool = Field(description="vrai tant qu'il manque une réponse ou un blanc")
    facts: dict[str, Value]
    milestones: dict[str, date]
    clauses: tuple[TwinClause, ...]
    obligations: tuple[TwinObligation, ...]
    datasets: tuple[TwinDataset, ...]
    indicators: tuple[TwinIndicator, ...]
    penalties: tuple[TwinPenalty, ...]
    cap: TwinCap | None
    assets: tuple[TwinAsset, ...]


def twin_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of `jumeau.json`."""
    schema = Twin.model_json_schema(by_alias=True, mode="serialization")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Jumeau numérique d'un contrat clausegen"
    schema["description"] = (
        "Ce que le contrat fait faire, mesurer et remettre, pour une machine. Dates ISO 8601, montants en euros."
    )
    return schema
