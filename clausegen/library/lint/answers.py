"""Check that what is asked of bidders, and what departs from general conditions, points to what it is about."""

from collections.abc import Iterator

from clausegen.errors import Problem, did_you_mean, listed
from clausegen.library.clause import Clause
from clausegen.library.clause_rows import Answer, Deviation
from clausegen.library.library import ClauseLibrary


def answers(library: ClauseLibrary) -> Iterator[Problem]:
    """Une question au candidat ou une dérogation désigne un alinéa qui existe ; la grille juge le thème de la question, le registre tient l'article dérogé."""
    graded = library.frame.consultation.graded
    for clause in library:
        yield from _placed(clause, "reponses", [(item.id, item) for item in clause.answers])
        yield from _placed(clause, "derogations", [(f"alinéa {item.paragraph}", item) for item in clause.deviations])
        if graded and clause.theme not in graded and any(not item.priced for item in clause.answers):
            told = f"aucun sous-critère de consultation.yml ne juge le thème « {clause.theme} » ; ajoutez-le sous « grille »."
            yield Problem(clause.path, clause.line("reponses"), told)
        for item in clause.deviations:
            for id in item.references:
                if id not in library.frame.registry:
                    hint = did_you_mean(id, library.frame.registry.references)
                    told = f"la référence juridique « {id} » n'est pas dans le registre.{hint}"
                    yield Problem(clause.path, clause.line("derogations"), told)


def _placed(clause: Clause, key: str, items: list[tuple[str, Answer | Deviation]]) -> Iterator[Problem]:
    line, seen = clause.line(key), set[str]()
    for name, item in items:
        if isinstance(item, Answer) and name in seen:
            yield Problem(clause.path, line, f"« {name} » est décrit deux fois sous « {key} ».")
        seen.add(name)
        for variant in item.variants:
            if variant not in clause.variant_names:
                names = listed(tuple(filter(None, clause.variant_names)))
                told = f"« {name} » cite la variante « {variant} », qui n'existe pas ; possibles : {names}."
                yield Problem(clause.path, line, told)
        for wording in clause.variants:
            concerned = not item.variants or wording.name in item.variants
            if concerned and item.paragraph not in {alinea.number for alinea in wording.text}:
                text = f"le texte « {wording.name} »" if wording.name else "le texte"
                told = f"« {name} » vise l'alinéa {item.paragraph}, qui n'existe pas dans {text}."
                yield Problem(clause.path, line, told)
