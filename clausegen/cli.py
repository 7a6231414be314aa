"""The command line: thin, in French. Each command loads what it needs, so that `select` starts fast."""

import errno
import json
import sys
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer

from clausegen import __version__, cli_explain, cli_library, cli_proof, cli_template
from clausegen.cli_inputs import DossierArgument
from clausegen.cli_inputs import dossier as _dossier
from clausegen.cli_inputs import library as _library
from clausegen.cli_library import ClausesOption
from clausegen.command_french import FrenchCommand, FrenchGroup, run
from clausegen.companions.companion import Audience
from clausegen.errors import ClausegenError, DossierError

app = typer.Typer(
    name="clausegen",
    cls=FrenchGroup,
    help="Clauses numériques des contrats publics : des réponses de l'acheteur aux annexes Word.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
new_app = typer.Typer(help="Crée un fichier à rédiger.", cls=FrenchGroup, no_args_is_help=True, rich_markup_mode=None)
app.add_typer(new_app, name="new")
template_app = typer.Typer(help="Prépare un modèle Word.", cls=FrenchGroup, no_args_is_help=True, rich_markup_mode=None)
app.add_typer(template_app, name="template")


@app.command("app", cls=FrenchCommand)
def serve(
    host: Annotated[
        str, typer.Option("--host", help="Adresse d'écoute ; par défaut, cette machine seulement.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Port d'écoute.")] = 8501,
) -> None:
    """Ouvre l'application dans le navigateur."""
    from clausegen import launcher

    launcher.serve(host, port)


@app.command("select", cls=FrenchCommand)
def select_command(
    dossier: DossierArgument,
    as_json: Annotated[bool, typer.Option("--json", help="Écrit la sélection en JSON.")] = False,
    clauses: ClausesOption = None,
) -> None:
    """Dit quelles clauses sont retenues, écartées, sans objet ou en attente, et pourquoi."""
    from clausegen.assembly.explanation import LEVEL_LABELS, explain
    from clausegen.assembly.selection import select
    from clausegen.facts.sentences import Sentences
    from clausegen.pipeline import understand
    from clausegen.renderers.selection_json import selection_data

    library, read = _library(clauses), _dossier(dossier)
    understood = understand(read, library, date.today())
    if understood.problems:
        raise DossierError(understood.problems)
    selection = select(library, understood.facts, understood.choices)
    if as_json:
        data = selection_data(selection)
        data |= {"law_date": understood.facts.as_of.isoformat(), "library": library.fingerprint}
        _print_json(data)
        return
    sentences = Sentences(library.frame.questionnaire, library.frame.thresholds, understood.facts.as_of)
    for title, decisions in (
        ("Retenues", [d for d in selection.retained if d not in selection.waiting]),
        ("En attente", selection.waiting),
        ("Écartées", selection.set_aside),
    ):
        typer.echo(f"{title} ({len(decisions)})")
        for decision in decisions:
            typer.echo(f"  {decision.clause.id} – {LEVEL_LABELS[decision.level]}")
            typer.echo(f"    {explain(decision, understood.facts, sentences, library)}")
    for alert in selection.alerts:
        typer.echo(f"Alerte : {alert.message}")


@app.command("draft", cls=FrenchCommand)
def draft_command(
    dossier: DossierArgument,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DOSSIER", help="Dossier où écrire les fichiers.")
    ] = None,
    zip_file: Annotated[Path | None, typer.Option("--zip", metavar="FICHIER", help="Archive ZIP à écrire.")] = None,
    only: Annotated[
        Audience | None,
        typer.Option("--seulement", metavar="LOT", help="consultation (ce que reçoivent les candidats) ou interne."),
    ] = None,
    template: Annotated[
        Path | None, typer.Option("--modele", metavar="FICHIER", help="Votre propre modèle Word (.docx).")
    ] = None,
    sources: Annotated[
        bool, typer.Option("--fondements", help="Imprime les fondements lus en note de bas de page.")
    ] = False,
    unmarked: Annotated[
        bool, typer.Option("--sans-marques", help="Ni mention PROJET, ni surlignage de ce qui manque.")
    ] = False,
    pages: Annotated[
        bool, typer.Option("--pages", help="Numéros de page dans les sommaires (demande LibreOffice).")
    ] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="Un PDF accessible par document (demande LibreOffice).")] = False,
    odt: Annotated[bool, typer.Option("--odt", help="Un ODT par document (demande LibreOffice).")] = False,
    clauses: ClausesOption = None,
) -> None:
    """Écrit le dossier de consultation (annexes, tableurs) et le dossier interne (notes, dossier à reprendre)."""
    from clausegen.delivery import Options, bundle_files
    from clausegen.pipeline import draft
    from clausegen.renderers.bundle import write_file, write_folder, zip_bundle
    from clausegen.renderers.office import program
    from clausegen.renderers.word_options import WordOptions, shell_file

    if out is None and zip_file is None:
        raise ClausegenError("dites où écrire : --out DOSSIER ou --zip FICHIER.")
    if zip_file is not None and zip_file.suffix != ".zip":  # -- a slip would replace the dossier by its archive --
        raise ClausegenError(f"« {zip_file} » : le nom d'une archive finit par .zip.")
    drafted = draft(_dossier(dossier), _library(clauses), date.today())
    shell = shell_file(template) if template else None
    options = Options(WordOptions(shell, marks=not unmarked, sources=sources), pages, pdf, odt)
    files = bundle_files(drafted, only, options)
    if out is not None:
        write_folder(out, files)
    if zip_file is not None:
        write_file(zip_file, zip_bundle(files))
    places = " et ".join(f"« {place} »" for place in (out, zip_file) if place)
    typer.echo(f"{len(files)} fichiers écrits dans {places}.")
    if program() and not pages:
        typer.echo("Les sommaires n'ont pas de numéros de page : --pages les demande à LibreOffice, installé ici.")
    for alert in drafted.selection.alerts:
        typer.echo(f"Alerte : {alert.message}")
    if not drafted.complete:
        missing = [f"{len(drafted.gaps)} blancs à compléter", f"{len(drafted.selection.waiting)} clauses en attente"]
        typer.echo(f"Documents marqués PROJET : {', '.join(missing)} (voir la note de justification).")


