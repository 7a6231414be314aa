"""What the matrix says in French: the signs and what they mean, what must be known to read it, the rules of a cell."""

from collections.abc import Iterator

from clausegen.assembly.decisions import Level
from clausegen.assembly.explanation import LEVEL_LABELS
from clausegen.assembly.matrix import PLACES, Cell, Matrix, Row
from clausegen.facts.conditions import ALWAYS
from clausegen.facts.sentences import Sentences
from clausegen.library.library import ClauseLibrary

TITLE = "La matrice des clauses"
SIGNS = dict(zip(PLACES, "●◐○◌·–", strict=True))
"""One sign for each place, told apart by its shape."""
MEANINGS = dict(
    zip(
        PLACES,
        (
            "retenue dans tout contrat de ce type ; l'écarter demande un motif écrit",
            "obligatoire dans certains contrats de ce type ; dans les autres, recommandée, facultative ou absente",
            "retenue dans tout contrat de ce type ; l'acheteur peut l'écarter",
            "jamais obligatoire ; recommandée dans certains contrats de ce type ; dans les autres, facultative ou absente",
            "jamais recommandée ; proposée au choix de l'acheteur, dans tous les contrats de ce type ou dans certains",
            "ne convient à aucun contrat de ce type",
        ),
        strict=True,
    )
)


def reading_notes(matrix: Matrix) -> tuple[str, ...]:
    """Return what must be known to read the matrix, one sentence or two each."""
    limited = [column.label for column in matrix.columns if column.limited]
    notes = [
        "Une case vaut pour tous les contrats de ce type dont toutes les questions ont une réponse.",
        "La matrice dit ce que donnent les règles de chaque clause. Une clause entre aussi dans le contrat quand une autre la requiert ou que "
        "l'acheteur l'ajoute ; elle en sort quand une autre est incompatible avec elle.",
    ]
    for label in limited:
        notes.append(
            f"La colonne « {label} » réunit tous les types de contrat ; les autres colonnes ne comptent pas ces dossiers. L'acheteur y choisit "
            "les annexes à modifier : une clause y est jugée comme si la sienne était choisie ; sinon, elle devient facultative."
        )
    return tuple(notes)


def rules_said(cell: Cell, row: Row, sentences: Sentences, library: ClauseLibrary) -> Iterator[tuple[str, str]]:
    """Yield the rules of a cell, a level and its condition in French: in order, the first that holds decides."""
    for rank, (level, condition) in enumerate(cell.rules):
        if condition == ALWAYS:
            said = "dans les autres cas" if rank else "dans tous les cas"
        elif level is Level.NOT_APPLICABLE:
            contracts = library.frame.contracts.by_type
            said = f"hors : {', '.join(contracts[type].label for type in row.clause.contracts if type in contracts)}"
        else:
            said = sentences.condition(condition)
        yield LEVEL_LABELS[level], said
