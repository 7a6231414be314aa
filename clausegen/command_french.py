"""The command line's own sentences in French: Typer writes some in English and offers no translation of its own."""

import re
from collections.abc import Callable, Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

_HELP = (
    ("Usage:", "Usage :"),
    ("Arguments:", "Arguments :"),
    ("Options:", "Options :"),
    ("Commands:", "Commandes :"),
    ("COMMAND [ARGS]...", "COMMANDE [ARGUMENTS]..."),
    ("Show this message and exit.", "Affiche cette aide."),
    ("[required]", "[obligatoire]"),
    ("[default: ", "[par défaut : "),
    (" <str>", ""),
    (" <path>", ""),
)

_ERRORS = (
    (r"Missing argument '(.+)'\.", r"il manque l'argument \1."),
    (r"Missing option '(.+)'\.", r"il manque l'option \1."),
    (r"Missing command\.", "il manque une commande."),
    (r"No such option: (\S+)", r"l'option \1 n'existe pas."),
    (r"No such command '(.+?)'\.", r"la commande « \1 » n'existe pas."),
    (r"Got unexpected extra arguments? \((.+)\)", r"argument en trop : \1."),
    (r"Option '(.+)' requires an argument\.", r"l'option \1 attend une valeur."),
    (r"Invalid value for '?(.+?)'?: (.*)", r"valeur refusée pour \1 (\2)"),
    (r"'(.+)' is not a valid integer\.?", r"« \1 » n'est pas un nombre entier"),
    (r"(\S+) is not in the range (\S+?)\.?(?=\)|$)", r"\1 est hors de l'intervalle \2"),
    (r"Input should be less than or equal to (\S+?)(?=\)|$)", r"\1 au plus"),
    (r"Input should be greater than or equal to (\S+?)(?=\)|$)", r"\1 au moins"),
    (r"Input should be a valid integer[^)]*", "un nombre entier est attendu"),
    (r"Did you mean (.+)\?", r"Vouliez-vous écrire \1 ?"),
    (r"\(Possible options: (.+)\)", r"Options proches : \1."),
)


class FrenchGroup(TyperGroup):
    """A group of commands whose help is in French."""

    def get_help(self, ctx: Any) -> str:
        return _in_french(super().get_help(ctx))


class FrenchCommand(TyperCommand):
    """A command whose help is in French."""

    def get_help(self, ctx: Any) -> str:
        return _in_french(super().get_help(ctx))


def _in_french(help: str) -> str:
    for english, french in _HELP:
        help = help.replace(english, french)
    return help


def run(app: typer.Typer, arguments: Sequence[str] | None) -> int:
    """Run the application and return its exit code; a wrong command line is one French sentence on stderr, code 2."""
    command: Callable[..., Any] = typer.main.get_command(app)
    try:
        code = command(
            args=list(arguments) if arguments is not None else None, prog_name="clausegen", standalone_mode=False
        )
    except typer.Abort:
        typer.echo("Interrompu.", err=True)
        return 130
    except typer.Exit as end:
        return end.exit_code
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        return _refused(error)
    return code if isinstance(code, int) else 0


def _refused(error: Any) -> int:
    context = getattr(error, "ctx", None)
    if not (message := error.format_message()):
        return 2
    if context is not None and message.startswith("Usage"):  # no command given: Typer sends the whole help
        typer.echo(message)
        return 2
    for english, french in _ERRORS:
        message = re.sub(english, french, message)
    path = context.command_path if context is not None else "clausegen"
    typer.echo(f"Erreur : {message.strip()} « {path} --help » donne l'aide.", err=True)
    return 2
