"""What every light page answers when it cannot."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from assessment.errors import DatabaseUnavailable, TooOften
from web.server.refusals import Refusals


def test_each_trouble_has_its_status_and_words_in_the_language_of_the_browser() -> None:
    troubles = {
        "/refused": HTTPException(413),
        "/often": TooOften("x"),
        "/storage": DatabaseUnavailable("locked"),
    }

    async def fail(request: Request) -> Response:
        raise troubles[request.url.path]

    app = Starlette(
        routes=[Route(path, fail) for path in troubles],
        exception_handlers=Refusals(lambda: "nl").handlers(),
    )
    client = TestClient(app, headers={"Accept-Language": "en"})

    assert {path: client.get(path).status_code for path in troubles} == {
        "/refused": 413,
        "/often": 429,
        "/storage": 503,
    }
    assert "It is too busy here" in client.get("/often").text
