"""How scores arise, by an example that is calculated now; and where the data are."""

import pytest

from tests.support.ui.screens import OpenPage, shown
from ui import session


@pytest.mark.parametrize(
    ("language", "sum_"), [("en", "(3.0 + 2.0) / 2 = 2.5"), ("nl", "(3,0 + 2,0) / 2 = 2,5")]
)
def test_the_method_shows_a_sum_made_by_the_scoring_core(
    open_page: OpenPage, language: str, sum_: str
) -> None:
    app = open_page("method", language=language)
    assert any(sum_ in part.value for part in app.markdown)


def test_the_method_says_where_the_data_are(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "mentorspiegel.sqlite3" in shown(open_page("method"))
    url = session.settings().database
    monkeypatch.setenv("MENTORSPIEGEL_DATABASE_URL", url)
    session.settings.cache_clear()
    assert "of your own choice" in shown(open_page("method"))


def test_the_example_shows_the_levels_given_and_leaves_out_a_small_group(
    open_page: OpenPage,
) -> None:
    page = shown(open_page("method"))

    assert "<td>Mentee</td><td>1 × 1, 3 × 2, 1 × 3</td>" in page
    assert "<td>2 × 4, 1 × 3</td>" not in page
    assert "not shown: fewer than 5" in page


def test_the_threshold_of_the_settings_is_promised(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_THRESHOLD", "7")
    session.settings.cache_clear()

    assert "not shown: fewer than 7" in shown(open_page("method"))
