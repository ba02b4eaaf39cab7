"""The base of every part of a catalogue, and texts in several languages."""

from collections.abc import Mapping
from typing import Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    RootModel,
    SerializerFunctionWrapHandler,
    ValidationError,
    model_serializer,
    model_validator,
)
from pydantic_core import InitErrorDetails

CARE = "care"  # the one key of a level's text that is no language


def is_nothing(value: object) -> bool:
    """Return whether a value stays out of a snapshot, so that older catalogues keep their hash."""
    return not value


class Part(BaseModel):
    """Base of everything that is read from the criteria folder: unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(RootModel[dict[str, str]]):
    """One text in every language of the catalogue."""

    model_config = ConfigDict(frozen=True, strict=True)

    def in_language(self, language: str) -> str:
        """Return the text; in the first language that there is when it lacks `language`."""
        return self.root.get(language) or next(iter(self.root.values()))


class RubricText(Text):
    """What one level looks like, in every language.

    `care: true` stands among the languages where who chooses this level may need somebody to turn to.
    """

    model_config = ConfigDict(
        frozen=True, strict=True, json_schema_extra={"properties": {CARE: {"type": "boolean"}}}
    )
    _care: bool = PrivateAttr(default=False)

    @property
    def care(self) -> bool:
        """Return whether who chooses this level may need somebody to turn to."""
        return self._care

    @model_validator(mode="wrap")
    @classmethod
    def _without_care(cls, value: Any, words: ModelWrapValidatorHandler[Self]) -> Self:
        if type(value) is Text:
            return words(value.root)
        if not isinstance(value, Mapping) or CARE not in value:
            return words(value)
        rest = {name: part for name, part in value.items() if name != CARE}
        if not isinstance(value[CARE], bool):
            raise _with_wrong_care(value[CARE], rest, words)
        text = words(rest)
        text._care = value[CARE]
        return text

    @model_serializer(mode="wrap")
    def _with_care(self, words: SerializerFunctionWrapHandler) -> dict[str, str | bool]:
        return {**words(self), CARE: True} if self._care else words(self)


def _with_wrong_care(
    care: object, rest: object, words: ModelWrapValidatorHandler[RubricText]
) -> ValidationError:
    """Return what is wrong with a mark and with the words beside it: all at once."""
    faults = [InitErrorDetails(type="bool_type", loc=(CARE,), input=care)]
    try:
        words(rest)
    except ValidationError as error:
        faults += [
            InitErrorDetails(type=fault["type"], loc=fault["loc"], input=fault["input"])
            for fault in error.errors()
        ]
    return ValidationError.from_exception_data(RubricText.__name__, faults)
