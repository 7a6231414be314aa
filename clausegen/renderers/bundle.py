"""Put files together, in an archive or in a folder: safe names, whole files or none."""

import errno
import os
import re
import secrets
import shutil
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from clausegen.errors import RenderError
from clausegen.renderers.archive import archive

MAX_NAME = 120
_SAFE = re.compile(rf"[A-Za-z0-9_][A-Za-z0-9._-]{{0,{MAX_NAME - 1}}}")
_STEM = 80
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for itself."""
_REASONS = {
    errno.ENOSPC: "il n'y a plus de place sur le disque ; libérez-en, puis recommencez",
    errno.EDQUOT: "votre quota de disque est atteint ; libérez de la place, puis recommencez",
    errno.EROFS: "ce disque est en lecture seule ; choisissez un autre dossier",
    errno.EACCES: "vous n'avez pas le droit d'écrire dans ce dossier ; choisissez-en un autre",
    errno.EPERM: "vous n'avez pas le droit d'écrire dans ce dossier ; choisissez-en un autre",
    errno.ENOTDIR: "un fichier porte le nom d'un dossier de ce chemin ; choisissez un autre dossier",
    errno.EEXIST: "un fichier porte le nom de ce dossier ; choisissez un autre dossier",
    errno.EISDIR: "un dossier porte ce nom ; choisissez un autre nom de fichier",
    errno.ENAMETOOLONG: "ce nom est trop long ; raccourcissez-le",
}


def safe_name(text: str) -> str:
    """Return a file stem made of ASCII words joined by hyphens, at most 80 characters.

    >>> safe_name("Annexe 2 – Données d’Œuvre & cætera")
    'annexe-2-donnees-d-oeuvre-caetera'
    >>> safe_name("«…»")
    'document'
    """
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    stem = "-".join(re.findall(r"[a-z0-9]+", letters))[:_STEM].strip("-") or "document"
    return f"{stem}-1" if _RESERVED.fullmatch(stem) else stem


def zip_bundle(files: Mapping[str, bytes]) -> bytes:
    """Return the archive of these files, in the order given: same files, same bytes. A name may be « folder/file »."""
    _check_names(files)
    return archive(files)


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole: until it is complete on disk, what stood there stays as it was."""
    _write(path.parent, {path.name: content})


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all the files or, as far as a disk allows, none: they take their names once all of them are on disk."""
    _check_names(files)
    _write(folder, files)


def _check_names(files: Mapping[str, bytes]) -> None:
    seen: set[str] = set()
    for name in files:
        parts = name.split("/")
        if len(parts) > 2 or not all(map(_may_be_named, parts)):
            raise RenderError(
                f"« {name} » ne peut pas être un nom de fichier : {MAX_NAME} caractères au plus, lettres sans accent, "
                "chiffres, points, tirets et traits bas seulement."
            )
        if name.lower() in seen:  # -- one file for two on Windows and macOS --
            raise RenderError(f"Deux fichiers porteraient le nom « {name} » : changez l'un des deux.")
        seen.add(name.lower())


def _may_be_named(part: str) -> bool:
    return bool(_SAFE.fullmatch(part)) and not _RESERVED.fullmatch(part) and not part.endswith(".")


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    staged: dict[Path, Path] = {}
    put: list[Path] = []
    kept: dict[Path, Path] = {}
    """What stood under these names before, for the time of the exchange."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            target = folder / name
            target.parent.mkdir(exist_ok=True)
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, "", str(target))
            temporary = _beside(target)
            staged[temporary] = target
            _write_through(temporary, content)
        for temporary, target in staged.items():
            if target.exists():
                kept[target] = _kept(target)
            temporary.replace(target)
            put.append(target)
        for parent in {target.parent for target in put}:
            _sync(parent)
    except OSError as error:
        for target in put:
            with suppress(OSError):
                target.unlink()
        for target, former in kept.items():
            with suppress(OSError):
                former.replace(target)
        reason = _REASONS.get(error.errno or 0, f"le système répond « {error.strerror or error} »")
        raise RenderError(f"Rien n'a pu être enregistré dans « {folder} » : {reason}.") from error
    finally:
        # -- where a name could not be given back, the other one is all that is left --
        former_names = [former for target, former in kept.items() if target.exists()]
        for temporary in (*staged, *former_names):
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _kept(target: Path) -> Path:
    """Return another name for what stands there, which never ceases to stand there; a copy where the disk knows one name a file."""
    former = _beside(target)
    try:
        os.link(target, former)
    except OSError:
        shutil.copyfile(target, former)
    return former


def _beside(target: Path) -> Path:
    return target.with_name(f".clausegen-{secrets.token_hex(8)}.tmp")


def _write_through(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Put the new names on disk too; Windows does it of itself."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
