"""Measure everything, print it, and write it down: `python -m benchmarks`, or `python -m benchmarks demarrage` for a part."""

import platform
import sys
from importlib import metadata
from pathlib import Path

from benchmarks import mutants, pages, stages, startup
from benchmarks.peers import bundles, standings

PARTS = {
    "concurrents": standings.measure,
    "lot": bundles.measure,
    "etapes": stages.measure,
    "demarrage": startup.measure,
    "pages": pages.measure,
}
APART = {"mutants": mutants.measure}
"""What is no cost: measured when it is asked for by name, and written on a page of its own."""
RESULTS = Path(__file__).with_name("RESULTATS.md")
_INTRODUCTION = """# Ce que coûte le travail

`make bench` refait ces tableaux (un quart d'heure, sous Linux). Ce sont des rapports entre deux temps de calcul mesurés au même moment sur la même
machine : une machine plus rapide ou plus chargée les change peu. Temps de calcul du processus (utilisateur et système), non temps
d'attente ; médianes de plusieurs tours. Les grandes bibliothèques sont celle du produit, renommée et répétée ; le dossier est
`exemples/{example}`. Dernière mesure : Python {python}, Streamlit {streamlit}.
"""


def _introduction() -> str:
    return _INTRODUCTION.format(
        example=stages.EXAMPLE, python=platform.python_version(), streamlit=metadata.version("streamlit")
    )


def main(wanted: list[str]) -> int:
    parts = PARTS | APART
    if unknown := [name for name in wanted if name not in parts]:
        print(f"« {unknown[0]} » n'est pas une mesure ; possibles : {', '.join(parts)}.", file=sys.stderr)
        return 2
    tables = []
    for name in wanted or PARTS:
        tables.append(parts[name]().markdown())
        print(tables[-1], flush=True)
    if not wanted:
        RESULTS.write_text("\n".join([_introduction(), *tables]), "utf-8")
        print(f"Écrit dans {RESULTS}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
