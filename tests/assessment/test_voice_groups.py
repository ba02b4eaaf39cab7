"""Voices beside each other per perspective: only where at least two may be heard."""

from assessment.voice_groups import VoiceMean, voice_lines
from tests.assessment.build import a_catalogue, a_criterion, result_of

THREE = a_catalogue(
    a_criterion("C-1", weight=3),
    a_criterion("C-2", weight=1),
    a_criterion("C-3", perspective="process", phase="end"),
)


def lines(answers: dict[str, dict[str, str]], kind: str = "perspective") -> dict[str, object]:
    found = voice_lines(result_of(answers, THREE), THREE, kind)  # type: ignore[arg-type]
    return {line.id: dict(line.voices) for line in found}


def test_each_voice_has_its_mean_by_weight_and_the_number_of_criteria() -> None:
    answers = {
        "C-1": {"coordinator": "4", "mentee": "11111"},
        "C-2": {"coordinator": "0", "mentee": "33333", "mentor": "22222"},
    }
    assert lines(answers) == {
        "client": {
            "coordinator": VoiceMean(3, 2),
            "mentee": VoiceMean(1.5, 2),
            "mentor": VoiceMean(2, 1),
        }
    }


def test_where_one_voice_is_heard_alone_there_is_nothing_beside_it() -> None:
    assert lines({"C-1": {"coordinator": "4", "mentee": "1111"}, "C-3": {"mentee": "11111"}}) == {}


def test_the_pool_of_small_groups_is_shown_as_a_voice() -> None:
    found = lines({"C-3": {"coordinator": "4", "mentee": "111", "mentor": "11"}}, "phase")
    assert found == {"end": {"coordinator": VoiceMean(4, 1), "other_voices": VoiceMean(1, 1)}}


def test_what_does_not_apply_is_laid_beside_nothing() -> None:
    assert lines({"C-1": {"coordinator": "-", "mentee": "11111", "mentor": "22222"}}) == {}
