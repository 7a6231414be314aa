"""Contract types: their names, and how the parties are called in each, with the right article and elision."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from clausegen.facts.conditions import ALWAYS, Condition
from clausegen.library.clause import Blank

GENERAL = "contrat"
"""What the general data of a dossier go by: key of its values, prefix of its blanks in texts (`{{ contrat.objet }}`)."""
_VOWELS = "aàâeéèêëiîïoôuùûyhAÀÂEÉÈÊËIÎÏOÔUÙÛYH"


@dataclass(frozen=True)
class Party:
    """The name of a party; `feminine` rules its article.

    >>> Party("Autorité concédante", True).form("de"), Party("Concessionnaire").form("a")
    ("de l'Autorité concédante", 'au Concessionnaire')
    """

    name: str
    feminine: bool = False

    def form(self, form: str, capital: bool = False) -> str:
        """Return the name with what stands before it: `form` is nom, le, de or a."""
        elided = self.name[:1] in _VOWELS
        article = "l'" if elided else ("la " if self.feminine else "le ")
        written = {
            "nom": "",
            "le": article,
            "de": "du " if article == "le " else f"de {article}",
            "a": "au " if article == "le " else f"à {article}",
        }[form] + self.name
        return written[:1].upper() + written[1:] if capital else written


@dataclass(frozen=True)
class Contract:
    """One contract type."""

    type: str
    label: str
    the_contract: str
    operator: Party
    buyer: Party
    registry_names: tuple[str, ...] = ()
    """How the legal registry calls this contract in `s_applique`; empty when it does not tell it apart."""

    def party(self, party: str) -> Party:
        """Return the party called operateur or acheteur in clause texts."""
        return self.operator if party == "operateur" else self.buyer


@dataclass(frozen=True)
class DatedBy:
    """One way to know the day of a milestone: a general datum, an answer, or a number of years since another milestone."""

    general: str = ""
    fact: str = ""
    since: str = ""
    years: str = ""
    condition: Condition = ALWAYS


@dataclass(frozen=True)
class Postponed:
    """What becomes of a day already past when an amendment enters into force: the end of the delay of a clause's blank."""

    since: str
    """The answer that holds the day when the amendment enters into force."""
    clause: str
    blank: str


@dataclass(frozen=True)
class Schedule:
    """How the milestones of a contract are dated, and what the ceiling of its penalties is worked out from."""

    milestones: Mapping[str, tuple[DatedBy, ...]] = field(default_factory=dict)
    """The ways to know each milestone: the first that gives a day is the right one."""
    periods_since: str = ""
    """The milestone since which a period without a date of its own is counted."""
    postponed: Postponed | None = None
    amount: str = ""
    """The answer that holds the value of the whole contract, in euros excl. VAT."""
    years: str = ""
    """The answer that holds its duration, in years."""


@dataclass(frozen=True)
class Contracts:
    """All contract types, and the general data of any dossier (`contrat.objet`…)."""

    by_type: Mapping[str, Contract] = field(default_factory=dict)
    general: Mapping[str, Blank] = field(default_factory=dict)
    party_names: Mapping[str, str] = field(default_factory=dict)
    """The general data that name a party (operateur or acheteur): the cover calls them as the contract does."""
    schedule: Schedule = field(default_factory=Schedule)
