"""The page about who may do what says what the program does."""

from pathlib import Path

from assessment.access.acts import WHO_MAY, Act, MembershipKind

PAGE = Path(__file__).resolve().parents[1] / "docs" / "access.md"


def test_the_table_of_the_page_is_the_table_of_the_program() -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    rows = [line.strip("|").split("|") for line in lines if line.startswith("| ")]
    head, *body = [[cell.strip() for cell in row] for row in rows]

    assert head[2:] == [kind.value.replace("_", " ") for kind in MembershipKind]
    said = {
        cells[0].strip("`"): {k for k, cell in zip(MembershipKind, cells[2:], strict=True) if cell}
        for cells in body
    }
    assert said == {act.value: set(WHO_MAY[act]) for act in Act}
