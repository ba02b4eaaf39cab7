"""What a call speaks of is told from its arguments."""

import pytest

from storage.access.things import NEUTRAL, keys
from storage.access.within import METHODS
from tests.support.access.things import OBJECTS, OF_NOUN


@pytest.mark.parametrize("method", sorted(METHODS))
def test_whose_a_thing_is_can_be_told_for_every_parameter(method: str) -> None:
    noun = method.partition(".")[0]
    for parameter in METHODS[method].parameters.values():
        assert parameter.name in NEUTRAL or list(
            keys(noun, parameter.name, (OBJECTS | OF_NOUN.get(noun, {}))[parameter.name])
        )


def test_what_is_not_known_is_refused() -> None:
    with pytest.raises(LookupError, match="not known here"):
        list(keys("nouns", "something", object()))
