"""A Word shell may be restyled in Word, or come from elsewhere: it serves, or is refused with what to do."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm
from libreoffice import converted
from ooxml import errors
from pypdf import PdfReader
from sample_annex import sample
from word_reading import W, fields, numbers, opened, parts, root, words
from word_structure import faults

from clausegen import paths
from clausegen.dossier.dossier import load_dossier
from clausegen.errors import RenderError
from clausegen.pipeline import Draft, draft
from clausegen.renderers.archive import archive
from clausegen.renderers.word import render_docx
from clausegen.renderers.word_options import ShellFile, WordOptions, shell_file
from clausegen.renderers.word_shell import SHELL, load_shell

ORIGINAL = paths.templates() / SHELL
BODY = "word/document.xml"
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cf50000000050001"
    "0d0a2db40000000049454e44ae426082"
)


def files() -> dict[str, bytes]:
    return parts(ORIGINAL.read_bytes())


def printed_in(content: bytes | Mapping[str, bytes], document=None, **options: bool) -> bytes:
    """Print the sample annex in a shell given as bytes or as parts."""
    shell = content if isinstance(content, bytes) else archive(content)
    return render_docx(document or sample(), WordOptions(ShellFile("modele.docx", shell), **options))


def changed(part: str, old: str, new: str) -> dict[str, bytes]:
    found = files()
    assert old.encode() in found[part]
    return {**found, part: found[part].replace(old.encode(), new.encode())}


# -- the product's own, restyled ----------------------------------------------------------------------------------------


def test_the_script_makes_a_shell_that_serves(tmp_path: Path) -> None:
    made = tmp_path / "annexe.docx"
    subprocess.run([sys.executable, str(paths.templates() / "make_shell.py"), str(made)], check=True)
    assert made.read_bytes() == ORIGINAL.read_bytes()
    assert printed_in(made.read_bytes())


def test_a_shell_saved_by_a_french_word_serves_as_well() -> None:
    found = files()
    for old, new in (("Heading1", "Titre1"), ("Heading2", "Titre2"), ("BodyText", "Corpsdetexte"), ("TOC1", "TM1")):
        found = {name: content.replace(f'"{old}"'.encode(), f'"{new}"'.encode()) for name, content in found.items()}
    scattered = '{{p</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> corps</w:t></w:r><w:r><w:t> }}'
    found[BODY] = found[BODY].replace(b"{{p corps }}", scattered.encode())
    restyled, usual = opened(printed_in(found)), opened(render_docx(sample()))
    assert [(p.style.name, p.text) for p in restyled.paragraphs] == [(p.style.name, p.text) for p in usual.paragraphs]
    assert load_shell(ShellFile("modele.docx", archive(found))).remarks == ()


def test_the_indents_that_a_lawyer_gave_to_the_numbers_are_kept() -> None:
    content = printed_in(changed(NUMBERING, 'w:left="851" w:hanging="851"', 'w:left="1701" w:hanging="1701"'))
    assert b'w:left="1701" w:hanging="1701"' in parts(content)[NUMBERING]


@pytest.mark.libreoffice
def test_a_shell_saved_by_libreoffice_serves_as_well(tmp_path: Path) -> None:
    saved = converted(ORIGINAL.read_bytes(), "docx", tmp_path).read_bytes()
    there, here = opened(printed_in(saved)), opened(render_docx(sample()))
    assert [p.text for p in there.paragraphs] == [p.text for p in here.paragraphs]


def test_wider_margins_make_narrower_tables() -> None:
    narrow = printed_in(changed(BODY, 'w:left="1418"', 'w:left="2418"'))
    widths = [
        sum(column.width for column in opened(content).tables[1].columns) for content in (render_docx(sample()), narrow)
    ]
    assert widths[0] - widths[1] == pytest.approx(1000 * 635, rel=0.01)  # -- 635 EMU to the twentieth of a point --


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        (BODY, "{{p corps }}", "Texte", r"point d'insertion.*\{\{p corps \}\} seul dans un paragraphe"),
        (BODY, "{{p sommaire }}", "{{p corps }}", "une fois et une seule"),
        (BODY, "{{p corps }}", "{{ corps }}", "une fois et une seule"),
        (BODY, "{{p corps }}", "Texte {{p corps }}", "une fois et une seule"),
        (BODY, "{{p garde }}", "{{ corps }}", r"écrivez \{\{p corps \}\}, avec le « p », seul"),
        (BODY, "{{p garde }}", "{{ gardes }}", r"« \{\{ gardes \}\} » n'est pas compris.*\{\{ titre \}\}"),
        (BODY, "{{p garde }}", "{{ titre", "n'est pas compris"),
        (BODY, "{{p garde }}", "{% if titre %}{% endif %}", "sans calcul ni condition"),
        (BODY, "{{p garde }}", "{{ titre.__class__ }}", "sans calcul ni condition"),
        (BODY, 'w:header="709"', 'w:header="{{ titre.upper() }}"', "sans calcul ni condition"),
        (BODY, "<w:pgSz", "<w:pgSiz", "format de page"),
        (BODY, "</w:body>", "", "XML valable"),
        (BODY, "<w:body>", '<!DOCTYPE x [<!ENTITY a "b">]><w:body>', "XML valable"),
    ],
)
def test_a_shell_that_cannot_serve_says_why(part: str, old: str, new: str, said: str) -> None:
    with pytest.raises(RenderError, match=said) as refusal:
        printed_in(changed(part, old, new))
    assert "modele.docx" in str(refusal.value)


def test_a_missing_shell_says_how_to_make_it_again(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match=r"absent\.docx.*make_shell\.py"):
        shell_file(tmp_path / "absent.docx")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 old Word", ORIGINAL.read_bytes()[:3000]])
def test_what_is_not_a_word_file_is_refused(content: bytes) -> None:
    with pytest.raises(RenderError, match=r"fichier \.docx lisible"):
        printed_in(content)


def test_a_spreadsheet_is_not_a_shell() -> None:
    with pytest.raises(RenderError, match="pas un document Word"):
        printed_in(
            {"[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'}
        )


# -- brought along from elsewhere ---------------------------------------------------------------------------------------


def letterhead(*texts: str) -> docx.document.Document:
    """A document made without any knowledge of the product: other styles, other fonts, no list."""
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    return document


MARKS = ("{{p garde }}", "{{p sommaire }}", "{{p corps }}")


def saved(document: docx.document.Document) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_logo() -> docx.document.Document:
    document = letterhead(*MARKS)
    document.sections[0].header.paragraphs[0].add_run().add_picture(BytesIO(PIXEL), width=Cm(2))
    return document


def in_two_columns() -> docx.document.Document:
    document = letterhead(*MARKS)
    document.sections[0]._sectPr.find(qn("w:cols")).set(qn("w:num"), "2")
    return document


def with_a_landscape_section() -> docx.document.Document:
    """A portrait cover, the text in a landscape section whose end stands in the paragraph of the mark itself."""
    document = letterhead("Ville de Saint-Aubin", "{{p garde }}")
    wide = document.add_section()
    wide.orientation, wide.page_width, wide.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    document.add_paragraph("{{p corps }}")
    last = document.add_section()
    last.orientation, last.page_width, last.page_height = WD_ORIENT.PORTRAIT, Cm(21), Cm(29.7)
    document.add_paragraph("Fait à Saint-Aubin")
    return document


def with_titles_of_its_own() -> docx.document.Document:
    document = letterhead()
    document.add_heading("Préambule", 1)
    document.add_paragraph("{{p corps }}")
    document.add_heading("Signatures", 1)
    return document


ELSEWHERE = {
    "unknown styles": lambda: letterhead("Ville de Saint-Aubin", *MARKS, "Fait à Saint-Aubin"),
    "two columns": in_two_columns,
    "logo in the header": with_logo,
    "landscape section": with_a_landscape_section,
    "titles of its own": with_titles_of_its_own,
    "blank letterhead": letterhead,
}


@pytest.mark.parametrize("kind", ELSEWHERE)
def test_a_template_from_elsewhere_serves(kind: str, drafts: dict[str, Draft], tmp_path: Path) -> None:
    shell = saved(ELSEWHERE[kind]())
    contents = [printed_in(shell), printed_in(shell, drafts["concession-eau-metropole"].annexes[1], sources=True)]
    for content in contents:
        assert faults(content) == []
        drawn = numbers(content)
        assert all(shown == drawn[target] for target, shown in fields(content, "REF"))
        articles = [text for text in drawn.values() if text.startswith("Article")]
        assert articles == [f"Article {rank}" for rank in range(1, len(articles) + 1)] and articles
    assert len(list(fields(contents[1], "REF"))) > 20
    assert errors({f"{rank}.docx": content for rank, content in enumerate(contents)}, tmp_path) == []


@pytest.mark.libreoffice
def test_the_numbers_of_a_template_from_elsewhere_are_right_on_paper(tmp_path: Path) -> None:
    from libreoffice import printed

    paper = printed(printed_in(saved(with_titles_of_its_own())), tmp_path)
    assert "Article 1 Statut et droits" in paper and "5.3.3 À défaut de remise" in paper
    assert "Article 1 Préambule" not in paper


def test_what_the_template_brings_stays() -> None:
    content = printed_in(saved(ELSEWHERE["unknown styles"]()))
    texts = [paragraph.text for paragraph in opened(content).paragraphs]
    assert texts[0] == "Ville de Saint-Aubin" and texts[-1] == "Fait à Saint-Aubin"
    assert any(name.startswith("word/media/") for name in parts(printed_in(saved(with_logo()))))


def test_the_text_is_as_wide_as_its_column_and_its_section() -> None:
    whole, half, wide = (
        opened(printed_in(saved(ELSEWHERE[k]()))).tables[1]
        for k in ("unknown styles", "two columns", "landscape section")
    )
    widths = [sum(column.width for column in table.columns) for table in (whole, half, wide)]
    assert widths[1] < widths[0] / 2 < widths[0] < widths[2]


def test_the_section_that_ends_with_the_mark_is_kept() -> None:
    sections = opened(printed_in(saved(with_a_landscape_section()))).sections
    assert [section.orientation for section in sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]


@pytest.mark.parametrize("kind", ["unknown styles", "logo in the header", "landscape section", "blank letterhead"])
def test_a_draft_says_so_on_every_page_of_any_template(kind: str) -> None:
    shell = saved(ELSEWHERE[kind]())
    for marks in (True, False):
        found = parts(printed_in(shell, marks=marks))
        headers = [content.decode() for name, content in found.items() if name.startswith("word/header")]
        assert headers and all((sample().draft_mark in header) is marks for header in headers)


def test_the_remarks_name_what_was_added() -> None:
    remarks = " ; ".join(load_shell(ShellFile("ville.docx", saved(with_logo()))).remarks)
    assert "« Alinéa numéroté »" in remarks and "numérotation" in remarks and "sans texte de remplacement" in remarks


def test_the_past_of_a_template_stays_behind() -> None:
    document = letterhead(*MARKS)
    document.core_properties.author = "Maître Dupont"
    document.core_properties.comments = "Version confidentielle"
    document.add_comment(
        document.paragraphs[0].runs, text="À revoir avec la DAJ", author="Maître Dupont", initials="MD"
    )
    found = parts(saved(document))
    types = found["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>',
    )
    app = b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>Cabinet Dupont</Company></Properties>'
    if "docProps/app.xml" not in found:
        found |= {"[Content_Types].xml": types}
    content = printed_in({**found, "docProps/app.xml": app})
    whole = b"".join(parts(content).values()).decode("utf-8", "replace")
    for past in ("Dupont", "DAJ", "confidentielle", "commentReference"):
        assert past not in whole
    assert faults(content) == []


def test_settings_that_would_follow_the_file_are_dropped() -> None:
    found = files()
    kept = '<w:trackRevisions/><w:documentProtection w:edit="readOnly"/><w:defaultTabStop'
    found["word/settings.xml"] = found["word/settings.xml"].replace(b"<w:defaultTabStop", kept.encode())
    found["word/_rels/settings.xml.rels"] = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        b'Target="file:///S:/dossiers/modele.dotm" TargetMode="External"/></Relationships>'
    )
    content = parts(printed_in(found))
    assert (
        b"trackRevisions" not in content["word/settings.xml"]
        and b"documentProtection" not in content["word/settings.xml"]
    )
    assert b"modele.dotm" not in b"".join(content.values())


def _tracked() -> bytes:
    marked = (
        '<w:ins w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:t>ajout</w:t></w:r></w:ins></w:p><w:sectPr>'
    )
    return archive(changed(BODY, "<w:sectPr>", f"<w:p>{marked}"))


def _related(kind: str, target: str, external: bool = False) -> bytes:
    mode = ' TargetMode="External"' * external
    relation = f'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"{mode}/></Relationships>'
    found = changed("word/_rels/document.xml.rels", "</Relationships>", relation)
    return archive({**found, **({} if external else {f"word/{target}": b"<a/>"})})


def _typed(kind: str) -> bytes:
    return archive(
        changed(
            "[Content_Types].xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            kind,
        )
    )


def _in_a_table() -> bytes:
    document = letterhead()
    document.add_table(1, 1).cell(0, 0).paragraphs[0].text = "{{p corps }}"
    return saved(document)


def _strict() -> bytes:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    return archive(changed(BODY, "http://schemas.openxmlformats.org/wordprocessingml/2006/main", strict))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: saved(letterhead("Bonjour")), r"écrivez \{\{p corps \}\} seul dans un paragraphe"),
        (_tracked, "modifications suivies.*acceptez-les ou refusez-les"),
        (_in_a_table, "dans un tableau"),
        (_strict, "Open XML strict"),
        (lambda: _related("vbaProject", "vbaProject.bin"), "des macros.*retirez-le"),
        (lambda: _related("oleObject", "embeddings.bin"), "un objet incorporé"),
        (lambda: _related("chart", "chart1.xml"), "un graphique"),
        (lambda: _related("image", "http://exemple.fr/logo.png", external=True), "resté ailleurs.*incorporez-le"),
        (lambda: _typed("application/vnd.ms-word.document.macroEnabled.main+xml"), "macros"),
    ],
    ids=["no place for the text", "tracked changes", "text in a table", "strict", "macros", "object", "chart", "linked picture", "docm"],
)  # fmt: skip
def test_a_template_that_cannot_serve_is_refused_with_what_to_do(make: Callable[[], bytes], said: str) -> None:
    with pytest.raises(RenderError, match=said):
        printed_in(make())


def test_a_word_template_becomes_a_document() -> None:
    template = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    assert b"template.main" not in parts(printed_in(_typed(template)))["[Content_Types].xml"]


def test_a_file_swollen_on_purpose_is_not_read() -> None:
    swollen = {**files(), "word/media/image.bin": b"0" * 120_000_000}
    with pytest.raises(RenderError, match="démesuré"):
        printed_in(swollen)


def test_a_template_is_read_once() -> None:
    file = ShellFile("ville.docx", saved(with_logo()))
    assert load_shell(file) is load_shell(ShellFile("autre.docx", bytes(file.content)))


# -- what an adversary, or ten years of copies, may have left in a template ---------------------------------------------


def inside(xml: str, part: str = BODY, before: str = "<w:sectPr>") -> dict[str, bytes]:
    """The product's own shell with something more in a part."""
    return changed(part, before, f"{xml}{before}")


