"""Files are written whole under safe names, or not at all."""

import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausegen.errors import RenderError
from clausegen.renderers import bundle
from clausegen.renderers.bundle import safe_name, write_file, write_folder, zip_bundle

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@given(st.text())
def test_any_title_makes_a_safe_name(title: str) -> None:
    name = safe_name(title)
    assert len(f"annexe-99-{name}.docx") <= 120
    assert zip_bundle({f"{name}.docx": b""})


def test_two_bundles_of_the_same_files_are_the_same_bytes() -> None:
    files = {"annexe-1.docx": b"un", "inventaire.xlsx": b"deux"}
    assert zip_bundle(files) == zip_bundle(dict(files))
    with zipfile.ZipFile(BytesIO(zip_bundle(files))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files


@pytest.mark.parametrize(
    "name",
    [
        "../a.docx",
        "/a",
        "a/",
        "a/../b",
        "a/b/c",
        "a\\b",
        ".cache",
        "été.docx",
        "a b",
        "",
        "NUL.txt",
        "a.",
        "a" * 121,
        "a\n",
    ],
)
def test_an_unsafe_name_is_refused(name: str, tmp_path: Path) -> None:
    for attempt in (lambda: zip_bundle({name: b""}), lambda: write_folder(tmp_path, {name: b""})):
        with pytest.raises(RenderError, match="nom de fichier"):
            attempt()


def test_two_names_that_differ_by_case_are_refused() -> None:
    with pytest.raises(RenderError, match="Deux fichiers"):
        zip_bundle({"a.docx": b"", "A.docx": b""})


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "sous" / "dossier" / "Annexe n° 1.docx"
    write_file(target, b"un")
    write_file(target, b"deux")
    assert content(target.parent) == {"Annexe n° 1.docx": b"deux"}


@pytest.mark.parametrize("failing", [0, 1, 2])
def test_a_disk_that_fills_up_leaves_the_old_files_whole(
    tmp_path: Path, failing: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = {"a.docx": b"ancien a", "b.docx": b"ancien b", "c.docx": b"ancien c"}
    write_folder(tmp_path, old)
    real, calls = os.fsync, iter(range(99))

    def full_disk(descriptor: int) -> None:
        if next(calls) == failing:
            raise OSError(28, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(bundle.os, "fsync", full_disk)
    with pytest.raises(RenderError, match="plus de place"):
        write_folder(tmp_path, dict.fromkeys(old, b"nouveau"))
    assert content(tmp_path) == old


def test_when_one_file_cannot_take_its_name_the_others_give_theirs_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A document open in Word, on Windows: its name cannot be taken, and the bundle must not be half old, half new."""
    old = {"consultation/a.docx": b"ancien", "interne/b.docx": b"ancien"}
    write_folder(tmp_path, old)
    replace = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if target.name == "b.docx" and self.read_bytes() == b"nouveau":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(RenderError, match="pas le droit d'écrire"):
        write_folder(tmp_path, {**dict.fromkeys(old, b"nouveau"), "interne/c.docx": b"nouveau"})
    found = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*.*")}
    assert found == old


def test_a_folder_in_the_place_of_a_file_stops_everything(tmp_path: Path) -> None:
    (tmp_path / "b.docx").mkdir()
    with pytest.raises(RenderError, match="un dossier porte ce nom"):
        write_folder(tmp_path, {"a.docx": b"un", "b.docx": b"deux"})
    assert content(tmp_path) == {}


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "sortie").write_bytes(b"")
    for folder in (tmp_path / "sortie", tmp_path / "sortie" / "plus-bas"):
        with pytest.raises(RenderError, match=r"sortie.*un fichier porte le nom"):
            write_folder(folder, {"a.docx": b""})


@pytest.mark.skipif(ROOT, reason="root écrit partout")
def test_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(RenderError, match="pas le droit d'écrire"):
        write_file(tmp_path / "a.docx", b"")


def test_the_system_s_own_words_are_given_for_any_other_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(bundle.os, "fsync", broken)
    with pytest.raises(RenderError, match="Input/output error"):
        write_file(tmp_path / "a.docx", b"")
    assert content(tmp_path) == {}
