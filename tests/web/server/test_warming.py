"""After the start, what documents need is loaded in the background."""

import sys

from reports.writers import fonts, typst
from web.server.warming import warm_reports


def test_fonts_and_patterns_are_loaded_in_the_background() -> None:
    typst._fonts.cache_clear()
    fonts._unknown.cache_clear()

    thread = warm_reports()
    thread.join(timeout=30)

    assert thread.daemon
    assert not thread.is_alive()
    assert "docx" in sys.modules
    assert typst._fonts.cache_info().currsize == fonts._unknown.cache_info().currsize == 1
