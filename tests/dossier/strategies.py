"""Dossiers of all kinds for the properties."""

from hypothesis import strategies as st

from clausegen.dossier.dossier import ClauseChoice, Dossier
from clausegen.facts.values import _FORBIDDEN

ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=30).filter(lambda text: not _FORBIDDEN.search(text))
"""Every character that a document can hold, `{{ }}`, quotes and spaces of all kinds included."""

NAMES = st.sampled_from(["population", "type_contrat", "avenant", "don-inventaire", "contrat", "objet", "délai.2"])
SCALARS = (
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | ANY_TEXT | st.sampled_from(["oui", "12,5 M€", "010"])
)
CHOICES = st.builds(
    ClauseChoice,
    retain=st.none() | st.booleans(),
    reason=ANY_TEXT,
    variant=st.none() | st.sampled_from(["elargie", "renforcée"]),
)
DOSSIERS = st.builds(
    Dossier,
    title=ANY_TEXT,
    law_date=st.none() | st.dates(),
    library=st.none() | st.sampled_from(["a1b2", "c3d4"]),
    answers=st.dictionaries(NAMES, SCALARS),
    choices=st.dictionaries(NAMES, CHOICES),
    values=st.dictionaries(NAMES, st.dictionaries(NAMES, SCALARS | st.lists(ANY_TEXT, max_size=3)), max_size=3),
)
