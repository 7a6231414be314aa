"""Make the Word shells of the printed documents: `python templates/make_shell.py [--compact] [path]`.

`annexe.docx` has a cover and a table of contents; `annexe-compacte.docx`, for small files, has neither, smaller letters and
narrower margins. The files made are committed beside this script, and may then be restyled in Word: colours, fonts, margins, the place of
the cover, of the contents and of the text. Style names, the list behind them and the marks between braces must stay.
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path

from shell_styles import NUMBERING, STYLES, TEXT_WIDTH, part

from clausegen.renderers.archive import archive

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml"


# -- pages ------------------------------------------------------------------------------------------------------


def line(style_id: str, *runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>{"".join(runs)}</w:p>'


def text(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def field(code: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        mark.format("begin")
        + f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        + mark.format("separate")
        + text("1")
        + mark.format("end")
    )


def cell(width: int, side: str, words: str) -> str:
    inside = f'<w:p><w:pPr><w:pStyle w:val="Header"/><w:jc w:val="{side}"/></w:pPr>{text(words)}</w:p>'
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>{inside}</w:tc>'


LEFT, RIGHT = 5070, 4000
HEADER = part(
    "hdr",
    f'<w:tbl><w:tblPr><w:tblStyle w:val="TableauEnteteDePage"/><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    f'<w:tblGrid><w:gridCol w:w="{LEFT}"/><w:gridCol w:w="{RIGHT}"/></w:tblGrid>'
    f"<w:tr>{cell(LEFT, 'left', '{{ sous_titre }}')}{cell(RIGHT, 'right', '{{ titre }}')}</w:tr></w:tbl>"
    + line("MentionProjet", text("{{ projet }}")),
)
COVER_HEADER = part("hdr", line("MentionProjetGarde", text("{{ projet }}")))
FOOTER = part(
    "ftr",
    line(
        "Footer",
        text("{{ pied }}"),
        "<w:r><w:tab/></w:r>",
        text("Page "),
        field("PAGE"),
        text(" sur "),
        field("NUMPAGES"),
    ),
)
COVER_FOOTER = part("ftr", line("Footer", text("{{ pied }}")))

DOCUMENT = part(
    "document",
    "<w:body>"
    + line("Title", text("{{p garde }}"))
    + line("TOC1", text("{{p sommaire }}"))
    + line("BodyText", text("{{p corps }}"))
    + '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId5"/>'
    '<w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId7"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="567" w:gutter="0"/>'
    "<w:titlePg/></w:sectPr></w:body>",
)
SETTINGS = part(
    "settings",
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="fr-FR"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>',
)


# -- compact ----------------------------------------------------------------------------------------------------

SMALLER, CLOSER = 0.88, 0.4
"""Letters and spaces of the compact shell, as shares of the usual ones."""
MARGIN = 1077
"""1.9 cm on each side, in twentieths of a point."""
WIDER = 11906 - 2 * MARGIN


def compact(content: bytes) -> bytes:
    """Return a part in the compact layout."""
    words = content.decode()
    words = re.sub(r'(<w:(?:sz|szCs) w:val=")(\d+)', lambda m: f"{m[1]}{max(16, round(int(m[2]) * SMALLER))}", words)
    words = re.sub(r'(w:(?:before|after)=")(\d+)', lambda m: f"{m[1]}{min(round(int(m[2]) * CLOSER), 240)}", words)
    # -- the header rises with the margin, and the text keeps its distance from the cover's table --
    words = words.replace('w:header="709"', 'w:header="482"')
    words = re.sub(r'(w:styleId="Introduction".*?w:before=")0', r"\g<1>240", words)
    words = words.replace('w:line="276"', 'w:line="242"').replace(line("TOC1", text("{{p sommaire }}")), "")
    words = re.sub(
        r'(w:(?:top|bottom|left|right)=")(1701|1418)(?=" (?:w:right|w:bottom|w:left|w:header))',
        rf"\g<1>{MARGIN}",
        words,
    )
    return (
        words.replace(f'w:pos="{TEXT_WIDTH}"', f'w:pos="{WIDER}"')
        .replace(f'w:w="{TEXT_WIDTH}"', f'w:w="{WIDER}"')
        .encode()
    )


# -- package ----------------------------------------------------------------------------------------------------


def relations(*targets: tuple[str, str]) -> bytes:
    inside = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(targets, 1)
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'.encode()


def content_types(**kinds: str) -> bytes:
    inside = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{MEDIA}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inside}'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    ).encode()


def shell(layout: Callable[[bytes], bytes] = lambda content: content) -> bytes:
    """Return the shell file, each part put in a layout."""
    return archive(
        {
            "[Content_Types].xml": content_types(
                document="document.main", styles="styles", numbering="numbering", settings="settings",
                header1="header", header2="header", footer1="footer", footer2="footer",
            ),
            "_rels/.rels": relations((f"{OFFICE}/officeDocument", "word/document.xml"), (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")),
            "docProps/core.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"/>'.encode(),
            "word/_rels/document.xml.rels": relations(
                *((f"{OFFICE}/{name}", f"{name}.xml") for name in ("styles", "numbering", "settings")),
                *((f"{OFFICE}/{name}", f"{name}{rank}.xml") for name in ("header", "footer") for rank in (1, 2)),
            ),
            "word/document.xml": layout(DOCUMENT),
            "word/styles.xml": layout(STYLES),
            "word/numbering.xml": NUMBERING,
            "word/settings.xml": SETTINGS,
            "word/header1.xml": layout(HEADER),
            "word/header2.xml": layout(COVER_HEADER),
            "word/footer1.xml": layout(FOOTER),
            "word/footer2.xml": layout(COVER_FOOTER),
        }
    )  # fmt: skip


if __name__ == "__main__":
    small = "--compact" in sys.argv
    given = [argument for argument in sys.argv[1:] if argument != "--compact"]
    name = "annexe-compacte.docx" if small else "annexe.docx"
    target = Path(given[0]) if given else Path(__file__).with_name(name)
    target.write_bytes(shell(compact) if small else shell())
