"""What holds on every screen: where it loads from, its words, its width, and what paper shows."""

from playwright.sync_api import BrowserContext, Page

from locales import translator
from ui.framework import words_of

OWN_ADDRESSES = ("http://127.0.0.1:", "http://localhost:", "data:", "blob:", "about:")
NARROW = {"width": 320, "height": 700}  # a screen of 1280 at 400 %

LOADED = """() => [...document.querySelectorAll('link[href], script[src], img[src], iframe[src]')]
  .map(element => element.href || element.src)"""
LEFT = """texts => {
  const found = [];
  for (const element of document.querySelectorAll('body *')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext'])
      if (texts.includes(element.getAttribute(name))) found.push(element.getAttribute(name));
    for (const node of element.childNodes)
      if (node.nodeType === Node.TEXT_NODE && texts.includes(node.data.trim())
          && !element.closest('script, style, [data-testid="stIconMaterial"]'))
        found.push(node.data.trim());
  }
  return found;
}"""
WIDE = """() => [...document.querySelectorAll('html, .stMain, .ms-scroll')]
  .filter(element => element.scrollWidth > element.clientWidth + 1)
  .map(element => `${element.className || element.tagName}: ${element.scrollWidth}`)"""
ON_PAPER = """() => {
  const seen = element => element.checkVisibility() && element.getBoundingClientRect().height > 0;
  const pressed = [...document.querySelectorAll('.stSidebar, .stAppHeader, .stMain button')];
  const links = [...document.querySelectorAll('.stMain [data-testid="stPageLink"]')]
    .filter(link => !link.closest('.st-key-steps, details:not([open])'));
  return [
    ...pressed.filter(seen).map(element => `printed: ${element.outerHTML.slice(0, 120)}`),
    ...links.filter(link => !seen(link)).map(link => `not printed: ${link.innerText}`),
  ];
}"""


def watch(context: BrowserContext, found: list[str]) -> None:
    """Note every request to another server in `found`, and everything that a browser refuses."""

    def note(address: str) -> None:
        if not address.startswith(OWN_ADDRESSES):
            found.append(address)

    def hear(text: str) -> None:
        if "Content Security Policy" in text and "frame-ancestors" not in text:
            found.append(text[-300:])

    context.on("request", lambda request: note(request.url))
    context.on("console", lambda message: hear(message.text))


def loaded_from_elsewhere(page: Page) -> list[str]:
    """Return what a page names as a file of another server, also what a browser does not ask for."""
    return [one for one in page.evaluate(LOADED) if not one.startswith(OWN_ADDRESSES)]


def left_in_english(page: Page) -> list[str]:
    """Return which words of Streamlit itself stand on a Dutch page in English."""
    same = {text for text, other in words_of(translator("nl")) if text == other}
    texts = [text for text, _ in words_of(translator("nl")) if text not in same]
    return [str(text) for text in page.evaluate(LEFT, texts)]


def too_wide(page: Page) -> list[str]:
    """Return what is wider than a narrow screen."""
    before = page.viewport_size
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    page.wait_for_timeout(150)
    wide = [str(one) for one in page.evaluate(WIDE)]
    page.set_viewport_size(before)  # type: ignore[arg-type]
    return wide


def wrong_on_paper(page: Page) -> list[str]:
    """Return what a printed page has too much, and which links it lacks."""
    page.emulate_media(media="print")
    found = [str(one) for one in page.evaluate(ON_PAPER)]
    page.emulate_media(media="screen")
    return found
