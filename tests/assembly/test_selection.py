"""Which clauses stand, and why: the rules, what clauses require and exclude, and the buyer's choices."""

from hypothesis import given
from hypothesis import strategies as st
from small_library import TODAY, clause_text

from clausegen.assembly.decisions import Choice, Level, Origin
from clausegen.assembly.selection import select
from clausegen.assembly.verdicts import judge


def facts(library, **answers):
    return library.frame.questionnaire.facts(answers, library.frame.thresholds, TODAY)


def read(small, **clauses):
    library, problems = small(**clauses)
    assert problems == []
    return library


RULES = """
    exclue_si: {capteurs: non}
    obligatoire_si: {population: {au_moins: seuil.grand}}
    recommandee_si: {amb_donnees: {au_moins: 2}}
    """


def test_the_first_condition_that_holds_gives_the_level(small) -> None:
    library = read(small, a=clause_text(RULES))

    def level(**answers):
        return judge(library["a"], facts(library, type_contrat="mgp", **answers)).level

    assert level(capteurs="non", population=90_000, amb_donnees=3) is Level.EXCLUDED
    assert level(capteurs="oui", population=40_000, amb_donnees=3) is Level.OBLIGATORY
    assert level(capteurs="oui", population=39_999, amb_donnees=2) is Level.RECOMMENDED
    assert level(capteurs="oui", population=39_999, amb_donnees=1) is Level.OPTIONAL


def test_a_clause_waits_for_the_first_answers_that_are_missing(small) -> None:
    library = read(small, a=clause_text(RULES))
    assert judge(library["a"], facts(library)).waiting_for == ("type_contrat",)
    assert judge(library["a"], facts(library, type_contrat="mgp")).waiting_for == ("capteurs",)
    waiting = judge(library["a"], facts(library, type_contrat="mgp", capteurs="oui", amb_donnees=1))
    assert (waiting.level, waiting.waiting_for) == (Level.WAITING, ("population",))


def test_a_clause_that_does_not_fit_the_contract_is_not_applicable(small) -> None:
    library = read(small, a=clause_text("contrats: [concession]"))
    assert judge(library["a"], facts(library, type_contrat="mgp")).level is Level.NOT_APPLICABLE


def test_a_heavy_clause_is_only_optional_in_a_compact_file(small) -> None:
    library = read(small, a=clause_text("recommandee_si: toujours\nlourde: oui"))
    assert judge(library["a"], facts(library, type_contrat="mgp", population=900)).level is Level.OPTIONAL
    assert judge(library["a"], facts(library, type_contrat="mgp", population=90_000)).level is Level.RECOMMENDED
    assert judge(library["a"], facts(library, type_contrat="mgp")).waiting_for == ("population",)


def test_a_clause_that_every_answer_would_retain_is_printed_while_it_waits(small) -> None:
    library = read(small, a=clause_text("obligatoire_si: {capteurs: oui}\nrecommandee_si: toujours"))
    decision = select(library, facts(library, type_contrat="mgp")).decisions["a"]
    assert (decision.level, decision.retained, decision.at_least) == (Level.WAITING, True, Level.RECOMMENDED)


def test_what_a_retained_clause_requires_is_retained_with_it(small) -> None:
    library = read(
        small, a=clause_text("recommandee_si: toujours\nrequiert: [b]"), b=clause_text("requiert: [c]"), c=clause_text()
    )
    selection = select(library, facts(library, type_contrat="mgp"))
    assert [d.clause.id for d in selection.retained] == ["a", "b", "c"]
    assert selection.decisions["c"].origin is Origin.REQUIRED
    assert selection.decisions["c"].others == ("b",)


def test_of_two_incompatible_clauses_the_stronger_stays(small) -> None:
    library = read(
        small,
        faible=clause_text("recommandee_si: toujours\nexclut: [forte]"),
        forte=clause_text("obligatoire_si: toujours"),
    )
    selection = select(library, facts(library, type_contrat="mgp"))
    assert [d.clause.id for d in selection.retained] == ["forte"]
    assert selection.decisions["faible"].origin is Origin.INCOMPATIBLE


def test_a_clause_whose_requirement_cannot_stand_does_not_stand_either(small) -> None:
    library = read(
        small,
        a=clause_text("recommandee_si: toujours\nrequiert: [b]"),
        b=clause_text("exclue_si: {capteurs: oui}"),
    )
    selection = select(library, facts(library, type_contrat="mgp", capteurs="oui"))
    assert selection.retained == ()
    assert selection.decisions["a"].origin is Origin.IMPOSSIBLE


def test_the_buyer_adds_an_optional_clause_and_sets_aside_a_recommended_one(small) -> None:
    library = read(small, a=clause_text(), b=clause_text("recommandee_si: toujours"))
    choices = {"a": Choice(retain=True), "b": Choice(retain=False)}
    selection = select(library, facts(library, type_contrat="mgp"), choices)
    assert [d.clause.id for d in selection.retained] == ["a"]
    assert selection.decisions["b"].origin is Origin.SET_ASIDE


