"""The file of a dossier: what it may say, and what is said back when it cannot be read."""

import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from strategies import DOSSIERS

from clausegen.dossier.dossier import ClauseChoice, Dossier, dump_dossier, load_dossier, read_dossier
from clausegen.errors import DossierError


def refusal(text: str) -> str:
    with pytest.raises(DossierError) as refused:
        read_dossier(text, "d.yml")
    return str(refused.value)


class TestWhatAFileMaySay:
    def test_answers_alone_are_enough(self):
        dossier = read_dossier("faits:\n  type_contrat: concession\n", "d.yml")
        assert dossier == Dossier(answers={"type_contrat": "concession"})
        assert (dossier.title, dossier.law_date) == ("Sans titre", None)

    def test_everything(self):
        text = """
titre: Eau potable de Saint-Étienne
date_droit: 22/11/2026
bibliotheque: 3f2a
faits:
  population: 12 000
  avenant: non
choix:
  don-inventaire: {retenir: oui, variante: elargie}
  don-dispense:
    retenir: non
    motif: Aucune dispense n'est demandée.
valeurs:
  contrat: {objet: "Eau : production et distribution"}
  don-livraison:
    formats: [CSV, Parquet]
"""
        assert read_dossier(text, "d.yml") == Dossier(
            title="Eau potable de Saint-Étienne",
            law_date=date(2026, 11, 22),
            library="3f2a",
            answers={"population": "12 000", "avenant": "non"},
            choices={
                "don-inventaire": ClauseChoice(retain=True, variant="elargie"),
                "don-dispense": ClauseChoice(retain=False, reason="Aucune dispense n'est demandée."),
            },
            values={
                "contrat": {"objet": "Eau : production et distribution"},
                "don-livraison": {"formats": ("CSV", "Parquet")},
            },
        )

    def test_yaml_scalars_stay_what_was_typed(self):
        dossier = read_dossier("faits: {a: 010, b: 12:30, c: no, d: 1.10, e: 2026-11-22, f: null}", "d.yml")
        assert dossier.answers == {"a": "010", "b": "12:30", "c": "no", "d": "1.10", "e": "2026-11-22", "f": "null"}

    def test_json_keeps_its_types_and_its_figures(self):
        dossier = read_dossier('{"faits": {"a": true, "b": 12000, "c": 12.50, "d": null, "e": "oui"}}', "d.json")
        assert dossier.answers == {"a": True, "b": 12000, "c": "12,50", "d": None, "e": "oui"}

    def test_typed_values_are_kept_as_text_that_reads_back_the_same(self):
        dossier = Dossier(answers={"a": 1.234, "b": Decimal("1E+3"), "c": date(2026, 11, 22)})
        assert dossier.answers == {"a": "1,234", "b": "1000", "c": "2026-11-22"}

    @pytest.mark.parametrize(
        "number", [float("nan"), float("inf"), Decimal("1E+999999999"), Decimal("1E-999999999"), 10**18]
    )
    def test_a_number_that_no_contract_holds_is_refused(self, number):
        with pytest.raises(ValidationError, match="nombre"):
            Dossier(answers={"a": number})

    def test_keys_left_empty_say_nothing(self):
        assert read_dossier("titre:\ndate_droit:\nfaits:\nchoix:\nvaleurs: {contrat: }\n", "d.yml") == Dossier()

    def test_a_byte_order_mark_is_no_content(self):
        assert read_dossier("\ufefffaits: {a: b}", "d.yml") == read_dossier('\ufeff{"faits": {"a": "b"}}', "d.json")


@given(DOSSIERS)
def test_what_is_written_reads_back_the_same(dossier):
    text = dump_dossier(dossier)
    assert read_dossier(text, "d.json") == dossier
    assert text.endswith("}\n")


@given(DOSSIERS)
def test_the_order_of_the_answers_does_not_change_the_file(dossier):
    backwards = dossier.model_copy(update={"answers": dict(reversed(dossier.answers.items()))})
    assert dump_dossier(backwards) == dump_dossier(dossier)


@given(st.text(st.characters()) | st.text("{}[]:,-\"' \n\t&*!|>#faits0", max_size=60))
def test_any_text_is_a_dossier_or_a_refusal_that_can_be_printed(text):
    try:
        read_dossier(text, "d.yml")
    except DossierError as refused:
        assert str(refused).encode("utf-8")


