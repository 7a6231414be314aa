"""One run of the app: the page asked for, in its frame, for the dossier of the address."""

from pathlib import Path

import streamlit as st

from clausegen.errors import ClausegenError
from clausegen.ui import places, session

_STATIC = Path(__file__).parent / "static"


def run() -> None:
    """Show the page that the address asks for; called at each run of the script."""
    st.set_page_config(page_icon=str(_STATIC / "icon.png"), layout="centered")
    st.html(_STATIC / "style.css")
    session.begin()
    chosen = st.navigation([places.page(place) for place in places.PLACES], position="top")
    try:
        chosen.run()
    except ClausegenError as error:
        st.error(str(error))
