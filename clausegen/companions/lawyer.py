"""Compose the questions for the lawyer, the most blocking first, each with room for the answer. Internal."""

from collections.abc import Iterable, Iterator

from clausegen.assembly.cautions import ceiling_sentence
from clausegen.assembly.decisions import Decision, Level
from clausegen.assembly.explanation import explain
from clausegen.assembly.wording import worded
from clausegen.companions.consultation import waiting_extracts
from clausegen.companions.findings import Findings
from clausegen.companions.lawyer_facts import open_answers
from clausegen.companions.note import (
    SHORT,
    SHORT_CONFIDENCE,
    Cells,
    article_of,
    cell,
    document,
    graded,
    references,
    row,
    text,
    title,
)
from clausegen.document.nodes import Block, Document, Table, Value, plain_text
from clausegen.facts.conditions import Holds
from clausegen.library.cautions import Gravity

_ANSWER = "Réponse du juriste"
_UNSURE = ("a_verifier", "memoire", "partiel")
"""Confidence levels that call for a check, the most doubtful first."""


def lawyer(f: Findings) -> Document:
    """Return the questions as a document, even when there is none."""
    return document("questions-au-juriste", "Questions au juriste", tuple(_blocks(f)), f, SHORT)


def _blocks(f: Findings) -> Iterator[Block]:
    yield text(
        "Document interne, à ne pas joindre à la consultation. Les questions sont rangées de la plus bloquante à la moins pressante, les références les moins lues d'abord ; la dernière colonne est à remplir.",
        "intro",
    )
    groups = (
        ("Ce qui bloque la signature", ("Point", "Fondement"), (0.45, 0.25, 0.3), _warnings("bloquante", f)),
        ("Clauses obligatoires écartées", ("Clause", "Motif écrit et fondement"), (0.27, 0.43, 0.3), _set_aside(f)),
        ("Réponses qui manquent", ("Question", "Ce qu'elle décide"), (0.32, 0.38, 0.3), _answers(f)),
        ("Points d'attention", ("Point", "Fondement"), (0.45, 0.25, 0.3), _warnings("attention", f)),
        ("Références à vérifier", ("Article et clause", "À vérifier"), (0.27, 0.43, 0.3), _to_check(f)),
        ("Contenus du corps du contrat à vérifier", ("Contenu", "Fondement"), (0.45, 0.25, 0.3), _reminders(f)),
        (
            "Extraits du règlement de la consultation",
            ("Extrait", "À trancher ou à vérifier"),
            (0.42, 0.28, 0.3),
            _extracts(f),
        ),
    )
    asked = False
    for label, header, widths, rows in groups:
        if found := tuple(rows):
            asked = True
            yield title(label)
            yield Table(row(*header, _ANSWER), found, widths)
    if not asked:
        yield text("Aucune question : rien n'attend de réponse, et aucune référence n'est citée sans avoir été lue.")


def _warnings(gravity: Gravity, f: Findings) -> Iterator[Cells]:
    """Warnings of that gravity; a ceiling exceeded blocks, one that cannot be worked out calls for attention."""
    for warning in f.told.warnings:
        if warning.gravity == gravity:
            yield row(warning.message, references(warning.bases, f), "")
    state = "exceeded" if gravity == "bloquante" else "waiting"
    for found in f.told.ceilings:
        if found.state == state:
            yield row(ceiling_sentence(found, f.sentences), references(found.ceiling.bases, f), "")


def _set_aside(f: Findings) -> Iterator[Cells]:
    for decision in f.selection.set_aside:
        if decision.level is Level.OBLIGATORY:
            why = explain(decision, f.facts, f.sentences, f.library)
            cited = references(decision.bases, f)
            yield cell(decision.clause.title), (Value(why), *cell(f" Fondement : {cited}." if cited else "")), ()


def _answers(f: Findings) -> Iterator[Cells]:
    for question, decided in open_answers(f):
        yield row(question, " ; ".join(decided), "")


def _to_check(f: Findings) -> Iterator[Cells]:
    """Clauses by doubt: the most doubtful first, then in the order of print."""
    doubts = [(*doubt, clause.decision) for clause in f.resolved if (doubt := _doubt(clause.decision, f))]
    for _, told, decision in sorted(doubts, key=lambda each: each[0]):
        yield row(f"{article_of(decision.clause.id, f)} : {decision.clause.title}", told, "")


def _doubt(decision: Decision, f: Findings) -> tuple[int, str] | None:
    """Return the rank of the worst doubt and what to check; None when every basis was read."""
    registry = f.library.frame.registry
    unsure = [registry[id] for id in decision.bases if id in registry and registry[id].confidence in _UNSURE]
    levels = [reference.confidence for reference in unsure]
    own = decision.clause.confidence
    if own in _UNSURE:
        levels.append(own)
    if not levels:
        return None
    cited = graded([reference.id for reference in unsure], f)
    told = [f"Confiance de la clause : {SHORT_CONFIDENCE[own]}."] if own in _UNSURE else []
    if cited:
        told.append(f"{cited}.")
    elif others := references(decision.bases, f):
        told.append(f"À relire avec la clause : {others}.")
    else:
        told.append("Aucun texte au registre pour ce contrat : vérifiez qu'aucun ne la contredit.")
    return min(map(_UNSURE.index, levels)), " ".join(told)


def _reminders(f: Findings) -> Iterator[Cells]:
    for reminder in f.told.to_check:
        yield row(f"À vérifier, une réponse manque : {reminder.text}", references(reminder.bases, f), "")


def _extracts(f: Findings) -> Iterator[Cells]:
    if "reglement" not in f.annex_set.companions:
        return
    for extract, missing in waiting_extracts(f):
        yield cell(_short(plain_text(worded(extract.text, f.contract)))), cell(f.sentences.asked(missing)), ()
    for extract in f.library.frame.consultation.extracts:
        if isinstance(extract.condition.verdict(f.facts), Holds) and (told := _unread(extract.bases, f)):
            yield cell(_short(plain_text(worded(extract.text, f.contract)))), cell(told), ()


def _unread(bases: Iterable[str], f: Findings) -> str:
    registry = f.library.frame.registry
    kept = registry.suiting(bases, f.contract.registry_names)
    return graded([id for id in kept if id in registry and registry[id].confidence in _UNSURE], f)


def _short(words: str, most: int = 160) -> str:
    """Return the beginning of a text, cut between two words."""
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