app.command("explain", cls=FrenchCommand)(cli_explain.explain)
template_app.command("check", cls=FrenchCommand)(cli_template.check_template)
app.command("check", cls=FrenchCommand)(cli_library.check)
app.command("test", cls=FrenchCommand)(cli_library.run_tests)
app.command("prove", cls=FrenchCommand)(cli_proof.prove)
app.command("coverage", cls=FrenchCommand)(cli_library.print_coverage)
app.command("matrix", cls=FrenchCommand)(cli_library.print_matrix)
new_app.command("clause", cls=FrenchCommand)(cli_library.new_clause)


@app.command("schema", cls=FrenchCommand)
def schema_command(
    twin: Annotated[bool, typer.Option("--jumeau", help="Le schéma de jumeau.json, celui du lot interne.")] = False,
    clauses: ClausesOption = None,
) -> None:
    """Écrit le schéma JSON d'un fichier de dossier, ou celui du jumeau numérique d'un contrat."""
    from clausegen.schema import dossier_schema, twin_schema

    _print_json(twin_schema() if twin else dossier_schema(_library(clauses)))


def _version(shown: bool) -> None:
    if shown:
        typer.echo(f"clausegen {__version__}")
        raise typer.Exit


@app.callback()
def root_options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Affiche la version.")
    ] = False,
) -> None:
    pass


def _print_json(data: Any) -> None:
    """Print JSON that reads back the same whatever the terminal can show."""
    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    typer.echo(json.dumps(data, ensure_ascii=plain, indent=2))


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; a refusal is said in French on stderr with exit code 1, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # -- a character that the terminal lacks is no reason to fail --
            stream.reconfigure(errors="replace")
    try:
        sys.exit(run(app, arguments))
    except ClausegenError as error:
        typer.echo(str(error), err=True)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        typer.echo("La suite n'a pas pu être écrite : il n'y a plus de place sur le disque.", err=True)
    sys.exit(1)


if __name__ == "__main__":
    main()
