"""A valid little criteria folder on disk, of which a test changes one thing."""

from dataclasses import dataclass
from pathlib import Path

from assessment.catalogue.reading.loader import check_folder

FILES = {
    "catalogue.yaml": """\
id: tiny
version: "1"
title: {nl: Klein, en: Tiny}
description: {nl: Een kleine catalogus, en: A tiny catalogue}
languages: [nl, en]
roles:
  - id: coordinator
    title: {nl: Coördinator, en: Coordinator}
    plural: {nl: coördinatoren, en: coordinators}
    description: {nl: Leidt het project., en: Leads the project.}
    organisation: true
    asked_everything: true
  - id: mentor
    title: {nl: Mentor, en: Mentor}
    plural: {nl: mentoren, en: mentors}
    description: {nl: Trekt op met een mentee., en: Spends time with a mentee.}
  - id: mentee
    title: {nl: Mentee, en: Mentee}
    plural: {nl: mentees, en: mentees}
    description: {nl: Heeft een mentor., en: Has a mentor.}
perspectives:
  - id: client
    title: {nl: Cliënt, en: Client}
    definition: {nl: Wat mentees merken., en: What mentees notice.}
    question: {nl: "Wat merkt een mentee?", en: "What does a mentee notice?"}
phases:
  - id: preparation
    title: {nl: Voorbereiding, en: Preparation}
    question: {nl: "Wat staat er klaar?", en: "What is ready?"}
ambitions:
  - id: floor
    title: {nl: Ondergrens, en: Floor}
    description: {nl: Het minste., en: The least.}
    minimal: 3
    growth: null
sources:
  - id: S001
    title: {nl: Brochure, en: Brochure}
    description: {nl: Een brochure., en: A brochure.}
standards:
  - id: EEP4
    title: {nl: Elementen, en: Elements}
""",
    "scales.yaml": """\
- id: practice
  title: {nl: Praktijk, en: Practice}
  levels:
    - label: {nl: Niet, en: Absent}
      meaning: {nl: Dit is er niet., en: This does not exist.}
    - label: {nl: Eén persoon, en: One person}
      meaning: {nl: Iemand denkt eraan., en: Someone thinks of it.}
    - label: {nl: Afgesproken, en: Agreed}
      meaning: {nl: Er is een afspraak., en: There is an agreement.}
    - label: {nl: Gedaan, en: Done}
      meaning: {nl: Het gaat zo., en: It goes like this.}
    - label: {nl: Verbeterd, en: Improved}
      meaning: {nl: Het wordt beter., en: It gets better.}
""",
    "perspectives/client.yaml": """\
- id: C-1
  title: {nl: Veilig, en: Safe}
  question: {nl: "Is het veilig?", en: "Is it safe?"}
  ask:
    mentee: {nl: "Voel je je veilig?", en: "Do you feel safe?"}
  role: coordinator
  also_asked: [mentee]
  phase: preparation
  requirement: minimal
  weight: 1
  scale: practice
  rubric:
    - {nl: nul, en: nought}
    - {nl: een, en: one}
    - {nl: twee, en: two}
    - {nl: drie, en: three}
    - {nl: vier, en: four}
  why: {nl: Daarom., en: Because.}
  look_for:
    - {nl: Een blad., en: A sheet.}
  sources: [S001-A1]
  supported_by: [EEP4-S2, EEP4]
- id: C-2
  title: {nl: Nuttig, en: Useful}
  question: {nl: "Heb je er iets aan?", en: "Is it of use to you?"}
  role: mentor
  phase: preparation
  requirement: growth
  scale: practice
  sources: [S001]
""",
    "theses.yaml": """\
- id: T-1
  statement: {nl: Alles mag., en: Anything goes.}
  carried_by: {nl: alles, en: anything}
  speaks_for: []
  speaks_against: []
  talking_points: []
  criteria: [C-1]
  outcome: {nl: Een lijst., en: A list.}
""",
    "profiles/full.yaml": """\
id: full
title: {nl: Alles, en: All}
description: {nl: Alle criteria., en: All criteria.}
criteria: all
""",
    "profiles/short.yaml": """\
id: short
title: {nl: Kort, en: Short}
description: {nl: Een paar., en: Some.}
criteria: [C-1]
requirement: {C-1: growth}
""",
    "ids.lock": "C-1\nC-2\n",
}
STUDIES = """\
studies:
  - id: DB02
    authors: DuBois and others
    year: 2002
    title: Effectiveness of mentoring programs
    found: {nl: Het hielp., en: It helped.}
    doubts: {nl: Niet altijd., en: Not always.}
"""
EXTRAS = {  # files that a catalogue may do without
    "tensions.yaml": """\
- id: TN-1
  title: {nl: Vaak of soms, en: Often or now and then}
  one_side: {nl: Vaak., en: Often.}
  other_side: {nl: Soms., en: Now and then.}
  handling: {nl: Kies samen., en: Choose together.}
  criteria: [C-1]
  sources: [S001-K1]
""",
    "boundaries.yaml": """\
title: {nl: De grens, en: The limit}
introduction: {nl: Kijk mee., en: Have a look.}
professions:
  - id: coach
    title: {nl: Coach, en: Coach}
aspects:
  - id: aim
    title: {nl: Het doel, en: The aim}
    own: {nl: De hele mens., en: The whole person.}
    others:
      coach: {nl: Eén doel., en: One aim.}
signals:
  - id: BS-1
    profession: coach
    signal: {nl: Ik koos het doel., en: I chose the aim.}
    action: {nl: Vraag het., en: Ask.}
    criteria: [C-1, C-2]
sources: [S001-B1]
role: mentor
""",
    "relationship.yaml": """\
title: {nl: Vijf fasen, en: Five phases}
introduction: {nl: Het verandert., en: It changes.}
phases:
  - id: start
    title: {nl: Begin, en: Beginning}
    happens: {nl: Kennismaken., en: Meeting.}
    leads: {nl: Samen., en: Together.}
    question: {nl: "Wie ben je?", en: "Who are you?"}
    criteria: [C-2]
    sources: [S001-P1]
timeline:
  title: {nl: Voorbeeld, en: Example}
  note: {nl: Geen regel., en: No rule.}
  steps:
    - moment: {nl: Week 1, en: Week 1}
      step: {nl: Bellen., en: Calling.}
      who: {nl: Mentor, en: Mentor}
      product: {nl: Afspraak, en: Appointment}
    - moment: {nl: Week 2, en: Week 2}
      step: {nl: Praten., en: Talking.}
      who: {nl: Koppel, en: Pair}
  sources: [S001]
""",
    "factors.yaml": """\
- id: F-1
  kind: success
  title: {nl: Iemand die draagt, en: Somebody who carries it}
  text: {nl: Dan blijft het., en: Then it stays.}
  criteria: [C-1]
  sources: [S001-F1]
""",
    "help.yaml": """\
- country: {nl: Nederland, en: The Netherlands}
  name: {nl: Kindertelefoon, en: Helpline}
  number: "0800-0432"
  when: {nl: Je wilt praten., en: You want to talk.}
  source: www.kindertelefoon.nl
  checked: "2026-11-20"
- country: {nl: Vlaanderen, en: Flanders}
  name: {nl: Awel, en: Awel}
  number: "102"
  when: {nl: Je wilt praten., en: You want to talk.}
  source: www.awel.be
  checked: null
""",
    "steps.yaml": """\
- id: welcome
  title: {nl: Welkom, en: Welcome}
  instruction: {nl: Begin., en: Begin.}
  prompts:
    - {nl: "Wie is er?", en: "Who is here?"}
  listen_for: []
- id: rate
  title: {nl: In de spiegel, en: In the mirror}
  instruction: {nl: Kijk., en: Look.}
  prompts: []
  listen_for:
    - {nl: Stilte., en: Silence.}
""",
    "sessions/hour.yaml": """\
id: hour
title: {nl: Een uur, en: An hour}
description: {nl: Voor een groep., en: For a group.}
purpose: mirror
minutes: 60
people: {least: 5, most: 30}
steps:
  - kind: welcome
    minutes: 10
  - kind: rate
    minutes: 50
    items: 6
    talk_about: 3
    instruction: {nl: Kijk goed., en: Look well.}
    moments:
      - {do: vote, seconds: 600}
      - {do: pairs, seconds: 300, each: true}
""",
}


@dataclass(frozen=True)
class CriteriaFolder:
    """A folder on disk with the files of a valid catalogue."""

    path: Path

    def write(self, name: str, content: str | bytes) -> None:
        data = content if isinstance(content, bytes) else content.encode()
        (self.path / name).parent.mkdir(parents=True, exist_ok=True)
        (self.path / name).write_bytes(data)

    def change(self, name: str, old: str, new: str) -> None:
        text = (self.path / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def remove(self, name: str) -> None:
        (self.path / name).unlink()

    def problems(self) -> list[str]:
        return [str(problem) for problem in check_folder(self.path)[1]]

    @classmethod
    def valid(cls, path: Path) -> "CriteriaFolder":
        """Write the files of a valid catalogue."""
        folder = cls(path)
        for name, content in FILES.items():
            folder.write(name, content)
        return folder


def after(folder: CriteriaFolder, name: str, old: str, new: str) -> list[str]:
    """Return the problems of a folder after a change in one of its files."""
    folder.change(name, old, new)
    return folder.problems()
