"""Compose the sheets of personal data processing: one per processing known, then a blank one. For bidders.

What is not known is left to be filled in, never guessed.
"""

from collections.abc import Iterator

from clausegen.assembly.numbering import document_of
from clausegen.assembly.typography import typeset
from clausegen.assembly.wording import worded
from clausegen.companions.findings import Findings
from clausegen.companions.note import Cells, cell, document, row, text, title
from clausegen.companions.processings import Processing, processings
from clausegen.document.nodes import Block, Document, Filling, Heading, Inline, Paragraph, Run, Table, Value
from clausegen.facts.conditions import Fails, Holds
from clausegen.facts.sentences import joined
from clausegen.library.clause_rows import Dataset
from clausegen.library.processing import DatasetKey, SheetRow

_WIDTHS = (0.3, 0.7)


def processing_sheets(f: Findings) -> Document | None:
    """Return the sheets; None when the contract processes no personal data, or when nothing is known of any."""
    plan = f.library.frame.sheet_plan
    known = [] if isinstance(plan.condition.verdict(f.facts), Fails) else list(processings(f))
    if not known:
        return None
    blocks = tuple(_blocks(known, f))
    return document(
        "fiches-de-traitement", "Fiches de traitement de données personnelles", blocks, f, f.identity.layout
    )


def _blocks(known: list[Processing], f: Findings) -> Iterator[Block]:
    yield Paragraph(worded(f.library.frame.sheet_plan.introduction, f.contract), style="intro")
    rows = tuple((cell(str(rank)), (each.name,), cell(each.origin)) for rank, each in enumerate(known, start=1))
    yield Table(row("Fiche", "Traitement ou jeu de données", "Origine"), rows, (0.1, 0.6, 0.3))
    for rank, each in enumerate(known, start=1):
        # -- the name may be a buyer's own words: printed as typed, never set again --
        yield Heading(0, f"{typeset(f'Fiche {rank} :')} {each.name.text}")
        yield Table(row("Rubrique", "Contenu"), tuple(_sheet(each, f)), _WIDTHS)
    yield title("Fiche à remplir")
    yield text("À reprendre pour tout autre traitement, avant son début.", "note")
    empty = tuple(row(each.label, "") for each in f.library.frame.sheet_plan.rows)
    yield Table(row("Rubrique", "Contenu"), empty, _WIDTHS)


def _sheet(processing: Processing, f: Findings) -> Iterator[Cells]:
    first = True
    for each in f.library.frame.sheet_plan.rows:
        if each.dataset and not each.blank and processing.dataset is None:
            continue
        own = (processing.name,) if first and processing.dataset is None else _own(each, processing, f)
        first = False
        ruling = processing.role.articles if each.role and processing.role else each.articles
        parts = [part for part in (own, _pointer(ruling, f)) if part]
        yield cell(each.label), _spaced(parts) or (_gap(each.label),)


def _own(each: SheetRow, processing: Processing, f: Findings) -> tuple[Inline, ...]:
    """Return what the sheet says of one heading; a gap where each processing has its own content and none is known."""
    if each.role and processing.role:
        return worded(processing.role.role, f.contract)
    filled = (processing.blanks or {}).get(each.blank)
    if filled:
        return (Value(filled.text, filled.filling),)
    if processing.dataset and each.dataset and (known := _of_dataset(processing.dataset, each.dataset)):
        return (Run(typeset(known)),)
    # -- the role of the parties in the whole contract says nothing of a data set when roles vary: its sentences then fail --
    told = [worded(s.text, f.contract) for s in each.sentences if isinstance(s.condition.verdict(f.facts), Holds)]
    if told:
        return _spaced(told)
    return (_gap(each.label),) if each.filled_in else ()


def _of_dataset(dataset: Dataset, key: DatasetKey) -> str:
    described = dataset.processing
    match key:
        case "nom":
            return dataset.name
        case "source":
            return dataset.source
        case "objet":
            return described.name if described else ""
        case "finalite":
            return described.purpose if described else ""
        case "personnes":
            return described.people if described else ""
    return described.data if described else ""


def _pointer(clauses: tuple[str, ...], f: Findings) -> tuple[Inline, ...]:
    """Return « Voir les articles 2.1 et 2.2 de l'annexe 3 et l'article 4.2 de l'annexe 4. » for the clauses printed."""
    annexes: dict[int, list[str]] = {}
    for place in (f.numbering.places[id] for id in clauses if id in f.numbering.places):
        annexes.setdefault(place.annex, []).append(place.article)
    said = [
        f"{'les articles' if articles[1:] else 'l’article'} {joined(articles, 'et')} de l'{document_of(annex)}"
        for annex, articles in sorted(annexes.items())
    ]
    return cell(f"Voir {joined(said, 'et')}.") if said else ()


def _gap(label: str) -> Value:
    return Value(typeset(f"[à compléter : {label[:1].lower()}{label[1:]}]"), Filling.MISSING)


def _spaced(parts: list[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    """Join sentences with a space, a full stop being added to one that lacks it."""
    line: list[Inline] = []
    for rank, part in enumerate(parts):
        if rank:
            ended = getattr(line[-1], "text", "").rstrip().endswith((".", ";", "!", "?"))
            line.append(Run(" " if ended else ". "))
        line.extend(part)
    return tuple(line)
