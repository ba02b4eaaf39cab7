"""The kinds of files that a criteria folder holds, and what stands in each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from assessment.catalogue.conversation import Boundaries, Factor, Relationship, Tension, Thesis
from assessment.catalogue.help_numbers import HelpNumber
from assessment.catalogue.model import Criterion, Header, Profile, Scale
from assessment.catalogue.reading.yaml_document import Steps
from assessment.catalogue.scripts import SessionScript, StepGuide

HEADER = "catalogue.yaml"
SCALES = "scales.yaml"
THESES = "theses.yaml"
TENSIONS = "tensions.yaml"
BOUNDARIES = "boundaries.yaml"
RELATIONSHIP = "relationship.yaml"
FACTORS = "factors.yaml"
HELP = "help.yaml"
GUIDES = "steps.yaml"
PERSPECTIVES = "perspectives"  # folders of files of one kind
PROFILES = "profiles"
SCRIPTS = "sessions"


@dataclass(frozen=True)
class FileKind:
    """What a file holds: a list of entries of one kind, or one part with entries inside it."""

    model: type[BaseModel]  # of every entry of the list, or of the one part
    list_of: str = ""  # the kind of the entries
    inside: Mapping[str, Steps] = field(default_factory=dict)

    @property
    def annotation(self) -> Any:
        """The type of the whole file."""
        return tuple[self.model, ...] if self.list_of else self.model  # type: ignore[name-defined]


FILE_KINDS: Mapping[str, FileKind] = {  # by name of the file, or of its folder
    HEADER: FileKind(Header),  # its entries are known to `Entries.add_header`
    SCALES: FileKind(Scale, list_of="scales"),
    PERSPECTIVES: FileKind(Criterion, list_of="criteria"),
    PROFILES: FileKind(Profile, inside={"profiles": ()}),
    THESES: FileKind(Thesis, list_of="theses"),
    TENSIONS: FileKind(Tension, list_of="tensions"),
    FACTORS: FileKind(Factor, list_of="factors"),
    HELP: FileKind(HelpNumber, list_of="help"),
    GUIDES: FileKind(StepGuide, list_of="guides"),
    SCRIPTS: FileKind(SessionScript, inside={"scripts": (), "script_steps": ("steps",)}),
    BOUNDARIES: FileKind(
        Boundaries,
        inside={
            "boundaries": (),
            "professions": ("professions",),
            "aspects": ("aspects",),
            "signals": ("signals",),
        },
    ),
    RELATIONSHIP: FileKind(
        Relationship, inside={"relationship_phases": ("phases",), "timelines": ("timeline",)}
    ),
}


def kind_of(name: str) -> FileKind:
    """Return the kind of a file by its name in the folder, such as `profiles/full.yaml`."""
    return FILE_KINDS[name.partition("/")[0]]
