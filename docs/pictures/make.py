"""Make the pictures of the documentation anew, from the example project: `python -m docs.pictures.make`.

It starts the program on a database of its own, looks at it with Chromium, and prints the first page of the
report with pdftoppm (poppler). Run it after a change of what the pictures show.
"""

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

import runtime
from assessment.catalogue.reading.loader import load_catalogue
from assessment.services import assessments, invitations
from assessment.services.context import Workspace
from exchange import example_project
from reports.material import Material
from reports.writers import pdf
from settings import Settings
from start import is_free

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LANGUAGES = ("nl", "en")
COLOURS = 96  # of a picture: a screen has few, and the file stays small
SCREEN = {"width": 1000, "height": 900}
PHONE = {"width": 390, "height": 780}
STILL = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  return app && app.dataset.testScriptState !== 'running'
    && !document.querySelector('[data-testid=stSkeleton]') && document.querySelector('h1');
}"""
BARE = """
[data-testid=stSidebar], [data-testid=stHeader], [data-testid=stExpandSidebarButton] { display: none }
.stApp .stMainBlockContainer { padding-top: 1rem !important }
"""


@dataclass(frozen=True)
class Example:
    """The example project in one language, and an invitation to answer."""

    newest: str  # the assessment whose result is shown
    token: str  # of a personal link


def main() -> None:
    """Write the pictures in every language."""
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("chromium-headless-shell")
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for language in LANGUAGES:
            with tempfile.TemporaryDirectory() as folder:
                settings = Settings(data=Path(folder), language=language)
                made = fill(settings)
                with served(settings) as (screens, participants, key):
                    result = f"{screens}/result?key={key}&assessment={made.newest}"
                    screen(chromium, result, "result", language)
                    screen(chromium, f"{result}&part=groups", "voices", language)
                    phone(chromium, f"{participants}/a/{made.token}", language)
        chromium.close()


def fill(settings: Settings) -> Example:
    """Fill a database with the example; write the first page of its report."""
    store, language = runtime.open_store(settings.database), settings.language
    catalogue = load_catalogue(settings.criteria)
    space = runtime.workspace_on(store, settings, catalogue=catalogue)
    project = example_project.add_example(space, settings.criteria, language)
    newest = store.assessments.all(project.id)[0]
    report(Material.of(space, newest, language, space.now()), language)
    made = Example(newest.id, _token(space, project.id))
    store.close()
    return made


def _token(space: Workspace, project: str) -> str:
    """Return the token of a personal link for a mentee, in an assessment of this year."""
    started = assessments.start_assessment(
        space, project, name="2027", profile="short", ambition="growth"
    )
    issued = invitations.open_invitation(space, started.id, "mentee", "short", 5, None, personal=5)
    return issued.links[0].token


@contextmanager
def served(settings: Settings) -> Iterator[tuple[str, str, str]]:
    """Run the program on that database; give the addresses of screens and participants, and the key."""
    port = next(port for port in range(8401, 8500) if is_free(port) and is_free(port + 100))
    command = [sys.executable, "cli.py", "serve", "--port", str(port), "--data", settings.data]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        next(iter(process.stdout or ()))  # it listens as soon as it says so
        page = (settings.data / f"screens-{port}.html").read_text("utf-8")
        key = page.partition("?key=")[2].partition('"')[0]
        yield f"http://127.0.0.1:{port}", f"http://127.0.0.1:{port + 100}", key
    finally:
        process.terminate()
        process.wait()


def screen(chromium: Browser, address: str, name: str, language: str) -> None:
    """Write the first screen of a page, without what stands beside it."""
    page = chromium.new_page(viewport=SCREEN, locale=language)
    page.goto(address)
    page.wait_for_function(STILL)
    page.add_style_tag(content=BARE)
    save(page, f"{name}.{language}")
    page.close()


def phone(chromium: Browser, address: str, language: str) -> None:
    """Write a question on a phone, answered."""
    page = chromium.new_page(viewport=PHONE, locale=language, has_touch=True)
    page.goto(address)
    page.locator("form button").first.click()
    page.locator("a[href*='/q/']").first.click()
    page.locator("label.option").nth(2).click()
    save(page, f"phone.{language}")
    page.close()


def save(page: Page, name: str) -> None:
    """Write what a page shows."""
    page.wait_for_timeout(1000)
    write(page.screenshot(), name)


def report(material: Material, language: str) -> None:
    """Write the first page of a report."""
    command = ["pdftoppm", "-png", "-singlefile", "-r", "60", "-f", "2"]
    page = subprocess.run(command, input=pdf.document(material), capture_output=True, check=True)
    write(page.stdout, f"report.{language}")


def write(png: bytes, name: str) -> None:
    """Write a picture in few colours."""
    picture = Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS)
    picture.save(HERE / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