@pytest.mark.libreoffice
def test_a_template_born_in_libreoffice_serves(tmp_path: Path) -> None:
    page = "<html><body><p>Ville de Saint-Aubin</p><p>{{p corps }}</p></body></html>"
    made = converted(page.encode(), "docx:MS Word 2007 XML", tmp_path, suffix="html").read_bytes()
    content = printed_in(made)
    assert faults(content) == [] and "Ville de Saint-Aubin" in words(root(content))


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (NUMBERING, '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/>', '<w:start w:val="3"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/>'),
        (NUMBERING, '<w:num w:numId="1"><w:abstractNumId w:val="0"/>', '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
    ],
    ids=["starts at 3", "« Commencer à 5 »"],
)  # fmt: skip
def test_a_list_that_would_count_otherwise_is_replaced(part: str, old: str, new: str) -> None:
    restyled = archive(changed(part, old, new))
    assert any("numérotation" in remark for remark in load_shell(ShellFile("m.docx", restyled)).remarks)
    kept = load_shell(ShellFile("m.docx", ORIGINAL.read_bytes()))
    assert not any("numérotation" in remark for remark in kept.remarks)


def test_a_title_of_the_template_is_out_of_the_list_wherever_it_stands() -> None:
    title = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Ville</w:t></w:r></w:p>'
    listed = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Préambule</w:t></w:r></w:p>'
    header = changed("word/header1.xml", "</w:hdr>", f"{title}</w:hdr>")
    for shell in (header, changed(BODY, "<w:body>", f"<w:body>{listed}")):
        found = parts(printed_in(shell))
        part = "word/header1.xml" if shell is header else BODY
        paragraph = next(p for p in root(printed_in(shell), part).iter(f"{W}p") if words(p) in ("Ville", "Préambule"))
        assert paragraph.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") == "0"
        assert found


