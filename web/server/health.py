"""GET /healthz: the version, and whether the database answers."""

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from assessment.errors import StorageError
from assessment.store import Store
from runtime import participants_workspace, quick_workspace
from settings import VERSION
from web.server.headers import SECURITY_HEADERS
from web.server.workers import run_reading


def health_route() -> Route:
    """Return the route of the health check."""
    return Route("/healthz", _health, methods=["GET"])


async def _health(_request: Request) -> JSONResponse:
    quick = quick_workspace()
    ready = (quick is not None and _answers(quick.store)) or await run_reading(_database_answers)
    return JSONResponse(
        {"version": VERSION, "database": "ok" if ready else "unavailable"},
        status_code=200 if ready else 503,
        headers=SECURITY_HEADERS,
    )


def _database_answers() -> bool:
    try:
        return _answers(participants_workspace().store)
    except StorageError:
        return False


def _answers(store: Store) -> bool:
    try:
        store.health()
    except StorageError:
        return False
    return True
