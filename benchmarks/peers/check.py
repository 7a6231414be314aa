"""Words in, words out: nobody wins by dropping what a contract says."""

import zipfile
from collections.abc import Iterable
from io import BytesIO

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = f"{_W}t"
_BREAKS = [f"{_W}{name}" for name in ("br", "tab", "p", "tc")]


class MissingText(Exception):
    """A file without part of the text."""


def check(name: str, content: bytes, words: Iterable[str]) -> None:
    """Raise MissingText unless the file holds all the words, in this order."""
    found = iter(printed(content))
    before = ""
    for word in words:
        if word not in found:
            raise MissingText(f"{name} : « {word} » manque, ou n'est plus à sa place, après « {before} ».")
        before = word


def printed(content: bytes) -> list[str]:
    """Return the words of a Word file's body."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"), etree.XMLParser(huge_tree=True))
    pieces = ((node.text or "") if node.tag == _TEXT else " " for node in root.iter(_TEXT, *_BREAKS))
    return "".join(pieces).split()
