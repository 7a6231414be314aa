"""The command line as its users type it: French sentences, exit codes, nothing half-written."""

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from small_library import FRAME, clause_text

from clausegen import paths

WATER = str(paths.examples() / "concession-eau-metropole.yml")


def run(*arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "clausegen.cli", *arguments]
    root = str(Path(__file__).parents[1])
    env = {**os.environ, "PYTHONPATH": root, "PYTHONIOENCODING": "utf-8", **environment}
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", errors="replace", cwd=cwd, env=env, check=False
    )


def refused(*arguments: str, code: int = 1, **environment: str) -> str:
    """Return the sentence of a refusal: no traceback, nothing on stdout."""
    done = run(*arguments, **environment)
    assert done.returncode == code, done
    assert "Traceback" not in done.stderr and done.stderr.strip()
    return done.stderr


@pytest.fixture
def dossier(tmp_path: Path):
    def write(text: str, name: str = "dossier.yml") -> str:
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return str(path)

    return write


def selected(dossier_path: str) -> dict:
    done = run("select", dossier_path, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def explained(*arguments: str) -> str:
    done = run("explain", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_explain_says_in_one_line_why_each_clause_stands_or_does_not(dossier) -> None:
    lines = explained(dossier("faits: {type_contrat: mgp, avenant: non, capteurs: non}")).splitlines()
    titles = [line for line in lines if not line.startswith(" ")]
    assert [title.split(" (")[0] for title in titles] == [
        "Retenues",
        "En attente",
        "À ajouter",
        "Écartées ou sans objet",
    ]
    assert any(line.startswith("  perf-engagements – Obligatoire dans tout contrat de ce type") for line in lines)
    assert (
        "  don-iot-data-act – Exclue parce que le contrat ne comprend ni capteurs, ni compteurs, ni objets connectés."
        in lines
    )
    assert len(lines) == len(titles) + sum(int(title.split("(")[1].rstrip(")")) for title in titles)


def test_explain_tells_the_answers_that_are_enough_and_what_would_bring_a_clause_in(dossier) -> None:
    answers = "type_contrat: mgp, avenant: non, capteurs: oui, utilisateur_des_objets: acheteur, donnees_perso: non"
    facts = dossier(f"faits: {{{answers}}}")
    retained = explained(facts, "don-iot-data-act")
    assert "Réponses qui suffisent :" in retained and "Fondements : règlement (UE) 2023/2854" in retained
    assert "Aucune autre réponse n'y change rien." in retained
    left = explained(facts, "dcp-violation")
    assert "Exclue, non retenue." in left
    assert (
        "Ce qui la ferait entrer : elle devient recommandée si des données personnelles sont traitées (réponse actuelle : Non)."
        in left
    )


def test_explain_refuses_a_clause_that_does_not_exist(dossier) -> None:
    told = refused("explain", dossier("faits: {type_contrat: mgp}"), "dcp-violatoin")
    assert "la clause « dcp-violatoin » n'existe pas. Vouliez-vous écrire « dcp-violation » ?" in told


def test_facts_alone_are_enough(dossier) -> None:
    data = selected(dossier("faits: {type_contrat: mgp, avenant: non}"))
    retained = {entry["id"]: entry for entry in data["retained"]}
    assert retained["perf-engagements"]["level"] == "obligatory"
    assert retained["perf-engagements"]["because"] == ["type_contrat"]
    assert "ccp-l2171-3" in retained["perf-engagements"]["basis"]
    assert {"id": "eth-neutralite", "facts": ["service_public"]}.items() <= next(
        e for e in data["waiting"] if e["id"] == "eth-neutralite"
    ).items()
    assert "pi-phases" in {entry["id"] for entry in data["not_applicable"]}


def test_each_clause_is_in_one_list_and_one_only(dossier, library) -> None:
    data = selected(dossier("faits: {type_contrat: concession, service_public: oui, avenant: non}"))
    lists = ("retained", "optional", "set_aside", "not_applicable", "waiting")
    assert sorted(entry["id"] for name in lists for entry in data[name]) == sorted(library.clauses)


def test_json_and_yaml_say_the_same(dossier) -> None:
    yaml = dossier("faits: {type_contrat: concession, service_public: oui, avenant: non, montant_ht: '12,5 M€'}")
    as_json = dossier(
        '{"faits": {"type_contrat": "concession", "service_public": true, "avenant": false, "montant_ht": 12500000.0}}',
        "d.json",
    )
    assert selected(yaml) == selected(as_json)


def test_a_choice_of_the_buyer_is_followed(dossier) -> None:
    facts = "faits: {type_contrat: mgp, avenant: non, date_lancement: 2026-12-01}\n"
    choices = "choix: {inn-pme-startups: {retenir: non, motif: Part fixée au contrat}, ope-licence: {variante: ODbL}}\n"
    data = selected(dossier(facts + choices))
    aside = {entry["id"]: entry for entry in data["set_aside"]}
    assert aside["inn-pme-startups"]["reason"] == "Part fixée au contrat"
    assert next(e for e in data["retained"] if e["id"] == "ope-licence")["variant"] == "ODbL"


def test_the_two_bundles_hold_what_bidders_receive_and_what_the_authority_keeps(tmp_path) -> None:
    done = run("draft", WATER, "--out", str(tmp_path / "sortie"), "--zip", str(tmp_path / "sortie.zip"))
    assert done.returncode == 0, done.stderr
    files = {path.relative_to(tmp_path / "sortie").as_posix(): path for path in (tmp_path / "sortie").rglob("*.*")}
    assert {
        "consultation/obligations-et-livrables.xlsx",
        "consultation/inventaire-des-donnees.xlsx",
        "interne/note-de-justification.docx",
        "interne/dossier.json",
    } <= set(files)
    assert sum(name.startswith("consultation/annexe-") for name in files) >= 7
    with ZipFile(tmp_path / "sortie.zip") as archive:
        assert set(archive.namelist()) == set(files)
        assert all(archive.read(name) == files[name].read_bytes() for name in files)


def test_one_bundle_may_be_asked_for_alone(tmp_path) -> None:
    run("draft", WATER, "--seulement", "consultation", "--zip", str(tmp_path / "a.zip"))
    with ZipFile(tmp_path / "a.zip") as archive:
        names = set(archive.namelist())
    assert "obligations-et-livrables.xlsx" in names
    assert not {name for name in names if "/" in name or "note" in name or "dossier" in name}


def test_the_same_dossier_gives_the_same_bytes_anywhere(tmp_path) -> None:
    run("draft", WATER, "--zip", str(tmp_path / "a.zip"))
    run(
        "draft",
        WATER,
        "--zip",
        str(tmp_path / "b.zip"),
        cwd=tmp_path,
        TZ="Pacific/Kiritimati",
        LANG="C",
        PYTHONHASHSEED="7",
    )
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("faits: {populaton: 12}", "Vouliez-vous écrire « population »"),
        ("faits: {population: douze}", "n'est pas un nombre"),
        ("faits: {type_contrat: concesion}", "possibles : concession, partenariat_innovation"),
        ("faits: {date_lancement: 2026-02-30}", "n'existe pas dans le calendrier"),
        ("faits: {service_public: peut-être}", "ni oui ni non"),
        ("faits: {regime_climat: oui}", "se déduit des réponses (date_lancement)"),
        (
            "faits: {type_contrat: mgp}\nchoix: {perf-engagement: {retenir: non}}",
            "Vouliez-vous écrire « perf-engagements »",
        ),
        ("faits: {type_contrat: mgp}\nchoix: {ope-licence: {variante: MIT}}", "possibles : compacte, LO, ODbL"),
        ("faits: {type_contrat: mgp}\nvaleurs: {don-livraison: {frequence: x}}", "ce blanc n'existe pas"),
        ("faits: {type_contrat: mgp}\nvaleurs: {don-inventaire: {delai_initial: 99}}", "est trop grand"),
        ("faits: [type_contrat]", "faits"),
        ("faits: {type_contrat: mgp", "ligne"),
        ("fait: {type_contrat: mgp}", "Vouliez-vous écrire « faits »"),
        ("faits: {type_contrat: mgp}\nfaits: {type_contrat: rd}", "ligne 2"),
        ("date_droit: 31/04/2026\nfaits: {type_contrat: mgp}", "n'existe pas dans le calendrier"),
        ('titre: "a\\ab"\nfaits: {type_contrat: mgp}', "U+0007"),
        (f"titre: {'a' * 50_000}\nfaits: {{type_contrat: mgp}}", "titre"),
        ("", "faits"),
    ],
)
def test_a_wrong_dossier_is_refused_in_one_sentence(dossier, tmp_path, text, says) -> None:
    path = dossier(text)
    if text:
        assert says in refused("select", path, "--json")
    assert refused("draft", path, "--out", str(tmp_path / "sortie"))
    assert not (tmp_path / "sortie").exists()


