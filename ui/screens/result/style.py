"""How the parts of a result look. Meaning never hangs on colour alone."""

import streamlit as st

# levels 0 to 4 of a spread bar: share of colour in the surface, and the text that reads on it
_SHADES = ((0, "ink"), (18, "ink"), (36, "ink"), (80, "on-primary"), (100, "on-primary"))


def style() -> None:
    """Set the style of the result page."""
    st.html(f"<style>{_CSS}{_levels()}</style>")


def _levels() -> str:
    return "".join(
        f".ms-level-{level} {{ background: color-mix(in srgb, var(--ms-primary) {share}%, "
        f"var(--ms-surface)); color: var(--ms-{ink}); }}"
        for level, (share, ink) in enumerate(_SHADES)
    )


_CSS = """
.ms-lead { background: var(--ms-surface); border-radius: .6rem; padding: .9rem 1.2rem; margin: 0; }
.ms-lead p { margin: .35rem 0; }
.ms-facts { margin: .1rem 0; display: flex; flex-wrap: wrap; gap: 0 .35rem; }
.ms-facts .ms-soft { white-space: nowrap; }
.ms-band {  border: 1px solid var(--ms-line); border-radius: 1rem; padding: 0 .6rem;
  white-space: nowrap; }
.ms-band-high { background: var(--ms-on-attention); border-color: var(--ms-attention);
  color: var(--ms-attention); font-weight: 600; }
.ms-track { position: relative; height: .5rem; margin: .3rem 0 .4rem; border-radius: .25rem;
  background: var(--ms-surface); box-shadow: inset 0 0 0 1px var(--ms-line); max-width: 22rem; }
.ms-track > span { position: absolute; inset: 0 auto 0 0; border-radius: .25rem;
  background: var(--ms-current); }
.ms-track > i { position: absolute; top: -.25rem; bottom: -.25rem; width: 0;
  border-left: 3px dotted var(--ms-target); margin-left: -1.5px; }
.ms-levels { display: flex; gap: 2px; height: 1.35rem; max-width: 22rem; margin: .15rem 0 .7rem;
  font-size: .8rem; line-height: 1.35rem; text-align: center; }
.ms-levels > span { border-radius: .2rem; min-width: 1.1rem;
  box-shadow: inset 0 0 0 1px var(--ms-line); }
.ms-voice { margin: .3rem 0 0; }
.ms-quotes { list-style: none; margin: 0 0 .8rem; padding: 0; }
.ms-quotes li { border-left: .2rem solid var(--ms-line); padding: .1rem .8rem; margin: .3rem 0; }
.ms-quiet { border-left: .3rem solid var(--ms-line); padding: .3rem 1rem; margin: 0; }
.ms-table caption { text-align: left; padding-bottom: .2rem; }
[class*="st-key-row-"] [data-testid="stPageLink"] a, [class*="st-key-open-"] [data-testid="stPageLink"] a {
  padding-left: 0; padding-right: .4rem; }
[class*="st-key-row-"] [data-testid="stPageLink"] p, [class*="st-key-open-"] [data-testid="stPageLink"] p {
  font-size: 1rem; text-decoration: underline; text-underline-offset: .2em;
  text-decoration-color: var(--ms-line); }
[class*="st-key-row-"] > [data-testid="stElementContainer"]:first-child [data-testid="stPageLink"] p {
  font-weight: 600; }
[class*="st-key-row-"] .stHorizontalBlock [data-testid="stPageLink"] { margin-top: .2rem; }
@media (max-width: 640px) {
  .ms-table { font-size: .85rem; }
  .ms-table th, .ms-table td { padding-right: .35rem; hyphens: auto; }
  .ms-table .ms-figure { white-space: normal; }
}
.ms-why { padding: .1rem 0 .5rem; }
"""
