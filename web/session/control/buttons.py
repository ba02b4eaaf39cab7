"""The buttons of a control: the one that comes next first, and only what can be done now."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from assessment.session.script import SessionStep, StepKind
from assessment.session.states import Command, SessionPhase, SessionState, TalkForm
from locales import Translator
from reports.session.step_words import talk_names

P, C = SessionPhase, Command
# what usually comes next, the likeliest first
_USUAL: Mapping[SessionPhase, tuple[Command, ...]] = {
    P.READY: (C.START, C.TALK, C.NEXT),
    P.VOTING: (C.CLOSE,),
    P.CLOSED: (C.SHOW,),
    P.SHOWN: (C.TALK, C.VOTE_AGAIN, C.NEXT),
    P.TALKING: (C.VOTE_AGAIN, C.START, C.NEXT, C.TALK),
    P.VOTING_AGAIN: (C.CLOSE,),
    P.SHOWN_AGAIN: (C.NEXT, C.TALK),
    P.AGREED: (C.NEXT, C.TALK),
}
WITHOUT_TALK = (StepKind.WELCOME, StepKind.CHECKOUT)


@dataclass(frozen=True)
class OrderButton:
    """A button with the command that it gives."""

    label: str
    fields: Mapping[str, str]


def first_buttons(
    allowed: Collection[Command],
    state: SessionState,
    phase: SessionPhase,
    step: SessionStep | None,
    t: Translator,
) -> tuple[OrderButton, ...]:
    """Return the buttons that move the group on."""
    if state is not SessionState.RUNNING:
        usual: tuple[Command, ...] = (C.RESUME, C.START)
    else:
        usual = _USUAL[phase]
    found: list[OrderButton] = []
    for command in usual:
        if command not in allowed or (command is C.TALK and _is_needless(allowed, phase, step)):
            continue
        if command is C.TALK:
            found += _talks(t)
        else:
            found.append(_button(command, command_name(command, state, step, t)))
    return tuple(found)


def _is_needless(
    allowed: Collection[Command], phase: SessionPhase, step: SessionStep | None
) -> bool:
    """Return whether nobody needs a button to talk: before a vote, and where nothing parts people."""
    is_before = phase is P.READY and C.START in allowed
    return is_before or (step is not None and step.kind in WITHOUT_TALK)


def other_buttons(allowed: Collection[Command], t: Translator) -> tuple[OrderButton, ...]:
    """Return the buttons that are there all the time."""
    usual = (C.BACK, C.PAUSE)
    return tuple(_button(c, names(t)[c]) for c in usual if c in allowed)


def item_buttons(items: Mapping[str, str], t: Translator) -> tuple[OrderButton, ...]:
    """Return a button for each item that is offered to talk about."""
    return tuple(
        OrderButton(t("Talk about: {item}", item=name), {"command": C.ITEM.value, "item": item})
        for item, name in items.items()
    )


def end_button(t: Translator) -> OrderButton:
    """Return the button that ends a session."""
    return _button(C.END, t("End the session for everybody"))


def _button(command: Command, label: str) -> OrderButton:
    return OrderButton(label, {"command": command.value})


def _talks(t: Translator) -> list[OrderButton]:
    return [
        OrderButton(talk_names(t)[form], {"command": C.TALK.value, "talk": form.value})
        for form in TalkForm
    ]


def command_name(
    command: Command, state: SessionState, step: SessionStep | None, t: Translator
) -> str:
    """Return what a command is called where it stands."""
    if command is C.START and state is SessionState.LOBBY:
        return t("Begin the session")
    if command is C.START and step is not None and not step.has_vote:
        return t("Start the talk")
    if command is C.START and step is not None and step.takes_notes:
        return t("Start: everybody writes")
    if command is C.VOTE_AGAIN and step is not None and step.takes_notes:
        return t("Let everybody choose")
    return names(t)[command]


def names(t: Translator) -> Mapping[Command, str]:
    """Return what the commands are called."""
    return {
        C.START: t("Start the vote"),
        C.CLOSE: t("Close the vote"),
        C.SHOW: t("Show the result"),
        C.TALK: t("Talk"),
        C.VOTE_AGAIN: t("Vote again"),
        C.AGREE: t("Agree"),
        C.ITEM: t("Another item"),
        C.NEXT: t("Next"),
        C.PAUSE: t("Pause"),
        C.RESUME: t("Go on"),
        C.BACK: t("One step back"),
        C.EXTRA_TIME: t("Extra time"),
        C.ROOM: t("People without a phone"),
        C.CHANGE_SCRIPT: t("Another script"),
        C.END: t("The end"),
    }
