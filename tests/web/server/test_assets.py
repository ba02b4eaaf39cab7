"""The style sheet and the script: kept for ever, under a name that changes with them."""

import asyncio
import re

import httpx
import pytest
from starlette.applications import Starlette

from reports.identity import DARK, LIGHT
from web.server.assets import SCRIPT, STYLE, Asset, assets_route


def get(path: str) -> httpx.Response:
    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app=Starlette(routes=[assets_route()]))
        async with httpx.AsyncClient(transport=transport, base_url="http://us.example") as client:
            return await client.get(path)

    return asyncio.run(send())


@pytest.mark.parametrize("asset", [STYLE, SCRIPT], ids=["style", "script"])
def test_it_is_kept_for_ever(asset: Asset) -> None:
    response = get(asset.address)

    assert response.status_code == 200
    assert response.content == asset.body
    assert response.headers["content-type"] == asset.kind
    assert "immutable" in response.headers["cache-control"]
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("name", ["participant.css", "participant.js", "../app.py", "%2e%2e%2fx"])
def test_nothing_else_is_there(name: str) -> None:
    assert get(f"/a-static/{name}").status_code == 404


def test_other_contents_have_another_name() -> None:
    assert Asset("participant.css", before="/* other */").address != STYLE.address


def test_the_colours_are_those_of_the_identity() -> None:
    text = STYLE.body.decode()

    for palette in (LIGHT, DARK):
        for name, value in vars(palette).items():
            assert f"--{name.replace('_', '-')}:{value};" in text
    known = {name.replace("_", "-") for name in vars(LIGHT)} | {"radius", "font", "heading", "size"}
    assert set(re.findall(r"var\(--([a-z-]+)\)", text)) <= known
