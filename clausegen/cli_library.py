"""The commands of those who write the library: check it, run its cases, begin a clause."""

from pathlib import Path
from typing import Annotated, Any

import typer

from clausegen import paths
from clausegen.errors import LibraryError, Problem

ClausesOption = Annotated[
    Path | None,
    typer.Option("--clauses", metavar="DOSSIER", help="Dossier des clauses (par défaut, celui du produit)."),
]


def check(
    clauses: Annotated[Path | None, typer.Argument(metavar="[CLAUSES]", help="Dossier des clauses.")] = None,
) -> None:
    """Relit toute la bibliothèque et dit, fichier par fichier et ligne par ligne, ce qui ne va pas."""
    from clausegen.cases import read_cases
    from clausegen.library.reader import read_library

    reading = read_library(clauses or paths.clauses())
    cases, faults = read_cases(reading.cases)
    problems = sorted([*reading.problems, *faults, *_without_cases({c.clause for c in cases}, reading.library.clauses)])
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
    from clausegen.library.reader import read_library

    root, part = _part(path)
    reading = read_library(root)
    texts = {name: text for name, text in reading.cases.items() if part is None or name.startswith(part)}
    if not texts:
        raise LibraryError(Problem(str(path or root), 0, "aucun fichier de cas (.exemples.yml) à cet endroit."))
    passed = failed = 0
    for result in run_cases(reading.library, texts):
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
    typer.echo(f"{passed} cas réussis, {_faults(failed)}.")
    if failed:
        raise typer.Exit(1)


def new_clause(
    id: Annotated[str, typer.Argument(metavar="IDENTIFIANT", help="Minuscules sans accent, chiffres et tirets.")],
    theme: Annotated[str, typer.Option("--theme", metavar="THEME", help="Thème : le dossier où la clause est rangée.")],
    clauses: ClausesOption = None,
) -> None:
    """Crée une clause et ses cas, prêts à être rédigés."""
    from clausegen.errors import did_you_mean, listed
    from clausegen.library.clause_reader import ID
    from clausegen.library.reader import read_library
    from clausegen.library.skeleton import skeleton
    from clausegen.renderers.bundle import write_file

    folder = clauses or paths.clauses()
    library = read_library(folder).library
    themes = library.frame.questionnaire.themes
    if theme not in themes:
        raise LibraryError(
            Problem(
                "",
                0,
                f"le thème « {theme} » n'existe pas ; possibles : {listed(tuple(themes))}.{did_you_mean(theme, themes)}",
            )
        )
    if not ID.match(id):
        raise LibraryError(
            Problem("", 0, f"« {id} » : un identifiant s'écrit en minuscules sans accent, chiffres et tirets.")
        )
    target = folder / theme / f"{id}.md"
    if id in library or target.exists():
        raise LibraryError(Problem(str(target), 0, "cette clause existe déjà ; choisissez un autre identifiant."))
    clause, cases = skeleton(id, library.frame.plan.annexes[themes[theme].annex])
    write_file(target, clause.encode("utf-8"))
    write_file(target.with_name(f"{id}.exemples.yml"), cases.encode("utf-8"))
    typer.echo(
        f"{target} est prêt à être rédigé ; « clausegen check » le relit, « clausegen test {target.parent} » exécute ses cas."
    )


def _without_cases(written: set[str], clauses: Any) -> list[Problem]:
    return [
        Problem(clause.path, 0, "la clause n'a aucun cas : écrivez-en à côté, dans un fichier .exemples.yml.")
        for clause in clauses.values()
        if clause.id not in written
    ]


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
