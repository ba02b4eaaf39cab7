"""What takes a moment the first time is done after the start, before anybody waits for it."""

from threading import Thread

from reports.writers import typst


def warm_reports() -> Thread:
    """Load what documents need in a thread of its own, which never keeps the server from stopping."""
    thread = Thread(target=_load, name="warm-reports", daemon=True)
    thread.start()
    return thread


def _load() -> None:
    typst.warm()
    from reports.writers.docx_style import new_document  # the start does not wait for python-docx

    new_document("en")
