"""The commands of those who write the library: check it, run its cases, print its tables, begin a clause."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from clausegen import paths
from clausegen.errors import ClausegenError, LibraryError, Problem

ClausesOption = Annotated[
    Path | None,
    typer.Option("--clauses", metavar="DOSSIER", help="Dossier des clauses (par défaut, celui du produit)."),
]

MAX_ID = 80
"""Characters of a clause id: file names and bookmarks are made of it."""


def check(
    clauses: Annotated[Path | None, typer.Argument(metavar="[CLAUSES]", help="Dossier des clauses.")] = None,
) -> None:
    """Relit toute la bibliothèque et dit, fichier par fichier et ligne par ligne, ce qui ne va pas."""
    from clausegen.cases import read_cases, unmatched
    from clausegen.library.reader import read_library

    reading = read_library(clauses or paths.clauses())
    cases, faults = read_cases(reading.cases)
    told = {problem.where for problem in (*reading.problems, *faults)}
    alone = [problem for problem in unmatched(cases, reading.library) if not _sides(problem.where) & told]
    problems = sorted([*reading.problems, *faults, *alone])
    for problem in problems:
        typer.echo(str(problem), err=True)
    library = reading.library
    typer.echo(
        f"{len(library)} clauses, {len(cases)} cas, {len(library.frame.questionnaire.questions)} questions, "
        f"{len(library.frame.registry)} références juridiques : {_faults(len(problems))}."
    )
    if problems:
        raise typer.Exit(1)


def run_tests(
    path: Annotated[
        Path | None, typer.Argument(metavar="[CHEMIN]", help="Dossier de clauses, thème ou fichier de cas.")
    ] = None,
) -> None:
    """Exécute les cas écrits à côté des clauses."""
    from clausegen.cases import Outcome, run_cases
    from clausegen.library.reader import CASES_SUFFIX, read_library

    root, part = _part(path)
    reading = read_library(root)
    texts = {name: text for name, text in reading.cases.items() if part is None or name.startswith(part)}
    if not texts:
        raise LibraryError(Problem(str(path or root), 0, "aucun fichier de cas (.exemples.yml) à cet endroit."))
    if frame := [problem for problem in reading.problems if not problem.where.endswith((".md", CASES_SUFFIX))]:
        raise LibraryError(frame)
    passed = failed = 0
    for result in run_cases(reading.library, texts, {problem.where for problem in reading.problems}):
        if isinstance(result, Outcome) and not result.faults:
            passed += 1
            continue
        failed += 1
        if isinstance(result, Outcome):
            typer.echo(f"{result.case.path}, ligne {result.case.line} : « {result.case.file.name} »", err=True)
            for fault in result.faults:
                typer.echo(f"    {fault}", err=True)
        else:
            typer.echo(str(result), err=True)
    typer.echo(f"{passed} cas réussi{'s' if passed > 1 else ''}, {_faults(failed)}.")
    if failed:
        raise typer.Exit(1)


def print_coverage(clauses: ClausesOption = None) -> None:
    """Écrit le tableau des recommandations de l'étude de 2021 : les clauses qui les suivent, par type de contrat."""
    from clausegen.library.coverage import coverage_page
    from clausegen.library.reader import read_library

    typer.echo(coverage_page(read_library(clauses or paths.clauses()).library), nl=False)


def print_matrix(
    workbook: Annotated[
        Path | None, typer.Option("--xlsx", metavar="FICHIER", help="Écrit le classeur au lieu de la page.")
    ] = None,
    clauses: ClausesOption = None,
) -> None:
    """Écrit la matrice des clauses : ce que chacune est, par type de contrat (obligatoire, recommandée, facultative…)."""
    from clausegen.assembly.matrix import matrix
    from clausegen.assembly.matrix_page import matrix_page
    from clausegen.assembly.matrix_sheets import matrix_sheets
    from clausegen.assembly.matrix_words import TITLE
    from clausegen.facts.sentences import Sentences
    from clausegen.library.reader import read_library
    from clausegen.renderers.bundle import write_file
    from clausegen.renderers.workbook import render_xlsx

    if workbook is not None and workbook.suffix != ".xlsx":
        raise ClausegenError(f"« {workbook} » : le nom d'un classeur finit par .xlsx.")
    library, today = read_library(clauses or paths.clauses()).sound(), date.today()
    found = matrix(library, today)
    if workbook is None:
        typer.echo(matrix_page(found, library), nl=False)
        return
    sentences = Sentences(library.frame.questionnaire, library.frame.thresholds, today)
    write_file(workbook, render_xlsx(matrix_sheets(found, library, sentences), TITLE))
    typer.echo(f"{len(library)} clauses, {len(found.columns)} colonnes : « {workbook} ».")


def new_clause(
    id: Annotated[str, typer.Argument(metavar="IDENTIFIANT", help="Minuscules sans accent, chiffres et tirets.")],
    theme: Annotated[str, typer.Option("--theme", metavar="THEME", help="Thème : le dossier où la clause est rangée.")],
    clauses: ClausesOption = None,
) -> None:
    """Crée une clause et ses cas, prêts à être rédigés."""
    from clausegen.errors import did_you_mean, listed
    from clausegen.library.clause_reader import ID
    from clausegen.library.reader import CASES_SUFFIX, read_library
    from clausegen.library.skeleton import skeleton
    from clausegen.renderers.bundle import write_folder

    folder = clauses or paths.clauses()
    reading = read_library(folder)
    library, themes = reading.library, reading.library.frame.questionnaire.themes
    if not themes or not library.frame.plan.annexes:
        raise LibraryError(reading.problems)
    if theme not in themes:
        raise LibraryError(
            f"Le thème « {theme} » n'existe pas ; possibles : {listed(tuple(themes))}.{did_you_mean(theme, themes)}"
        )
    if not ID.fullmatch(id) or len(id) > MAX_ID:
        raise LibraryError(
            f"« {id} » : un identifiant s'écrit en minuscules sans accent, chiffres et tirets, {MAX_ID} caractères au plus."
        )
    target = folder / theme / f"{id}.md"
    beside = target.with_name(f"{id}{CASES_SUFFIX}")
    if id in library or target.exists() or beside.exists():
        raise LibraryError(Problem(str(target), 0, "cette clause existe déjà ; choisissez un autre identifiant."))
    annexes = library.frame.plan.annexes
    clause, cases = skeleton(id, annexes.get(themes[theme].annex) or next(iter(annexes.values())))
    write_folder(target.parent, {target.name: clause.encode(), beside.name: cases.encode()})
    typer.echo(
        f"{target} est prêt à être rédigé ; « clausegen check » le relit, « clausegen test {target.parent} » exécute ses cas."
    )


def _sides(path: str) -> set[str]:
    """Return the files of the same clause: its text and its cases. A fault in one explains what the other lacks."""
    stem = path.removesuffix(".exemples.yml").removesuffix(".md")
    return {f"{stem}.md", f"{stem}.exemples.yml"}


def _part(path: Path | None) -> tuple[Path, str | None]:
    """Return the folder of the library and, when `path` lies inside it, the part of it to test."""
    if path is None or (path / "questionnaire.yml").is_file():
        return path or paths.clauses(), None
    absolute = path.resolve()
    for parent in absolute.parents:
        if (parent / "questionnaire.yml").is_file():
            part = f"{parent.name}/{absolute.relative_to(parent).as_posix()}"
            return parent, part.removesuffix(".md") if absolute.suffix == ".md" else part
    return path, None


def _faults(count: int) -> str:
    return "aucun défaut" if not count else f"{count} défaut{'s' if count > 1 else ''}"