def test_names_with_markup_emoji_and_accents_are_printed_as_typed(dossier, tmp_path) -> None:
    name = """SA « Eau & Vie » <filiale> "O'Neil" 🌊"""
    path = dossier(
        f"titre: Essai\nfaits: {{type_contrat: mgp}}\nvaleurs:\n  contrat:\n    nom_acheteur: {json.dumps(name, ensure_ascii=False)}"
    )
    done = run("draft", path, "--out", str(tmp_path / "sortie"))
    assert done.returncode == 0, done.stderr
    from docx import Document

    document = Document(str(next((tmp_path / "sortie" / "consultation").glob("annexe-01*.docx"))))
    printed = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert name in printed


@pytest.mark.parametrize("missing", ["absent.yml", "dossier/absent.yml", "identifiant-inconnu"])
def test_a_dossier_that_is_not_there_is_said(missing, tmp_path) -> None:
    refused("select", missing, CLAUSEGEN_DATA=str(tmp_path))


def test_a_folder_that_cannot_be_written_leaves_nothing_behind(tmp_path) -> None:
    obstacle = tmp_path / "fichier"
    obstacle.write_text("déjà là")
    refused("draft", WATER, "--out", str(obstacle / "sortie"))
    refused("draft", WATER, "--zip", str(obstacle / "a.zip"))
    assert [path.name for path in tmp_path.iterdir()] == ["fichier"]
    assert obstacle.read_text() == "déjà là"


