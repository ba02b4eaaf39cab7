"""Small pieces of HTML: what people wrote never becomes markup."""

import re

import pytest

from ui.widgets import html

HOSTILE = "<script>alert(\"1\")</script> & 'x'"
ESCAPED = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#x27;x&#x27;"


@pytest.mark.parametrize(
    "made",
    [
        html.text(HOSTILE),
        html.soft(HOSTILE),
        html.note(HOSTILE),
        html.alert(HOSTILE),
        html.field_error("name", HOSTILE),
        html.bullets([HOSTILE]),
        html.details(HOSTILE, ""),
        html.table(HOSTILE, ["a"], []),
        html.table("caption", [HOSTILE], []),
        html.table("caption", ["a"], [[HOSTILE]]),
        html.stacked_table(HOSTILE, ["a"], []),
        html.stacked_table("caption", [HOSTILE], [["a"]]),
        html.stacked_table("caption", ["a"], [[HOSTILE]]),
        html.picture("<svg/>", HOSTILE),
        html.bar(0.5, HOSTILE),
    ],
)
def test_what_people_wrote_is_escaped(made: str) -> None:
    assert ESCAPED in made
    assert "<script>" not in made


def test_a_script_of_the_screens_is_one_that_the_server_names_to_browsers() -> None:
    assert html.script("framework.js") == f"<script>{html.asset('framework.js')}</script>"
    assert html.asset("framework.js") in html.scripts()


def test_no_script_stands_in_code_where_browsers_would_refuse_it() -> None:
    modules = [path for path in html.UI.rglob("*.py") if path.name != "html.py"]

    assert [p.name for p in modules if "<script" in p.read_text(encoding="utf-8")] == []


def test_what_is_wrong_with_a_field_names_the_field() -> None:
    assert html.field_error("name", "Fill it in.") == (
        '<p class="ms-unsaved" role="alert" data-error-of="name">⚠ Fill it in.</p>'
    )


@pytest.mark.parametrize(
    ("wrote", "name"),
    [
        ("Do we agree, and **write** it down?", "Do we agree, and write it down?"),
        ("![x](http://a/b.png) <img src=x>", "x (http:\u2060//a/b.png) img src=x"),
        (":material/home: at 9:00", "material/home: at 9:00"),
    ],
)
def test_a_name_that_is_read_out_holds_no_markdown(wrote: str, name: str) -> None:
    assert html.spoken(wrote) == name


def test_a_status_is_read_out_when_it_changes() -> None:
    assert html.soft("3 shown") == '<p class="ms-soft">3 shown</p>'
    assert html.soft("3 shown", is_status=True) == '<p class="ms-soft" role="status">3 shown</p>'


def test_what_is_not_saved_is_read_out_at_once() -> None:
    assert html.alert("Not saved.") == '<p class="ms-unsaved" role="alert">⚠ Not saved.</p>'


def test_markdown_shows_what_people_wrote_as_itself() -> None:
    assert html.plain("**a**_b_\n[c](d)") == r"\*\*a\*\*\_b\_ \[c\]\(d\)"


def test_details_may_be_open_and_take_html() -> None:
    assert html.details("More", "<p>x</p>") == (
        '<details class="ms-details"><summary>More</summary><p>x</p></details>'
    )
    assert html.details("More", "", opened=True).startswith('<details class="ms-details" open>')


def test_the_last_columns_of_a_table_are_figures() -> None:
    made = html.table("Scores", ("Criterion", "Score"), [("MC-01", "2.5")], figures=1)
    assert '<th scope="col">Criterion</th><th scope="col" class="ms-figure">Score</th>' in made
    assert '<td>MC-01</td><td class="ms-figure">2.5</td>' in made
    assert 'tabindex="0" aria-label="Scores"' in made


@pytest.mark.parametrize(
    ("share", "width"), [(0, "0%"), (0.256, "26%"), (1, "100%"), (1.4, "100%"), (-1, "0%")]
)
def test_a_bar_is_never_wider_than_whole(share: float, width: str) -> None:
    assert f'style="width:{width}"' in html.bar(share, "2 of 4")


def test_every_class_that_is_used_has_a_style() -> None:
    styles = "".join(path.read_text(encoding="utf-8") for path in html.UI.rglob("*.css"))
    sources = "".join(path.read_text(encoding="utf-8") for path in html.UI.rglob("*.py"))
    used = set(
        re.findall(
            r"ms-[a-z]+(?:-[a-z]+)*(?=[ \"'])",
            "".join(re.findall(r"class=[\"'][^\"']*[\"']", sources)),
        )
    )
    assert used
    assert {name for name in used if f".{name}" not in styles} == set()


def test_the_script_and_the_style_sheet_are_there() -> None:
    assert html.asset("styles.css").count("{") == html.asset("styles.css").count("}") > 0
    for name in ("framework.js", "typing.js", "question.js"):
        script = html.asset(name)
        assert "MutationObserver" in script
        assert not re.search(r"<[/\w!]", script)  # Streamlit would leave such a script out


def test_what_was_made_safe_already_is_left_as_it_is() -> None:
    link = html.Markup("<a href='?x'>A &amp; B</a>")

    assert f"<td>{link}</td>" in html.table("caption", ["a"], [[link]])
    assert f"<li>{link}</li>" in html.bullets([link])


def test_a_picture_is_an_image_with_its_words() -> None:
    assert html.picture("<svg/>", "three bars", "wide") == (
        '<img class="ms-picture wide" src="data:image/svg+xml;base64,PHN2Zy8+" alt="three bars">'
    )


def test_a_stacked_table_stays_a_table_and_every_cell_knows_its_header() -> None:
    made = html.stacked_table("caption", ["a", "b"], [["1", "2"]])

    assert 'role="table"' in made
    assert '<td role="cell" data-label="b">2</td>' in made


@pytest.mark.parametrize("wrote", ["http://a.example", "HTTPS://a.example", "www.a.nl", "x@a.nl"])
def test_an_address_that_somebody_wrote_stays_words(wrote: str) -> None:
    shown = html.plain(wrote)

    assert shown.replace("\\", "").replace("\u2060", "") == wrote
    assert "\u2060" in shown
