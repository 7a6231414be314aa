"""Check what is typed into a blank: its type, its bounds, its choices."""

from collections.abc import Sequence
from decimal import Decimal

from clausegen.errors import did_you_mean, listed
from clausegen.facts.values import Value, clean_text, parse_value, shown
from clausegen.library.clause import Blank

BlankValue = Value | tuple[str, ...]

_KINDS = {"montant": "montant", "date": "date", "oui_non": "oui_non", "nombre": "nombre", "pourcentage": "nombre"}
_TEXTS = ("texte", "texte_long", "choix")
UNITS = {
    "jours": ("jour", "jours"),
    "jours_ouvres": ("jour ouvré", "jours ouvrés"),
    "heures": ("heure", "heures"),
    "minutes": ("minute", "minutes"),
    "mois": ("mois", "mois"),
    "annees": ("an", "ans"),
}
"""Unit printed with a delay: singular, plural."""


def parse_blank(blank: Blank, raw: object) -> BlankValue:
    """Return the typed value; ValueError tells in French what is wrong and what is allowed.

    Amounts are euros, delays whole numbers of the blank's unit, percentages numbers out of 100, lists tuples of lines.
    """
    if blank.kind in ("liste", "tableau"):
        lines = raw.splitlines() if isinstance(raw, str) else raw
        if not isinstance(lines, Sequence):
            raise ValueError(f"une liste de lignes est attendue, pas « {shown(raw)} »")
        kept = tuple(clean_text(str(line).strip()) for line in lines if str(line).strip())
        for line in kept if blank.kind == "tableau" else ():
            if len(cells_of(line)) != len(blank.columns):
                raise ValueError(
                    f"la ligne « {shown(line)} » compte {len(cells_of(line))} cases ; écrivez {' | '.join(blank.columns)}"
                )
        return kept
    if blank.kind in _TEXTS:
        if not isinstance(raw, str | int | float | Decimal) or isinstance(raw, bool):
            given = "une liste de lignes" if isinstance(raw, list | tuple) else f"« {shown(raw)} »"
            raise ValueError(f"un texte est attendu, pas {given}")
        text = clean_text(str(raw).strip())
        if blank.kind == "choix" and text not in blank.choices:
            raise ValueError(
                f"« {shown(text)} » n'est pas un choix possible ; possibles : {listed(blank.choices)}."
                f"{did_you_mean(text, blank.choices)}"
            )
        return text
    if blank.kind == "pourcentage" and isinstance(raw, str):
        raw = raw.rstrip(" %\u00a0\u202f")
    value = parse_value(_KINDS.get(blank.kind, "entier"), raw)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        minimum = 0 if blank.minimum is None and blank.kind in (*UNITS, "montant", "pourcentage") else blank.minimum
        if minimum is not None and value < minimum:
            raise ValueError(f"« {shown(raw)} » est trop petit ; au moins {minimum}{_unit(blank)}")
        if blank.maximum is not None and value > blank.maximum:
            raise ValueError(f"« {shown(raw)} » est trop grand ; au plus {blank.maximum}{_unit(blank)}")
    return value


def cells_of(line: str) -> tuple[str, ...]:
    """Return the cells of a line of a table.

    >>> cells_of("Article 12 | en vigueur | nouveau")
    ('Article 12', 'en vigueur', 'nouveau')
    """
    return tuple(cell.strip() for cell in line.split("|"))


def _unit(blank: Blank) -> str:
    if blank.kind in UNITS:
        return f" {UNITS[blank.kind][1]}"
    return {"montant": " €", "pourcentage": " %"}.get(blank.kind, "")
