"""Which page a request comes from."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers

OWN_SITE = ("same-origin", "none")  # "none": a person typed the address or chose a bookmark


def is_same_origin(headers: Headers) -> bool:
    """Return whether a request that writes comes from a page of ours.

    Browsers send `Sec-Fetch-Site`. An older one sends the origin or the page it comes from; as our
    pages ask to keep that quiet it may send neither, and then the secret address must do.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in OWN_SITE
    origin = headers.get("origin", "null")
    source = headers.get("referer", "") if origin == "null" else origin
    return not source or _host(source) == headers.get("host")


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).netloc
    except ValueError:
        return None
