"""Check that a clause requires and excludes clauses that exist and can stand beside it."""

from collections.abc import Iterator

from clausegen.errors import Problem, did_you_mean
from clausegen.library.library import ClauseLibrary


def relations(library: ClauseLibrary) -> Iterator[Problem]:
    """Une clause en requiert ou en exclut d'autres, jamais elle-même, et qui conviennent aux mêmes contrats."""
    for clause in library:
        for key, ids in (("requiert", [id for group in clause.requires for id in group]), ("exclut", clause.excludes)):
            for id in ids:
                if id == clause.id:
                    yield Problem(
                        clause.path,
                        clause.line(key),
                        f"« {clause.id} » ne peut pas figurer dans son propre « {key} » : retirez-la.",
                    )
                elif id not in library:
                    yield Problem(
                        clause.path,
                        clause.line(key),
                        f"la clause « {id} » n'existe pas.{did_you_mean(id, library.clauses)}",
                    )
        for group in clause.requires:
            known = [library[id] for id in group if id in library]
            if known and clause.id not in group:
                orphans = [type for type in clause.contracts if not any(type in other.contracts for other in known)]
                if orphans:
                    names = " ou ".join(other.id for other in known)
                    yield Problem(
                        clause.path,
                        clause.line("requiert"),
                        f"« {names} » est requise mais ne convient pas à {', '.join(orphans)} : retirez ce type de contrat, ou passez par un alinéa facultatif (avec).",
                    )
        for group in clause.requires:
            for id in group:
                if id not in clause.excludes and not (id in library and clause.id in library[id].excludes):
                    continue
                yield Problem(
                    clause.path, clause.line("exclut"), f"« {id} » est à la fois requise et exclue : choisissez."
                )
