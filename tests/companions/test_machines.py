"""What other software reads: the twin of the contract, under its published schema, and the catalogue of its data sets."""

import csv
import json
from io import StringIO

import jsonschema
import pytest
from table_tools import EXAMPLES, clause, contract, example

from clausegen import paths
from clausegen.companions.companion import Audience
from clausegen.companions.twin_model import Twin, twin_schema
from clausegen.delivery import bundle_files

DATA = clause(
    """variantes: {lo: {libelle: LO, par_defaut: oui, licence: Licence Ouverte}}
jeux:
  - {id: volumes, nom: Volumes, source: télégestion, format: CSV, schema: SISPEA, frequence: annuelle, ouverture: ouvert}
  - {id: reseau, nom: Réseau, ouverture: partage}
  - {id: abonnes, nom: Abonnés, ouverture: restreint}""",
    "## Texte : lo\n\n1. Les données sont remises.",
)


def internal(drafted) -> dict[str, bytes]:
    return bundle_files(drafted, Audience.INTERNAL)


def test_the_schema_that_is_published_is_that_of_the_model() -> None:
    kept = json.loads((paths.root() / "docs/jumeau.schema.json").read_text("utf-8"))
    assert kept == twin_schema(), "clausegen schema --jumeau > docs/jumeau.schema.json"


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_twin_of_an_example_is_valid_and_internal(name, library) -> None:
    drafted = example(name, library)
    content = internal(drafted)["jumeau.json"]
    data = json.loads(content)
    jsonschema.validate(data, twin_schema(), cls=jsonschema.Draft202012Validator)
    read = Twin.model_validate_json(content, strict=True)
    assert read.library == library.fingerprint and read.law_date == drafted.facts.as_of
    assert [clause.id for clause in read.clauses] == [clause.id for clause in drafted.numbering.clauses]
    assert set(read.facts) == set(drafted.facts)
    assert all(basis.confidence for clause in read.clauses for basis in clause.bases)
    assert not {"jumeau.json", "catalogue.csv", "catalogue.jsonld"} & set(bundle_files(drafted, Audience.BIDDERS))


def test_the_digest_of_a_clause_is_that_of_its_printed_text(small) -> None:
    def printed(delay: int) -> str:
        blank = clause("a_completer: {d: {type: jours, libelle: D, defaut: 3}}", "1. Dans {{ d }}.")
        return json.loads(internal(contract(small, values={"a": {"d": delay}}, a=blank))["jumeau.json"])["clauses"][0][
            "empreinte"
        ]

    assert printed(3) == printed(3) != printed(4)


def catalogue(drafted) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(internal(drafted)["catalogue.csv"].decode("utf-8"), newline="")))


def test_the_catalogue_says_who_may_have_the_data_and_leaves_out_what_is_restricted(small) -> None:
    drafted = contract(small, values={"contrat": {"nom": "Ville de Dijon"}}, a=DATA)
    volumes, reseau = catalogue(drafted)
    assert (volumes["ID"], volumes["ACCES"], volumes["LICENCE"], volumes["FREQ_MAJ"]) == (
        "volumes",
        "Ouvert",
        "Licence Ouverte",
        "Annuelle",
    )
    assert (reseau["ACCES"], reseau["LICENCE"], reseau["PRODUCTEUR_NOM"]) == ("Partagé", "", "Ville de Dijon")
    data = json.loads(internal(drafted)["catalogue.jsonld"])
    open_one, shared = data["dcat:dataset"]
    assert data["@type"] == "dcat:Catalog" and data["dct:publisher"]["foaf:name"] == "Ville de Dijon"
    assert open_one["dct:accessRights"]["@id"].endswith("/PUBLIC") and shared["dct:accessRights"]["@id"].endswith(
        "/RESTRICTED"
    )
    assert (
        open_one["dct:accrualPeriodicity"]["@id"].endswith("/frequency/ANNUAL")
        and "dct:accrualPeriodicity" not in shared
    )
    assert open_one["dcat:distribution"][0]["dct:license"]["@id"] == "https://exemple.fr/lo"
    assert "dcat:distribution" not in shared and "abonnes" not in json.dumps(data)


@pytest.mark.parametrize("typed", ["=1+1", "+33 1", "-2", "@SUM(A1)", " =HYPERLINK(1)"])
def test_a_name_that_looks_like_a_calculation_stays_text(small, typed) -> None:
    found = catalogue(contract(small, values={"contrat": {"nom": typed}}, a=DATA))[0]["PRODUCTEUR_NOM"]
    assert found == f"'{typed.strip()}"


def test_a_contract_without_data_sets_has_no_catalogue(small) -> None:
    assert not any(name.startswith("catalogue") for name in internal(contract(small, a=clause("", "1. A."))))


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_portal_knows_every_frequency_of_an_example_and_its_licence_when_a_clause_gives_one(name, library) -> None:
    drafted = example(name, library)
    licensed = any(clause.clause.variant(clause.decision.variant).licence for clause in drafted.resolved)
    for dataset in json.loads(internal(drafted)["catalogue.jsonld"])["dcat:dataset"]:
        assert "dct:accrualPeriodicity" in dataset, dataset["@id"]
        for distribution in dataset.get("dcat:distribution", ()):
            assert ("dct:license" in distribution) == licensed
