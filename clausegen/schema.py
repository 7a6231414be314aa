"""The JSON Schemas of what goes in and out, made from the models: what `clausegen schema` prints."""

from typing import Any

from clausegen.companions.twin_model import twin_schema as twin_schema
from clausegen.dossier.dossier import Dossier
from clausegen.facts.questionnaire import Question
from clausegen.library.library import ClauseLibrary

_KINDS: dict[str, dict[str, Any]] = {
    "oui_non": {"enum": ["oui", "non", True, False, None]},
    "date": {"type": ["string", "null"], "description": "AAAA-MM-JJ ou JJ/MM/AAAA"},
    "montant": {"type": ["number", "string", "null"], "description": "euros hors taxes : 12500000, « 1 234 567,89 », « 12,5 M€ »"},
    "entier": {"type": ["integer", "string", "null"]},
    "nombre": {"type": ["number", "string", "null"]},
}  # fmt: skip


def dossier_schema(library: ClauseLibrary) -> dict[str, Any]:
    """Return the schema (draft 2020-12): French keys, every fact of the questionnaire, every clause of the library."""
    schema = Dossier.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Dossier clausegen"
    schema["description"] = "Fichier YAML ou JSON ; « faits » seul suffit. Une réponse absente ou nulle est inconnue."
    questions = library.frame.questionnaire.questions
    schema["properties"]["faits"] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _fact(question) for name, question in questions.items()},
    }
    schema["properties"]["choix"]["propertyNames"] = {"enum": list(library.clauses)}
    schema["properties"]["valeurs"]["propertyNames"] = {"enum": ["contrat", *library.clauses]}
    return schema


def _fact(question: Question) -> dict[str, Any]:
    if question.kind == "choix":
        allowed: dict[str, Any] = {"enum": [*question.answers, None]}
    elif question.kind == "choix_multiple":
        allowed = {"type": ["array", "null"], "items": {"enum": [*question.answers]}, "uniqueItems": True}
    elif question.kind == "echelle":
        allowed = {"enum": [*map(int, question.scale), *question.scale, None]}
    else:
        allowed = _KINDS[question.kind]
    return {"title": question.text, **allowed}
