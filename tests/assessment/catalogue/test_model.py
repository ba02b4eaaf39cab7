"""What one can ask a catalogue."""

from typing import Any

import pytest

from assessment.catalogue.model import Catalogue, Profile, Text
from assessment.errors import NotFound
from tests.support.catalogues import a_catalogue, a_criterion, levels, text


def test_the_lead_role_and_the_roles_named_are_asked() -> None:
    criterion = a_criterion(role="mentor", also_asked=("mentee",))
    catalogue = a_catalogue(criterion)

    asked = [role for role in catalogue.role_ids if catalogue.is_asked(criterion, role)]

    assert asked == ["coordinator", "mentor", "mentee"]


def test_it_says_in_a_line_which_catalogue_it_is() -> None:
    catalogue = a_catalogue(a_criterion("C-1", rubric=levels("own")))

    assert repr(catalogue) == f"Catalogue({catalogue.id!r}, {catalogue.version!r})"


def test_a_rubric_of_its_own_goes_before_the_meaning_of_the_scale() -> None:
    catalogue = a_catalogue(a_criterion("C-1", rubric=levels("own")), a_criterion("C-2"))

    assert said(catalogue, "C-1", "mentee") == [f"own {n}" for n in range(5)]
    assert said(catalogue, "C-2", "mentee") == ["words"] * 5


def test_a_role_reads_its_own_levels_and_else_those_of_the_lead_role() -> None:
    catalogue = of_two_voices()

    assert said(catalogue, "C-1", "mentee")[0] == "I 0"
    assert (
        said(catalogue, "C-1", "coordinator")[0] == said(catalogue, "C-1", "mentor")[0] == "they 0"
    )
    assert catalogue.needs_care(catalogue.by_id["C-1"], "mentee", 0)
    assert not catalogue.needs_care(catalogue.by_id["C-1"], "mentee", 1)
    assert not catalogue.needs_care(catalogue.by_id["C-1"], "mentor", 0)
    assert not catalogue.needs_care(catalogue.by_id["C-2"], "mentee", 0)


def test_only_the_role_that_is_asked_everything_reads_the_hint_of_a_level() -> None:
    catalogue = of_two_voices()
    scale = catalogue.scale("practice")
    hinted = scale.levels[3].model_copy(update={"hint": Text({"en": "Alone? A note counts."})})
    with_hint = scale.model_copy(update={"levels": (*scale.levels[:3], hinted, scale.levels[4])})
    catalogue = catalogue.model_copy(update={"scales": (with_hint, *catalogue.scales[1:])})
    criterion = catalogue.by_id["C-1"]

    assert catalogue.levels_to_choose(criterion, "mentee", "en")[3] == "I 3"
    assert catalogue.levels_to_choose(criterion, "mentor", "en")[3] == "they 3"
    own = catalogue.levels_to_choose(criterion, "coordinator", "en")
    assert own[2:] == ("they 2", "they 3 Alone? A note counts.", "they 4")


def test_a_lead_role_has_own_words_where_others_have_theirs() -> None:
    of_pair = a_criterion("C-1", role="mentor", rubric_for={"mentee": levels("I")})
    of_project = a_criterion("C-2", rubric_for={"mentee": levels("me")})
    for_all = a_criterion("C-3", role="mentor", rubric=levels("they"))
    catalogue = a_catalogue(of_pair, of_project, for_all)

    assert [
        [role for role in ("coordinator", "mentor", "mentee") if catalogue.has_own_words(c, role)]
        for c in catalogue.criteria
    ] == [["mentor", "mentee"], ["mentee"], []]


def test_roles_that_read_the_same_words_are_taken_together() -> None:
    catalogue = of_two_voices()
    roles = ("mentor", "mentee", "coordinator", "mentor")

    wordings = catalogue.wordings(catalogue.by_id["C-1"], roles)

    assert [wording.roles for wording in wordings] == [("mentor", "coordinator"), ("mentee",)]
    assert [wording.texts[4].in_language("en") for wording in wordings] == ["they 4", "I 4"]


def test_it_is_known_who_reads_the_words_of_the_lead_role() -> None:
    catalogue = of_two_voices()

    assert catalogue.in_the_words_of_the_lead(catalogue.by_id["C-1"]) == ("coordinator",)
    assert (
        catalogue.in_the_words_of_the_lead(catalogue.by_id["C-2"]) == ()
    )  # the scale's are for all


def of_two_voices() -> Catalogue:
    """A catalogue in which a mentee has levels of its own, and the mentor leads."""
    criterion = a_criterion(
        role="mentor",
        also_asked=("mentee",),
        rubric=levels("they"),
        rubric_for={"mentee": levels("I", 0)},
    )
    return a_catalogue(criterion, a_criterion("C-2", also_asked=("mentee",)))