def test_nowhere_to_write_is_said() -> None:
    assert "--out" in refused("draft", WATER)


def test_an_archive_never_takes_the_place_of_the_dossier(dossier) -> None:
    path = dossier("faits: {type_contrat: mgp}")
    assert "finit par .zip" in refused("draft", path, "--zip", path)
    assert Path(path).read_text("utf-8") == "faits: {type_contrat: mgp}"


def test_a_choice_that_cannot_be_followed_is_told_with_the_files(dossier, tmp_path) -> None:
    path = dossier("faits: {type_contrat: mgp, avenant: non}\nchoix: {perf-engagements: {retenir: non}}")
    done = run("draft", path, "--zip", str(tmp_path / "a.zip"))
    assert done.returncode == 0 and "Alerte : " in done.stdout and "écrivez le motif" in done.stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_any_terminal_will_do(dossier, encoding) -> None:
    path = dossier("faits: {type_contrat: concession, service_public: oui, avenant: non, population: 120000}")
    assert run("select", path, PYTHONIOENCODING=encoding).returncode == 0
    data = json.loads(run("select", path, "--json", PYTHONIOENCODING=encoding).stdout)
    assert data == selected(path)


def test_a_pipe_closed_early_or_a_full_disk_is_no_traceback() -> None:
    root = str(Path(__file__).parents[1])
    for end in ("| true", "> /dev/full"):
        if Path("/dev/full").exists():
            line = f"{sys.executable} -m clausegen.cli schema {end}"
            done = subprocess.run(line, shell=True, capture_output=True, text=True, cwd=root, check=False)
            assert "Traceback" not in done.stderr


def test_a_dossier_name_longer_than_a_path_can_be_is_refused(tmp_path) -> None:
    assert "ne peut pas être lu" in refused("select", "x" * 5000, CLAUSEGEN_DATA=str(tmp_path))
    assert "ne peut pas être lu" in refused("select", "x" * 5000 + ".yml")


def test_check_tells_file_and_line_and_fails(tmp_path) -> None:
    import shutil

    folder = tmp_path / "clauses"
    shutil.copytree(paths.clauses(), folder)
    assert run("check", str(folder)).returncode == 0
    broken = folder / "donnees" / "don-statut.md"
    broken.write_text(broken.read_text("utf-8").replace("requiert: [", "requiert: [don-statut, ", 1), "utf-8")
    (folder / "seuils.yml").open("a", encoding="utf-8").write("  : casse\n - x")
    said = refused("check", str(folder))
    assert "clauses/donnees/don-statut.md, ligne" in said and "son propre « requiert »" in said
    assert "clauses/seuils.yml, ligne" in said


def test_a_new_clause_passes_the_reader_and_its_cases(tmp_path) -> None:
    import shutil

    folder = tmp_path / "clauses"
    shutil.copytree(paths.clauses(), folder)
    done = run("new", "clause", "don-essai", "--theme", "donnees", "--clauses", str(folder))
    assert done.returncode == 0, done.stderr
    assert run("check", str(folder)).returncode == 0
    tested = run("test", str(folder / "donnees" / "don-essai.exemples.yml"))
    assert tested.returncode == 0 and "3 cas réussis" in tested.stdout
    assert "existe déjà" in refused("new", "clause", "don-essai", "--theme", "donnees", "--clauses", str(folder))
    assert "Vouliez-vous écrire « donnees »" in refused(
        "new", "clause", "x", "--theme", "donnes", "--clauses", str(folder)
    )
    for wrong in ("Don Essai", "été", "../x", "a" * 81):
        assert "minuscules" in refused("new", "clause", wrong, "--theme", "donnees", "--clauses", str(folder))
    (folder / "questionnaire.yml").unlink()
    assert "questionnaire.yml" in refused("new", "clause", "don-x", "--theme", "donnees", "--clauses", str(folder))
    assert "questionnaire.yml" in refused("test", str(folder))