class TestWhatIsSaidBack:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("", "d.yml : le fichier est vide"),
            ("# rien\n", "d.yml : le fichier est vide"),
            ("- a\n- b", "un dossier est un groupe de clés"),
            ("[1, 2]", "un dossier est un groupe de clés"),
            ("faits:\n  a: 1\n  a: 2", "d.yml, ligne 3 : la clé « a » figure déjà ligne 2"),
            ('{"faits": {"a": 1,\n "a": 2}}', "d.yml, ligne 2 : la clé « a » figure déjà ligne 1"),
            ("faits:\n  a: &x [1]\n  b: *x", "d.yml, ligne 3 : un texte qui commence par « * » se met entre guillemets"),
            ("a: &a [1,2]\nb: &b [*a,*a]\nc: &c [*b,*b]\nfaits: *c", "d.yml, ligne 4 : un texte qui commence par « * »"),
            ("faits:\n  motif: !important", "d.yml, ligne 2 : un texte qui commence par « ! » se met entre guillemets"),
            ("titre: x\ndate_droit: 2026-02-30", "d.yml, ligne 2 : « date_droit » : le jour « 2026-02-30 » n'existe pas"),
            ('{"date_droit": 20261122}', "une date est attendue ; écrivez 2026-11-22 ou 22/11/2026"),
            ("fait: {a: b}", "possibles : titre, date_droit, bibliotheque, faits, choix, valeurs. Vouliez-vous écrire « faits »"),
            ("choix:\n  c:\n    retenu: oui", "d.yml, ligne 3 : la clé « choix.c.retenu » n'existe pas"),
            ("choix:\n  c: oui", "d.yml, ligne 2 : « choix.c » : écrivez sous le nom de la clause « retenir: oui »"),
            ("choix:\n  c: {retenir: peut-être}", "« choix.c.retenir » : « peut-être » n'est ni oui ni non"),
            ("faits:\n  a: {b: c}", "d.yml, ligne 2 : « faits.a » : une valeur simple est attendue"),
            ("faits:\n  a: [[b]]", "d.yml, ligne 2 : « faits.a » : chaque ligne de la liste est un texte"),
            ("valeurs:\n  c:\n    b: [x, {y: z}]", "« valeurs.c.b » : chaque ligne de la liste est un texte"),
            ("faits:\n  a: " + "x" * 50_000, "d.yml, ligne 2 : « faits.a » : le texte compte 50000 caractères ; 20000 au plus"),
            ("titre: " + "x" * 201, "« titre » : le titre compte 201 caractères ; 200 au plus"),
            ('faits:\n  a: "\\x07"', "d.yml, ligne 2 : « faits.a » : le caractère invisible U+0007 (position 1)"),
            ("faits:\n  a: \x07", "d.yml, ligne 2 : le caractère invisible U+0007"),
            ("faits:\n  a: \ud800", "d.yml, ligne 2 : le caractère invisible U+D800"),
            ('{"faits": {"a": "\\ud800"}}', "« faits.a » : le caractère invisible U+D800"),
            ('faits: {"a\\e[2J": 1}', "« a�[2J » n'est pas un nom"),
            ('{"faits": {"a": 1,}}', "d.yml, ligne 1 : la syntaxe JSON est incorrecte"),
            ('{"faits": {"a": NaN}}', "« NaN » n'est pas un nombre"),
            ('{"faits": {"a": 1' + "0" * 5000 + "}}", "est trop grand"),
            ("faits: {a: 1", "la syntaxe YAML est incorrecte : un groupe ouvert par « { » n'est pas refermé"),
            ("faits:\n\ta: 1", "d.yml, ligne 2 : la syntaxe YAML est incorrecte"),
            ("a: " + "[" * 5000, "les niveaux s'emboîtent trop"),
            ('{"a": ' * 5000, "les niveaux s'emboîtent trop"),
            ("faits: " + "x" * 1_000_001, "au plus sont acceptés"),
        ],
    )  # fmt: skip
    def test_where_what_and_what_to_do(self, text, said):
        assert said in refusal(text)

    def test_every_fault_at_once(self):
        said = refusal("titre: x\ndate_droit: demain\nfaits: {a: {b: c}}\nchoix: {c: non}\nautre: x\n")
        assert [line.split(" : ")[0] for line in said.splitlines()] == [f"d.yml, ligne {n}" for n in (2, 3, 4, 5)]

    def test_a_dossier_too_long_to_be_read_is_not_written(self):
        huge = Dossier(values={"c": {f"b{n}": "x" * 20_000 for n in range(51)}})
        with pytest.raises(DossierError, match="trop long"):
            dump_dossier(huge)


class TestFiles:
    def test_a_file_is_read(self, tmp_path: Path):
        file = tmp_path / "d.yml"
        file.write_text("faits: {a: b}", "utf-8")
        assert load_dossier(file).answers == {"a": "b"}

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            ("faits:\n  a: é".encode("latin-1"), "d.yml, ligne 2 : le fichier n'est pas en UTF-8"),
            ("faits: {a: b}".encode("utf-16"), "le fichier n'est pas en UTF-8"),
            (b"x" * 4_000_001, "le fichier est trop gros"),
            (b"\x00\x01\x02", r"le caractère invisible U\+0000"),
        ],
    )
    def test_contents_that_are_no_text(self, tmp_path: Path, content, said):
        (tmp_path / "d.yml").write_bytes(content)
        with pytest.raises(DossierError, match=said):
            load_dossier(tmp_path / "d.yml")

    def test_no_file(self, tmp_path: Path):
        with pytest.raises(DossierError, match=r"absent\.yml : ce fichier n'existe pas"):
            load_dossier(tmp_path / "absent.yml")

    def test_a_folder(self, tmp_path: Path):
        with pytest.raises(DossierError, match="ce n'est pas un fichier"):
            load_dossier(tmp_path)

    def test_a_name_that_cannot_be(self):
        with pytest.raises(DossierError, match="ne peut pas être lu"):
            load_dossier(Path("a\0b"))

    @pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="l'administrateur peut tout lire")
    def test_no_right_to_read(self, tmp_path: Path):
        (tmp_path / "d.yml").touch(mode=0o000)
        with pytest.raises(DossierError, match="vos droits"):
            load_dossier(tmp_path / "d.yml")
