"""Nothing internal hides in the bidders' files either: properties, custom parts, comments, hidden sheets, calendar entries."""

import re
import zipfile
from io import BytesIO

import pytest
from small_library import TODAY

from clausegen import paths
from clausegen.companions.companion import Audience
from clausegen.delivery import bundle_files
from clausegen.dossier.dossier import load_dossier, read_dossier
from clausegen.pipeline import Draft, draft

SECRET = "Prestataire mécontent en 2019"
EXAMPLES = sorted(path.stem for path in paths.examples().glob("*.yml"))


def every_part(files: dict[str, bytes]) -> dict[str, str]:
    """Return the text of every file and of every part of those that are archives, whoever may look at it."""
    found: dict[str, str] = {}
    for name, content in files.items():
        if name.endswith((".docx", ".xlsx")):
            with zipfile.ZipFile(BytesIO(content)) as source:
                found |= {f"{name}!{part}": source.read(part).decode("utf-8", "replace") for part in source.namelist()}
                assert all(not entry.comment and not entry.extra for entry in source.infolist())
        else:
            found[name] = content.decode("utf-8", "replace")
    return found


def concession(library, *, more: str) -> Draft:
    text = (paths.examples() / "concession-eau-metropole.yml").read_text("utf-8")
    dossier = read_dossier(text, "essai.yml")
    extra = read_dossier(f"titre: Essai\nfaits: {{type_contrat: concession}}\n{more}", "plus.yml")
    return draft(dossier.model_copy(update={"choices": {**dossier.choices, **extra.choices}}), library, TODAY)


def test_a_written_reason_is_in_no_part_of_the_bidders_files(library) -> None:
    drafted = concession(library, more=f"choix:\n  inn-pme-startups: {{retenir: non, motif: {SECRET}}}\n")
    bidders, internal = (
        every_part(bundle_files(drafted, audience)) for audience in (Audience.BIDDERS, Audience.INTERNAL)
    )
    assert any(SECRET in text for text in internal.values())
    for name, text in bidders.items():
        assert SECRET not in text, name
        assert "inn-pme-startups" not in text, name


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_answer_of_the_buyer_is_named_in_the_bidders_files(library, example: str) -> None:
    drafted = draft(load_dossier(paths.examples() / f"{example}.yml"), library, TODAY)
    asked = [name for name in library.frame.questionnaire.questions if "_" in name]
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, asked))})\b")
    for name, text in every_part(bundle_files(drafted, Audience.BIDDERS)).items():
        assert not (told := named.search(text)), f"{name} : {told}"


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_properties_say_the_product_and_the_title_and_nothing_else(library, example: str) -> None:
    drafted = draft(load_dossier(paths.examples() / f"{example}.yml"), library, TODAY)
    for name, text in every_part(bundle_files(drafted, Audience.BIDDERS)).items():
        if name.endswith(("!docProps/app.xml", "!docProps/core.xml")):
            said = re.findall(
                r"<(?:dc:|cp:|dcterms:)?(creator|lastModifiedBy|Company|Manager|Template)\b[^>]*>([^<]+)<", text
            )
            assert {value for _, value in said} <= {"clausegen"}, name
        assert not re.search(r"\b(?:/home/|/root/|/Users/|[A-Z]:\\\\)", text), name


def test_the_two_bundles_share_no_file(library) -> None:
    drafted = concession(library, more="")
    bidders, internal = (set(bundle_files(drafted, audience)) for audience in (Audience.BIDDERS, Audience.INTERNAL))
    assert not bidders & internal
    assert {
        "note-de-justification.docx",
        "tableau-des-ecarts.docx",
        "questions-au-juriste.docx",
        "dossier.json",
        "jumeau.json",
    } <= internal
    assert {
        "cadre-de-reponse.docx",
        "inventaire-des-donnees.xlsx",
        "obligations-et-livrables.ics",
        "biens-numeriques.xlsx",
    } <= bidders
