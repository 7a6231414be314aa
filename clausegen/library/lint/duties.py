"""Check that the paragraph of a deliverable says who owes it, when, and how it is proved, as the data do."""

import re
from collections.abc import Iterator

from clausegen.document.nodes import Alinea, Role
from clausegen.errors import Problem
from clausegen.library.clause import Clause
from clausegen.library.clause_rows import Deliverable, Indicator
from clausegen.library.library import ClauseLibrary
from clausegen.library.lint.references import guaranteed_groups
from clausegen.library.lint.texts import parts_of, written

_PERIODS = {
    "mois": r"mois|mensuel",
    "trimestre": r"trimestr",
    "semestre": r"semestr",
    "annee": r"\ban\b|année|annuel",
    "livraison": r"livraison|remise|fourniture|chaque",
    "version": r"version",
    "evenement": r"chaque|tout|toute|nouve|avant|dès|lorsque|en cas",
}
_MILESTONES = {
    "notification": r"notification",
    "prise_d_effet": r"prise d'effet",
    "fin_du_contrat": r"fin du contrat|terme|échéance|expiration",
    "evenement": r"",
    "mise_en_service": r"mise en service|mis en service|ouverture|service",
    "recette": r"recette|admission|réception",
    "fin_de_phase": r"phase|fin|issue",
    "signature": r"signature|signé",
    "remise_de_l_offre": r"offre",
}
_DEBTORS = {"operateur": ("operateur",), "acheteur": ("acheteur",), "parties": ("operateur", "acheteur")}
_SHARE = re.compile(r"\d[\d,]* %")
_STEM = 5
"""Letters of a word that suffice to know it again in another form."""


def duties(library: ClauseLibrary) -> Iterator[Problem]:
    """L'alinéa d'un livrable nomme son débiteur, dit son échéance et sa preuve ; celui d'un indicateur, sa cible chiffrée : comme l'en-tête."""
    common = " ".join(library.frame.style.common_proofs)
    texts = {clause.id: _texts(clause) for clause in library}
    for clause in library:
        beside = {id for group in guaranteed_groups(library, clause) for id in group if len(group) == 1}
        required = " ".join(texts[id] for id in beside if id in texts)
        for item in clause.deliverables:
            for variant in clause.variants:
                alinea = next((a for a in variant.text if a.number == item.paragraph), None)
                if alinea and (not item.variants or variant.name in item.variants):
                    own = " ".join(written(tuple(parts_of(each))) for each in variant.text)
                    yield from _faults(clause, item, alinea, f"{own} {required} {common}")
        for indicator in clause.indicators:
            for variant in clause.variants:
                alinea = next((a for a in variant.text if a.number == indicator.paragraph), None)
                if alinea and (not indicator.variants or variant.name in indicator.variants):
                    own = " ".join(written(tuple(parts_of(each))) for each in variant.text)
                    yield from _unsaid_target(clause, indicator, alinea, own)


def _unsaid_target(clause: Clause, item: Indicator, alinea: Alinea, text: str) -> Iterator[Problem]:
    """All or nothing goes without saying; a share is said in the text, or is the bound of a blank."""
    bounds = {f"{bound} %" for blank in clause.blanks.values() for bound in (blank.minimum, blank.maximum)}
    for share in _SHARE.findall(item.target):
        if share not in text.replace("\u00a0", " ") and share != "100 %" and share not in bounds:
            yield _problem(clause, alinea, item, f"annonce « cible : {item.target} », que le texte ne dit pas")


def _texts(clause: Clause) -> str:
    return " ".join(written(tuple(parts_of(alinea))) for variant in clause.variants for alinea in variant.text)


def _faults(clause: Clause, item: Deliverable, alinea: Alinea, whole: str) -> Iterator[Problem]:
    said = written(tuple(parts_of(alinea))).lower().replace("’", "'")
    named = {part.party for part in parts_of(alinea) if isinstance(part, Role)}
    if not named & set(_DEBTORS[item.who]) and not (item.who == "parties" and "parties" in said):
        yield _problem(clause, alinea, item, "ne nomme pas celui qui le doit")
    when = item.when
    expected = [_PERIODS[when.every]] if when.every else []
    expected += [_MILESTONES[milestone] for milestone in (when.after, when.before) if milestone]
    if expected and not all(re.search(pattern, said) for pattern in expected):
        yield _problem(clause, alinea, item, "ne dit pas l'échéance de l'en-tête (période ou événement)")
    if not expected and not when.delay:
        yield _problem(clause, alinea, item, "n'a pas d'échéance dans l'en-tête")
    for key, words in (("preuve", item.proof), ("format", item.format)):
        if words and not _echoed(words, whole):
            yield _problem(clause, alinea, item, f"annonce « {key} : {words} », que le texte ne dit pas")


def _echoed(words: str, text: str) -> bool:
    """Return True when one word of weight of the data stands in the text, whatever its ending."""
    plain = text.lower()
    return (
        any(word[:_STEM] in plain for word in re.findall(r"[^\W\d_]{4,}|\b[A-Z]{3,}\b", words.lower()))
        or words.lower() in plain
    )


def _problem(clause: Clause, alinea: Alinea, item: Deliverable | Indicator, told: str) -> Problem:
    return Problem(clause.path, alinea.line, f"l'alinéa {alinea.number}, qui crée « {item.id} », {told}.")
