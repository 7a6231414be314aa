"""Install the peers, outside the product and outside git; what cannot be installed is skipped, and said."""

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_PYTHON = _HERE / ".python"
REQUIREMENTS, PACKAGE = _HERE / "requirements.txt", _HERE / "package.json"
_NODE = _HERE / "node_modules"
_PATIENCE = 600


def python_packages() -> str:
    """Make the Python peers importable; return why not, or nothing. What they rest upon, the product has already."""
    stamp = _PYTHON / REQUIREMENTS.name
    if not stamp.exists() or stamp.read_bytes() != REQUIREMENTS.read_bytes():
        shutil.rmtree(_PYTHON, ignore_errors=True)
        pip = [sys.executable, "-m", "pip", "install"] if importlib.util.find_spec("pip") else ["uv", "pip", "install"]
        if said := _run([*pip, "--quiet", "--no-deps", "--target", str(_PYTHON), "--requirement", str(REQUIREMENTS)]):
            return said
        stamp.write_bytes(REQUIREMENTS.read_bytes())
    # -- last: what the product has installed comes first --
    if str(_PYTHON) not in sys.path:
        sys.path.append(str(_PYTHON))
    return ""


def pandoc_program() -> Path | None:
    """Return pandoc, the one installed here before that of the machine."""
    own = _PYTHON / "pypandoc" / "files" / "pandoc"
    found = str(own) if own.exists() else shutil.which("pandoc")
    return Path(found) if found else None


def node_packages() -> str:
    """Install the peers from npm; return why not, or nothing."""
    if not shutil.which("node") or not shutil.which("npm"):
        return "node et npm ne sont pas installés"
    stamp, lock = _NODE / ".package-lock.json", _HERE / "package-lock.json"
    if stamp.exists() and stamp.stat().st_mtime >= lock.stat().st_mtime:
        return ""
    return _run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])


def _run(command: Sequence[str]) -> str:
    """Run an installation; return the first line of what went wrong, or nothing."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, cwd=_HERE)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{command[0]} : {error}"
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    return "" if done.returncode == 0 else (lines[0] if lines else f"{command[0]} : {done.returncode}")
