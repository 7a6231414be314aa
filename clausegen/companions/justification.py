"""Compose the justification note: what was decided, why, on what basis, and what is still unknown. Internal."""

from collections.abc import Iterator

from clausegen.assembly.decisions import Decision, Level
from clausegen.assembly.explanation import LEVEL_LABELS, explain, explain_variant
from clausegen.assembly.reasons import Reasons
from clausegen.assembly.typography import typeset
from clausegen.companions.findings import Findings
from clausegen.companions.note import article_of, basis, cell, document, row, text, title
from clausegen.companions.note_cautions import cautions, reminders
from clausegen.companions.penalties import ceiling_estimate
from clausegen.document.nodes import Block, Document, Run, Table, Value
from clausegen.facts.formatting import day
from clausegen.library.law import CONFIDENCE_LABELS


def justification(findings: Findings) -> Document:
    """Return the note as a document."""
    return document("note-de-justification", "Note de justification", tuple(_blocks(findings)), findings)


def _blocks(f: Findings) -> Iterator[Block]:
    yield text(
        "Document interne, à conserver au dossier et à ne pas joindre à la consultation. Il dit pourquoi chaque clause est retenue, sur quel "
        "fondement et jusqu'où ce fondement a été lu, ce qui a été écarté et pourquoi, ce qui reste inconnu. Il ne remplace pas la relecture d'un juriste.",
        "intro",
    )
    yield from _summary(f)
    yield from cautions(f)
    yield from _answers(f)
    yield from _retained(f)
    yield from _set_aside(f)
    yield from _waiting(f)
    yield from _gaps(f)
    yield from _others(f)
    yield from reminders(f)
    yield from _bases(f)


def _summary(f: Findings) -> Iterator[Block]:
    yield title("Synthèse")
    count = {level: sum(1 for d in f.selection.retained if d.level is level) for level in Level}
    rows = [
        ("Droit appliqué", f"au {day(f.facts.as_of)}"),
        ("Ensemble d'annexes", f.annex_set.label),
        (
            "Clauses retenues",
            f"{len(f.selection.retained)}, dont {count[Level.OBLIGATORY]} obligatoires et {count[Level.RECOMMENDED]} recommandées",
        ),
        ("Clauses écartées", str(len(f.selection.set_aside))),
        ("Clauses en attente", str(len(f.selection.waiting))),
        ("Blancs à compléter", str(len(f.gaps))),
        *((("Plafond annuel des pénalités, estimé", estimate),) if (estimate := ceiling_estimate(f)) else ()),
        ("Sujets sans clause dans la bibliothèque", " ; ".join(f.library.uncovered) or "aucun"),
        ("Empreinte de la bibliothèque", f.library.fingerprint[:16]),
    ]
    yield Table(row("Élément", "Valeur"), tuple(row(*line) for line in rows), (0.4, 0.6))
    for alert in f.selection.alerts:
        yield text(f"Alerte : {alert.message}", "note")


def _answers(f: Findings) -> Iterator[Block]:
    yield title("Réponses")
    rows = []
    for question in f.library.frame.questionnaire.asked(f.facts):
        value = f.facts.get(question.name)
        if value is None and question.name not in f.open_questions:
            continue
        shown = "Je ne sais pas" if value is None else f.sentences.shown(question, value)
        rows.append(((Run(typeset(question.text)),), (Value(shown),)))
    yield Table(row("Question", "Réponse"), tuple(rows), (0.6, 0.4))


