"""Requests as Starlette hands them to a page, without a server."""

from starlette.requests import Request


def a_request(
    path: str = "/a/token", *, method: str = "GET", query: str = "", **headers: str
) -> Request:
    """Return a request below an address; `accept_language="nl"` is one more header."""
    token, _, page = path.removeprefix("/a/").partition("/")
    parameters = {"token": token, "criterion": page.removeprefix("q/")}
    sent = [
        (name.replace("_", "-").encode(), text.encode("latin-1")) for name, text in headers.items()
    ]
    return Request(
        {
            "type": "http",
            "method": method,
            "path": path,
            "query_string": query.encode(),
            "headers": sent,
            "path_params": parameters,
        }
    )
