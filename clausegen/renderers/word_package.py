"""A Word package while a shell is prepared: its parts, their kinds, and the relationships between them (ECMA-376, part 2)."""

import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from clausegen.errors import RenderError
from clausegen.renderers.word_parts import DOCUMENT, TYPES, parse, serialized

MAX_FILE, MAX_UNZIPPED, MAX_XML, MAX_PARTS = 20_000_000, 100_000_000, 4_000_000, 400
"""Bytes of a shell, bytes once decompressed, of them in one XML part, number of parts: far above any template, far below
what harms."""
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES_NS, _RELS_NS = f"{{{_PACKAGE}/content-types}}", f"{{{_PACKAGE}/relationships}}"
_NO_RELATIONS = f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode()
ROOT = ""
"""The source of the package's own relationships."""


@dataclass(frozen=True)
class Relation:
    """`kind` is the last word of its type (« header », « image »); `target` a part, or an address when external."""

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        return self.type.rpartition("/")[2]


class Package:
    """The parts by name. Content types and relationships are read and written here, nowhere else."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts

    def relations(self, source: str) -> list[Relation]:
        """Return the relationships of a part, in the order of the file."""
        name = _relations_of(source)
        root = parse(name, self.parts.get(name, _NO_RELATIONS))
        folder = posixpath.dirname(source)
        found = []
        for each in root.iter(f"{_RELS_NS}Relationship"):
            external = each.get("TargetMode") == "External"
            target = str(each.get("Target"))
            if not external:
                target = posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")
            found.append(Relation(str(each.get("Id")), str(each.get("Type")), target, external))
        return found

    def related(self, source: str, kind: str) -> str | None:
        """Return the first part of that kind that a part names."""
        return next((r.target for r in self.relations(source) if r.kind == kind and r.target in self.parts), None)

    def relate(self, source: str, type: str, target: str) -> str:
        """Name a part from another, and return the identifier of the relationship."""
        name = _relations_of(source)
        root = parse(name, self.parts.get(name, _NO_RELATIONS))
        taken = {relation.id for relation in self.relations(source)}
        id = next(f"rIdCg{n}" for n in range(1, len(taken) + 2) if f"rIdCg{n}" not in taken)
        written = posixpath.relpath(target, posixpath.dirname(source) or ".")
        etree.SubElement(root, f"{_RELS_NS}Relationship", {"Id": id, "Type": type, "Target": written})
        self.parts[name] = serialized(root)
        return id

    def unrelate(self, source: str, unwanted: Callable[[Relation], bool]) -> None:
        """Forget relationships; parts that nothing names any more go with `prune`."""
        name = _relations_of(source)
        if name not in self.parts:
            return
        ids = {relation.id for relation in self.relations(source) if unwanted(relation)}
        root = parse(name, self.parts[name])
        for each in [e for e in root if e.get("Id") in ids]:
            root.remove(each)
        self.parts[name] = serialized(root)

    def add(self, name: str, content: bytes, media: str) -> None:
        """Put a part in the package, under its content type."""
        self.parts[name] = content
        types = parse(TYPES, self.parts[TYPES])
        for each in [e for e in types.iter(f"{_TYPES_NS}Override") if e.get("PartName") == f"/{name}"]:
            types.remove(each)
        etree.SubElement(types, f"{_TYPES_NS}Override", {"PartName": f"/{name}", "ContentType": media})
        self.parts[TYPES] = serialized(types)

    def media(self, name: str) -> str:
        """Return the content type of a part."""
        types = parse(TYPES, self.parts[TYPES])
        overrides = {
            str(e.get("PartName")).lstrip("/"): e.get("ContentType") for e in types.iter(f"{_TYPES_NS}Override")
        }
        defaults = {str(e.get("Extension")).lower(): e.get("ContentType") for e in types.iter(f"{_TYPES_NS}Default")}
        return str(overrides.get(name) or defaults.get(name.rpartition(".")[2].lower(), ""))

    def prune(self) -> None:
        """Drop the parts that nothing leads to, and what the package says of them."""
        kept = {TYPES, *self._reached()}
        self.parts = {name: content for name, content in self.parts.items() if name in kept}
        types = parse(TYPES, self.parts[TYPES])
        for each in list(types.iter(f"{_TYPES_NS}Override")):
            if str(each.get("PartName")).lstrip("/") not in kept:
                types.remove(each)
        self.parts[TYPES] = serialized(types)

    def _reached(self) -> Iterator[str]:
        waiting, seen = [ROOT], {ROOT}
        while waiting:
            source = waiting.pop()
            if (name := _relations_of(source)) in self.parts:
                yield name
            for relation in self.relations(source):
                if not relation.external and relation.target in self.parts and relation.target not in seen:
                    seen.add(relation.target)
                    waiting.append(relation.target)
                    yield relation.target


def read_package(content: bytes) -> Package:
    """Return the package; RenderError when it is not a Word file, or not one of a sane size."""
    if len(content) > MAX_FILE:
        raise RenderError(
            f"le fichier dépasse {MAX_FILE // 1_000_000} Mo ; allégez ses images, puis enregistrez-le de nouveau."
        )
    try:
        with zipfile.ZipFile(BytesIO(content)) as source:
            entries = [entry for entry in source.infolist() if not entry.is_dir()]
            written = (entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
            unzipped = sum(entry.file_size for entry in entries)
            if len(entries) > MAX_PARTS or unzipped > MAX_UNZIPPED or max(written, default=0) > MAX_XML:
                raise RenderError("décompressé, le fichier est démesuré : il n'est pas lu. Partez d'un autre modèle.")
            if len({entry.filename for entry in entries}) < len(entries):
                raise RenderError(
                    "deux de ses parties portent le même nom ; ouvrez-le dans Word et enregistrez-le de nouveau."
                )
            parts = {entry.filename: source.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, ValueError, OSError) as error:
        raise RenderError(
            "ce n'est pas un fichier .docx lisible, ou un mot de passe le protège ; enregistrez-le de nouveau depuis Word."
        ) from error
    package = Package(parts)
    main = package.related(ROOT, "officeDocument") if TYPES in parts else None
    if main != DOCUMENT:
        if main and main.startswith("word/"):
            raise RenderError(
                f"son texte est rangé dans « {main} » ; ouvrez-le dans Word et enregistrez-le de nouveau."
            )
        raise RenderError("ce n'est pas un document Word ; enregistrez-le au format .docx depuis Word ou LibreOffice.")
    return package


def _relations_of(source: str) -> str:
    folder, _, name = source.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
