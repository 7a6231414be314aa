"""The wheel carries the clauses, the templates, the examples and the app: installed elsewhere, it works from any folder."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_what_the_product_needs(wheel) -> None:
    names = set(ZipFile(wheel).namelist())
    for source in ("clauses", "templates", "exemples"):
        for path in (ROOT / source).rglob("*.*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert f"clausegen/_data/{path.relative_to(ROOT).as_posix()}" in names
    assert {"clausegen/_data/app.py", "clausegen/_data/.streamlit/config.toml"} <= names


def test_installed_elsewhere_it_drafts_from_any_folder(wheel, tmp_path) -> None:
    home = tmp_path / "ailleurs"
    venv.create(home, with_pip=True)
    binaries = home / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([binaries / "python", "-m", "pip", "install", "--quiet", "--no-deps", wheel], check=True)
    environment = {key: value for key, value in os.environ.items() if not key.startswith("CLAUSEGEN")}
    environment["PYTHONPATH"] = sysconfig.get_path("purelib")  # the dependencies, without a second download
    dossier = tmp_path / "dossier.yml"
    dossier.write_text("faits: {type_contrat: mgp}", "utf-8")
    run = {"cwd": tmp_path, "env": environment, "capture_output": True, "text": True, "encoding": "utf-8"}
    where = subprocess.run(
        [binaries / "python", "-c", "import clausegen.paths as p; print(p.root())"], check=True, **run
    )
    assert str(home) in where.stdout and "_data" in where.stdout
    done = subprocess.run([binaries / "clausegen", "draft", "dossier.yml", "--out", "sortie"], check=False, **run)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "sortie" / "interne" / "note-de-justification.docx").is_file()
    checked = subprocess.run([binaries / "clausegen", "check"], check=False, **run)
    assert checked.returncode == 0, checked.stderr
