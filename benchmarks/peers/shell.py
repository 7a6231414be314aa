"""Our own shell with another body: same styles, same list, same headers, for every engine to fill in its way."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO

from clausegen import paths
from clausegen.renderers.archive import archive

_MARKS = {"titre": "title", "sous_titre": "subtitle", "projet": "mark", "pied": "footer"}
_DOCUMENT = "word/document.xml"
_BODY = re.compile(r"(<w:body>).*(<w:sectPr>.*</w:body>)", re.DOTALL)
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN_CONTENTS = (
    _FIELD.format("begin")
    + r'<w:r><w:instrText xml:space="preserve"> TOC \o "1-2" \h \z \u </w:instrText></w:r>'
    + _FIELD.format("separate")
)
END_CONTENTS = _FIELD.format("end")
_WIDTH = 9070


def template(body: str, value: Callable[[str], str]) -> bytes:
    """Return our shell with another body, the marks of its headers and footers rewritten."""
    with zipfile.ZipFile(BytesIO((paths.templates() / "annexe.docx").read_bytes())) as shell:
        parts = {name: shell.read(name).decode() for name in shell.namelist()}
    parts[_DOCUMENT] = _BODY.sub(lambda found: found[1] + body + found[2], parts[_DOCUMENT])
    for name in parts:
        if name != _DOCUMENT:
            parts[name] = re.sub(r"\{\{ (\w+) \}\}", lambda mark: value(_MARKS[mark[1]]), parts[name])
    return archive({name: part.encode() for name, part in parts.items()})


def line(style: str, *runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def run(text: str, bold: bool = False) -> str:
    return f'<w:r>{"<w:rPr><w:b/></w:rPr>" * bold}<w:t xml:space="preserve">{text}</w:t></w:r>'


def grid(style: str, columns: int, rows: str) -> str:
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{_WIDTH}" w:type="dxa"/></w:tblPr><w:tblGrid>'
        + f'<w:gridCol w:w="{_WIDTH // columns}"/>' * columns
        + f"</w:tblGrid>{rows}</w:tbl>"
    )


def row(cells: list[str], more: str = "") -> str:
    width = f'<w:tcPr><w:tcW w:w="{_WIDTH // len(cells)}" w:type="dxa"/></w:tcPr>'
    inside = "".join(f"<w:tc>{width}{cell}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{inside}</w:tr>"
