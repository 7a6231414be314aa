"""Compose the response framework of a consultation: questions, values to propose, prices apart, secrets, grid. For bidders."""

import re
from collections.abc import Iterator, Sequence

from clausegen.assembly.numbering import heading_of
from clausegen.assembly.typography import typeset
from clausegen.assembly.wording import worded
from clausegen.companions.asked import Asked, asked_of
from clausegen.companions.findings import Findings
from clausegen.companions.grading import grid
from clausegen.companions.note import article_of, cell, document, row, text, title
from clausegen.companions.standing import paragraph_of, printed_at
from clausegen.document.nodes import Block, Document, Filling, Inline, Paragraph, Run, Table, Value, plain_text

_SECRET_ROWS = 6


def response(f: Findings) -> Document | None:
    """Return the framework; None when no printed clause asks anything of bidders."""
    asked = tuple(asked_of(f))
    if not asked:
        return None
    return document("cadre-de-reponse", "Cadre de réponse du candidat", tuple(_blocks(asked, f)), f, f.identity.layout)


def _blocks(asked: Sequence[Asked], f: Findings) -> Iterator[Block]:
    if introduction := f.library.frame.consultation.introduction:
        yield Paragraph(worded(introduction, f.contract), style="intro")
    yield title("Renseignements sur le candidat")
    labels = (
        "Nom du candidat, membres du groupement s'il y en a",
        "Personne à joindre, adresse électronique, téléphone",
    )
    yield Table(row("Renseignement", "Réponse du candidat"), tuple(row(label, "") for label in labels), (0.4, 0.6))
    yield from _questions(asked, f)
    yield from _values(f)
    yield from _prices(f)
    yield from _secrets(f)
    yield from grid(asked, f)


def _questions(asked: Sequence[Asked], f: Findings) -> Iterator[Block]:
    header = row("N°", "Alinéa", "Question et pièce attendue", "Réponse du candidat")
    for annex in f.numbering.annexes:
        ids = {clause.id for section in annex.sections for clause in section.clauses}
        rows = tuple(_question(each, f) for each in asked if each.clause.id in ids)
        if rows:
            heading = heading_of(annex.number, annex.title)
            yield title(f"Questions sur l'{heading[:1].lower()}{heading[1:]}")
            yield Table(header, rows, (0.07, 0.12, 0.43, 0.38))


def _question(each: Asked, f: Findings) -> tuple[tuple[Inline, ...], ...]:
    content = worded(each.answer.question, f.contract)
    if each.answer.expected:
        expected = worded(each.answer.expected, f.contract)
        content += (Run(typeset(" Attendu : "), italic=True), *expected, Run("."))
    return cell(f"Q{each.number}"), cell(each.article.partition(",")[0]), content, ()


def _values(f: Findings) -> Iterator[Block]:
    rows = []
    for clause in f.resolved:
        for filled in clause.blanks:
            if filled.blank.proposed_by == "operateur" and filled.clause == clause.id:
                shown = () if filled.filling is Filling.MISSING else (Value(filled.text, filled.filling),)
                where, label = printed_at(clause, filled.name, f), cell(filled.blank.label)
                unit = cell(f" {filled.blank.unit}" if shown and filled.blank.unit else "")
                rows.append((cell(where), label, (*shown, *unit) or cell("à proposer"), ()))
    if not rows:
        return
    yield title("Valeurs proposées par le candidat")
    yield text(
        "Le projet de contrat porte le niveau minimal attendu ; le candidat propose sa valeur, égale ou plus exigeante. Une case vide vaut acceptation de "
        "la valeur du projet, lorsqu'il en porte une.",
        "note",
    )
    header = row("Alinéa", "Engagement", "Valeur du projet", "Valeur du candidat")
    # -- within a clause, blanks are not declared in the order of print --
    rows.sort(key=lambda each: _order(plain_text(each[0])))
    yield Table(header, tuple(rows), (0.19, 0.31, 0.27, 0.23))


def _order(where: str) -> tuple[list[int], list[int]]:
    """Return what sorts « 4.2.3, annexe 10 » in the order of print."""
    number, _, annex = where.partition(", ")
    return [int(each) for each in re.findall(r"\d+", annex)], [int(each) for each in re.findall(r"\d+", number)]


def _prices(f: Findings) -> Iterator[Block]:
    yield title("Prestations chiffrées à part")
    rows = []
    for clause in f.resolved:
        for answer in clause.clause.answers:
            if answer.priced and (article := paragraph_of(clause, answer, f)):
                unit = worded(answer.expected, f.contract)
                rows.append((cell(article), worded(answer.question, f.contract), unit, ()))
    if not rows:
        yield text(
            "Les annexes ne prévoient aucune prestation chiffrée à part : leurs obligations sont comprises dans les prix, tarifs et recettes du Contrat."
        )
        return
    header = row("Alinéa", "Prestation", "Unité de prix", "Prix du candidat")
    yield Table(header, tuple(rows), (0.19, 0.35, 0.28, 0.18))
    yield text("Toute autre obligation des annexes est comprise dans les prix, tarifs et recettes du Contrat.", "note")


def _secrets(f: Findings) -> Iterator[Block]:
    secrets = f.library.frame.consultation.secrets
    if not secrets.columns:
        return
    yield title("Liste des éléments que le candidat estime couverts par le secret des affaires")
    yield Paragraph(worded(secrets.text, f.contract))
    if article := article_of(secrets.clause, f):
        number, _, annex = article.partition(", ")
        yield text(f"Pendant l'exécution, la liste suit l'article {number} de l'{annex}.", "note")
    empty = tuple(row(*[""] * len(secrets.columns)) for _ in range(_SECRET_ROWS))
    yield Table(row(*secrets.columns), empty)
