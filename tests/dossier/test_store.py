"""The store, the same on SQLite and on PostgreSQL."""

import random
import re
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from clausegen.dossier.changes import edited
from clausegen.dossier.dossier import Dossier
from clausegen.dossier.records import ConflictError, StoredDossier
from clausegen.dossier.rows import KEPT_VERSIONS
from clausegen.dossier.store import Store
from clausegen.dossier.tables import Reason
from clausegen.errors import DossierError, StaleDossierError, StoreError

EAU = Dossier(
    title="Eau potable",
    answers={"type_contrat": "concession", "population": "12 000", "avenant": None},
    values={"contrat": {"objet": "{{ « Eau » & 𝒱ie }}", "lots": ["un", "deux"]}},
)
POPULATION = ("faits", "population")


def answered(dossier: Dossier, fact: str, answer: object) -> Dossier:
    return edited(dossier, ("faits", fact), answer)


class TestKeeping:
    def test_what_is_created_is_found_again(self, store: Store, url: str):
        created = store.create(EAU, "Marie")
        again = Store(url)
        assert again.get(created.id) == created
        assert (created.dossier, created.version, created.modified_by) == (EAU, 1, "Marie")
        assert created.modified_at == created.created_at
        assert re.fullmatch("[a-z0-9]{12}", created.id)
        again.close()

    def test_the_list_tells_the_essentials_the_last_modified_first(self, store: Store):
        eau, bus = store.create(EAU, "Marie"), store.create(Dossier(title="Bus"), "Paul")
        assert [line.title for line in store.list()] == ["Bus", "Eau potable"]
        store.change(eau.id, partial(answered, fact="avenant", answer=True), "Léa")
        line, other = store.list()
        assert (line.id, line.contract_type, line.answers, line.modified_by) == (eau.id, "concession", 3, "Léa")
        assert (other.id, other.contract_type, other.answers) == (bus.id, None, 0)

    def test_a_save_on_the_present_version_is_saved(self, store: Store):
        base = store.create(EAU, "Marie")
        saved = store.save(base.id, answered(EAU, "population", "1"), base, "Paul")
        assert (saved.stored.version, saved.stored.modified_by, saved.brought) == (2, "Paul", ())
        assert store.get(base.id) == saved.stored

    def test_saving_what_is_already_there_makes_no_version(self, store: Store):
        base = store.create(EAU, "Marie")
        assert store.save(base.id, EAU, base, "Paul").stored == base
        assert len(store.history(base.id)) == 1

    def test_a_refused_edit_changes_nothing(self, store: Store):
        base = store.create(EAU, "Marie")
        with pytest.raises(DossierError):
            store.change(base.id, lambda dossier: edited(dossier, ("date_droit",), "2026-02-30"), "Paul")
        assert store.get(base.id) == base

    def test_two_dossiers_never_share_an_id(self, store: Store):
        assert len({store.create(EAU, "Marie").id for _ in range(20)}) == 20

    @pytest.mark.parametrize(
        "id", ["", "abc", "aaaaaaaaaaaa", "../../etc", "a\0b", "\ud800", "' OR 1=1 --", "x" * 10_000]
    )
    def test_an_unknown_id_is_told(self, store: Store, id: str):
        with pytest.raises(StoreError, match="Dossier introuvable") as refused:
            store.get(id)
        assert str(refused.value).encode("utf-8")

    def test_names_of_people_are_kept_legible(self, store: Store):
        assert store.create(EAU, "Zoé\ud800\n" + "x" * 100).modified_by.startswith("Zoé� xxx")


class TestTwoPeople:
    @pytest.fixture
    def base(self, store: Store) -> StoredDossier:
        return store.create(EAU, "Marie")

    def test_different_things_changed_are_both_kept(self, store: Store, base: StoredDossier):
        store.save(base.id, answered(EAU, "avenant", "oui"), base, "Paul")
        saved = store.save(base.id, answered(EAU, "population", "900"), base, "Léa")
        assert saved.stored.dossier.answers == EAU.answers | {"avenant": "oui", "population": "900"}
        assert [change.name for change in saved.brought] == ["faits.avenant"]
        assert store.history(base.id)[0].reason == Reason.MERGED

    @pytest.mark.parametrize("by_number", [False, True])
    def test_the_same_thing_changed_differently_is_asked(self, store: Store, base: StoredDossier, by_number: bool):
        theirs = store.save(base.id, answered(EAU, "population", "13 000"), base, "Paul").stored
        with pytest.raises(StaleDossierError) as stale:
            store.save(base.id, answered(EAU, "population", "900"), 1 if by_number else base, "Léa")
        assert isinstance(stale.value, ConflictError)
        assert (stale.value.theirs, stale.value.conflicts) == (theirs, ("faits.population",))
        assert "Paul a changé" in str(stale.value) and "« Eau potable » : faits.population" in str(stale.value)
        assert store.get(base.id) == theirs

    @pytest.mark.parametrize(("prefer", "stays"), [("mine", "900"), ("theirs", "13 000")])
    def test_the_answer_settles_it_and_nothing_else_is_lost(self, store: Store, base: StoredDossier, prefer, stays):
        other = answered(answered(EAU, "population", "13 000"), "avenant", "oui")
        store.save(base.id, other, base, "Paul")
        mine = edited(answered(EAU, "population", "900"), ("titre",), "Eau")
        saved = store.save(base.id, mine, base, "Léa", prefer=prefer).stored.dossier
        assert (saved.answers["population"], saved.answers["avenant"], saved.title) == (stays, "oui", "Eau")

    def test_the_same_change_twice_is_no_conflict(self, store: Store, base: StoredDossier):
        mine = answered(EAU, "population", "900")
        first = store.save(base.id, mine, base, "Paul").stored
        assert store.save(base.id, mine, base, "Léa").stored == first

    def test_a_base_too_old_to_be_kept_is_asked_rather_than_written_over(self, store: Store, base: StoredDossier):
        for n in range(KEPT_VERSIONS + 1):
            store.change(base.id, partial(answered, fact="population", answer=n), "Paul")
        with pytest.raises(ConflictError):
            store.save(base.id, answered(EAU, "avenant", "oui"), 1, "Léa")
        assert (
            store.save(base.id, answered(EAU, "avenant", "oui"), base, "Léa").stored.dossier.answers["avenant"] == "oui"
        )

    def test_people_typing_at_once_in_different_fields_lose_nothing(self, store: Store, base: StoredDossier):
        def person(name: int) -> None:
            for n in range(20):
                store.change(base.id, partial(answered, fact=f"p{name}.{n}", answer=n), f"personne {name}")

        with ThreadPoolExecutor(8) as people:
            list(people.map(person, range(8)))
        now = store.get(base.id)
        assert now.dossier.answers == EAU.answers | {f"p{name}.{n}": n for name in range(8) for n in range(20)}
        assert now.version == 1 + 8 * 20

    def test_people_saving_at_once_on_old_bases_are_all_merged_or_told(self, store: Store, base: StoredDossier):
        def person(name: int) -> int:
            chance, told, mine = random.Random(name), 0, base
            for n in range(15):
                fact = chance.choice(["commun", f"p{name}"])
                try:
                    mine = store.save(base.id, answered(mine.dossier, fact, f"{name}-{n}"), mine, str(name)).stored
                except ConflictError as conflict:
                    told, mine = told + 1, conflict.theirs
                    assert conflict.conflicts == ("faits.commun",)
            return told

        with ThreadPoolExecutor(6) as people:
            told = sum(people.map(person, range(6)))
        assert store.get(base.id).version == 1 + 6 * 15 - told


