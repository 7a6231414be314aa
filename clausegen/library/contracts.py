"""Contract types: their names, and how the parties are called in each, with the right article and elision."""

from collections.abc import Mapping
from dataclasses import dataclass, field

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
class Contracts:
    """All contract types, and the general data of any dossier (`contrat.objet`…)."""

    by_type: Mapping[str, Contract] = field(default_factory=dict)
    general: Mapping[str, Blank] = field(default_factory=dict)
    party_names: Mapping[str, str] = field(default_factory=dict)
    """The general data that name a party (operateur or acheteur): the cover calls them as the contract does."""
