"""What the buyer wants of the Word files: a shell of his own, the legal bases, the marks of a draft, other formats."""

import streamlit as st

from clausegen.delivery import Options
from clausegen.errors import RenderError
from clausegen.renderers.office import program
from clausegen.renderers.word_options import ShellFile, WordOptions
from clausegen.renderers.word_shell import load_shell
from clausegen.ui import markup, session, wording

_SHELL = "shell"


def options() -> Options:
    """Show the choices and return them. A template that cannot serve is told, and the product's own stays in use."""
    with st.expander(wording.OPTIONS, key="options"):
        sources = _box("sources", wording.SOURCES, wording.SOURCES_HELP)
        unmarked = _box("unmarked", wording.UNMARKED, wording.UNMARKED_HELP)
        st.subheader(wording.LAYOUT, anchor=False)
        office = program() is not None
        if not office:
            st.caption(wording.NO_OFFICE)
        pages = _box("pages", wording.PAGES, wording.PAGES_HELP, default=office, disabled=not office)
        pdf = _box("pdf", wording.PDF, wording.PDF_HELP, disabled=not office)
        odt = _box("odt", wording.ODT, wording.ODT_HELP, disabled=not office)
        st.subheader(wording.SHELL, anchor=False)
        shell = _shell()
    return Options(WordOptions(shell, marks=not unmarked, sources=sources), pages, pdf, odt)


def _box(name: str, label: str, help: str, default: bool = False, disabled: bool = False) -> bool:
    held = bool(session.preference(name, default)) and not disabled
    ticked = st.checkbox(label, value=held, help=help, disabled=disabled, key=f"option:{name}")
    if ticked != held:
        session.prefer(name, ticked)
    return ticked


def _shell() -> ShellFile | None:
    st.caption(wording.SHELL_HELP)
    file = st.file_uploader(wording.SHELL_LABEL, type=["docx", "dotx"], max_upload_size=5)
    if file is not None:
        session.prefer(_SHELL, ShellFile(file.name, file.getvalue()))
    shell: ShellFile | None = session.preference(_SHELL)
    if shell is None:
        return None
    try:
        remarks = load_shell(shell).remarks
    except RenderError as error:
        st.error(f"{error} {wording.SHELL_REFUSED}")
        remarks, usable = (), None
    else:
        usable = shell
        st.success(wording.shell_in_use(shell.name))
    if remarks:
        st.html(markup.lines(remarks))
    if file is None and st.button(wording.SHELL_DROP, key="drop-shell"):
        session.prefer(_SHELL, None)
        st.rerun()
    return usable
