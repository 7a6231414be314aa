"""The app in a real browser: from the first page to the ZIP, with the mouse or the keyboard alone, and F5 in between."""

import io
import re
import zipfile
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from app_tools import CONCESSION, needed
from axe_playwright_python.sync_playwright import Axe
from docx import Document as open_docx
from playwright.sync_api import expect

from clausegen.companions.companion import Audience
from clausegen.dossier.dossier import Dossier, dossier_from
from clausegen.ui import wording
from clausegen.ui.places import PLACES

pytestmark = pytest.mark.browser
expect.set_options(timeout=30_000)

STEP = 30_000
"""Milliseconds given to one step on a busy machine."""
IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"


@pytest.fixture
def page(server: SimpleNamespace, chromium: Any) -> Iterator[Any]:
    """A page of a French browser; any request that leaves the machine fails the test."""
    context = chromium.new_context(locale="fr-FR", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(STEP)
    page = context.new_page()
    strays, faults = [], []
    page.on(
        "request", lambda r: strays.append(r.url) if not r.url.startswith((server.address, "data:", "blob:")) else None
    )
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(server.address)
    settle(page)
    yield page
    context.close()
    assert strays == []
    assert faults == []


def settle(page: Any) -> None:
    """Wait until the last run is over and every widget is in its place."""
    page.wait_for_timeout(150)
    page.wait_for_selector(IDLE)
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0)
    page.wait_for_timeout(100)


def open_page(page: Any, server: SimpleNamespace, address: str, dossier: Dossier | None = None) -> str:
    """Open a page for a dossier kept for the occasion; return the dossier's id."""
    id = server.store.create(dossier or CONCESSION, "test").id
    page.goto(f"{server.address}/{address}{'&' if '?' in address else '?'}dossier={id}")
    page.wait_for_selector("h1")
    settle(page)
    return id


def field(page: Any, label: str) -> Any:
    return page.get_by_role("textbox", name=label)


def answers(server: SimpleNamespace, id: str) -> Any:
    return server.store.get(id).dossier.answers


def test_a_new_concession_goes_from_the_first_page_to_its_zip(page: Any, server: SimpleNamespace) -> None:
    page.get_by_role("button", name=wording.NEW).click()
    field(page, wording.TITLE_LABEL).fill("Eau de Valbrume")
    page.get_by_text("Concession (dont").click()
    page.get_by_role("radiogroup", name="avenant").get_by_text("Non").click()
    field(page, "valeur estimée").fill("12,5 M€")
    page.get_by_text("Compris : 12").wait_for()
    field(page, "Nom de l'acheteur").fill("Communauté de Valbrume")
    for _ in range(5):
        title = page.locator("h1").inner_text()
        page.get_by_role("button", name=wording.NEXT).click()
        expect(page.locator("h1")).not_to_have_text(title)
        settle(page)
    page.get_by_role("button", name=wording.SEE_CLAUSES).click()
    page.get_by_role("heading", name=wording.CLAUSES_TITLE).wait_for()
    page.get_by_role("link", name=wording.EXPORT).click()
    with page.expect_download() as download:
        page.get_by_role("button", name=wording.BUNDLES[Audience.BIDDERS].button).click()
    assert download.value.suggested_filename == "eau-de-valbrume-consultation.zip"
    with zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes())) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        first = next(name for name in names if name.startswith("annexe-01"))
        text = "\n".join(
            element.text or ""
            for element in open_docx(io.BytesIO(archive.read(first))).element.iter()
            if element.tag.endswith("}t")
        )
    assert "obligations-et-livrables.xlsx" in names and not {"note-de-justification.docx", "dossier.json"} & set(names)
    assert "Autorité concédante" in text
    with page.expect_download() as download:
        page.get_by_role("button", name=wording.BUNDLES[Audience.INTERNAL].button).click()
    with zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes())) as archive:
        assert {"note-de-justification.docx", "dossier.json"} <= set(archive.namelist())
    settle(page)
    id = page.url.split("dossier=")[1].split("&")[0]
    assert "export" in {str(state.reason) for state in server.store.history(id)}