@pytest.mark.parametrize(
    ("shell", "said"),
    [
        (lambda: changed(BODY, "{{p garde }}</w:t></w:r>", '{{p garde }}</w:t></w:r><w:r><w:br w:type="page"/></w:r>'), "contient autre chose"),
        (lambda: changed("word/footer1.xml", "{{ pied }}", "Page : {{p pied }} fin"), "sans « p »"),
        (lambda: changed("word/header1.xml", "{{ projet }}", "{{p corps }}"), "ni en en-tête ni en pied"),
        (lambda: inside('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDETEXT "\\\\SRV\\a.docx" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'), "champs qui lisent ailleurs.*INCLUDETEXT"),
        (lambda: changed(BODY, 'w:left="1418"', 'w:left="9900"'), "trop étroite"),
        (lambda: changed(NUMBERING, '<w:num w:numId="2">', '<w:num w:numId="2147483647">'), "démesurés|points"),
        (lambda: changed(NUMBERING, '<w:num w:numId="2"><w:abstractNumId w:val="1"/>', '<w:num w:numId="2">'), "abîmé.*partez du modèle d'origine"),
        (lambda: {**files(), "word/styles.xml": files()[STYLES] + b"<!-- " + b"x" * 4_000_000 + b" -->"}, "démesuré"),
    ],
    ids=["break beside a mark", "p in a line", "slot in a header", "field that reads a file", "no room", "huge list number", "broken list", "swollen part"],
)  # fmt: skip
def test_what_would_be_lost_or_wrong_is_refused(shell: Callable[[], dict[str, bytes]], said: str) -> None:
    with pytest.raises(RenderError, match=said):
        printed_in(shell())


