"""What the annexes depart from in the general conditions (CCAG) that the contract names; nothing when it names none."""

from collections.abc import Iterator

from clausegen.assembly.resolution import FilledBlank, ResolvedClause
from clausegen.assembly.typography import typeset
from clausegen.assembly.wording import worded
from clausegen.companions.findings import Findings
from clausegen.companions.note import SHORT_CONFIDENCE, Cells, cell, row, text, title
from clausegen.companions.standing import paragraph_of
from clausegen.document.nodes import Block, Filling, Inline, Item, Run, Table, Value, plain_text
from clausegen.library.clause_rows import Deviation

_WIDTHS = (0.18, 0.4, 0.42)


def general_conditions(f: Findings) -> Iterator[Block]:
    """Yield the deviations, what remains to be compared, then the list to paste at the end of the particular conditions."""
    named = _named(f)
    if named is None:
        return
    book = "CCAG visé" if named.filling is Filling.MISSING else named.text
    found = [(clause, item, where) for clause, item, where in _found(f)]
    certain = [each for each in found if not each[1].to_compare]
    to_compare = [each for each in found if each[1].to_compare]
    yield title(f"Dérogations au {book}")
    header = row("Alinéa des annexes", "Sujet", f"Article du {book}")
    if certain:
        yield Table(header, tuple(_row(item, where, named, book, f) for _, item, where in certain), _WIDTHS)
    else:
        yield text("Les annexes ne contiennent aucune dérogation relevée.")
    if to_compare:
        yield title(f"À confronter au {book}")
        yield text(
            "Ces stipulations touchent à un sujet que ce cahier traite aussi. Si elles s'en écartent, ajoutez-les à la liste qui suit.",
            "note",
        )
        yield Table(header, tuple(_row(item, where, named, book, f) for _, item, where in to_compare), _WIDTHS)
    yield title("Liste à reporter au dernier article du CCAP")
    yield text(
        f"Les annexes dérogent aux articles suivants du {book} :" if certain else "Aucune dérogation à reporter."
    )
    for rank, (_, item, where) in enumerate(certain, start=1):
        end = "." if rank == len(certain) else " ;"
        yield Item(f"{chr(ord('a') + rank - 1)})", _line(item, where, named, book, end, f))


def _named(f: Findings) -> FilledBlank | None:
    """Return the printed blank that names the general conditions."""
    blanks = (filled for clause in f.resolved for filled in clause.blanks)
    return next((filled for filled in blanks if filled.blank.general_conditions), None)


def _found(f: Findings) -> Iterator[tuple[ResolvedClause, Deviation, str]]:
    for clause in f.resolved:
        for item in clause.clause.deviations:
            if where := paragraph_of(clause, item, f):
                yield clause, item, where


def _row(item: Deviation, where: str, named: FilledBlank, book: str, f: Findings) -> Cells:
    registry = f.library.frame.registry
    cited = [
        f"{registry[id].citation} ({SHORT_CONFIDENCE[registry[id].confidence]})" for id in _suiting(item, named, f)
    ]
    told = " ; ".join(cited) or f"à relever dans le {book}"
    return cell(where), worded(item.subject, f.contract), cell(told)


def _suiting(item: Deviation, named: FilledBlank, f: Findings) -> list[str]:
    """Return the references that concern the general conditions named: those of another book say nothing of this one."""
    registry, books = f.library.frame.registry, named.blank.choices
    if named.filling is Filling.MISSING:
        return []
    texts = {id: registry[id].text for id in item.references if id in registry}
    return [id for id, told in texts.items() if named.text in told or not any(book in told for book in books)]


def _line(item: Deviation, where: str, named: FilledBlank, book: str, end: str, f: Findings) -> tuple[Inline, ...]:
    registry = f.library.frame.registry
    # -- an article that nobody has read, or whose wording was only commented, is never pasted in a contract --
    read = [registry[id].article for id in _suiting(item, named, f) if registry[id].confidence == "verifie"]
    article = (
        Run(typeset(", ".join(read))) if read else Value(typeset(f"[à compléter : article du {book}]"), Filling.MISSING)
    )
    subject = plain_text(worded(item.subject, f.contract))
    number, _, annex = where.partition(", ")
    return article, Run(typeset(f" : {subject[:1].lower()}{subject[1:]}, à l'alinéa {number} de l'{annex}{end}"))
