"""One assessment in a world of its own, to lay beside another that differs only in what is hidden."""

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.errors import MentorspiegelError
from assessment.services import assessments, invitations, pairs, projects, responding
from assessment.services.context import Workspace
from assessment.services.outcome import outcome_of
from assessment.services.project_list import project_lines
from assessment.services.responding import RespondentSession
from assessment.services.self_audit import findings, open_audit
from exchange import project_file
from tests.support.builders import a_project
from tests.support.catalogues import STATES
from tests.support.invitations import own, session

ROLES = ("mentor", "mentee")
_worlds = count(1)


class World:
    """One assessment in a world of its own: its ids are the same in every world but for a prefix."""

    def __init__(self, workspace: Workspace, people: int = 3, number_of_pairs: int = 0) -> None:
        self.prefix = f"w{next(_worlds):08}"
        numbers = count(1)
        ids: Callable[[], str] = lambda: f"{self.prefix}-{next(numbers):05}"  # noqa: E731
        tokens: Callable[[], str] = lambda: f"{self.prefix}{next(numbers):023}"  # noqa: E731
        self.workspace = replace(workspace, new_id=ids, new_token=tokens)
        self.project = projects.create_project(
            self.workspace, a_project(id="", name=self.prefix)
        ).id
        self.assessment = assessments.start_assessment(
            self.workspace, self.project, name="2026", profile="short", ambition="floor"
        ).id
        self.tokens = [
            own(self.workspace, link.token)
            for role in ROLES
            for link in invitations.open_invitation(
                self.workspace, self.assessment, role, "short", 9, None, personal=people
            ).links
        ]
        made = (
            pairs.make_pairs(self.workspace, self.assessment, number_of_pairs, None)
            if number_of_pairs
            else []
        )
        self.pairs = [
            (own(self.workspace, pair.first.token), own(self.workspace, pair.second.token))
            for pair in made
        ]

    def stored(self) -> Assessment:
        return self.workspace.store.assessments.get(self.assessment)

    def session(self, token: str) -> RespondentSession:
        return session(self.workspace, token)

    def say(self, token: str, criterion: str, sign: str, comment: str = "") -> bool:
        """Let somebody answer; say False where that is refused."""
        session = self.session(token)
        now = self.workspace.store.answers.get(session.respondent.id, criterion)
        state = STATES.get(sign, AnswerState.LEVEL)
        level = None if sign in STATES else int(sign)
        said = Answer(criterion, state, level, comment=comment, version=now.version)
        return self.tries(lambda: responding.write(self.workspace, session, said))

    def tries(self, change: Callable[[], object]) -> bool:
        try:
            change()
        except MentorspiegelError:
            return False
        return True

    def close(self) -> None:
        assessments.close_assessment(self.workspace, self.assessment)

    def reopen(self) -> None:
        assessments.reopen_assessment(self.workspace, self.assessment)

    def published(self) -> str:
        """All that screens and exports are made of, but for how many took part."""
        with self.workspace.store.all_or_nothing():  # one transaction for all that is read
            outcome = replace(outcome_of(self.workspace, self.stored()), participation={})
            seen: list[Any] = [
                replace(outcome, catalogue=None),
                outcome.perspective_lines,
                findings(self.workspace, open_audit(self.workspace, self.assessment)),
                outcome.comments,
                self.workspace.store.projects.last_change(self.project),
                project_lines(self.workspace, search=self.prefix).lines,
                project_file.export_project(self.workspace, self.project),
            ]
        return "\n".join(map(str, seen)).replace(self.prefix, "")

    def others(self) -> dict[str, Any]:
        """What the export tells of others, by criterion, and their comments."""
        [part] = json.loads(project_file.export_project(self.workspace, self.project))[
            "assessments"
        ]
        if part["scores"] is None:
            return {}
        [scores] = part["scores"]["assessments"].values()
        told: dict[str, Any] = {
            name: {role: v for role, v in figures["by_role"].items() if role != "coordinator"}
            for name, figures in scores["criteria"].items()
        }
        return told | {"comments": outcome_of(self.workspace, self.stored()).comments}

    def shows_levels(self) -> bool:
        told = self.others()
        told.pop("comments", None)
        return any(told.values())