def test_an_example_goes_to_its_zip_with_the_keyboard_alone(page: Any) -> None:
    def press_until(name: str, key: str = "Tab") -> None:
        for _ in range(120):
            page.keyboard.press(key)
            reached = page.evaluate(
                "document.activeElement.matches('a, button') ? document.activeElement.innerText : ''"
            )
            if reached.strip().endswith(name):
                return
        raise AssertionError(f"« {name} » cannot be reached with {key}")

    press_until(wording.OPEN_EXAMPLE)
    page.keyboard.press("Enter")
    page.wait_for_url("**/questions*")
    settle(page)
    assert page.evaluate("document.activeElement.tagName") == "H1"
    press_until(wording.EXPORT, "Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/exporter*")
    settle(page)
    press_until(wording.BUNDLES[Audience.BIDDERS].button)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert zipfile.is_zipfile(download.value.path())


def downloaded(page: Any, audience: Audience) -> dict[str, bytes]:
    with page.expect_download(timeout=120_000) as download:
        page.get_by_role("button", name=wording.BUNDLES[audience].button).click()
    with zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def template(*texts: str) -> dict[str, Any]:
    """A Word file made elsewhere, as the browser sends it."""
    document, content = open_docx(), io.BytesIO()
    document.sections[0].header.paragraphs[0].text = "VILLE DE VALBRUME"
    for text in texts:
        document.add_paragraph(text)
    document.save(content)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return {"name": "ville.docx", "mimeType": kind, "buffer": content.getvalue()}


def test_the_documents_are_written_in_the_buyer_s_own_template(page: Any, server: SimpleNamespace) -> None:
    open_page(page, server, "exporter")
    page.get_by_text(wording.OPTIONS, exact=True).click()
    page.set_input_files("input[type=file]", template("Bonjour"))
    page.get_by_text("point d'insertion du texte").wait_for()
    page.set_input_files("input[type=file]", template("{{p corps }}"))
    page.get_by_text(wording.shell_in_use("ville.docx")).wait_for()
    settle(page)
    page.get_by_role("link", name="Vérifier", exact=True).click()
    page.get_by_role("heading", name=wording.CHECK_TITLE).wait_for()
    page.get_by_role("link", name="Exporter", exact=True).click()
    page.get_by_role("heading", name=wording.EXPORT_TITLE).wait_for()
    settle(page)
    files = downloaded(page, Audience.BIDDERS)
    headers = "".join(
        section.header.paragraphs[0].text
        for name, content in files.items()
        if name.endswith(".docx")
        for section in open_docx(io.BytesIO(content)).sections
    )
    assert headers.count("VILLE DE VALBRUME") == sum(name.endswith(".docx") for name in files)


@pytest.mark.libreoffice
def test_a_pdf_beside_each_word_file_is_prepared_step_by_step(page: Any, server: SimpleNamespace) -> None:
    needed("soffice")
    open_page(page, server, "exporter")
    page.get_by_text(wording.OPTIONS, exact=True).click()
    page.get_by_text(wording.PDF, exact=True).click()
    settle(page)
    title = wording.BUNDLES[Audience.INTERNAL].title
    page.get_by_role("button", name=wording.prepare(title)).click()
    page.get_by_text("Mise en page, pour les numéros des sommaires").wait_for()
    page.get_by_role("button", name=wording.BUNDLES[Audience.INTERNAL].button).wait_for(timeout=120_000)
    files = downloaded(page, Audience.INTERNAL)
    assert files["note-de-justification.pdf"].startswith(b"%PDF")


def test_a_question_is_answered_with_the_keyboard_alone(page: Any, server: SimpleNamespace) -> None:
    id = open_page(page, server, "questions", Dossier())
    page.wait_for_load_state("networkidle")
    field(page, wording.TITLE_LABEL).focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="Concession (dont")).to_be_focused()
    page.keyboard.press("Space")
    page.get_by_role("radiogroup", name="avenant").wait_for()
    settle(page)
    page.keyboard.press("ArrowDown")
    settle(page)
    assert answers(server, id)["type_contrat"] == "partenariat_innovation"


