"""Names that tell things apart."""

from ui.widgets.distinct_names import distinct_names
from ui.widgets.html import plain


def test_a_name_says_more_only_where_others_share_it() -> None:
    things = {"1": ("Jan", "jan@one.org"), "2": ("Jan", "jan@two.org"), "3": ("*Mo*", "owner")}

    assert distinct_names(things) == {
        "1": plain("Jan · jan@one.org"),
        "2": plain("Jan · jan@two.org"),
        "3": plain("*Mo*"),
    }
