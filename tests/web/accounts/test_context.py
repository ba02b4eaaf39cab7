"""Where somebody is led after signing in, and how a browser is called."""

import pytest

from web.accounts.context import is_own_page


@pytest.mark.parametrize("address", ["/", "/result?project=1", "/account/ways", "/a#b"])
def test_a_page_of_ours_is_one(address: str) -> None:
    assert is_own_page(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "result",
        "//x",
        "/\\x",
        "\\x",
        "https://x",
        "javascript:x",
        "/x\ny",
        "/\tx",
        "///x",
        "/x\\y",
    ],
)
def test_asvs_1_2_2_another_site_is_none(address: str) -> None:
    assert not is_own_page(address)
