"""Compose the table of deviations: from what the library proposes, and from the general conditions (CCAG). Internal."""

from collections.abc import Iterator

from clausegen.assembly.decisions import Origin
from clausegen.assembly.explanation import LEVEL_LABELS, explain
from clausegen.assembly.resolution import written
from clausegen.assembly.typography import typeset
from clausegen.assembly.verdicts import choose_variant
from clausegen.companions.findings import Findings
from clausegen.companions.general_conditions import general_conditions
from clausegen.companions.note import SHORT, article_of, cell, document, row, text, title
from clausegen.companions.standing import printed_at
from clausegen.document.nodes import Block, Document, Filling, Run, Table, Value


def deviations(f: Findings) -> Document:
    """Return the table as a document, even when there is nothing to tell: it is then the proof of it."""
    return document("tableau-des-ecarts", "Tableau des écarts", tuple(_blocks(f)), f, SHORT)


def _blocks(f: Findings) -> Iterator[Block]:
    yield text(
        "Document interne, à conserver au dossier et à ne pas joindre à la consultation. Il dit en quoi les annexes s'écartent de ce que la bibliothèque "
        "propose et, si le Contrat vise un CCAG, de ce cahier.",
        "intro",
    )
    yield from _set_aside(f)
    yield from _added(f)
    yield from _wordings(f)
    yield from _values(f)
    yield from general_conditions(f)


def _set_aside(f: Findings) -> Iterator[Block]:
    yield title("Clauses écartées")
    rows = tuple(
        (
            cell(d.clause.title),
            cell(LEVEL_LABELS[d.level]),
            cell(_nature(d.origin)),
            (Value(explain(d, f.facts, f.sentences, f.library)),),
        )
        for d in f.selection.set_aside
    )
    if rows:
        yield Table(row("Clause", "Niveau", "Nature", "Motif"), rows, (0.3, 0.13, 0.17, 0.4))
    else:
        yield text("Aucune clause n'est écartée, par choix ou par incompatibilité.")


def _nature(origin: Origin) -> str:
    return "choix de l'acheteur" if origin is Origin.SET_ASIDE else "incompatibilité"


def _added(f: Findings) -> Iterator[Block]:
    yield title("Clauses ajoutées")
    rows = tuple(
        row(article_of(d.clause.id, f), d.clause.title, explain(d, f.facts, f.sentences, f.library))
        for d in f.selection.retained
        if d.origin is Origin.CHOSEN
    )
    if rows:
        yield Table(row("Article", "Clause", "Raison"), rows, (0.2, 0.4, 0.4))
    else:
        yield text("Aucune clause facultative n'est ajoutée.")


def _wordings(f: Findings) -> Iterator[Block]:
    yield title("Rédactions choisies")
    rows = []
    for clause in f.resolved:
        decision = clause.decision
        proposed = choose_variant(clause.clause, f.facts, None)[0]
        if decision.variant_chosen and proposed != decision.variant:
            labels = (clause.clause.variant(proposed).label, clause.clause.variant(decision.variant).label)
            rows.append(row(article_of(clause.id, f), clause.clause.title, *labels))
    if rows:
        header = row("Article", "Clause", "Rédaction proposée", "Rédaction imprimée")
        yield Table(header, tuple(rows), (0.17, 0.29, 0.27, 0.27))
    else:
        yield text("Chaque rédaction imprimée est celle que la bibliothèque propose pour ce dossier.")


def _values(f: Findings) -> Iterator[Block]:
    yield title("Valeurs changées")
    rows = []
    for clause in f.resolved:
        for filled in clause.blanks:
            default = clause.clause.defaults.get(filled.name) if filled.clause == clause.id else None
            if filled.filling is not Filling.GIVEN or default is None:
                continue
            proposed = typeset(written(filled.blank, default))
            if proposed != filled.text:
                where = cell(printed_at(clause, filled.name, f))
                rows.append((where, cell(filled.blank.label), (Run(proposed),), (Value(filled.text),)))
    if rows:
        header = row("Alinéa", "Blanc", "Valeur proposée", "Valeur imprimée")
        yield Table(header, tuple(rows), (0.17, 0.37, 0.23, 0.23))
    else:
        yield text("Aucune valeur proposée par défaut n'est changée.")
