"""The command that says why each clause stands, or does not, and what would bring it in."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from clausegen.cli_inputs import DossierArgument, dossier, library
from clausegen.cli_library import ClausesOption
from clausegen.errors import ClausegenError, DossierError, did_you_mean

if TYPE_CHECKING:
    from clausegen.assembly.decisions import Decision, Selection
    from clausegen.assembly.reasons import Reasons
    from clausegen.pipeline import Understood

ClauseArgument = Annotated[
    str | None, typer.Argument(metavar="[CLAUSE]", help="Identifiant d'une clause ; toutes, en une ligne, par défaut.")
]


def explain(read: DossierArgument, clause: ClauseArgument = None, clauses: ClausesOption = None) -> None:
    """Dit pourquoi une clause est retenue ou ne l'est pas, les réponses qui suffisent, et celles qui la feraient entrer."""
    from clausegen.assembly.reasons import Reasons
    from clausegen.assembly.selection import select
    from clausegen.facts.sentences import Sentences
    from clausegen.pipeline import understand

    known = library(clauses)
    understood = understand(dossier(read), known, date.today())
    if understood.problems:
        raise DossierError(understood.problems)
    if clause is not None and clause not in known:
        raise ClausegenError(f"la clause « {clause} » n'existe pas.{did_you_mean(clause, known.clauses)}")
    facts, selection = understood.facts, select(known, understood.facts, understood.choices)
    reasons = Reasons(
        known, selection, facts, Sentences(known.frame.questionnaire, known.frame.thresholds, facts.as_of)
    )
    lines = _whole(selection.decisions[clause], reasons, understood) if clause else _listed(selection, reasons)
    for line in lines:
        typer.echo(line)


def _listed(selection: "Selection", reasons: "Reasons") -> Iterator[str]:
    """Yield one line per clause, grouped as the app groups them."""
    from clausegen.assembly.decisions import Level

    groups: dict[str, list[Decision]] = {
        "Retenues": [], "En attente": [], "À ajouter": [], "Écartées ou sans objet": []
    }  # fmt: skip
    for decision in selection.decisions.values():
        if decision.retained and decision.level is not Level.WAITING:
            group = "Retenues"
        elif decision.level is Level.WAITING and not decision.set_aside:
            group = "En attente"
        elif decision.level is Level.OPTIONAL and not decision.set_aside:
            group = "À ajouter"
        else:
            group = "Écartées ou sans objet"
        groups[group].append(decision)
    for title, decisions in groups.items():
        yield f"{title} ({len(decisions)})"
        yield from (f"  {decision.clause.id} – {reasons.why(decision)}" for decision in decisions)


def _whole(decision: "Decision", reasons: "Reasons", understood: "Understood") -> Iterator[str]:
    """Yield everything that explains one clause."""
    from clausegen.assembly.decisions import Level
    from clausegen.assembly.explanation import LEVEL_LABELS, explain_variant
    from clausegen.assembly.nearest import nearest_change

    clause, facts, sentences = decision.clause, reasons.facts, reasons.sentences
    yield f"{clause.title} ({clause.id})"
    yield f"  {LEVEL_LABELS[decision.level]}, {'retenue' if decision.retained else 'non retenue'}."
    yield f"  Pourquoi : {_sentences(reasons.why(decision), reasons.settled(decision))}"
    if answers := reasons.answers(decision):
        yield "  Réponses qui suffisent :"
        for name in answers:
            question = reasons.library.frame.questionnaire.questions[name]
            yield f"    {question.text} {sentences.shown(question, facts.values[name])}"
    if decision.retained:
        duty = clause.duty if decision.level is Level.OBLIGATORY else ""
        variant = explain_variant(decision, facts, sentences)
        yield from (
            f"  {line}" for line in (reasons.basis(decision), duty, variant, reasons.also_required(decision)) if line
        )
    else:
        change = None if decision.set_aside else nearest_change(reasons.library, facts, understood.choices, clause)
        if said := reasons.change(decision, change):
            yield f"  Ce qui la ferait entrer : {said[:1].lower()}{said[1:]}"


def _sentences(*parts: str) -> str:
    return " ".join(filter(None, parts))