@pytest.mark.parametrize("width", ["21cm", "11906.0000000000002"])
def test_measures_are_read_as_other_editors_write_them(width: str) -> None:
    assert faults(printed_in(changed(BODY, 'w:w="11906"', f'w:w="{width}"'))) == []


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "utf-8-sig"])
def test_a_header_in_another_encoding_is_read(encoding: str) -> None:
    header = (
        files()["word/header1.xml"].decode().replace('encoding="UTF-8"', f'encoding="{encoding.removesuffix("-sig")}"')
    )
    content = printed_in(
        {
            **files(),
            "word/header1.xml": header.replace("</w:hdr>", "<w:p><w:r><w:t>été</w:t></w:r></w:p></w:hdr>").encode(
                encoding
            ),
        }
    )
    assert "été" in parts(content)["word/header1.xml"].decode() and faults(content) == []


def test_a_header_that_speaks_of_a_project_is_not_taken_for_the_mark() -> None:
    shell = changed("word/header1.xml", "{{ projet }}", "Direction des grands projets")
    assert parts(printed_in(shell))["word/header1.xml"].decode().count(sample().draft_mark) == 1


def test_a_first_page_later_in_the_document_says_so_too() -> None:
    document = letterhead("Garde", "{{p corps }}")
    document.add_section().different_first_page_header_footer = True
    document.add_paragraph("Fin")
    headers = [
        text.decode() for name, text in parts(printed_in(saved(document))).items() if name.startswith("word/header")
    ]
    assert len(headers) == 2 and all(sample().draft_mark in header for header in headers)


