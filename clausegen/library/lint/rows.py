"""Check that the rows of the companion tables name what exists: data sets, penalties, days, licences, digital assets."""

from collections.abc import Iterator

from clausegen.document.nodes import Blank
from clausegen.errors import Problem, did_you_mean, listed
from clausegen.library.clause import Clause
from clausegen.library.library import ClauseLibrary
from clausegen.library.lint.texts import parts_of

_CAPS = ("pourcentage", "montant")


def rows(library: ClauseLibrary) -> Iterator[Problem]:
    """La source d'un indicateur est un jeu de données, la pénalité d'un livrable celle d'un indicateur ; un bien vise un alinéa, un plafond un blanc."""
    datasets = [dataset.id for clause in library for dataset in clause.datasets]
    licences = library.frame.lists.licences
    for clause in library:
        yield from _twice(clause, datasets)
        for indicator in clause.indicators:
            if indicator.source and indicator.source not in datasets:
                told = f"le jeu « {indicator.source} » n'existe pas.{did_you_mean(indicator.source, datasets)}"
                yield _problem(clause, "indicateurs", f"« {indicator.id} » : {told}")
        yield from _deliverables(clause)
        yield from _assets(clause)
        if cap := clause.penalty_cap:
            kind = clause.blanks[cap].kind if cap in clause.blanks else ""
            if kind not in _CAPS:
                told = f"« {cap} » n'est pas un blanc de type {listed(_CAPS)}.{did_you_mean(cap, clause.blanks)}"
                yield _problem(clause, "plafond_penalites", told)
        for variant in clause.variants:
            if variant.licence and variant.licence not in licences:
                told = f"la licence « {variant.licence} » n'est pas dans listes.yml ; possibles : {listed(tuple(licences))}."
                yield _problem(clause, "variantes", f"« {variant.name} » : {told}")
    late = library.frame.contracts.schedule.postponed
    if late and (late.clause not in library or late.blank not in library[late.clause].blanks):
        told = f"le blanc « {late.blank} » de la clause « {late.clause} » n'existe pas (echeances_passees)."
        yield Problem("clauses/contrats.yml", 0, told)


def _twice(clause: Clause, datasets: list[str]) -> Iterator[Problem]:
    for dataset in clause.datasets:
        if datasets.count(dataset.id) > 1:
            yield _problem(
                clause, "jeux", f"le jeu « {dataset.id} » est décrit deux fois ; son identifiant est unique."
            )


def _deliverables(clause: Clause) -> Iterator[Problem]:
    penalties = [indicator.penalty for indicator in clause.indicators if indicator.penalty]
    for item in clause.deliverables:
        if item.penalty and item.penalty not in penalties:
            told = (
                f"la pénalité « {item.penalty} » n'est celle d'aucun indicateur.{did_you_mean(item.penalty, penalties)}"
            )
            yield _problem(clause, "livrables", f"« {item.id} » : {told}")
        for variant in clause.variants if item.when.day else ():
            alinea = next((a for a in variant.text if a.number == item.paragraph), None)
            worded = not item.variants or variant.name in item.variants
            blanks = [part.name for part in parts_of(alinea) if isinstance(part, Blank)] if alinea else []
            if worded and item.when.day not in blanks:
                told = f"vise l'alinéa {item.paragraph}, mais le blanc du jour « {item.when.day} » n'y figure pas."
                yield _problem(clause, "livrables", f"« {item.id} » {told}")


def _assets(clause: Clause) -> Iterator[Problem]:
    for asset in clause.assets:
        if len([each for each in clause.assets if each.id == asset.id]) > 1:
            yield _problem(clause, "biens", f"« {asset.id} » est décrit deux fois sous « biens ».")
        for name in asset.variants:
            if name not in clause.variant_names:
                yield _problem(clause, "biens", f"« {asset.id} » cite la variante « {name} », qui n'existe pas.")
        for variant in clause.variants:
            worded = not asset.variants or variant.name in asset.variants
            if worded and asset.paragraph not in [alinea.number for alinea in variant.text]:
                text = f"le texte « {variant.name} »" if variant.name else "le texte"
                told = f"vise l'alinéa {asset.paragraph}, qui n'existe pas dans {text}."
                yield _problem(clause, "biens", f"« {asset.id} » {told}")


def _problem(clause: Clause, key: str, told: str) -> Problem:
    return Problem(clause.path, clause.line(key), told)
