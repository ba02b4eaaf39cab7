"""The base of every part of a catalogue, and texts in several languages."""

from pydantic import BaseModel, ConfigDict, RootModel


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
