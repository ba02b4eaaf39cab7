"""Databases filled for measuring: many projects, many assessments, or many respondents."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
from sqlalchemy import insert

from assessment.answers import AnswerState
from assessment.assessments import Assessment
from assessment.catalogue.model import LEVELS, Catalogue
from assessment.catalogue.reading.loader import load_catalogue
from assessment.choices import preset_choices
from assessment.projects import Project
from assessment.respondents import Respondent
from benchmarks import ROOT
from runtime import now, open_store
from storage import SqlStore
from storage.engine import write_transaction
from storage.tables import answers
from storage.versioned_rows import insert_all


class Filled:
    """A database with the catalogue that ships."""

    def __init__(self, file: Path) -> None:
        self.url = f"sqlite:///{file.absolute()}"
        self.store: SqlStore = open_store(self.url)
        self.catalogue: Catalogue = load_catalogue(ROOT / "criteria")
        self.store.snapshots.add(self.catalogue.content_hash, self.catalogue.snapshot)
        self._random = np.random.default_rng(2026)

    def project(self, name: str) -> None:
        """Add a project whose id is its name."""
        self.store.projects.save(Project(name, name, now()))

    def assessment(
        self, name: str, project: str, voices: Mapping[str, int], criteria: int
    ) -> Assessment:
        """Add an assessment in which every voice gives a level on the first criteria; close it."""
        known, profile = self.catalogue, self.catalogue.profiles[0]
        ambition = known.ambitions[0]
        made = Assessment(
            name,
            project,
            name,
            known.id,
            known.version,
            known.content_hash,
            profile.id,
            ambition.id,
            now(),
        )
        respondents = [
            Respondent(f"{name}-{role}-{number}", name, role)
            for role, many in voices.items()
            for number in range(many)
        ]
        choices = preset_choices(known, profile, ambition).values()
        self.store.assessments.add(made, choices, respondents)
        self._answer(respondents, list(known.by_id)[:criteria])
        stored = self.store.assessments.get(name)
        return self.store.assessments.save(replace(stored, closed_at=now(), threshold=5))

    def _answer(self, respondents: Iterable[Respondent], criteria: list[str]) -> None:
        same: dict[str, object] = {
            "reason": None,
            "reason_text": "",
            "comment": "",
            "evidence": "",
        }
        same |= {"state": AnswerState.LEVEL, "marked": False, "version": 1, "updated_at": now()}
        for respondent in respondents:
            who = {
                "respondent": respondent.id,
                "assessment": respondent.assessment,
                "role": respondent.role,
            }
            levels = self._random.binomial(LEVELS - 1, 0.6, len(criteria)).tolist()
            rows = [
                {**same, **who, "criterion": name, "level": level}
                for name, level in zip(criteria, levels, strict=True)
            ]
            with write_transaction(self.store.engine) as connection:
                insert_all(connection, insert(answers), rows)
