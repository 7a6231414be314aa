"""Cite articles of law inside a sentence, with the doubts that the registry keeps about them."""

from collections.abc import Iterable

from clausegen.facts.phrases import joined
from clausegen.library.law import Registry

_COMMON = {
    "Arrêté", "Avis", "Circulaire", "Code", "Directive", "Décision", "Décret", "Loi", "Ordonnance", "Règlement", "Référentiel",
}  # fmt: skip
"""The texts whose name begins with a common noun."""
_DOUBTS = {
    "partiel": "lu en partie",
    "memoire": "cité de mémoire, à vérifier",
    "a_verifier": "à vérifier",
}
"""What is added to an article whose text was not read whole."""


def cited_articles(bases: Iterable[str], registry: Registry) -> list[str]:
    """Return the articles grouped by text and by how far they were read: « code du patrimoine, L. 211-4 (à vérifier) »."""
    groups: dict[tuple[str, str], list[str]] = {}
    for reference in (registry[id] for id in bases if id in registry):
        groups.setdefault((reference.text, reference.confidence), []).append(reference.article)
    return [
        ", ".join(filter(None, (_lower(text), _articles(articles)))) + (f" ({doubt})" if doubt else "")
        for (text, confidence), articles in groups.items()
        for doubt in [_DOUBTS.get(confidence, "")]
    ]


def _articles(articles: list[str]) -> str:
    plain = not any(" et " in article for article in articles)
    return joined(articles, "et") if plain else ", ".join(dict.fromkeys(filter(None, articles)))


def _lower(text: str) -> str:
    """Return the name of a text inside a sentence: « code », « loi » are common nouns, « Conseil d'État » is not."""
    return f"{text[:1].lower()}{text[1:]}" if text.split(" ")[0] in _COMMON else text
