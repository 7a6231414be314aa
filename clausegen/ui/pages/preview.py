"""The text of the annexes as it stands, one document at a time."""

import streamlit as st

from clausegen.delivery import documents
from clausegen.renderers.html import render_html
from clausegen.ui import header, resources, session, switch, wording


def render() -> None:
    """Show the document that the address asks for, the first annex by default."""
    header.open_page(wording.PREVIEW_TITLE)
    draft = resources.draft(session.current())
    if draft is None:
        st.info(wording.TYPE_FIRST)
        return
    found = {document.name: document for document in documents(draft)}
    shown = switch.choose_from_list(
        "document", wording.WHICH_DOCUMENT, {name: each.title for name, each in found.items()}
    )
    if shown is None:
        st.info(wording.NO_ANNEX)
        return
    st.caption(wording.PREVIEW_HELP)
    with st.container(border=True, key="sheet"):
        st.html(render_html(found[shown]))
