"""The style sheet and the script: kept for ever, under a name that changes with them."""

import asyncio
import io
import re

import httpx
import pytest
from PIL import Image
from starlette.applications import Starlette

from reports.identity import DARK, LIGHT
from web.server.assets import (
    FOLDER,
    ICON,
    SCREEN_ICON,
    SCRIPT,
    STYLE,
    Asset,
    assets_route,
    icon_route,
)


def get(path: str, encoding: str = "gzip") -> httpx.Response:
    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app=Starlette(routes=[assets_route(), icon_route()]))
        async with httpx.AsyncClient(transport=transport, base_url="http://us.example") as client:
            return await client.get(path, headers={"Accept-Encoding": encoding})

    return asyncio.run(send())


@pytest.mark.parametrize("asset", [STYLE, SCRIPT], ids=["style", "script"])
def test_it_is_kept_for_ever(asset: Asset) -> None:
    response = get(asset.address)

    assert response.status_code == 200
    assert response.content == asset.body
    assert response.headers["content-type"] == asset.kind
    assert "immutable" in response.headers["cache-control"]
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("asset", [STYLE, SCRIPT], ids=["style", "script"])
def test_it_is_sent_compressed_to_who_takes_that(asset: Asset) -> None:
    small, whole = get(asset.address), get(asset.address, "identity")

    assert small.content == whole.content == asset.body
    assert int(small.headers["content-length"]) < len(asset.body) / 2
    assert "content-encoding" not in whole.headers
    assert small.headers["vary"] == "accept-encoding"


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


def test_the_icon_is_ours_in_the_colours_of_the_identity() -> None:
    drawn = (FOLDER / "icon.svg").read_text(encoding="utf-8")
    response = get(SCREEN_ICON)
    picture = Image.open(io.BytesIO(response.content)).convert("RGB")
    corner, glass = (0.5, 0.05), (0.5, 0.5)

    assert set(re.findall(r"#\w{6}", drawn)) == {LIGHT.primary, LIGHT.paper, DARK.primary}
    assert ICON.startswith("data:image/svg+xml,%3Csvg")
    assert response.headers["content-type"] == "image/png"
    assert colour_at(picture, *corner) == LIGHT.primary
    assert colour_at(picture, *glass) == DARK.primary


def colour_at(picture: Image.Image, across: float, down: float) -> str:
    """Return the colour of a picture at a share of its width and height."""
    place = (round(across * picture.width), round(down * picture.height))
    return "#" + bytes(picture.getpixel(place)).hex().upper()  # type: ignore[arg-type]