def test_f5_in_the_middle_keeps_everything(page: Any, server: SimpleNamespace) -> None:
    open_page(page, server, "questions")
    field(page, "valeur estimée").fill("300 k€")
    field(page, "Objet du contrat").fill("Production et distribution\nd'eau potable")
    page.wait_for_timeout(1500)
    settle(page)
    page.reload()
    page.wait_for_selector("h1")
    settle(page)
    assert field(page, "valeur estimée").input_value() == "300 k€"
    assert field(page, "Objet du contrat").input_value() == "Production et distribution\nd'eau potable"
    assert page.get_by_role("radio", name="Concession (dont").is_checked()
    page.get_by_role("button", name=wording.NEXT).click()
    page.get_by_role("heading", name="L'acheteur").wait_for()
    settle(page)
    page.reload()
    page.get_by_role("heading", name="L'acheteur").wait_for()


def test_typing_from_field_to_field_without_waiting_loses_nothing(page: Any, server: SimpleNamespace) -> None:
    id = open_page(page, server, "questions")
    typed = {
        "valeur estimée": "1 234 567,89",
        "durée du contrat": "7,5",
        "Référence": "DSP-2027-04",
        "date de prise d'effet": "01/03/2028",
    }
    field(page, wording.TITLE_LABEL).fill("Eau de Valbrume ")
    for label, text in typed.items():
        field(page, label).press_sequentially(text, delay=25)
    page.get_by_role("radiogroup", name="service public").get_by_text("Non").click()
    page.wait_for_timeout(1500)
    settle(page)
    for label, text in typed.items():
        assert field(page, label).input_value() == text
    dossier = server.store.get(id).dossier
    assert dossier.title == "Eau de Valbrume"
    assert field(page, wording.TITLE_LABEL).input_value() == "Eau de Valbrume "
    assert dossier.answers["montant_ht"] == typed["valeur estimée"]
    assert dossier.answers["service_public"] is False
    assert dossier.values["contrat"]["reference"] == typed["Référence"]


def test_the_dossier_follows_from_page_to_page_and_back(page: Any, server: SimpleNamespace) -> None:
    id = open_page(page, server, "questions")
    for place in (place for place in PLACES if place.of_dossier and place.in_menu):
        page.get_by_role("link", name=place.title, exact=True).click()
        page.wait_for_url(re.compile(f"/{place.address}\\?.*dossier={id}"))
        page.get_by_text(CONCESSION.title).first.wait_for()
    page.go_back()
    page.wait_for_url(re.compile("/verifier"))
    settle(page)
    assert page.get_by_text(CONCESSION.title).first.is_visible()


def test_a_dossier_is_copied_deleted_and_brought_back(page: Any, server: SimpleNamespace) -> None:
    id = open_page(page, server, "", Dossier(title="À supprimer"))
    row = page.locator(f".st-key-dossier-{id}")
    row.get_by_role("button", name=wording.MORE).click()
    page.get_by_role("menuitem", name=wording.DUPLICATE).click()
    page.get_by_role("heading", name="Copie de À supprimer").wait_for()
    row.get_by_role("button", name=wording.MORE).click()
    page.get_by_role("menuitem", name=wording.DELETE).click()
    page.get_by_text(wording.deleted("À supprimer")).wait_for()
    expect(row).to_have_count(0)
    page.get_by_role("button", name=wording.UNDO).click()
    row.wait_for()


def test_a_link_to_a_question_leads_to_its_field(page: Any, server: SimpleNamespace) -> None:
    open_page(page, server, "verifier")
    page.get_by_role("link", name="Modifier : Quelle est la population").click()
    page.wait_for_url("**/questions*")
    expect(field(page, "population")).to_be_focused()


