"""GET /healthz: the version, and whether the database answers."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from assessment.errors import StorageError
from runtime import shared_store
from settings import VERSION
from web.server.headers import SECURITY_HEADERS


def health_route() -> Route:
    """Return the route of the health check."""
    return Route("/healthz", _health, methods=["GET"])


async def _health(_request: Request) -> JSONResponse:
    ready = await run_in_threadpool(_database_answers)
    return JSONResponse(
        {"version": VERSION, "database": "ok" if ready else "unavailable"},
        status_code=200 if ready else 503,
        headers=SECURITY_HEADERS,
    )


def _database_answers() -> bool:
    try:
        shared_store().health()
    except StorageError:
        return False
    return True
