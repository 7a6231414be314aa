"""Which function makes which companion: a set of annexes names those it wants (`compagnons` in annexes.yml)."""

from collections.abc import Callable, Iterable

from clausegen.companions.assets import assets_sheets
from clausegen.companions.calendar import calendar_events, calendar_sheets
from clausegen.companions.catalogue import catalogue_data, catalogue_table
from clausegen.companions.companion import Audience, Companion
from clausegen.companions.consultation import consultation
from clausegen.companions.deviations import deviations
from clausegen.companions.findings import Findings
from clausegen.companions.indicators import indicators_sheets
from clausegen.companions.inventory import inventory_sheets
from clausegen.companions.justification import justification
from clausegen.companions.lawyer import lawyer
from clausegen.companions.penalties import penalties_sheets
from clausegen.companions.processing_sheets import processing_sheets
from clausegen.companions.response import response
from clausegen.companions.twin import twin_data
from clausegen.document.nodes import Document

_MAKERS: dict[str, Callable[[Findings], Companion | None]] = {
    "inventaire": lambda f: Companion(
        "inventaire-des-donnees", "Inventaire des données", Audience.BIDDERS, sheets=inventory_sheets(f)
    ),
    "calendrier": lambda f: Companion(
        "obligations-et-livrables",
        "Obligations et livrables",
        Audience.BIDDERS,
        sheets=calendar_sheets(f),
        events=calendar_events(f),
    ),
    "indicateurs": lambda f: Companion("indicateurs", "Indicateurs", Audience.BIDDERS, sheets=indicators_sheets(f)),
    "penalites": lambda f: Companion("penalites", "Pénalités et plafond", Audience.BIDDERS, sheets=penalties_sheets(f)),
    "biens": lambda f: Companion("biens-numeriques", "Biens numériques", Audience.BIDDERS, sheets=assets_sheets(f)),
    "jumeau": lambda f: Companion("jumeau", "Jumeau numérique du contrat", Audience.INTERNAL, data=twin_data(f)),
    "catalogue": lambda f: Companion(
        "catalogue",
        "Catalogue des données",
        Audience.INTERNAL,
        table=catalogue_table(f),
        data=catalogue_data(f),
        suffix=".jsonld",
    ),
    "fiches": lambda f: _written(processing_sheets(f), Audience.BIDDERS),
    "reponse": lambda f: _written(response(f), Audience.BIDDERS),
    "reglement": lambda f: _written(consultation(f), Audience.BIDDERS),
    "justification": lambda f: _written(justification(f), Audience.INTERNAL),
    "ecarts": lambda f: _written(deviations(f), Audience.INTERNAL),
    "questions": lambda f: _written(lawyer(f), Audience.INTERNAL),
}
"""None from a maker: this contract has nothing to put there."""


def _written(document: Document | None, audience: Audience) -> Companion | None:
    return Companion(document.name, document.title, audience, document) if document else None


def companions(names: Iterable[str], findings: Findings) -> tuple[Companion, ...]:
    """Return the companions of these names, in order, without those that have nothing to say."""
    makers = (maker for name in names if (maker := _MAKERS.get(name)))
    return tuple(made for maker in makers if (made := maker(findings)) and not made.empty)
