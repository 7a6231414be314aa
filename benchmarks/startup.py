"""What it costs to type a command: start-up, as a ratio to Python's own."""

import os
import subprocess
import sys
from collections.abc import Sequence
from statistics import median

from benchmarks.measure import Table, ratio
from benchmarks.stages import EXAMPLE
from clausegen import paths

ROUNDS = 9
PYTHON = "python -c pass"
LIBRARIES = 'python -c "import pydantic, yaml"'


def measure() -> Table:
    example = str(paths.examples() / EXAMPLE)
    cli = "import sys; from clausegen.cli import main; main(sys.argv[1:])"
    commands = {
        PYTHON: ["-c", "pass"],
        LIBRARIES: ["-c", "import pydantic, yaml"],
        "clausegen --version": ["-c", cli, "--version"],
        "clausegen select DOSSIER": ["-c", cli, "select", example],
        "clausegen check": ["-c", cli, "check"],
    }
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, arguments in commands.items():
            seconds[name].append(_cpu([sys.executable, *arguments]))
    middle = {name: median(times) for name, times in seconds.items()}
    return Table(
        "Démarrer une commande",
        "Temps de calcul du processus entier, rapporté à celui de Python qui ne fait rien, puis à celui de Python qui charge les deux "
        "bibliothèques sans lesquelles aucune clause ne se lit. `select` lit et vérifie toute la bibliothèque livrée.",
        ["commande", PYTHON.replace("|", "\\|"), "import pydantic, yaml"],
        [[f"`{name}`", ratio(time, middle[PYTHON]), ratio(time, middle[LIBRARIES])] for name, time in middle.items()],
    )


def _cpu(command: Sequence[str]) -> float:
    """Return the CPU seconds that a command takes, its failure being ours."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command} : {process.returncode}")
    return usage.ru_utime + usage.ru_stime
