"""The page about who may do what says what the program does."""

from pathlib import Path

from assessment.access.acts import OF_ONE_SESSION, WHO_MAY, Act, MembershipKind

PAGE = Path(__file__).resolve().parents[1] / "docs" / "access.md"


def test_the_table_of_the_page_is_the_table_of_the_program() -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    rows = [line.strip("|").split("|") for line in lines if line.startswith("| ")]
    head, *body = [[cell.strip() for cell in row] for row in rows]

    kinds = [kind.value.replace("_", " ") for kind in MembershipKind]
    assert head[2:] == [*kinds, "facilitator of one session"]
    said = {
        cells[0].strip("`"): {k for k, cell in zip(kinds, cells[2:-1], strict=True) if cell}
        for cells in body
    }
    assert said == {act.value: {kind.replace("_", " ") for kind in WHO_MAY[act]} for act in Act}
    assert {cells[0].strip("`") for cells in body if cells[-1]} == OF_ONE_SESSION
