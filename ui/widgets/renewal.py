"""What becomes of the criteria of an earlier assessment in a newer edition of the catalogue."""

from collections.abc import Collection, Iterable

import streamlit as st

from assessment.catalogue.changes import renewal
from assessment.catalogue.model import Catalogue
from ui import session
from ui.widgets.html import bullets, details, soft


def what_changed(then: Catalogue, now: Catalogue, asked: Collection[str]) -> None:
    """Render what changed for the criteria that were `asked`; nothing for the same catalogue."""
    changes = renewal(then, now, asked)
    if changes is None:
        return
    t = session.words()
    with st.container(border=True, key="renewal"):
        st.header(t("The criteria have changed since"), anchor=False)
        if not changes.same_catalogue:
            st.write(t("Another catalogue is used now. Nothing can be compared with last time."))
        versions = t("Last time version {then}, now {now}.", then=then.version, now=now.version)
        st.html(soft(versions))
        st.write(
            t(
                "Of what was asked last time {kept} stays as it was, {changed} has other words, and "
                "{lost} cannot be compared with last time. Nothing changes in what you have.",
                kept=len(changes.unchanged),
                changed=len(changes.reworded),
                lost=len(changes.not_comparable),
            )
        )
        groups = (
            (t("Kept and comparable"), then, changes.kept),
            (t("Of these, in other words"), now, changes.reworded),
            (t("On another scale: asked again, no longer comparable"), now, changes.rescaled),
            (t("No longer there"), then, changes.dropped),
            (t("New: count as far as the chosen questions name them"), now, changes.new),
            (t("Core now: asked of every project, and of you too"), now, changes.core),
        )
        st.html("".join(_group(title, catalogue, ids) for title, catalogue, ids in groups))


def _group(title: str, catalogue: Catalogue, ids: Iterable[str]) -> str:
    names = [f"{n} · {catalogue.by_id[n].title.in_language(session.language())}" for n in ids]
    return details(f"{title} ({len(names)})", bullets(names)) if names else ""
