"""Compose the justification note: what was decided, why, on what basis, and what is still unknown. Internal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clausegen.assembly.annexes import Identity
from clausegen.assembly.cautions import Told, ceiling_sentence, cited
from clausegen.assembly.decisions import Decision, Level, Selection
from clausegen.assembly.explanation import LEVEL_LABELS, explain, explain_variant
from clausegen.assembly.numbering import Numbering, document_of
from clausegen.assembly.resolution import FilledBlank, ResolvedClause
from clausegen.assembly.typography import typeset
from clausegen.document.nodes import Block, Document, Heading, Inline, Paragraph, Run, Table, Value
from clausegen.facts.facts import Facts
from clausegen.facts.formatting import day
from clausegen.facts.sentences import Sentences, joined
from clausegen.library.law import CONFIDENCE_LABELS
from clausegen.library.library import ClauseLibrary

SHORT_CONFIDENCE = {
    "verifie": "texte lu",
    "partiel": "lu en partie",
    "memoire": "de mémoire",
    "jugement": "contractuel",
    "a_verifier": "à vérifier",
}
"""Confidence of a legal basis, in two words."""

Cells = tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True)
class Findings:
    """Everything the note reports on."""

    selection: Selection
    resolved: Sequence[ResolvedClause]
    numbering: Numbering
    facts: Facts
    library: ClauseLibrary
    sentences: Sentences
    gaps: Sequence[FilledBlank]
    annex_set: str
    told: Told


def justification(findings: Findings, identity: Identity) -> Document:
    """Return the note as a document."""
    return Document(
        name="note-de-justification",
        title="Note de justification",
        subtitle=identity.title,
        blocks=tuple(_blocks(findings)),
        cover=identity.cover,
        draft_mark=identity.draft_mark,
        footer=identity.footer,
    )


def _blocks(f: Findings) -> Iterator[Block]:
    yield _text(
        "Document interne, à conserver au dossier et à ne pas joindre à la consultation. Il dit pourquoi chaque clause est retenue, sur quel "
        "fondement et jusqu'où ce fondement a été lu, ce qui a été écarté et pourquoi, ce qui reste inconnu. Il ne remplace pas la relecture d'un juriste.",
        "intro",
    )
    yield from _summary(f)
    yield from _cautions(f)
    yield from _answers(f)
    yield from _retained(f)
    yield from _set_aside(f)
    yield from _waiting(f)
    yield from _gaps(f)
    yield from _others(f)
    yield from _reminders(f)
    yield from _bases(f)


def _summary(f: Findings) -> Iterator[Block]:
    yield _title("Synthèse")
    count = {level: sum(1 for d in f.selection.retained if d.level is level) for level in Level}
    rows = [
        ("Droit appliqué", f"au {day(f.facts.as_of)}"),
        ("Ensemble d'annexes", f.annex_set),
        (
            "Clauses retenues",
            f"{len(f.selection.retained)}, dont {count[Level.OBLIGATORY]} obligatoires et {count[Level.RECOMMENDED]} recommandées",
        ),
        ("Clauses écartées", str(len(f.selection.set_aside))),
        ("Clauses en attente", str(len(f.selection.waiting))),
        ("Blancs à compléter", str(len(f.gaps))),
        ("Sujets sans clause dans la bibliothèque", " ; ".join(f.library.uncovered) or "aucun"),
        ("Empreinte de la bibliothèque", f.library.fingerprint[:16]),
    ]
    yield Table(_row("Élément", "Valeur"), tuple(_row(*row) for row in rows), (0.4, 0.6))
    for alert in f.selection.alerts:
        yield _text(f"Alerte : {alert.message}", "note")


def _cautions(f: Findings) -> Iterator[Block]:
    """Warnings and ceilings, and what the law imposes outside an amendment's annexes; nothing when there is none."""
    if f.told.warnings:
        yield _title("Points d'attention")
        rows = tuple(
            _row("Bloquant" if w.gravity == "bloquante" else "Attention", w.message, _cited(w.bases, f))
            for w in f.told.warnings
        )
        yield Table(_row("Portée", "Ce qu'il faut savoir", "Fondement"), rows, (0.13, 0.57, 0.3))
    if f.told.ceilings:
        yield _title("Plafond de la modification")
        for found in f.told.ceilings:
            yield _text(ceiling_sentence(found, f.sentences))
            yield _text(
                " ".join(filter(None, (found.ceiling.note, f"Fondement : {_cited(found.ceiling.bases, f)}."))), "note"
            )
    if f.selection.out_of_scope:
        yield _title("Hors de l'avenant, ce que la loi impose aussi")
        yield _text(
            "Vérifiez que le contrat en cours contient déjà l'équivalent de ces clauses ; sinon, étendez l'avenant."
        )
        rows = tuple(_row(d.clause.title, _basis(d, f)) for d in f.selection.out_of_scope)
        yield Table(_row("Clause", "Fondement et confiance"), rows, (0.5, 0.5))


def _reminders(f: Findings) -> Iterator[Block]:
    yield _title("Contenus obligatoires du corps du contrat, hors de ces annexes")
    yield _text(
        "Ces annexes ne portent pas ce qui suit. La liste n'est pas complète : elle rappelle ce que le registre a lu."
    )
    rows = [_row(r.text, _cited(r.bases, f)) for r in f.told.reminders]
    rows += [_row(f"À vérifier, une réponse manque : {r.text}", _cited(r.bases, f)) for r in f.told.to_check]
    if rows:
        yield Table(_row("Contenu", "Fondement"), tuple(rows), (0.62, 0.38))


def _cited(bases: tuple[str, ...], f: Findings) -> str:
    contract = f.library.frame.contracts.by_type.get(str(f.facts.get("type_contrat")))
    return cited(bases, f.library.frame.registry, contract)


