"""Which function makes which companion: a set of annexes names those it wants (`compagnons` in annexes.yml)."""

from collections.abc import Callable, Iterable

from clausegen.companions.companion import Audience, Companion
from clausegen.companions.findings import Findings
from clausegen.companions.justification import justification
from clausegen.companions.sheets import inventory_sheets, obligations_sheets

_MAKERS: dict[str, Callable[[Findings], Companion | None]] = {
    "inventaire": lambda f: Companion(
        "inventaire-des-donnees",
        "Inventaire des données",
        Audience.BIDDERS,
        sheets=inventory_sheets(f.contents.inventory, f.library),
    ),
    "calendrier": lambda f: Companion(
        "obligations-et-livrables",
        "Obligations et livrables",
        Audience.BIDDERS,
        sheets=obligations_sheets(f.contents.obligations, f.contents.measures),
    ),
    "justification": lambda f: Companion(
        "note-de-justification", "Note de justification", Audience.INTERNAL, document=justification(f)
    ),
}
"""None from a maker: this contract has nothing to put there."""


def companions(names: Iterable[str], findings: Findings) -> tuple[Companion, ...]:
    """Return the companions of these names, in order, without those that have nothing to say."""
    return tuple(made for name in names if (maker := _MAKERS.get(name)) and (made := maker(findings)))
