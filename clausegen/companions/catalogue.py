"""The data sets of the contract for the open data portal: a national table (CSV) and a European catalogue (DCAT).

Open data sets are public, shared ones restricted. Those that the contract restricts are left out: their mere description
may tell what the law protects. Where data will be published is not known yet: addresses are left to the portal.
"""

from collections.abc import Iterator
from typing import Any

from clausegen.assembly.inventory import InventoryRow
from clausegen.assembly.tables import OPENNESS
from clausegen.assembly.typography import typeset
from clausegen.companions.findings import Findings
from clausegen.document.sheets import Column, Sheet

_AUTHORITY = "http://publications.europa.eu/resource/authority/"
_ACCESS = {"ouvert": "PUBLIC", "partage": "RESTRICTED"}
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
}
_COLUMNS = (
    "COLL_NOM", "COLL_SIRET", "ID", "TITRE", "DESCRIPTION", "THEME", "PRODUCTEUR_NOM", "PRODUCTEUR_SIRET", "COUV_SPAT_MAILLE",
    "COUV_SPAT_NOM", "COUV_TEMP_DEBUT", "COUV_TEMP_FIN", "DATE_PUBL", "FREQ_MAJ", "DATE_MAJ", "MOTS_CLES", "LICENCE",
    "NB_RESSOURCES", "FORMAT_RESSOURCES", "URL", "ACCES",
)  # fmt: skip
"""Those of the national « catalogue » schema (Socle commun des données locales), then who may have the data."""


def catalogue_table(f: Findings) -> Sheet | None:
    """Return a row per data set that may be described; what is not known before publication is left empty."""
    described = tuple(_described(f))
    columns = tuple(Column(name) for name in _COLUMNS)
    return Sheet("catalogue", columns, tuple(_row(row, f) for row in described)) if described else None


def catalogue_data(f: Findings) -> dict[str, Any] | None:
    """Return the same data sets as JSON-LD, under the words of DCAT-AP; None when there is none."""
    described = tuple(_described(f))
    if not described:
        return None
    publisher = {"@type": "foaf:Agent", "foaf:name": _buyer(f)}
    return {
        "@context": _CONTEXT,
        "@id": "#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": _french(f.identity.title),
        "dct:description": _french("Jeux de données que le contrat fait produire et remettre"),
        "dct:publisher": publisher,
        "dct:language": {"@id": f"{_AUTHORITY}language/FRA"},
        "dcat:dataset": [_dataset(row, f, publisher) for row in described],
    }


def _described(f: Findings) -> Iterator[InventoryRow]:
    return (row for row in f.contents.inventory if row.dataset.openness in _ACCESS)


def _row(row: InventoryRow, f: Findings) -> tuple[str, ...]:
    data, buyer = row.dataset, _buyer(f)
    known = {
        "COLL_NOM": buyer, "ID": data.id, "TITRE": typeset(data.name), "DESCRIPTION": _description(row), "PRODUCTEUR_NOM": buyer,
        "FREQ_MAJ": typeset(data.frequency[:1].upper() + data.frequency[1:]), "LICENCE": row.licence,
        "FORMAT_RESSOURCES": data.format, "ACCES": OPENNESS[data.openness],
    }  # fmt: skip
    return tuple(known.get(name, "") for name in _COLUMNS)


def _dataset(row: InventoryRow, f: Findings, publisher: dict[str, str]) -> dict[str, Any]:
    data, lists = row.dataset, f.library.frame.lists
    found: dict[str, Any] = {
        "@id": f"#{data.id}",
        "@type": "dcat:Dataset",
        "dct:identifier": data.id,
        "dct:title": _french(data.name),
        "dct:description": _french(_description(row)),
        "dct:publisher": publisher,
        "dct:accessRights": {"@id": f"{_AUTHORITY}access-right/{_ACCESS[data.openness]}"},
    }
    if code := lists.frequencies.get(data.frequency):
        found["dct:accrualPeriodicity"] = {"@id": f"{_AUTHORITY}frequency/{code}"}
    if data.openness == "ouvert":
        distribution: dict[str, Any] = {
            "@type": "dcat:Distribution",
            "dct:title": _french(data.name),
            "dct:format": data.format,
        }
        if row.licence in lists.licences:
            distribution["dct:license"] = {"@id": lists.licences[row.licence]}
        if data.schema_name:
            distribution["dct:conformsTo"] = _french(data.schema_name)
        found["dcat:distribution"] = [distribution]
    return found


def _description(row: InventoryRow) -> str:
    data = row.dataset
    parts = (
        data.name,
        f"source : {data.source}" if data.source else "",
        f"schéma : {data.schema_name}" if data.schema_name else "",
    )
    return typeset(" ; ".join(filter(None, parts)))


def _buyer(f: Findings) -> str:
    """Return the name of the buyer, as typed; the name of his part in the contract while he has given none."""
    named = next((name for name, party in f.library.frame.contracts.party_names.items() if party == "acheteur"), "")
    given = f.general.get(named)
    return given.text if given and given.value else f.contract.buyer.name


def _french(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "fr"}