def test_the_library_is_searched_read_and_found_again(page: Any, server: SimpleNamespace) -> None:
    page.get_by_role("link", name=wording.LIBRARY).click()
    field(page, wording.SEARCH).fill("reversibilite")
    page.wait_for_url("**/bibliotheque?recherche=reversibilite")
    page.reload()
    expect(field(page, wording.SEARCH)).to_have_value("reversibilite")
    settle(page)
    link = page.locator("[class*=st-key-card-] a").first
    title = link.inner_text()
    link.click()
    expect(page.locator("h1")).to_have_text(title)
    page.get_by_role("heading", name=wording.BASIS).wait_for()
    page.go_back()
    expect(field(page, wording.SEARCH)).to_have_value("reversibilite")


def test_nothing_on_a_page_is_left_in_english(page: Any, server: SimpleNamespace) -> None:
    assert page.evaluate("document.documentElement.lang") == "fr"
    id = open_page(page, server, "questions")
    field(page, "Objet du contrat").press_sequentially("Eau")
    page.get_by_text("Ctrl+Entrée pour enregistrer").wait_for()
    combobox = page.get_by_role("combobox", name="secteur")
    combobox.click()
    combobox.fill("zzzz")
    page.get_by_text("Aucun résultat").wait_for()
    page.goto(f"{server.address}/?dossier={id}")
    page.get_by_text(wording.IMPORT).click()
    page.get_by_text("1 Mo au plus").wait_for()


def test_a_bare_letter_does_nothing(page: Any, server: SimpleNamespace) -> None:
    open_page(page, server, "verifier")
    page.locator("h1").click()
    for letter in "rc":
        page.keyboard.press(letter)
    page.wait_for_timeout(300)
    assert page.get_by_role("dialog").count() == 0


def test_hostile_text_stays_text(page: Any, server: SimpleNamespace) -> None:
    hostile = "<img src=x onerror=alert(1)> [lien](javascript:alert(1)) & \" ' 🚰 {{ 7*7 }}"
    dossier = dossier_from(
        {"titre": hostile, "faits": dict(CONCESSION.answers), "valeurs": {"contrat": {"nom_acheteur": hostile}}}
    )
    for address in ("verifier", "apercu", "exporter"):
        open_page(page, server, address, dossier)
        assert page.get_by_text(hostile).first.is_visible()
        assert page.locator("img[src=x]").count() == 0


def test_no_page_has_a_serious_accessibility_fault_nor_scrolls_sideways(page: Any, server: SimpleNamespace) -> None:
    faults = []
    for address in (f"{place.address}?clause={_a_clause()}" for place in PLACES):
        open_page(page, server, address)
        page.set_viewport_size({"width": 390, "height": 900})
        page.wait_for_timeout(200)
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
        page.set_viewport_size({"width": 1280, "height": 900})
        page.wait_for_timeout(200)
        faults += [
            (address, fault["id"], fault["impact"], fault["nodes"][0]["html"][:200])
            for fault in Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
            if fault["impact"] in ("serious", "critical")
        ]
    assert faults == []


def _a_clause() -> str:
    from clausegen.ui import resources

    return next(clause.id for clause in resources.library() if len(clause.variants) > 1)


def test_an_amendment_is_answered_box_by_box_and_leaves_with_its_act(page: Any, server: SimpleNamespace) -> None:
    answers = {"type_contrat": "concession", "avenant": True, "service_public": True}
    id = open_page(page, server, "questions", Dossier(title="Avenant", answers=answers))
    page.goto(f"{server.address}/questions?dossier={id}&etape=avenant")
    for label in ("Données du service", "Données personnelles"):
        page.get_by_text(label, exact=True).click()
        settle(page)
    page.reload()
    expect(page.get_by_role("checkbox", name="Données personnelles", exact=True)).to_be_checked()
    assert server.store.get(id).dossier.answers["objets_avenant"] == ("A1", "A3")
    page.goto(f"{server.address}/exporter?dossier={id}")
    page.get_by_text(wording.ONE_BY_ONE, exact=True).click()
    page.get_by_role("button", name="Acte d’avenant").wait_for()
