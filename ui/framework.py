"""The words that Streamlit itself shows, in the language of the tab, as far as it has no option for them."""

import json
from html import escape

from locales import SOURCE, Translator, translator
from ui.widgets.html import script


def framework(language: str) -> str:
    """Return the script that sets the language of the page and translates Streamlit's own words."""
    t = translator(language)
    words = escape(json.dumps(words_of(t), ensure_ascii=False))
    ended = {
        "told": t("You are signed out, so this page goes on no more. What is saved stays saved."),
        "way": t("To the page to sign in"),
    }
    return (
        f'<div id="ms-framework" hidden data-language="{language}" data-words="{words}" '
        f'data-ended="{escape(json.dumps(ended, ensure_ascii=False))}"></div>'
        f"{script('framework.js')}"
    )


def words_of(t: Translator) -> list[tuple[str, str]]:
    """Return each text of Streamlit with the one to show instead; none in its own language."""
    if t.language == SOURCE:
        return []
    return list(zip(_texts(translator(SOURCE)), _texts(t), strict=True))


def _texts(t: Translator) -> tuple[str, ...]:
    """Return the texts as Streamlit writes them; {size} and its like stand for what differs."""
    return (
        *_around_the_page(t),
        *_of_fields(t),
        *_of_dates(t),
        *_of_files(t),
        *_of_trouble(t),
    )


def _around_the_page(t: Translator) -> tuple[str, ...]:
    return (
        t("Skip to main content"),
        t("Collapse sidebar"),
        t("Expand sidebar"),
        t("Sidebar"),
        t("Link to heading"),
        t("Running..."),
        t("Stop"),
        t("Stopping..."),
        t("Close"),
        t("Dismiss"),
        t("Copy to clipboard"),
        t("Copied"),
        t("Shortcut {keys}"),
    )


def _of_fields(t: Translator) -> tuple[str, ...]:
    return (
        t("Press Enter to apply"),
        t("Press Ctrl+Enter to apply"),
        t("Press ⌘+Enter to apply"),
        t("Increment"),
        t("Decrement"),
        t("Number is above the allowed range."),
        t("Number is below the allowed range."),
        t("Open"),
        t("Clear value"),
        t("Clear entry"),
        t("No results"),
        t("Choose an option"),
        t("Selected values"),
        t("Multiselect options"),
        t("Clear all"),
        t("Select all"),
        t("Select {number} matches"),
    )


def _of_dates(t: Translator) -> tuple[str, ...]:
    return (
        t("Choose date"),
        t("Choose date, {month}"),
        t("Clear date"),
        t("Previous month"),
        t("Next month"),
        t("Use arrow keys to navigate dates. Enter to select. Escape to close."),
        t("day, {label}"),
        t("month, {label}"),
        t("year, {label}"),
        t("hour, {label}"),
        t("minute, {label}"),
        t("Clear time"),
        t("Hours must be 0–23."),
        t("Minutes must be 0–59."),
        t("Invalid time format. Please use HH:MM."),
        t("Empty"),
        t("dd"),
        t("mm"),
        t("yyyy"),
        *(f"{{number}} – {month}" for month in t.months()),
    )


def _of_files(t: Translator) -> tuple[str, ...]:
    return (
        t("Upload"),
        t("{size} per file"),
        t("Drag and drop a file here"),
        t("file upload"),
        t("Add files"),
        t("Remove {name}"),
        t("{kind} files are not allowed."),
        t("File must be {size} or smaller."),
        t("Error: {text}"),
        t("Failed to generate file for download"),
    )


def _of_trouble(t: Translator) -> tuple[str, ...]:
    return (
        t("Page not found"),
        t(
            "You have requested page /{page}, but no corresponding file was found in the app's "
            "pages/ directory. Running the app's main page."
        ),
        t("The page that you have requested does not seem to exist. Running the app's main page."),
        t("Connection error"),
        t("Connecting"),
        t("Error"),
        t("Streamlit server is not responding. Are you connected to the internet?"),
        t("Connection timed out."),
    )