@pytest.mark.parametrize(
    "xml",
    [
        '<w:p><w:permStart w:id="1" w:ed="CABINET\\dupont"/><w:permEnd w:id="1"/></w:p>',
        '<w:p><w:smartTag w:uri="urn:dupont" w:element="x"><w:r><w:t>a</w:t></w:r></w:smartTag></w:p>',
        "<!-- pour Dupont, dupont -->",
        '<w:p w:rsidR="00dupont"/>',
    ],
    ids=["permission", "smart tag", "comment of the file", "session"],
)
def test_traces_of_the_people_behind_a_template_are_taken_away(xml: str) -> None:
    content = printed_in(inside(xml))
    assert "dupont" not in b"".join(parts(content).values()).decode("utf-8", "replace").lower()
    assert faults(content) == []


def test_bookmarks_of_the_template_do_not_meet_ours() -> None:
    marks = '<w:p><w:bookmarkStart w:id="1001" w:name="_Toc00000001"/><w:bookmarkEnd w:id="1001"/><w:bookmarkStart w:id="1002" w:name="ici"/><w:bookmarkEnd w:id="1002"/></w:p>'
    content = printed_in(inside(marks))
    assert faults(content) == [] and b'w:name="ici"' in parts(content)[BODY]


def test_a_template_made_to_be_slow_is_read_fast_enough() -> None:
    chained = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="s{n}"/><w:basedOn w:val="s{n - 1}"/></w:style>'
        for n in range(1, 3000)
    )
    assert faults(printed_in(changed(STYLES, "</w:styles>", f"{chained}</w:styles>"))) == []


