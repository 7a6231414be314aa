"""What the note says besides the clauses: warnings, ceilings, what an amendment leaves out, contents that stand elsewhere."""

from collections.abc import Iterator

from clausegen.assembly.cautions import ceiling_sentence
from clausegen.companions.findings import Findings
from clausegen.companions.note import basis, references, row, text, title
from clausegen.document.nodes import Block, Table


def cautions(f: Findings) -> Iterator[Block]:
    """Warnings and ceilings, and what the law imposes outside an amendment's annexes; nothing when there is none."""
    if f.told.warnings:
        yield title("Points d'attention")
        rows = tuple(
            row("Bloquant" if w.gravity == "bloquante" else "Attention", w.message, references(w.bases, f))
            for w in f.told.warnings
        )
        yield Table(row("Portée", "Ce qu'il faut savoir", "Fondement"), rows, (0.13, 0.57, 0.3))
    if f.told.ceilings:
        yield title("Plafond de la modification")
        for found in f.told.ceilings:
            yield text(ceiling_sentence(found, f.sentences))
            yield text(
                " ".join(filter(None, (found.ceiling.note, f"Fondement : {references(found.ceiling.bases, f)}."))),
                "note",
            )
    if f.selection.out_of_scope:
        yield title("Hors de l'avenant, ce que la loi impose aussi")
        yield text(
            "Vérifiez que le contrat en cours contient déjà l'équivalent de ces clauses ; sinon, étendez l'avenant."
        )
        rows = tuple(row(d.clause.title, basis(d, f)) for d in f.selection.out_of_scope)
        yield Table(row("Clause", "Fondement et confiance"), rows, (0.5, 0.5))


def reminders(f: Findings) -> Iterator[Block]:
    yield title("Contenus obligatoires du corps du contrat, hors de ces annexes")
    yield text(
        "Le corps du contrat ou le dossier porte ce qui suit ; ces annexes n'en dispensent pas. La liste n'est pas complète : elle rappelle ce que le registre a lu."
    )
    rows = [row(r.text, references(r.bases, f)) for r in f.told.reminders]
    rows += [row(f"À vérifier, une réponse manque : {r.text}", references(r.bases, f)) for r in f.told.to_check]
    if rows:
        yield Table(row("Contenu", "Fondement"), tuple(rows), (0.62, 0.38))