def said(catalogue: Catalogue, criterion: str, role: str) -> list[str]:
    return [text.in_language("en") for text in catalogue.rubric(catalogue.by_id[criterion], role)]


def test_a_snapshot_makes_the_same_catalogue_again() -> None:
    catalogue = a_catalogue("C-1", "C-2")

    again = Catalogue.from_snapshot(catalogue.snapshot)

    assert again == catalogue
    assert again.content_hash == catalogue.content_hash


def test_another_word_is_another_hash() -> None:
    changed = a_catalogue(a_criterion("C-1", title=text("other")))

    assert changed.content_hash != a_catalogue("C-1").content_hash


def test_what_speaks_for_the_organisation_is_known() -> None:
    assert a_catalogue().organisation_roles == {"coordinator", "facilitator"}


@pytest.mark.parametrize("kind", ["profile", "ambition"])
def test_an_unknown_profile_or_ambition_is_none(kind: str) -> None:
    assert getattr(a_catalogue(), kind)("nothing") is None


def a_profile(name: str, **fields: Any) -> Profile:
    return Profile(id=name, title=text(), description=text(), **{"criteria": "all", **fields})


def test_a_project_chooses_among_profiles_that_are_not_for_a_pair_the_shortest_first() -> None:
    catalogue = a_catalogue(
        "C-1",
        "C-2",
        profiles=(
            a_profile("all"),
            a_profile("pair", criteria=("C-1",), for_pair=True),
            a_profile("short", criteria=("C-2",)),
        ),
    )

    assert [profile.id for profile in catalogue.audit_profiles] == ["short", "all"]


def test_a_catalogue_with_nothing_but_a_profile_for_a_pair_offers_that() -> None:
    catalogue = a_catalogue(profiles=(a_profile("pair", for_pair=True),))

    assert [profile.id for profile in catalogue.audit_profiles] == ["pair"]


def test_a_pair_answers_in_the_first_two_roles_of_others_that_it_asks_anything() -> None:
    catalogue = a_catalogue(
        a_criterion("C-1", role="coordinator", also_asked=("facilitator", "mentee", "partner")),
        a_criterion("C-2", role="mentor"),
        profiles=(
            a_profile("all", for_pair=True),
            a_profile("one", criteria=("C-1",), for_pair=True),
            a_profile("alone", criteria=("C-2",), for_pair=True),
            a_profile("audit"),
        ),
    )
    whole, first, alone, _ = catalogue.profiles

    assert catalogue.pair_roles(whole) == ("mentor", "mentee")
    assert catalogue.pair_roles(first) == ("mentee", "partner")
    assert catalogue.pair_roles(alone) == ("mentor",)
    assert [profile.id for profile in catalogue.pair_profiles] == ["one", "all"]


def test_one_role_of_the_organisation_is_asked_everything_and_is_its_own_voice() -> None:
    catalogue = a_catalogue()
    asks = {role.id: role for role in catalogue.roles}
    stranger = asks["mentor"].model_copy(update={"asked_everything": True})
    mixed = a_catalogue(roles=(stranger, asks["coordinator"], asks["mentee"]))

    assert catalogue.own_role.id == "coordinator"
    assert mixed.own_role.id == "coordinator"
    with pytest.raises(NotFound):
        _ = a_catalogue(roles=(stranger, asks["mentee"])).own_role


def test_a_questionnaire_for_others_is_no_choice_of_a_project() -> None:
    catalogue = a_catalogue(
        profiles=(
            a_profile("all"),
            a_profile("pair", for_pair=True),
            a_profile("midway", for_pair=True, for_others=True),
            a_profile("guests", for_others=True),
        )
    )

    assert [profile.id for profile in catalogue.audit_profiles] == ["all"]
    assert [profile.id for profile in catalogue.invited_profiles] == ["all", "midway", "guests"]


def test_a_catalogue_may_say_who_is_heard_first() -> None:
    roles = a_catalogue().roles
    plain = [role.model_copy(update={"heard_first": False}) for role in roles]

    assert a_catalogue().heard_first == "mentee"
    assert a_catalogue(roles=tuple(plain)).heard_first is None


def test_of_a_copy_everything_is_worked_out_anew() -> None:
    catalogue = a_catalogue()
    known = catalogue.content_hash, catalogue.edition, dict(catalogue.by_id)
    copy = catalogue.model_copy(update={"criteria": (a_criterion("C-77"),)})

    assert list(copy.by_id) == ["C-77"]
    assert copy.content_hash != known[0]
    assert copy.edition.catalogue is copy
    assert (catalogue.content_hash, catalogue.edition, dict(catalogue.by_id)) == known
