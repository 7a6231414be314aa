"""The commands about Word templates: what a buyer's own shell lacks, what will be added to it, what makes it unusable."""

from pathlib import Path
from typing import Annotated

import typer

from clausegen.errors import RenderError


def check_template(
    file: Annotated[Path, typer.Argument(metavar="FICHIER", help="Document Word (.docx) à prendre pour modèle.")],
) -> None:
    """Dit si un document Word peut servir de modèle : ce qui y manque, ce qui sera ajouté, ce qu'il faut corriger."""
    from clausegen.renderers.word_options import shell_file
    from clausegen.renderers.word_shell import load_shell

    try:
        shell = load_shell(shell_file(file))
    except RenderError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    for remark in shell.remarks:
        typer.echo(f"– {remark}.")
    ready = "peut servir de modèle" if not shell.remarks else "peut servir de modèle, avec ces remarques"
    typer.echo(f"« {file} » {ready}. Repères trouvés : {', '.join(shell.slots)}.")
