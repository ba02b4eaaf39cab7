"""What stands around every page: style, navigation, and what stops everything."""

import html

import streamlit as st

from assessment.errors import CatalogueError, StorageError
from locales import LANGUAGES
from reports.identity import DARK, HEADING_FONT, LIGHT
from ui import navigation, session
from ui.store import catalogue_watch

_MAX_PROBLEMS = 20


def style() -> None:
    """Set colours and spacing that the theme has no option for, and the language of the page."""
    st.html(f"<style>{_CSS}</style>")
    # Streamlit hard-codes the language of the document
    st.html(
        f"<script>document.documentElement.lang = '{session.language()}';</script>",
        unsafe_allow_javascript=True,
    )


def sidebar() -> None:
    """Render the way to the general pages and the choice of language."""
    t = session.words()
    with st.sidebar:
        st.html('<p class="ms-brand">Mentorspiegel</p>')
        for path, label, icon in (
            (navigation.HOME, t("My projects"), ":material/home:"),
            (navigation.CRITERIA, t("Criteria"), ":material/menu_book:"),
            (navigation.CONVERSATION, t("To talk about"), ":material/forum:"),
            (navigation.METHOD, t("Method and privacy"), ":material/info:"),
        ):
            st.page_link(path, label=label, icon=icon, query_params=session.here())
        st.segmented_control(
            t("Language"),
            list(LANGUAGES),
            default=session.language(),
            required=True,
            format_func=LANGUAGES.__getitem__,
            key="language",
            on_change=_change_language,
        )


def _change_language() -> None:
    session.go_to(session.LANGUAGE, st.session_state["language"])


def author_notes() -> None:
    """Return what is wrong with changed criteria files while the last good ones are in use."""
    watch = catalogue_watch(str(session.settings().criteria))
    watch.current()
    if watch.problems:
        t = session.words()
        st.warning(
            t(
                "The criteria files have changed but cannot be used yet. The last good ones stay in use."
            )
        )
        st.code("\n".join(str(p) for p in watch.problems[:_MAX_PROBLEMS]), language=None)


def broken_catalogue(error: CatalogueError) -> None:
    """Return that the criteria cannot be read and what is wrong, line by line."""
    t = session.words()
    st.title(t("The criteria cannot be read"))
    st.write(
        t("Nothing is lost. Mend what stands here; this page follows by itself when you reload it.")
    )
    st.code("\n".join(str(p) for p in error.problems[:_MAX_PROBLEMS]), language=None)


def broken_database(error: StorageError) -> None:
    """Return that the database cannot be used and what to do."""
    t = session.words()
    st.title(t("The database cannot be used"))
    st.write(t("Nothing was overwritten. What the database says:"))
    st.code(str(error), language=None)


def text(value: str) -> str:
    """Return what a person wrote, safe inside HTML."""
    return html.escape(value)


def _tokens() -> str:
    """Return both palettes as custom properties; the browser picks by the theme that is on."""
    dark = vars(DARK)
    return "".join(
        f"--ms-{name.replace('_', '-')}:light-dark({value},{dark[name]});"
        for name, value in vars(LIGHT).items()
    )


_CSS = f"""
.stApp {{ {_tokens()} }}
.stApp h1 {{ font-size: 2rem; }} .stApp h2 {{ font-size: 1.45rem; }} .stApp h3 {{ font-size: 1.15rem; }}
.stMainBlockContainer {{ padding-top: 3.5rem; padding-bottom: 4rem; }}
.stApp [data-testid="stCaptionContainer"], .stApp [data-testid="stCaptionContainer"] * {{
  color: var(--ms-soft-ink); opacity: 1; }}
.stApp small {{ color: var(--ms-soft-ink); opacity: 1; }}
.stApp button[kind^="primary"], .stApp button[kind^="primary"] * {{ color: var(--ms-on-primary); }}
/* a closed assessment is there to be read: its fields are locked, not faded */
.stApp [data-testid="stWidgetLabel"], .stApp [data-testid="stWidgetLabel"] *,
.stApp .stRadio label p {{ color: var(--ms-ink); opacity: 1; }}
.stApp .stRadio [data-testid="stCaptionContainer"] p {{ color: var(--ms-soft-ink); }}
.stApp .stDateInput [role="spinbutton"] {{ display: inline-block; min-width: 26px; min-height: 26px;
  line-height: 26px; text-align: center; }}
.ms-brand {{ font-family: {HEADING_FONT}; font-size: 1.5rem; margin: 0; }}
.ms-soft {{ color: var(--ms-soft-ink); }}
.ms-saved {{ color: var(--ms-good); font-weight: 600; }}
.ms-unsaved {{ color: var(--ms-attention); font-weight: 600; }}
.ms-bar {{ height: .5rem; border: 1px solid var(--ms-line); border-radius: .3rem; background: var(--ms-paper); }}
.ms-bar > span {{ display: block; height: 100%; background: var(--ms-primary); border-radius: .2rem; }}
.ms-table {{ width: 100%; border-collapse: collapse; font-size: .95rem; }}
.ms-table th, .ms-table td {{ text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0;
  border-bottom: 1px solid var(--ms-line); }}
.ms-table td {{ white-space: pre-line; }}
.ms-table th {{ font-weight: 600; }}
.ms-table .ms-figure {{ text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }}
.ms-table caption {{ text-align: left; padding: .8rem 0 .2rem; }}
.ms-scroll {{ overflow-x: auto; }}
.ms-note {{ background: var(--ms-on-attention); border-left: .3rem solid var(--ms-attention);
  padding: .7rem 1rem; border-radius: 0 .4rem .4rem 0; }}
.ms-columns {{ columns: 9rem; margin: 0; padding-left: 1.1rem; }}
.ms-text {{ white-space: pre-wrap; overflow-wrap: anywhere; }}
.ms-details summary {{ cursor: pointer; font-weight: 600; padding: .4rem 0; color: var(--ms-primary); }}
.ms-small-title {{ font-size: 1rem; margin: .6rem 0 0; }}
.ms-details ul {{ margin: 0 0 .6rem 1.1rem; padding: 0; }} .ms-details li {{ margin: .2rem 0; }}
.stApp [data-testid="stPageLink"] a, .stApp [data-testid="stPageLink"] a * {{ white-space: normal; height: auto; }}
a[aria-current] {{ font-weight: 700; }}
.st-key-criteria_list a[aria-current] {{ font-weight: 400; background: none; }}
@media print {{ .stSidebar, .stAppHeader, .stButton, [data-testid="stPageLink"] {{ display: none; }} }}
"""
