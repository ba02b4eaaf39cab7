"""Who did what in this organisation: when, by whom, to which thing. No levels, no texts."""

import csv
import io

import streamlit as st

from assessment.access.acts import READS, Act
from assessment.access.log import NOT_PERMITTED
from assessment.services.access import members
from assessment.text import neutralised
from reports.wording.memberships import act_names
from ui import layout, session
from ui.store import workspace
from ui.widgets import choose
from ui.widgets.download import Offer, offer
from ui.widgets.html import stacked_table

_ALL = ""

t = session.words()
space = workspace()
layout.stop_unless(space.access.may(Act.READ_LOG))
session.name_tab(t("Who did what"))
st.title(t("Who did what"), anchor=False)
names = act_names(t)
shown = [*(act for act in Act if act not in READS), NOT_PERMITTED]
offered = {_ALL: t("Everything"), **{act: names[act] for act in shown}}
chosen = choose.select("log_act", t("Show"), offered)
start = st.number_input(t("From entry"), 1, value=1, step=members.PAGE, key="log_start") - 1
entries = members.log_page(space, act=chosen, start=int(start))
people = {member.membership.account: member.name for member in members.members_of(space).members}
rows = [
    (
        f"{entry.at:%Y-%m-%d %H:%M}",
        people.get(entry.account or "", t("somebody who is no member any more")),
        names.get(entry.act, entry.act),
        entry.thing,
    )
    for entry in entries
]
if rows:
    header = (t("When (UTC)"), t("Who"), t("What"), t("On"))
    st.html(stacked_table(offered[chosen], header, rows))
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
