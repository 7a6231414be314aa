"""Say in French why a clause is in the contract, is not, or is waited for."""

from clausegen.assembly.decisions import Decision, Level, Origin
from clausegen.facts.facts import Facts
from clausegen.facts.sentences import Sentences, joined
from clausegen.library.library import ClauseLibrary

LEVEL_LABELS = {
    Level.OBLIGATORY: "Obligatoire",
    Level.RECOMMENDED: "Recommandée",
    Level.OPTIONAL: "Facultative",
    Level.WAITING: "En attente",
    Level.EXCLUDED: "Exclue",
    Level.NOT_APPLICABLE: "Sans objet",
}
"""French names of the levels, as shown."""


def explain(decision: Decision, facts: Facts, sentences: Sentences, library: ClauseLibrary) -> str:
    """Return one sentence, with its full stop, that an officer can paste into a memo."""
    others = joined([f"« {library[id].title} »" for id in decision.others if id in library], "ou")
    match decision.origin:
        case Origin.REQUIRED:
            return f"Retenue parce que {others} la requiert."
        case Origin.CHOSEN:
            return "Facultative, ajoutée par l'acheteur."
        case Origin.SET_ASIDE:
            motive = f" Motif : {decision.reason.rstrip('.')}." if decision.reason else ""
            return f"{_level(decision)}, écartée par l'acheteur.{motive}"
        case Origin.INCOMPATIBLE:
            return f"Écartée : incompatible avec {others}."
        case Origin.IMPOSSIBLE:
            return f"Écartée : elle requiert {others}, qui ne convient pas à ce contrat."
    if decision.level is Level.WAITING:
        kept = (
            " Elle est imprimée dès maintenant : toutes les réponses possibles la retiennent."
            if decision.retained
            else ""
        )
        return f"En attente d'une réponse à {sentences.asked(decision.waiting_for)}.{kept}"
    telling = tuple(name for name in decision.because if name != "type_contrat") or decision.because
    reasons = sentences.reasons(telling, facts)
    if decision.level is Level.NOT_APPLICABLE:
        return f"Sans objet : {reasons}."
    if decision.level is Level.EXCLUDED:
        return f"Exclue : {reasons}." if reasons else "Exclue."
    if not decision.because or decision.because == ("type_contrat",):
        return f"{_level(decision)} dans tout contrat de ce type."
    return f"{_level(decision)} : {reasons}."


def explain_variant(decision: Decision, facts: Facts, sentences: Sentences) -> str:
    """Return why this wording was taken; empty when the clause has only one."""
    if len(decision.clause.variants) < 2:
        return ""
    label = decision.clause.variant(decision.variant).label
    wording = f"« {label} »" if label.startswith("Rédaction") else f"Rédaction « {label} »"
    if decision.variant_chosen:
        return f"{wording}, choisie par l'acheteur."
    waiting = (
        f", dans l'attente d'une réponse à {sentences.asked(decision.variant_waiting)}"
        if decision.variant_waiting
        else ""
    )
    if decision.variant_because:
        return f"{wording} : {sentences.reasons(decision.variant_because, facts)}{waiting}."
    if waiting:
        return f"{wording}{waiting}."
    return f"{wording}, par défaut."


def _level(decision: Decision) -> str:
    return LEVEL_LABELS[decision.level]
