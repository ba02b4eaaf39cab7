"""What a mentor and a mentee see together, agree on, and let count or not."""

from collections.abc import Iterable

from assessment.errors import InvalidInput, StaleWrite
from assessment.pairs import MAX_AGREEMENT, PAIR_ROLES, Pair
from assessment.services import pairs
from assessment.services.pairs import PairLine, PairView
from web.participant.context import Here
from web.participant.question_text import Wording, state_names
from web.participant.request import Reply, Visit, see


def show(here: Here, visit: Visit) -> Reply:
    """Show both sides once both are done."""
    t = here.t
    saved = {"agreement": t("Saved: what you agree on."), "share": t("Saved: your choice.")}
    return _drawn(here, notice=saved.get(visit.query.get("saved", ""), ""))


def _drawn(
    here: Here, *, status: int = 200, typed: tuple[str, int] | None = None, **said: object
) -> Reply:
    """Render the page. `typed`: text and version of an agreement that is not saved yet."""
    view = _view(here)
    lines = {line.criterion.id: _line(here, line) for line in view.lines}
    text, version = typed or (view.pair.agreement, view.pair.version)
    values = {"notice": "", "problem": "", "theirs_text": None, **said}
    return here.draw(
        "pair",
        status=status,
        view=view,
        i_finished=here.session.respondent.finished_at is not None,
        other_name=_other_name(here),
        lines=lines.values(),
        differences=_chosen(lines, view.differences),
        strong=_chosen(lines, view.strong),
        agreement_text=text,
        agreement_version=version,
        longest=MAX_AGREEMENT,
        other_states=state_names(here.t),
        **values,
    )


def _view(here: Here) -> PairView:
    view = pairs.pair_view(here.workspace, here.session)
    assert view is not None  # noqa: S101  (the dispatcher lets only pairs in)
    return view


def _chosen(lines: dict[str, dict[str, object]], names: Iterable[str]) -> list[dict[str, object]]:
    return [lines[name] for name in names]


def _other_name(here: Here) -> str:
    """Return what the other one is called."""
    session = here.session
    other = next(role for role in PAIR_ROLES if role != session.invitation.role)
    return session.catalogue.role(other).title.in_language(here.language)


def _line(here: Here, line: PairLine) -> dict[str, object]:
    wording = Wording(here.session.catalogue)
    words = wording.question(line.criterion.id, here.session.invitation.role, here.language)
    return {
        "question": words.question,
        "levels": words.labels,
        "prompts": words.prompts,
        "mine": line.mine,
        "theirs": line.theirs,
    }


def agree(here: Here, visit: Visit) -> Reply:
    """Save what they agree on; when the other one wrote meanwhile, show both."""
    if not _view(here).both_finished:
        return see(here.at("pair"))
    text = visit.form.get("agreement", "").strip()
    told = visit.form.get("version", "")
    version = int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 0
    try:
        pairs.write_agreement(here.workspace, here.session, text, version)
    except StaleWrite as stale:
        theirs = stale.current
        assert isinstance(theirs, Pair)  # noqa: S101  (what `write_agreement` promises)
        return _drawn(here, status=409, typed=(text, theirs.version), theirs_text=theirs.agreement)
    except InvalidInput:
        t = here.t
        problem = t("Your words are too long: at most {n} characters fit.", n=MAX_AGREEMENT)
        said = t("Not saved.") + " " + problem
        return _drawn(here, status=422, typed=(text.replace("\0", ""), version), problem=said)
    return see(f"{here.at('pair')}?saved=agreement#agreement")


def share(here: Here, visit: Visit) -> Reply:
    """Save whether the answers may leave the pair."""
    pairs.set_shares(here.workspace, here.session, visit.form.get("share") == "yes")
    return see(f"{here.at('pair')}?saved=share#sharing")
