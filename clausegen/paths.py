"""Where the library, the templates, the examples and the app lie: `$CLAUSEGEN_HOME`, a checkout, or the wheel."""

import os
from pathlib import Path

from platformdirs import user_data_path


def root() -> Path:
    """Return the folder that holds `clauses/`, `templates/`, `exemples/` and `app.py`."""
    if home := os.environ.get("CLAUSEGEN_HOME"):
        return Path(home)
    package = Path(__file__).resolve().parent
    checkout = package.parent
    if (checkout / "clauses").is_dir() and (checkout / "pyproject.toml").is_file():
        return checkout
    return package / "_data"


def clauses() -> Path:
    return root() / "clauses"


def templates() -> Path:
    return root() / "templates"


def examples() -> Path:
    return root() / "exemples"


def user_data() -> Path:
    """Return the folder of the embedded store (`$CLAUSEGEN_DATA` or the user's data folder); it may not exist yet."""
    return Path(os.environ.get("CLAUSEGEN_DATA") or user_data_path("clausegen", appauthor=False))