def test_an_obligatory_clause_is_set_aside_only_with_a_written_reason(small) -> None:
    library = read(small, a=clause_text("obligatoire_si: toujours"))
    known = facts(library, type_contrat="mgp")
    without = select(library, known, {"a": Choice(retain=False, reason="  ")})
    assert without.decisions["a"].retained and "écrivez le motif" in without.alerts[0].message
    motivated = select(library, known, {"a": Choice(retain=False, reason="Régie déjà équipée")})
    assert not motivated.decisions["a"].retained
    assert motivated.decisions["a"].reason == "Régie déjà équipée"


def test_a_clause_that_another_requires_cannot_be_set_aside_alone(small) -> None:
    library = read(
        small, a=clause_text("obligatoire_si: toujours\nrequiert: [b]"), b=clause_text("recommandee_si: toujours")
    )
    selection = select(library, facts(library, type_contrat="mgp"), {"b": Choice(retain=False)})
    assert selection.decisions["b"].retained
    assert "écartez d'abord" in selection.alerts[0].message


def test_a_clause_that_does_not_fit_cannot_be_added(small) -> None:
    library = read(small, a=clause_text("contrats: [concession]"))
    selection = select(library, facts(library, type_contrat="mgp"), {"a": Choice(retain=True)})
    assert not selection.decisions["a"].retained and selection.alerts


VARIANTS = """
    variantes:
      socle: {libelle: Socle, par_defaut: oui}
      renforce: {si: {amb_donnees: {au_moins: 2}}, libelle: Renforcé}
    """
TEXTS = "## Texte : socle\n\n1. A.\n\n## Texte : renforce\n\n1. B."


def test_a_condition_picks_the_wording_and_the_buyer_may_take_another(small) -> None:
    library = read(small, a=clause_text("recommandee_si: toujours\n" + VARIANTS.replace("\n    ", "\n"), TEXTS))

    def wording(choice=None, **answers):
        decision = select(
            library, facts(library, type_contrat="mgp", **answers), {"a": choice} if choice else {}
        ).decisions["a"]
        return decision.variant, decision.variant_waiting

    assert wording(amb_donnees=1) == ("socle", ())
    assert wording(amb_donnees=2) == ("renforce", ())
    assert wording() == ("socle", ("amb_donnees",))
    assert wording(Choice(variant="socle"), amb_donnees=3) == ("socle", ())


ANSWERS = st.fixed_dictionaries(
    {"type_contrat": st.sampled_from(["concession", "partenariat_innovation", "mgp"])},
    optional={
        "avenant": st.booleans(),
        "service_public": st.booleans(),
        "date_lancement": st.sampled_from(["2016-10-08", "2026-08-21", "2026-12-01"]),
        "secteur": st.sampled_from(["eau_potable", "eclairage", "plateforme_donnees", "mobilite", "autre"]),
        "montant_ht": st.sampled_from([30_000, 1_000_000, 60_000_000]),
        "duree_ans": st.sampled_from([1, 4, 12]),
        "type_acheteur": st.sampled_from(["commune", "epci", "syndicat", "prive"]),
        "population": st.sampled_from([900, 12_000, 250_000]),
        "agents_etp": st.sampled_from([10, 900]),
        "donnees_perso": st.booleans(),
        "capteurs": st.booleans(),
        "equipements_numeriques": st.booleans(),
        "service_en_ligne": st.booleans(),
        "dev_specifique": st.booleans(),
        "experimentation_prevue": st.booleans(),
        "charte_donnee": st.booleans(),
        "ia": st.sampled_from(["aucune", "haut_risque"]),
        "amb_donnees": st.integers(1, 3),
        "amb_ethique": st.integers(1, 3),
    },
)


@given(ANSWERS)
def test_in_any_contract_requirements_are_met_and_incompatible_clauses_never_meet(library, answers) -> None:
    retained = {d.clause.id: d for d in select(library, facts(library, **answers)).retained}
    for decision in retained.values():
        assert all(any(id in retained for id in group) for group in decision.clause.requires)
        assert not set(decision.clause.excludes) & retained.keys()
        assert decision.level > Level.EXCLUDED


@given(ANSWERS, ANSWERS)
def test_one_more_answer_never_undoes_a_verdict(library, answers, more) -> None:
    known, fuller = facts(library, **answers), facts(library, **{**more, **answers})
    for clause in library:
        before, after = judge(clause, known), judge(clause, fuller)
        assert before.level is Level.WAITING or before.level is after.level
        assert max(after.level, after.at_least) >= before.at_least


@given(ANSWERS)
def test_the_same_answers_in_another_order_give_the_same_selection(library, answers) -> None:
    reversed_answers = dict(reversed(answers.items()))
    assert select(library, facts(library, **answers)) == select(library, facts(library, **reversed_answers))