# -- the two that ship --------------------------------------------------------------------------------------------------


@pytest.mark.libreoffice
def test_the_small_file_prints_on_twelve_to_sixteen_pages(tmp_path: Path, library) -> None:
    drafted = draft(load_dossier(paths.examples() / "compact-eau-commune.yml"), library, date(2026, 11, 22))
    pages = 0
    for rank, annex in enumerate(drafted.annexes):
        folder = tmp_path / str(rank)
        folder.mkdir()
        pages += len(PdfReader(converted(render_docx(annex), "pdf", folder)).pages)
    assert len(drafted.annexes) == 4 and 12 <= pages <= 16


def test_the_compact_shell_is_the_one_that_the_script_makes(tmp_path: Path) -> None:
    made = tmp_path / "compacte.docx"
    subprocess.run([sys.executable, str(paths.templates() / "make_shell.py"), "--compact", str(made)], check=True)
    assert made.read_bytes() == (paths.templates() / "annexe-compacte.docx").read_bytes()


def test_without_a_table_of_contents_the_text_follows_the_title() -> None:
    small = opened(render_docx(replace(sample(), layout="annexe-compacte")))
    assert "Sommaire" not in [paragraph.text for paragraph in small.paragraphs]
    assert not any(paragraph.paragraph_format.page_break_before for paragraph in small.paragraphs)
    usual = opened(render_docx(sample()))
    body = [p.text for p in usual.paragraphs if not p.style.name.lower().startswith("toc")]
    assert [p.text for p in small.paragraphs if p.text] == [text for text in body if text]
