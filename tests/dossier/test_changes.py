"""What differs between two states, and how two people's changes are brought together."""

from datetime import date

import pytest
from hypothesis import given
from strategies import DOSSIERS

from clausegen.dossier.changes import ABSENT, Change, changes, edited, merge
from clausegen.dossier.dossier import ClauseChoice, Dossier, dump_dossier
from clausegen.errors import DossierError

BASE = Dossier(answers={"population": "900", "avenant": "non"}, values={"contrat": {"objet": "Eau"}})


def after(dossier: Dossier, *edits: tuple[tuple[str, ...], object]) -> Dossier:
    for key, value in edits:
        dossier = edited(dossier, key, value)
    return dossier


class TestChanges:
    def test_each_key_is_told_with_both_contents(self):
        now = after(
            BASE,
            (("titre",), "Eau potable"),
            (("date_droit",), "22/11/2026"),
            (("faits", "population"), "12 000"),
            (("faits", "avenant"), ABSENT),
            (("choix", "don-inventaire"), {"retenir": "non", "motif": "Déjà livré"}),
            (("valeurs", "contrat", "objet"), ABSENT),
        )
        assert changes(BASE, now) == (
            Change(("titre",), "Sans titre", "Eau potable"),
            Change(("date_droit",), None, date(2026, 11, 22)),
            Change(("faits", "population"), "900", "12 000"),
            Change(("faits", "avenant"), "non", ABSENT),
            Change(("valeurs", "contrat", "objet"), "Eau", ABSENT),
            Change(("choix", "don-inventaire"), ABSENT, ClauseChoice(retain=False, reason="Déjà livré")),
        )
        assert [(change.kind, change.name) for change in changes(BASE, now)][-1] == ("choix", "choix.don-inventaire")

    def test_yes_is_not_the_number_one(self):
        one, yes = Dossier(answers={"a": 1}), Dossier(answers={"a": True})
        assert changes(one, yes) == (Change(("faits", "a"), 1, True),)

    def test_an_edit_is_checked_like_a_file(self):
        with pytest.raises(DossierError, match="« date_droit » : le jour « 30/02/2026 » n'existe pas"):
            edited(BASE, ("date_droit",), "30/02/2026")
        with pytest.raises(DossierError, match=r"la clé « reponses » n'existe pas"):
            edited(BASE, ("reponses", "a"), "b")

    @given(DOSSIERS, DOSSIERS)
    def test_the_changes_lead_from_one_state_to_the_other(self, before, now):
        told = changes(before, now)
        assert same(after(before, *((change.key, change.after) for change in told)), now)
        assert (told == ()) == same(before, now)


class TestMerge:
    def test_different_keys_are_both_kept(self):
        mine = edited(BASE, ("faits", "population"), "12 000")
        theirs = after(BASE, (("faits", "avenant"), "oui"), (("valeurs", "contrat", "lieu"), "Metz"))
        merged = merge(BASE, mine, theirs)
        assert merged.conflicts == ()
        assert merged.dossier.answers == {"population": "12 000", "avenant": "oui"}
        assert merged.dossier.values == {"contrat": {"objet": "Eau", "lieu": "Metz"}}

    def test_the_same_key_changed_differently_is_a_conflict(self):
        mine = after(BASE, (("faits", "population"), "12 000"), (("titre",), "Eau"))
        theirs = after(BASE, (("faits", "population"), "13 000"), (("date_droit",), "2026-11-22"))
        merged = merge(BASE, mine, theirs)
        assert merged.conflicts == ("faits.population",)
        assert (merged.dossier.answers["population"], merged.dossier.title) == ("13 000", "Eau")
        assert merge(BASE, mine, theirs, prefer="mine").dossier.answers["population"] == "12 000"

    def test_an_answer_changed_here_and_taken_away_there_is_a_conflict(self):
        mine, theirs = edited(BASE, ("faits", "population"), "1"), edited(BASE, ("faits", "population"), ABSENT)
        assert merge(BASE, mine, theirs).conflicts == merge(BASE, theirs, mine).conflicts == ("faits.population",)

    def test_the_library_is_never_asked_about(self):
        mine, theirs = edited(BASE, ("bibliotheque",), "b1"), edited(BASE, ("bibliotheque",), "b2")
        merged = merge(BASE, mine, theirs)
        assert (merged.dossier.library, merged.conflicts) == ("b1", ())

    @given(DOSSIERS, DOSSIERS)
    def test_a_change_by_one_person_only_is_that_change(self, base, changed):
        assert same(merge(base, changed, base).dossier, changed)
        assert same(merge(base, base, changed).dossier, changed)
        assert merge(base, changed, changed).conflicts == merge(base, changed, base).conflicts == ()

    @given(DOSSIERS, DOSSIERS, DOSSIERS)
    def test_whoever_comes_second_the_conflicts_are_the_same(self, base, mine, theirs):
        one, other = merge(base, mine, theirs), merge(base, theirs, mine)
        assert sorted(one.conflicts) == sorted(other.conflicts)

    @given(DOSSIERS, DOSSIERS, DOSSIERS)
    def test_nothing_is_lost_and_nothing_is_invented(self, base, mine, theirs):
        merged = merge(base, mine, theirs, prefer="mine")
        kept = {change.key: change.after for change in changes(base, merged.dossier)}
        ours = {change.key: change.after for change in changes(base, mine)}
        others = {change.key: change.after for change in changes(base, theirs)}
        assert kept == others | ours


def same(one: Dossier, other: Dossier) -> bool:
    return dump_dossier(one) == dump_dossier(other)
