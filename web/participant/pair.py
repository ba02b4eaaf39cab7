"""What the two of a pair see together, agree on, and let count or not."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.responses import RedirectResponse, Response

from assessment.errors import InvalidInput, InvitationClosed, StaleWrite
from assessment.pairs import MAX_AGREEMENT, Pair
from assessment.services import pairs
from assessment.services.pairs import PairLine, PairView
from web.participant.context import SessionContext
from web.participant.question_text import question_text, state_names


@dataclass(frozen=True)
class _Agreement:
    """What stands in the form: an agreement, with the version it was made from."""

    text: str
    version: int


def show(context: SessionContext) -> Response:
    """Show both sides once both are done."""
    view = pairs.pair_view(context.workspace, context.session)
    if view is None:
        return context.no_page()
    t = context.t
    notices = {"agreement": t("Saved: what you agree on."), "share": t("Saved: your choice.")}
    notice = notices.get(context.request.query_params.get("saved", ""), "")
    return _render(context, view, _Agreement(view.pair.agreement, view.pair.version), notice=notice)


def _render(
    context: SessionContext,
    view: PairView,
    agreement: _Agreement,
    *,
    status: int = 200,
    **values: object,
) -> Response:
    """Render the page; `values` are `notice`, `problem` and `theirs`, where there is one."""
    lines = {line.criterion.id: _line(context, line) for line in view.lines}
    return context.render(
        "pair",
        status=status,
        view=view,
        i_finished=context.session.respondent.finished_at is not None,
        other_name=_other_name(context),
        lines=lines.values(),
        differences=[lines[criterion] for criterion in view.differences],
        strong=[lines[criterion] for criterion in view.strong],
        agreement=agreement,
        longest=MAX_AGREEMENT,
        other_states=state_names(context.t),
        **{"notice": "", "problem": "", "theirs": None, **values},
    )


def _other_name(context: SessionContext) -> str:
    """Return what the other one is called."""
    return context.session.catalogue.role(_other(context)).title.in_language(context.language)


def _other(context: SessionContext) -> str:
    return next(role for role in context.session.pair_roles if role != context.role)


def _line(context: SessionContext, line: PairLine) -> Mapping[str, object]:
    catalogue, criterion = context.session.catalogue, line.criterion.id
    text = question_text(catalogue, criterion, context.role, context.language)
    theirs = question_text(catalogue, criterion, _other(context), context.language)
    return {
        "text": text,
        "mine": line.mine,
        "theirs": line.theirs,
        "their_labels": theirs.labels,
        "shows_theirs": line.shows_theirs,
    }


def agree(context: SessionContext) -> Response:
    """Save what both agree on; when the other one wrote meanwhile, show both."""
    view = pairs.pair_view(context.workspace, context.session)
    if view is None:
        return context.no_page()
    if not view.both_finished:
        return RedirectResponse(context.at("pair"), 303)
    typed = _read_agreement(context.form)
    try:
        pairs.write_agreement(context.workspace, context.session, typed.text, typed.version)
    except StaleWrite as stale:
        if not isinstance(stale.current, Pair):
            raise
        agreement = _Agreement(typed.text, stale.current.version)
        return _render(context, view, agreement, status=409, theirs=stale.current)
    except InvalidInput:
        t = context.t
        reason = t("Your words are too long: at most {n} characters fit.", n=MAX_AGREEMENT)
        agreement = _Agreement(typed.text.replace("\0", ""), typed.version)
        problem = t("Not saved.") + " " + reason
        return _render(context, view, agreement, status=422, problem=problem)
    return RedirectResponse(f"{context.at('pair')}?saved=agreement#agreement", 303)


def _read_agreement(form: Mapping[str, str]) -> _Agreement:
    version = form.get("version", "")
    is_number = version.isascii() and version.isdigit() and len(version) < 10
    return _Agreement(form.get("agreement", "").strip(), int(version) if is_number else 0)


def share(context: SessionContext) -> Response:
    """Save whether the answers may leave the pair. A yes can be taken back longer than given.

    Raises InvitationClosed.
    """
    if context.session.pair is None:
        return context.no_page()
    shares = context.form.get("share") == "yes"
    if shares and not context.is_open:
        raise InvitationClosed(context.session.invitation.id)
    pairs.set_shares(context.workspace, context.session, shares)
    return RedirectResponse(f"{context.at('pair')}?saved=share#sharing", 303)