def _answers(f: Findings) -> Iterator[Block]:
    yield _title("Réponses")
    rows = []
    useful = f.library.useful(str(f.facts.get("type_contrat")))
    for question in f.library.frame.questionnaire.asked(f.facts):
        if question.name not in useful:
            continue
        value = f.facts.get(question.name)
        shown = "Je ne sais pas" if value is None else f.sentences.shown(question, value)
        rows.append(((Run(typeset(question.text)),), (Value(shown),)))
    yield Table(_row("Question", "Réponse"), tuple(rows), (0.6, 0.4))


def _retained(f: Findings) -> Iterator[Block]:
    yield _title("Clauses retenues")
    rows = []
    for clause in f.resolved:
        place = f.numbering.places[clause.id]
        why = (
            explain(clause.decision, f.facts, f.sentences, f.library),
            clause.clause.duty if clause.decision.level is Level.OBLIGATORY else "",
            explain_variant(clause.decision, f.facts, f.sentences),
        )
        article = f"{place.article}, {document_of(place.annex)}"
        rows.append(_row(article, clause.clause.title, " ".join(filter(None, why)), _basis(clause.decision, f)))
    yield Table(_row("Article", "Clause", "Pourquoi", "Fondement et confiance"), tuple(rows), (0.12, 0.21, 0.37, 0.3))


def _set_aside(f: Findings) -> Iterator[Block]:
    yield _title("Clauses écartées")
    if not f.selection.set_aside:
        yield _text("Aucune clause obligatoire ou recommandée n'a été écartée.")
        return
    rows = tuple(
        (_cell(d.clause.title), _cell(LEVEL_LABELS[d.level]), (Value(explain(d, f.facts, f.sentences, f.library)),))
        for d in f.selection.set_aside
    )
    yield Table(_row("Clause", "Niveau", "Motif"), rows, (0.35, 0.15, 0.5))


def _waiting(f: Findings) -> Iterator[Block]:
    yield _title("Ce qui reste inconnu")
    if not f.selection.waiting:
        yield _text("Aucune clause n'attend de réponse.")
        return
    rows = tuple(
        _row(d.clause.title, f.sentences.asked(d.waiting_for), "imprimée" if d.retained else "non imprimée")
        for d in f.selection.waiting
    )
    yield Table(_row("Clause en attente", "Question à trancher", "Dans les annexes"), rows, (0.35, 0.47, 0.18))


def _gaps(f: Findings) -> Iterator[Block]:
    yield _title("Blancs à compléter")
    if not f.gaps:
        yield _text("Tous les blancs sont remplis.")
        return
    rows = []
    for gap in f.gaps:
        place = f.numbering.places.get(gap.clause)
        rows.append(_row(f"{place.article}, {document_of(place.annex)}" if place else "Page de garde", gap.blank.label))
    yield Table(_row("Article", "À compléter"), tuple(rows), (0.3, 0.7))


def _others(f: Findings) -> Iterator[Block]:
    yield _title("Clauses non retenues")
    left = [
        d for d in f.selection.decisions.values() if not d.retained and not d.set_aside and d.level is not Level.WAITING
    ]
    if not left:
        yield _text("Toutes les clauses de la bibliothèque sont retenues ou en attente.")
        return
    rows = tuple(_row(d.clause.title, LEVEL_LABELS[d.level], _why_not(d, f)) for d in left)
    yield Table(_row("Clause", "Niveau", "Pourquoi"), rows, (0.4, 0.15, 0.45))


def _why_not(decision: Decision, f: Findings) -> str:
    if decision.level is Level.OPTIONAL:
        return "Facultative : l'acheteur peut l'ajouter."
    return explain(decision, f.facts, f.sentences, f.library)


def _bases(f: Findings) -> Iterator[Block]:
    yield _title("Fondements cités")
    registry = f.library.frame.registry
    ids = sorted(
        {id for clause in f.resolved for id in clause.decision.bases if id in registry},
        key=lambda id: registry[id].citation,
    )
    rows = tuple(
        _row(
            registry[id].citation,
            registry[id].obliges or registry[id].title,
            CONFIDENCE_LABELS[registry[id].confidence],
        )
        for id in ids
    )
    if rows:
        yield Table(_row("Texte", "Ce qu'il oblige", "Confiance"), rows, (0.28, 0.46, 0.26))
    yield _text(
        "La confiance est celle du registre juridique ; un fondement cité de mémoire ou lu en partie se vérifie à la source avant signature.",
        "note",
    )


def _basis(decision: Decision, f: Findings) -> str:
    """Return the legal references of a clause, grouped by text and confidence, then the confidence of the clause."""
    registry = f.library.frame.registry
    groups: dict[tuple[str, str], list[str]] = {}
    for reference in (registry[id] for id in decision.bases if id in registry):
        groups.setdefault((reference.text, reference.confidence), []).append(reference.article)
    cited = [
        f"{', '.join(filter(None, [text, joined(articles, 'et')]))} ({SHORT_CONFIDENCE[confidence]})"
        for (text, confidence), articles in groups.items()
    ]
    own = f"Confiance de la clause : {SHORT_CONFIDENCE[decision.clause.confidence]}."
    return f"{' ; '.join(cited)}. {own}" if cited else own


def _title(text: str) -> Heading:
    return Heading(0, typeset(text))


def _text(text: str, style: str = "body") -> Paragraph:
    return Paragraph((Run(typeset(text)),), style=style)


def _cell(text: str) -> tuple[Inline, ...]:
    return (Run(typeset(text)),) if text else ()


def _row(*texts: str) -> Cells:
    return tuple(_cell(text) for text in texts)
