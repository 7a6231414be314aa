"""The styles of the Word shell and the one list that numbers articles, clauses, paragraphs and points.

Sizes and spaces are in points. Between two paragraphs Word and LibreOffice keep the larger of the two spaces.
"""

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
FONT, BLUE, GREY, RED, LINE, FILL = "Arial", "1F3864", "595959", "B00020", "8496B0", "E9EEF6"
TEXT_WIDTH = 9070
"""A4 less 2.5 cm on each side, in twentieths of a point."""


def part(root: str, inside: str) -> bytes:
    """Return a part of the package."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{root} {NAMESPACES}>{inside}</w:{root}>'.encode()
    )


# -- styles -----------------------------------------------------------------------------------------------------


def letters(size: float, color: str = "", bold: bool = False) -> str:
    return (
        "<w:b/>" * bold
        + (f'<w:color w:val="{color}"/>' if color else "")
        + f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    )


def space(before: float, after: float, line: float = 0) -> str:
    """Space around a paragraph in points; `line` as a multiple of single spacing."""
    height = f' w:line="{round(line * 240)}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"{height}/>'


def rule(side: str, color: str = LINE, size: int = 6, gap: int = 4) -> str:
    return f'<w:pBdr><w:{side} w:val="single" w:sz="{size}" w:space="{gap}" w:color="{color}"/></w:pBdr>'


def in_list(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def style(
    id: str, name: str, paragraph: str = "", text: str = "", based: str = "Normal", following: str = "", rank: int = 10
) -> str:
    """A paragraph style; `following` is the style of the paragraph typed after it."""
    custom = "" if name.lower() in BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph" w:styleId="{id}"{custom}><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + (f'<w:next w:val="{following}"/>' if following else "")
        + f'<w:uiPriority w:val="{rank}"/><w:qFormat/>'
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{text}</w:rPr>" if text else "")
        + "</w:style>"
    )


BUILT_IN = frozenset(
    [
        "heading 1",
        "heading 2",
        "body text",
        "caption",
        "title",
        "subtitle",
        "toc heading",
        "toc 1",
        "toc 2",
        "header",
        "footer",
        "footnote text",
        "footnote reference",
    ]
)
KEEP = "<w:keepNext/><w:keepLines/>"
HEADING_1 = letters(13, BLUE, bold=True)
HEADING_2 = letters(11, BLUE, bold=True)


def contents_line(hanging: int, left: int) -> str:
    tabs = f'<w:tabs><w:tab w:val="left" w:pos="{left + hanging}"/><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    return tabs + "{}" + f'<w:ind w:left="{left + hanging}" w:hanging="{hanging}"/>'


PARAGRAPH_STYLES = "".join(
    [
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
        style("Heading1", "heading 1", KEEP + in_list(1, 0) + rule("bottom") + space(22, 6, 1) + '<w:outlineLvl w:val="0"/>', HEADING_1, following="Heading2", rank=1),
        style("Heading2", "heading 2", KEEP + in_list(1, 1) + space(14, 4, 1) + '<w:outlineLvl w:val="1"/>', HEADING_2, following="AlineaNumerote", rank=1),
        style("AlineaNumerote", "Alinéa numéroté", in_list(1, 2) + space(5, 5), rank=2),
        style("PointAlinea", "Point d'un alinéa", in_list(1, 3) + space(2, 4), rank=2),
        style("PointLibre", "Point libre", in_list(2, 0) + space(2, 4), rank=3),
        style("Tiret", "Tiret", '<w:tabs><w:tab w:val="left" w:pos="850"/></w:tabs>' + space(2, 4) + '<w:ind w:left="850" w:hanging="425"/>', rank=3),
        style("TitreSansNumero", "Titre sans numéro", KEEP + rule("bottom") + space(22, 6, 1) + '<w:outlineLvl w:val="0"/>', HEADING_1, following="BodyText", rank=1),
        style("SousTitreSansNumero", "Sous-titre sans numéro", KEEP + space(14, 4, 1) + '<w:outlineLvl w:val="1"/>', HEADING_2, following="BodyText", rank=1),
        style("BodyText", "Body Text", space(5, 5), rank=2),
        style("Introduction", "Introduction", space(0, 8), letters(10.5, BLUE), rank=4),
        style("Note", "Note", rule("left", LINE, 12, 8) + space(8, 4, 1.05) + '<w:ind w:left="227"/>', letters(9, GREY), rank=4),
        style("Caption", "caption", "<w:keepNext/>" + space(10, 4), letters(9, BLUE, bold=True), rank=5),
        style("TableauEntete", "Tableau en-tête", "<w:keepNext/>" + space(2, 2, 1), letters(9, BLUE, bold=True), rank=5),
        style("TableauTexte", "Tableau texte", space(2, 2, 1), letters(9), rank=5),
        style("Separateur", "Séparateur", '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>', letters(4), rank=5),
        style("Title", "Title", "<w:keepNext/>" + rule("bottom", BLUE, 12, 10) + space(170, 14, 1.05), letters(26, BLUE, bold=True), rank=6),
        style("Subtitle", "Subtitle", space(0, 40, 1.1), letters(15, GREY), rank=6),
        style("GardeLibelle", "Garde libellé", space(4, 4, 1.05), letters(10, GREY), rank=6),
        style("GardeValeur", "Garde valeur", space(4, 4, 1.05), letters(10, bold=True), rank=6),
        style("TOCHeading", "TOC Heading", "<w:keepNext/><w:pageBreakBefore/>" + space(0, 10, 1), letters(15, BLUE, bold=True), rank=7),
        style("TOC1", "toc 1", "<w:keepNext/>" + contents_line(1247, 0).format(space(7, 1, 1.05)), letters(10, BLUE, bold=True), rank=7),
        style("TOC2", "toc 2", contents_line(850, 397).format(space(1, 1, 1.05)), letters(9.5), rank=7),
        style("FootnoteText", "footnote text", space(0, 2, 1), letters(8, GREY), rank=7),
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:uiPriority w:val="7"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
        style("Header", "header", f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>' + space(0, 0, 1), letters(8.5, GREY), rank=8),
        style("Footer", "footer", rule("top", gap=6) + f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>' + space(0, 0, 1.05), letters(8, GREY), rank=8),
        style("MentionProjet", "Mention projet", rule("bottom", gap=2) + space(2, 0, 1) + '<w:jc w:val="center"/>', letters(9, RED, bold=True), based="Header", rank=8),
        style("MentionProjetGarde", "Mention projet de garde", space(0, 0, 1) + '<w:jc w:val="right"/>', letters(18, RED, bold=True), based="Header", rank=8),
    ]
)  # fmt: skip


def borders(kind: str, color: str, *sides: str) -> str:
    return (
        f"<w:{kind}>"
        + "".join(f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="{color}"/>' for s in sides)
        + f"</w:{kind}>"
    )


def table_style(id: str, name: str, frame: str, head: str = "", side: int = 100) -> str:
    margins = f'<w:tblCellMar><w:left w:w="{side}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/>'
        f'<w:uiPriority w:val="5"/><w:qFormat/><w:tblPr>{frame}{margins}</w:tblPr>{head}</w:style>'
    )


TABLE_STYLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
    '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    + table_style(
        "TableauClause",
        "Tableau de clause",
        borders("tblBorders", LINE, "top", "left", "bottom", "right", "insideH", "insideV"),
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{FILL}"/></w:tcPr></w:tblStylePr>',
    )
    + table_style("TableauGarde", "Tableau de garde", borders("tblBorders", "D0D7E3", "bottom", "insideH"), side=0)
    + table_style("TableauEnteteDePage", "Tableau d'en-tête de page", "", side=0)
)

STYLES = part(
    "styles",
    f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
    '<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    + PARAGRAPH_STYLES
    + TABLE_STYLES,
)


# -- numbering --------------------------------------------------------------------------------------------------


def level(rank: int, form: str, text: str, left: int, hanging: int, of_style: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{rank}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        + (f'<w:pStyle w:val="{of_style}"/>' if of_style else "")
        + f'<w:suff w:val="tab"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs>'
        f'<w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def abstract_list(number: int, name: str, *levels: str) -> str:
    # -- Word expects nine levels; those that no style uses print nothing --
    unused = [level(rank, "none", "", 1276, 425) for rank in range(len(levels), 9)]
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x2C1A0000 + number:08X}"/><w:multiLevelType w:val="multilevel"/>'
        f'<w:tmpl w:val="{0x4E2B0000 + number:08X}"/><w:name w:val="{name}"/>{"".join([*levels, *unused])}</w:abstractNum>'
    )


NUMBERING = part(
    "numbering",
    abstract_list(
        0,
        "Articles",
        level(0, "decimal", "Article %1", 1418, 1418, "Heading1"),
        level(1, "decimal", "%1.%2", 851, 851, "Heading2"),
        level(2, "decimal", "%1.%2.%3", 851, 851, "AlineaNumerote"),
        level(3, "lowerLetter", "%4)", 1276, 425, "PointAlinea"),
    )
    + abstract_list(1, "Points libres", level(0, "lowerLetter", "%1)", 850, 425, "PointLibre"))
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
)
