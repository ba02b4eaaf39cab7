"""The HTML file, read by a parser."""

import itertools
import re
from dataclasses import fields, replace

import pytest

from reports.document.build import build
from reports.document.model import Section
from reports.identity import DARK, LIGHT, Palette
from reports.tables import Table
from reports.writers import html
from tests.support.files.documents import Page, blocks, flat, in_words
from tests.support.material import the_material, the_outcome, with_text

MATERIAL = the_material()
DATA = html.document(MATERIAL)
PAGE = Page(DATA.decode())


def test_it_asks_nothing_of_another_machine() -> None:
    outside = [v for _, attrs in PAGE.tags for n, v in attrs.items() if n in ("src", "href")]

    assert all(value and value.startswith("#") for value in outside)
    assert (
        re.findall(
            r"url\(|@import|https?:", DATA.decode().replace("http://www.w3.org/2000/svg", "")
        )
        == []
    )
    assert not {"script", "link", "iframe", "object", "img"} & {tag for tag, _ in PAGE.tags}


def test_nothing_may_run_in_it() -> None:
    (policy,) = [m["content"] for m in PAGE.all("meta") if "http-equiv" in m]

    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_names_its_language_and_has_one_main_heading(language: str) -> None:
    page = Page(html.document(the_material(language=language)).decode())

    assert page.all("html") == [{"lang": language}]
    assert len(page.all("h1")) == 1
    assert len(page.all("main")) == 1


def test_no_level_of_headings_is_skipped() -> None:
    levels = [int(tag[1]) for tag, _ in PAGE.tags if re.fullmatch(r"h\d", tag)]

    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_tables_have_captions_and_scopes() -> None:
    wanted = blocks(build(MATERIAL), Table)
    scopes = [cell.get("scope") for cell in PAGE.all("th")]

    assert len(PAGE.all("table")) == len(PAGE.all("caption")) == len(wanted)
    assert scopes.count("col") == sum(len(table.header) for table in wanted)
    assert scopes.count("row") == sum(len(table.rows) for table in wanted)


def test_charts_are_told_in_words() -> None:
    told = [svg["aria-label"] for svg in PAGE.all("svg")]

    assert told == in_words(build(MATERIAL))
    assert all(svg["role"] == "img" for svg in PAGE.all("svg"))


def test_the_list_of_parts_leads_to_them() -> None:
    links = [link["href"] for link in PAGE.all("a")]
    titles = [heading.get("id") for heading in PAGE.all("h2")]

    assert links == [f"#{name}" for name in titles]
    assert len(links) == len(build(MATERIAL).sections)


def test_light_and_dark_have_the_colours_of_the_house() -> None:
    style = DATA.decode().split("<style>")[1].split("</style>")[0]
    light, dark = style.split("prefers-color-scheme: dark")

    for field in fields(Palette):
        assert f"--{field.name}: {getattr(LIGHT, field.name)};" in light
        assert f"--{field.name}: {getattr(DARK, field.name)};" in dark
    assert "@media print" in dark


def test_charts_follow_the_theme() -> None:
    charts = re.findall(r"<svg .*?</svg>", DATA.decode())

    assert charts
    assert all("var(--" in chart and "#" not in chart for chart in charts)


def test_the_same_input_gives_the_same_bytes() -> None:
    assert html.document(the_material()) == DATA


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)> ' & &amp; </style></title>",
        "نعم 👍 中文",
        "a" * 100_000,
    ],
)
def test_what_was_typed_comes_out_as_plain_text(typed: str) -> None:
    page = Page(html.document(with_text(typed)).decode())
    told = {name for _, attributes in page.tags for name in attributes}

    assert flat(page.text).count(flat(typed)[:9_000]) >= 5
    assert not {"script", "img"} & {tag for tag, _ in page.tags}
    assert not {name for name in told if name.startswith("on")}


def test_control_characters_are_left_out() -> None:
    text = html.document(with_text("one\x07two\x1b\u202ethree")).decode()

    assert "onetwothree" in text
    assert not re.search(r"[\0-\x08\x0b-\x1f\u202e]", text)


def test_each_text_finds_its_own_direction() -> None:
    page = Page(DATA.decode())

    assert all(p.get("dir") == "auto" for p in page.all("dd") + page.all("td"))


def test_without_a_name_of_the_assessment_there_is_no_subtitle() -> None:
    outcome = the_outcome()
    nameless = replace(outcome, assessment=replace(outcome.assessment, name=""))
    text = html.document(the_material(nameless)).decode()

    assert 'class="subtitle"' not in text
    assert "<title>Maatjes</title>" in text


def test_an_unknown_block_is_refused() -> None:
    report = replace(build(MATERIAL), sections=(Section("x", ("text",)),))  # type: ignore[arg-type]

    with pytest.raises(TypeError, match="no such block"):
        html.write(report)