def test_the_cases_of_a_theme_run_alone() -> None:
    done = run("test", str(paths.clauses() / "ethique"))
    assert done.returncode == 0 and "cas réussis" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["slect"], "la commande « slect » n'existe pas"),
        (["select"], "il manque l'argument DOSSIER"),
        (["select", "--zut"], "l'option --zut n'existe pas"),
        (["app", "--port", "99999999"], "65535 au plus"),
        (["app", "--port", "ab"], "un nombre entier est attendu"),
    ],
)
def test_a_wrong_command_line_is_told_in_french(arguments, says) -> None:
    assert says in refused(*arguments, code=2)


def test_the_matrix_is_a_page_or_a_workbook_that_says_the_same(tmp_path, library) -> None:
    printed = run("matrix").stdout
    written = tmp_path / "matrice.xlsx"
    assert run("matrix", "--xlsx", str(written)).returncode == 0
    places, rules, reading = load_workbook(written)
    signs = {row[0].value: sign for row, sign in zip(reading.iter_rows(min_row=3, max_row=8), "●◐○◌·–", strict=True)}
    said = list(places.iter_rows(min_row=3, values_only=True))
    assert len(said) == len(library)
    for _, id, _, _, *cells in said:
        assert f" (`{id}`) | {' | '.join(signs[cell] for cell in cells)} |\n" in printed
    assert {row[1] for row in rules.iter_rows(min_row=4, values_only=True)} == {row[1] for row in said}


def test_a_workbook_of_another_kind_is_refused(tmp_path) -> None:
    assert "finit par .xlsx" in refused("matrix", "--xlsx", str(tmp_path / "matrice.ods"))


def test_help_is_in_french() -> None:
    for command in ([], ["select"], ["draft"], ["new", "clause"]):
        shown = run(*command, "--help").stdout
        assert "Options :" in shown and "Show this" not in shown and "Usage:" not in shown


def test_the_schema_accepts_the_examples() -> None:
    schema = json.loads(run("schema").stdout)
    assert set(schema["properties"]) == {"titre", "date_droit", "faits", "choix", "valeurs", "bibliotheque"}
    assert "concession" in schema["properties"]["faits"]["properties"]["type_contrat"]["enum"]


def test_the_schema_of_the_twin_is_printed_too() -> None:
    schema = json.loads(run("schema", "--jumeau").stdout)
    assert {"clauses", "obligations", "jeux", "indicateurs", "penalites", "biens"} <= set(schema["properties"])


def test_a_library_that_contradicts_the_law_gives_the_dossier_that_shows_it(tmp_path) -> None:
    clauses = tmp_path / "clauses"
    texts = FRAME | {
        "clauses/essai/une-clause.md": clause_text("obligatoire_si: {capteurs: oui, population: {moins_de: seuil.petit}}"),
        "clauses/obligations/droit.yml": "obligations:\n  exigence: {libelle: La loi l'exige., si: {capteurs: oui}, clauses: [une-clause], fondements: [ccp-l1]}",
    }  # fmt: skip
    for name, text in texts.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    done = run("prove", str(clauses), "--contre-exemples", str(tmp_path / "trouves"), "--au", "2026-11-22")
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert (
        "1. exigence (obligations légales)\n   La loi l'exige. « Une clause » (une-clause) : Facultative" in done.stderr
    )
    found = next((tmp_path / "trouves").glob("*exigence.json"))
    drafted = run("draft", str(found), "--clauses", str(clauses), "--zip", str(tmp_path / "lot.zip"))
    assert drafted.returncode == 0, drafted.stderr


def test_proving_needs_a_solver_and_says_how_to_get_it(tmp_path) -> None:
    (tmp_path / "z3.py").write_text("raise ImportError", "utf-8")
    root = str(Path(__file__).parents[1])
    told = refused("prove", PYTHONPATH=f"{tmp_path}{os.pathsep}{root}")
    assert "pip install 'clausegen[proof]'" in told
    assert "n'est pas une date" in refused("prove", "--au", "hier")
