"""A clause remains who it is: in its control, its bookmarks, the manifest and the properties, whatever editor passes by."""

import hashlib
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from libreoffice import converted
from sample_annex import sample
from word_reading import W, controls, parts, root, words

from clausegen.assembly.imprints import printed_digest
from clausegen.document.nodes import Heading
from clausegen.document.provenance import Imprint, Provenance
from clausegen.pipeline import Draft
from clausegen.renderers.word import render_docx
from clausegen.renderers.word_controls import tag

MANIFEST, CUSTOM = "customXml/item1.xml", "docProps/custom.xml"


def texts(control) -> list[str]:
    """The text of each paragraph, in reading order; numbers are drawn by Word and are not there."""
    return [words(paragraph) for paragraph in control.iter(f"{W}p")]


def test_each_clause_is_in_a_control_that_carries_its_identity(drafts: dict[str, Draft]) -> None:
    for annex in drafts["concession-eau-metropole"].annexes:
        found = controls(render_docx(annex))
        assert list(found) == [tag(each.clause, each.version) for each in annex.provenance.clauses]
        for heading, control in zip(
            (b for b in annex.blocks if isinstance(b, Heading) and b.clause), found.values(), strict=True
        ):
            assert texts(control)[0] == heading.text
            alias = control.getparent().find(f"{W}sdtPr/{W}alias").get(f"{W}val")
            assert alias.startswith(f"{heading.clause} – ") and len(alias) <= 64


def test_no_word_of_an_article_lies_outside_its_control(drafts: dict[str, Draft]) -> None:
    for annex in drafts["compact-eau-commune"].annexes:
        content = root(render_docx(annex))
        body = [child for child in content.find(f"{W}body") if child.tag in (f"{W}p", f"{W}tbl")]
        outside = {words(child) for child in body}
        sections = {block.text for block in annex.blocks if isinstance(block, Heading) and not block.clause}
        assert {text for text in outside if text} - sections <= {
            annex.title, annex.subtitle, *(words(table) for table in body if table.tag == f"{W}tbl"),
            *("".join(part.text for part in block.content) for block in annex.blocks[:1]),
        }  # fmt: skip


def test_every_paragraph_of_a_clause_has_its_bookmark(drafts: dict[str, Draft]) -> None:
    annex = drafts["concession-eau-metropole"].annexes[1]
    for control in controls(render_docx(annex)).values():
        numbered = [p for p in control.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "AlineaNumerote"]
        assert numbered
        assert all(any(m.get(f"{W}name").startswith("cg_") for m in p.iter(f"{W}bookmarkStart")) for p in numbered)


def test_the_manifest_names_each_clause_its_version_and_what_was_printed(drafts: dict[str, Draft]) -> None:
    drafted = drafts["concession-eau-metropole"]
    for annex in drafted.annexes:
        content = render_docx(annex)
        manifest = ET.fromstring(parts(content)[MANIFEST])
        assert manifest.attrib["droit"] == drafted.facts.as_of.isoformat()
        assert manifest.attrib["bibliotheque"] == drafted.dossier.library
        listed = [each.attrib for each in manifest]
        assert [each["id"] for each in listed] == [each.clause for each in annex.provenance.clauses]
        for each, control in zip(listed, controls(content).values(), strict=True):
            assert printed_digest(texts(control)) == each["imprime"], each["id"]


def test_one_word_changed_in_a_clause_no_longer_matches_its_imprint(drafts: dict[str, Draft]) -> None:
    annex = drafts["concession-eau-metropole"].annexes[1]
    content = render_docx(annex)
    for each, control in zip(annex.provenance.clauses, controls(content).values(), strict=True):
        changed = [text.replace("Concessionnaire", "Titulaire", 1) for text in texts(control)]
        if changed != texts(control):
            assert printed_digest(changed) != each.printed


def test_the_properties_name_the_library_the_law_and_the_manifest(drafts: dict[str, Draft]) -> None:
    annex = drafts["concession-eau-metropole"].annexes[0]
    files = parts(render_docx(annex))
    properties = {each.attrib["name"]: each[0].text for each in ET.fromstring(files[CUSTOM])}
    assert properties["clausegen-manifeste"] == hashlib.sha256(files[MANIFEST]).hexdigest()
    assert properties["clausegen-bibliotheque"] == annex.provenance.library
    assert set(properties) == {f"clausegen-{name}" for name in ("outil", "bibliotheque", "droit", "manifeste")}


@pytest.mark.libreoffice
def test_bookmarks_and_properties_survive_odt_and_back(drafts: dict[str, Draft], tmp_path: Path) -> None:
    annex = drafts["concession-eau-metropole"].annexes[1]
    content = render_docx(annex)
    odt = converted(content, "odt", tmp_path).read_bytes()
    back = converted(odt, "docx", tmp_path / "retour", suffix="odt").read_bytes()
    marks = [{m.get(f"{W}name") for m in root(each).iter(f"{W}bookmarkStart")} for each in (content, back)]
    assert {name for name in marks[0] if name.startswith("cg_")} <= marks[1]
    names = [{e.attrib["name"]: e[0].text for e in ET.fromstring(parts(each)[CUSTOM])} for each in (content, back)]
    assert names[0].items() <= names[1].items()


def test_the_longest_identifier_fits_and_two_clauses_are_told_apart() -> None:
    long = [f"{'x' * 78}{end}" for end in ("a", "b")]
    blocks = tuple(Heading(2, "Titre", f"1.{rank}", "", clause) for rank, clause in enumerate(long, start=1))
    clauses = tuple(Imprint(clause, "", "0" * 16, "") for clause in long)
    asked = replace(sample(), blocks=(Heading(1, "A", "1"), *blocks), provenance=Provenance(clauses=clauses))
    found = list(controls(render_docx(asked)))
    assert len(set(found)) == 2 and all(len(name) == 64 for name in found)


def test_a_title_with_markup_is_kept_as_typed_in_the_manifest() -> None:
    title = 'Marché « Eau & Vie » <a href="x">'
    asked = replace(sample(), provenance=Provenance(title, "f" * 64, date(2026, 11, 22), "0.1.0"))
    assert ET.fromstring(parts(render_docx(asked))[MANIFEST]).attrib["dossier"] == title
