"""Who did what in this organisation: when, by whom, to which thing. No levels, no texts."""

import csv
import io

import streamlit as st

from assessment.access.acts import READS, Act
from assessment.services.access import members
from assessment.text import neutralised
from reports.wording.memberships import act_names
from ui import layout, session
from ui.store import workspace
from ui.widgets import choose
from ui.widgets.download import Offer, offer

_ALL = ""

t = session.words()
space = workspace()
layout.stop_unless(space.access.may(Act.READ_LOG))
session.name_tab(t("Who did what"))
st.title(t("Who did what"), anchor=False)
names = act_names(t)
chosen = choose.select(
    "log_act", t("Show"), {_ALL: t("Everything"), **{a: names[a] for a in Act if a not in READS}}
)
start = st.number_input(t("From entry"), 1, value=1, step=members.PAGE, key="log_start") - 1
entries = members.log_page(space, act=chosen, start=int(start))
people = {member.membership.account: member.name for member in members.members_of(space).members}
rows = [
    {
        t("When (UTC)"): f"{entry.at:%Y-%m-%d %H:%M}",
        t("Who"): people.get(entry.account or "", t("somebody who is no member any more")),
        t("What"): names.get(entry.act, entry.act),
        t("On"): entry.thing,
    }
    for entry in entries
]
if rows:
    st.dataframe(rows, hide_index=True)
else:
    st.write(t("Nothing yet."))


def as_csv() -> str:
    """Return these entries as CSV that no spreadsheet calculates."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["at", "account", "act", "thing", "service"])
    for entry in entries:
        cells = (
            f"{entry.at:%Y-%m-%dT%H:%M:%SZ}",
            entry.account,
            entry.act,
            entry.thing,
            entry.detail,
        )
        writer.writerow([neutralised(str(cell or "")) for cell in cells])
    return file.getvalue()


offer(Offer("log", "log.csv", "text/csv", as_csv))
