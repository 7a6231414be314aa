"""Check that personal data are described, and that the sheets of processing name what exists."""

from collections.abc import Iterator

from clausegen.errors import Problem, did_you_mean
from clausegen.library.library import ClauseLibrary


def processings(library: ClauseLibrary) -> Iterator[Problem]:
    """Un jeu de données personnelles, et lui seul, dit quel traitement il sert ; les fiches et la liste des secrets nomment des clauses et des blancs qui existent."""
    for clause in library:
        for dataset in clause.datasets:
            if dataset.personal and not dataset.processing:
                told = f"le jeu « {dataset.id} » porte des données personnelles : décrivez son « traitement » (objet, finalite, personnes, donnees)."
                yield Problem(clause.path, clause.line("jeux"), told)
            if dataset.processing and not dataset.personal:
                told = f"le jeu « {dataset.id} » a un « traitement » mais « donnees_personnelles: non »."
                yield Problem(clause.path, clause.line("jeux"), told)
    for id, blank in dict.fromkeys(library.frame.sheet_plan.clauses()):
        if id not in library:
            hint = did_you_mean(id, library.clauses)
            yield Problem("clauses/fiches.yml", 0, f"la clause « {id} » n'existe pas.{hint}")
        elif blank and blank not in library[id].blanks:
            hint = did_you_mean(blank, library[id].blanks)
            yield Problem("clauses/fiches.yml", 0, f"la clause « {id} » n'a pas de blanc « {blank} ».{hint}")
    secrets = library.frame.consultation.secrets.clause
    if secrets and secrets not in library:
        hint = did_you_mean(secrets, library.clauses)
        yield Problem("clauses/consultation.yml", 0, f"la clause « {secrets} » n'existe pas.{hint}")
