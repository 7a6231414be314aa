"""YAML read as text, with the line of each thing."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from clausegen.document.yaml_source import read_yaml
from clausegen.errors import ClausegenError

WORDS = st.text("abc é:-#{}[],&*!|>'\"%@`0.\n", max_size=8)
TREES = st.recursive(WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3))


@given(TREES)
def test_what_yaml_writes_is_read_back_as_text(tree):
    assert read_yaml(yaml.safe_dump(tree, allow_unicode=True, default_style='"'), "f.yml").data == tree


@given(st.text("ab:-#{}[],&*!|>'\"? \t\n\ufeff\x85\u2028", max_size=40))
def test_the_text_is_read_as_the_base_loader_reads_it_or_refused(text):
    try:
        source = read_yaml(text, "f.yml")
    except ClausegenError:
        return
    assert source.data == (yaml.load(text.removeprefix("\ufeff"), yaml.CBaseLoader) or source.data)


def test_every_key_and_item_has_its_line():
    source = read_yaml("\n\na:\n  b: |\n    long\n    texte\n  c: [x,\n      y]\n- ".replace("\n- ", "\n"), "f.yml")
    lines = [source.line(path) for path in [(), ("a",), ("a", "b"), ("a", "c"), ("a", "c", 1), ("a", "z", 4), ("z",)]]
    assert lines == [3, 3, 4, 7, 8, 3, 3]


def test_lines_count_from_where_the_text_stands_in_its_file():
    assert read_yaml("a: b\nc: d", "clause.md", first_line=2).line(("c",)) == 3
    with pytest.raises(ClausegenError, match=r"clause\.md, ligne 11 : la clé « a » figure déjà ligne 10"):
        read_yaml("a: b\na: d", "clause.md", first_line=10)


@pytest.mark.parametrize("text", ["", "# rien", "\ufeff", "---\n"])
def test_nothing_written_is_an_empty_text(text):
    assert read_yaml(text, "f.yml").data == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: b: c", "ligne 1 : la syntaxe YAML est incorrecte : un texte qui contient « : » se met entre guillemets"),
        ("a:\n  - b\n c: d", "ligne 3 : la syntaxe YAML est incorrecte : cette ligne n'est pas alignée"),
        ("a: 'b", "un guillemet ouvert n'est pas refermé"),
        ("a: [b", "une liste ouverte par « [ » n'est pas refermée"),
        ("a: @b", "mettez le texte entre guillemets"),
        ('a: "\\q"', "la barre oblique inversée s'écrit deux fois"),
        ("%b", "cette ligne ne se lit pas"),
        ("---\na: b\n---\nc: d", "ligne 3 : un seul document par fichier"),
        ("? [a]\n: b", "le nom d'une clé est un mot"),
        ("a: &b c", "un texte qui commence par « & » se met entre guillemets"),
        ("a: !!int 3", "un texte qui commence par « ! » se met entre guillemets"),
        ("a: \x0b", "le caractère invisible U+000B"),
        ("[" * 21, "20 au plus sont acceptés"),
        ("{a: " * 100_000, "20 au plus sont acceptés"),
        ("a: &a [a]\n" * 1000, "ligne 1 : un texte qui commence par « & »"),
    ],
)
def test_what_is_refused_is_told_in_french_with_its_line(text, said):
    with pytest.raises(ClausegenError) as refused:
        read_yaml(text, "f.yml")
    assert said in str(refused.value)
    assert len(refused.value.problems) <= 20


def test_a_quote_left_open_is_told_where_it_opens() -> None:
    with pytest.raises(ClausegenError, match=r"ligne 2 .* un guillemet ouvert n'est pas refermé"):
        read_yaml('a: b\ntitre: "abc\nfaits: {}\n', "d.yml")