def _retained(f: Findings) -> Iterator[Block]:
    yield title("Clauses retenues")
    reasons = _reasons(f)
    common = [f.sentences.answer(name, f.facts.values[name]) for name in f.facts if name in reasons.told]
    yield text(
        "Chaque motif est le plus petit ensemble de réponses qui suffit : aucune autre réponse n'y change rien."
        + "".join(f" Réponse commune à toutes, qui n'est pas répétée : {said}." for said in common),
        "note",
    )
    rows = []
    for clause in f.resolved:
        why = (
            reasons.why(clause.decision),
            clause.clause.duty if clause.decision.level is Level.OBLIGATORY else "",
            explain_variant(clause.decision, f.facts, f.sentences),
        )
        rows.append(
            row(article_of(clause.id, f), clause.clause.title, " ".join(filter(None, why)), basis(clause.decision, f))
        )
    yield Table(row("Article", "Clause", "Pourquoi", "Fondement et confiance"), tuple(rows), (0.12, 0.21, 0.37, 0.3))


def _set_aside(f: Findings) -> Iterator[Block]:
    yield title("Clauses écartées")
    if not f.selection.set_aside:
        yield text("Aucune clause obligatoire ou recommandée n'a été écartée.")
        return
    reasons = _reasons(f)
    rows = tuple(
        (cell(d.clause.title), cell(LEVEL_LABELS[d.level]), (Value(reasons.why(d)),)) for d in f.selection.set_aside
    )
    yield Table(row("Clause", "Niveau", "Motif"), rows, (0.35, 0.15, 0.5))


def _waiting(f: Findings) -> Iterator[Block]:
    yield title("Ce qui reste inconnu")
    if not f.selection.waiting:
        yield text("Aucune clause n'attend de réponse.")
        return
    rows = tuple(
        row(d.clause.title, f.sentences.asked(d.waiting_for), "imprimée" if d.retained else "non imprimée")
        for d in f.selection.waiting
    )
    yield Table(row("Clause en attente", "Question à trancher", "Dans les annexes"), rows, (0.35, 0.47, 0.18))


def _gaps(f: Findings) -> Iterator[Block]:
    yield title("Blancs à compléter")
    if not f.gaps:
        yield text("Tous les blancs sont remplis.")
        return
    rows = []
    for gap in f.gaps:
        rows.append(row(article_of(gap.clause, f) or "Page de garde", gap.blank.label))
    yield Table(row("Article", "À compléter"), tuple(rows), (0.3, 0.7))


def _others(f: Findings) -> Iterator[Block]:
    yield title("Clauses non retenues")
    left = [
        d for d in f.selection.decisions.values() if not d.retained and not d.set_aside and d.level is not Level.WAITING
    ]
    if not left:
        yield text("Toutes les clauses de la bibliothèque sont retenues ou en attente.")
        return
    rows = tuple(row(d.clause.title, LEVEL_LABELS[d.level], _why_not(d, f)) for d in left)
    yield Table(row("Clause", "Niveau", "Pourquoi"), rows, (0.4, 0.15, 0.45))


def _why_not(decision: Decision, f: Findings) -> str:
    if decision.level is Level.OPTIONAL:
        return "Facultative : l'acheteur peut l'ajouter."
    return explain(decision, f.facts, f.sentences, f.library)


def _reasons(f: Findings) -> Reasons:
    """Return what writes the reasons; whether the contract is an amendment is said once for all the clauses."""
    limited = [annexes.condition for annexes in f.library.frame.plan.sets if annexes.limited_to]
    told = frozenset(name for condition in limited for name in condition.names())
    return Reasons(f.library, f.selection, f.facts, f.sentences, told)


def _bases(f: Findings) -> Iterator[Block]:
    yield title("Fondements cités")
    registry = f.library.frame.registry
    ids = sorted(
        {id for clause in f.resolved for id in clause.decision.bases if id in registry},
        key=lambda id: registry[id].citation,
    )
    rows = tuple(
        row(
            registry[id].citation,
            registry[id].obliges or registry[id].title,
            CONFIDENCE_LABELS[registry[id].confidence],
        )
        for id in ids
    )
    if rows:
        yield Table(row("Texte", "Ce qu'il oblige", "Confiance"), rows, (0.28, 0.46, 0.26))
    yield text(
        "La confiance est celle du registre juridique ; un fondement cité de mémoire ou lu en partie se vérifie à la source avant signature.",
        "note",
    )
