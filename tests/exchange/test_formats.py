"""The list of formats."""

import pytest

from exchange import formats
from tests.support.material import the_material


def test_every_format_in_the_list_can_be_made() -> None:
    for name, form in formats.FORMATS.items():
        assert formats.make(name, the_material())
        assert form.ending
        assert "/" in form.media_type


def test_an_unknown_format_is_no_format() -> None:
    with pytest.raises(KeyError):
        formats.make("doc", the_material())