class TestHistory:
    def test_each_state_is_told_with_what_it_changed(self, store: Store):
        base = store.create(EAU, "Marie")
        store.change(base.id, partial(answered, fact="population", answer="1"), "Paul")
        last, first = store.history(base.id)
        assert [(state.version, state.reason, state.saved_by) for state in (first, last)] == [
            (1, "création", "Marie"),
            (2, "enregistrement", "Paul"),
        ]
        assert [(change.before, change.after) for change in last.changes_since(first)] == [("12 000", "1")]

    def test_a_past_state_comes_back_and_that_can_be_undone_too(self, store: Store):
        base = store.create(EAU, "Marie")
        store.change(base.id, partial(answered, fact="population", answer="1"), "Paul")
        back = store.restore(base.id, 1, "Léa")
        assert (back.dossier, back.version) == (EAU, 3)
        assert (store.history(base.id)[0].reason, store.history(base.id)[0].detail) == ("restauration", "version 1")
        assert store.restore(base.id, 2, "Léa").dossier.answers["population"] == "1"

    def test_the_last_states_and_every_export_are_kept(self, store: Store):
        base = store.create(EAU, "Marie")
        store.mark_export(base.id, "Marie", detail="sha256:" + "a" * 64)
        for n in range(KEPT_VERSIONS + 10):
            store.change(base.id, partial(answered, fact="population", answer=n), "Paul")
        versions = [state.version for state in store.history(base.id)]
        assert versions == [*range(KEPT_VERSIONS + 11, 11, -1), 1]
        export = store.history(base.id)[-1]
        assert (export.reason, export.detail, export.dossier) == ("export", "sha256:" + "a" * 64, EAU)
        assert store.restore(base.id, 1, "Léa").dossier == EAU
        with pytest.raises(StoreError, match="La version 5 du dossier « Eau potable » n'est plus conservée"):
            store.restore(base.id, 5, "Léa")

    def test_an_older_state_can_be_marked_as_exported(self, store: Store):
        base = store.create(EAU, "Marie")
        store.change(base.id, partial(answered, fact="population", answer="1"), "Paul")
        store.mark_export(base.id, "Marie", version=1)
        last = store.history(base.id)[0]
        assert (last.version, last.reason) == (1, "export")
        assert store.get(base.id).version == 2


class TestCopyAndDelete:
    def test_a_copy_lives_its_own_life(self, store: Store):
        base = store.create(EAU, "Marie")
        copy = store.duplicate(base.id, "Paul")
        assert copy.dossier == EAU.model_copy(update={"title": "Copie de Eau potable"})
        store.change(copy.id, partial(answered, fact="population", answer="1"), "Paul")
        assert store.get(base.id) == base

    def test_a_copy_of_a_long_title_can_be_read_again(self, store: Store):
        copy = store.duplicate(store.create(Dossier(title="x" * 200), "Marie").id, "Paul")
        assert store.get(copy.id) == copy

    def test_a_deleted_dossier_is_gone_until_it_is_brought_back(self, store: Store):
        base = store.create(EAU, "Marie")
        store.delete(base.id)
        assert list(store.list()) == []
        assert [line.id for line in store.list(deleted=True)] == [base.id]
        for attempt in (
            lambda: store.get(base.id),
            lambda: store.delete(base.id),
            lambda: store.duplicate(base.id, "Paul"),
            lambda: store.save(base.id, EAU, base, "Paul"),
            lambda: store.change(base.id, lambda dossier: dossier, "Paul"),
        ):
            with pytest.raises(StoreError, match="« Eau potable » a été supprimé"):
                attempt()
        assert store.undelete(base.id) == base == store.get(base.id)
