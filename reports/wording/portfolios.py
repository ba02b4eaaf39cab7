"""The words of portfolios: how open a share is, what is promised, what to know before reading figures."""

from assessment.access.acts import MembershipKind
from assessment.catalogue.model import Catalogue
from assessment.portfolio.charter import Charter
from assessment.portfolio.comparing import Moved, NotAlike, Reference
from assessment.portfolio.flags import Flag
from assessment.portfolio.overview import ContextFilter, ProjectOrder
from assessment.portfolio.shares import ShareRow
from assessment.portfolio.snapshot import AboutProject, Openness, Snapshot
from locales import Translator
from reports.wording import choices
from reports.wording.memberships import membership_name


def promise(t: Translator) -> str:
    """Return the sentence that is part of every charter."""
    return t(
        "What is shared here is not used to choose between projects or to put them in an order."
    )


def openness_names(t: Translator) -> dict[Openness, str]:
    """Return how open a share is, in a few words."""
    return {
        Openness.DONE: t("That it was done"),
        Openness.CORE: t("Also which core criteria are met"),
        Openness.LEVELS: t("Also our own levels"),
        Openness.VOICES: t("Also what groups said"),
    }


def openness_says(t: Translator) -> dict[Openness, str]:
    """Return what each openness shows."""
    return {
        Openness.DONE: t(
            "The date, how much was answered, how many people answered, and how many agreements were "
            "made and kept. No level of any criterion."
        ),
        Openness.CORE: t("And of each core or minimal criterion whether it is met. No levels."),
        Openness.LEVELS: t("And the level that your own organisation chose on each criterion."),
        Openness.VOICES: t(
            "And of groups that may be shown, such as mentees: how many answered, and their mean."
        ),
    }


def flags(t: Translator) -> dict[Flag, str]:
    """Return what to know about the data before reading figures."""
    return {
        Flag.LITTLE_ANSWERED: t("Less than 60 % of the criteria has an answer."),
        Flag.FEW_VOICES: t("Fewer than five people of groups that are shown answered."),
        Flag.ONE_FILLER: t("One person filled it in for the organisation."),
        Flag.OLD: t("It is older than a year."),
        Flag.ALL_THE_SAME: t(
            "All levels are equal, or all are 3 or 4. Is that so, or was there little time?"
        ),
        Flag.NOTHING_KEPT: t("Agreements were made and none was kept yet."),
    }


def not_alike(t: Translator) -> dict[NotAlike, str]:
    """Return why something is not compared."""
    return {
        NotAlike.OTHER_CATALOGUE: t("not comparable: another catalogue"),
        NotAlike.OTHER_VERSION: t("not comparable: another version of the catalogue"),
        NotAlike.TOO_OLD: t("not comparable: older than 24 months"),
        NotAlike.OTHER_SCALE: t("not comparable: another scale"),
        NotAlike.NOT_SHOWN: t("not shared"),
        NotAlike.NOT_ASKED: t("no level"),
    }


def orders(t: Translator) -> dict[ProjectOrder, str]:
    """Return in which order projects stand."""
    return {
        ProjectOrder.NAME: t("Name"),
        ProjectOrder.GROUP: t("Own group"),
        ProjectOrder.DATE: t("Date"),
    }


def circumstance_names(t: Translator) -> dict[str, str]:
    """Return the names of what a project says about itself, by field."""
    return {
        "kind": t("Kind of project"),
        "target_group": t("For whom"),
        "minors": t("Are mentees minors?"),
        "stage": t("How far"),
        "size": t("Size in a year"),
        "region": t("Region"),
    }


def circumstance(field: str, value: str, t: Translator) -> str:
    """Return one value of what a project says about itself; codes in words, texts as they are."""
    known: dict[str, dict[str, str]] = {
        "kind": {k.value: v for k, v in choices.kinds(t).items()},
        "minors": {k.value: v for k, v in choices.minors(t).items()},
        "stage": {k.value: v for k, v in choices.stages(t).items()},
    }
    return known.get(field, {}).get(value, value)


def about(project: AboutProject, t: Translator) -> list[tuple[str, str]]:
    """Return what a project says about itself, as names and values."""
    values = {**project.model_dump(), "size": "" if project.size is None else str(project.size)}
    names = circumstance_names(t)
    return [
        (name, circumstance(field, str(values[field]), t))
        for field, name in names.items()
        if values[field]
    ]


def chosen(context: ContextFilter, t: Translator) -> str:
    """Return which projects are looked at."""
    names = circumstance_names(t)
    parts = [
        f"{names[field]}: {circumstance(field, value, t)}"
        for field, value in vars(context).items()
        if value
    ]
    return " · ".join(parts) or t("All projects")


def reference(found: Reference | None, catalogue: Catalogue | None, t: Translator) -> str:
    """Return with what is compared."""
    if found is None:
        return t("Nothing to compare yet.")
    title = found.catalogue if catalogue is None else catalogue.title.in_language(t.language)
    return t(
        "Compared are shares on {catalogue}, version {major}.", catalogue=title, major=found.major
    )


def movement(moved: Moved, t: Translator) -> str:
    """Return how criteria moved: "12 up, 30 same, 3 down, 4 new", with a note on other people."""
    counts = t(
        "{up} up, {same} the same, {down} down, {new} new",
        up=len(moved.up),
        same=len(moved.same),
        down=len(moved.down),
        new=len(moved.new),
    )
    return f"{counts} · {t('other people answered')}" if moved.other_people else counts


def criterion(catalogue: Catalogue | None, name: str, t: Translator) -> str:
    """Return the title of a criterion, or its id where the catalogue is not known here."""
    if catalogue is None or name not in catalogue.by_id:
        return name
    return f"{name} · {catalogue.by_id[name].title.in_language(t.language)}"


def perspective(catalogue: Catalogue | None, name: str, t: Translator) -> str:
    """Return the title of a perspective, or its id."""
    found = [] if catalogue is None else [p for p in catalogue.perspectives if p.id == name]
    return found[0].title.in_language(t.language) if found else name


def role(catalogue: Catalogue | None, name: str, t: Translator) -> str:
    """Return the name of a group, or its id."""
    if catalogue is None or name not in catalogue.role_ids:
        return name
    return choices.group(catalogue, name, t)


def answered(snapshot: Snapshot, t: Translator) -> str:
    """Return how much was answered."""
    assessment = snapshot.assessment
    return t("{share} of {n} criteria", share=t.percent(assessment.coverage), n=assessment.criteria)


def emptied(share: ShareRow, charter: Charter, t: Translator) -> str:
    """Return when and why nothing is left of a share."""
    day = share.withdrawn_at.date() if share.withdrawn_at else charter.keep_until
    if day > charter.keep_until:
        return t("The time of one share was over on {day}: nothing of it is left.", day=t.date(day))
    return t("One share was taken back on {day}: nothing of it is left.", day=t.date(day))


def memberships(names: str, t: Translator) -> str:
    """Return as what somebody looked."""
    known = {kind.value: membership_name(t, kind) for kind in MembershipKind}
    known["local"] = t("somebody at the machine of the funder")
    return ", ".join(known.get(name, name) for name in names.split(", "))
