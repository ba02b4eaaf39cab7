"""A catalogue as the rows of an XLSForm."""

import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from assessment.catalogue.model import LEVELS, Catalogue, Criterion, Text
from exchange.xlsform.layout import (
    CHOICES,
    COMMENT,
    FLAGS,
    MARKED,
    REST,
    RUBRIC,
    SETTINGS,
    SINGLE,
    STATES,
    SURVEY,
    TEXT,
    TEXTS,
    WORDS,
    Table,
    language_name,
    one_per_line,
    ours,
    path_of,
    question_name,
    translated,
)
from exchange.xlsform.rubrics import marked_levels

Steps = tuple[str | int, ...]
Words = dict[str, dict[str, str]]  # words of the interface by name and language


def sheets(catalogue: Catalogue, role: str, words: Words) -> dict[str, Table]:
    """Return the sheets of the questionnaire for one role, with the whole catalogue beside it.

    `words` gives, in every language of the catalogue, what is called `comment` and the states that are
    no level. The questions stand in the words for that role; only criteria it is asked become questions.
    """
    maker = _Maker(catalogue, role, words)
    return {
        SURVEY: maker.survey(),
        CHOICES: maker.choices(),
        SETTINGS: maker.settings(),
        REST: maker.rest(),
    }


class _Maker:
    """Lays out one catalogue."""

    def __init__(self, catalogue: Catalogue, role: str, words: Words) -> None:
        self.catalogue = catalogue
        self.role = role
        self.words = words
        self.languages = catalogue.languages
        self.asked = [c for c in catalogue.criteria if catalogue.is_asked(c, role)]

    def survey(self) -> Table:
        header = ["type", "name", *self._translated("label"), *self._translated("hint")]
        header += ["required", *self._our_columns()]
        rows = [header]
        for perspective in self.catalogue.perspectives:
            inside = [c for c in self.asked if c.perspective == perspective.id]
            if inside:
                label = self._in_languages(perspective.title)
                rows.append(self._row("begin_group", f"group_{perspective.id}", label))
                for criterion in inside:
                    rows += self._question(criterion)
                rows.append(self._row("end_group", "", []))
        return [row + [""] * (len(header) - len(row)) for row in rows]

    def _question(self, criterion: Criterion) -> Iterator[list[str]]:
        name = question_name(criterion.id)
        label = self._in_languages(criterion.question_for(self.role))
        hint = self._in_languages(criterion.title)
        kind = f"select_one {self._choices_of(criterion)}"
        yield [*self._row(kind, name, label), *hint, "", *self._ours(criterion)]
        yield self._row("text", f"{name}{COMMENT}", self._word("comment"))

    def _row(self, kind: str, name: str, label: list[str]) -> list[str]:
        return [kind, name, *label]

    def choices(self) -> Table:
        rows = [["list_name", "name", *self._translated("label")]]
        for scale in self.catalogue.scales:
            labels = [self._in_languages(level.label) for level in scale.levels]
            rows += self._list(scale.id, labels)
        for criterion in self.catalogue.criteria:
            if levels := self._own_levels(criterion):
                labels = [self._in_languages(text) for text in levels]
                rows += self._list(question_name(criterion.id), labels)
        return rows

    def _list(self, name: str, labels: list[list[str]]) -> Iterator[list[str]]:
        for level in range(LEVELS):
            yield [name, str(level), *labels[level]]
        for state in STATES:
            yield [name, state, *self._word(state)]

    def settings(self) -> Table:
        catalogue, first = self.catalogue, self.languages[0]
        values = {
            "form_title": catalogue.title.in_language(first),
            "form_id": f"{catalogue.id}_{self.role}",
            "version": catalogue.version,
            "default_language": language_name(first),
        }
        return [list(values), list(values.values())]

    def rest(self) -> Table:
        """Return what belongs to no question, one value per row: its path and itself as JSON."""
        whole = self.catalogue.model_dump(mode="json")
        asked = {criterion.id for criterion in self.asked}
        whole["criteria"] = [c for c in whole["criteria"] if c["id"] not in asked]
        rest = {
            "asked_role": self.role,
            "order": [criterion.id for criterion in self.catalogue.criteria],
            "catalogue": whole,
        }
        rows = [
            [path_of(*steps), json.dumps(value, ensure_ascii=False)]
            for steps, value in _leaves((), rest)
        ]
        return [["path", "value"], *rows]

    def _choices_of(self, criterion: Criterion) -> str:
        return question_name(criterion.id) if self._own_levels(criterion) else criterion.scale

    def _own_levels(self, criterion: Criterion) -> Sequence[Text]:
        """Return the levels that the asked role chooses from; none when those are the scale's."""
        return criterion.rubric_for.get(self.role, criterion.rubric)

    def _translated(self, column: str) -> list[str]:
        return [translated(column, language) for language in self.languages]

    def _in_languages(self, text: Text) -> list[str]:
        return [text.root[language] for language in self.languages]

    def _word(self, word: str) -> list[str]:
        translations = self.words[word]
        return [translations.get(language, translations["en"]) for language in self.languages]

    def _our_columns(self) -> list[str]:
        columns = [ours(f) for f in ("id", "perspective", *SINGLE, *WORDS, *FLAGS)]
        columns += [ours(f, n) for f in (*TEXT, *TEXTS) for n in self.languages]
        columns += [ours(f"ask_{r}", n) for r in self.catalogue.role_ids for n in self.languages]
        columns += [ours(rubric, n) for rubric in self._rubrics for n in self.languages]
        return [*columns, ours(MARKED)]

    @cached_property
    def _rubrics(self) -> list[str]:
        return [RUBRIC, *(f"{RUBRIC}_{role}" for role in self.catalogue.role_ids)]

    def _ours(self, criterion: Criterion) -> list[str]:
        cells = [criterion.id, criterion.perspective]
        cells += [str(getattr(criterion, field) or "") for field in SINGLE]
        cells += [" ".join(getattr(criterion, field)) for field in WORDS]
        cells += ["yes" if getattr(criterion, field) else "" for field in FLAGS]
        for field in TEXT:
            text = getattr(criterion, field)
            cells += self._in_languages(text) if text else [""] * len(self.languages)
        for field in TEXTS:
            cells += [one_per_line(getattr(criterion, field), n) for n in self.languages]
        for role in self.catalogue.role_ids:
            asked = criterion.ask.get(role)
            cells += self._in_languages(asked) if asked else [""] * len(self.languages)
        for levels in (criterion.rubric, *map(criterion.rubric_for.get, self.catalogue.role_ids)):
            cells += [one_per_line(levels or (), n) for n in self.languages]
        return [*cells, marked_levels(criterion)]


def _leaves(steps: Steps, value: Any) -> Iterator[tuple[Steps, Any]]:
    """Walk to every value that holds no others; an empty list or mapping is one too."""
    if not isinstance(value, dict | list) or not value:
        yield steps, value
        return
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for step, part in items:
        yield from _leaves((*steps, step), part)
