"""A paper says the same in Word, in print and as text, whatever was typed into it."""

import datetime
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from accessibility import found_by_ibm
from docx.oxml.ns import qn
from docx.shared import Inches
from lxml import etree
from matplotlib.figure import Figure
from papers import reading
from papers.every_artifact import ASKS
from playwright.sync_api import Browser

from groundwork.learner.papers import print as print_page
from groundwork.learner.papers import text, word
from groundwork.learner.papers.model import (
    LETTERS,
    Heading,
    Items,
    Paper,
    Paragraph,
    Picture,
    Quote,
    Table,
    in_words,
)
from groundwork.subject.asks import Ask

# Rules on names of things too: a page that a person makes has no excuse.
ALL_RULES = {
    "runOnly": {
        "type": "tag",
        "values": [*("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"), *("wcag22aa", "best-practice")],
    }
}
HOSTILE = {
    "markup": '<script>alert(1)</script> <img src=x onerror="alert(1)"> &amp; </style>',
    "money": "$57 a visit, $8 in fares \\( a_b^c \\)",
    "markdown": "# **b** `c` [d](javascript:e) | f | --- > * - 1.",
    "formula": '=HYPERLINK("http://x") +1 -1 @x',
    "control": "a\x00b\x08c\x1b[31m\ud83dd\ufffe\uffff",
    "one word": "W" * 60,
    "long": "x y " * 3000,
    "right to left": "العيادة تغلق الساعة الرابعة \u202e والنصف",
    "emoji": "👩🏽‍⚕️🏥" * 20,
    "lines": "first\nsecond\r\n\tthird",
    "style": '"; } body { display: none } \\22 ',
}


def png() -> bytes:
    figure = Figure((6, 3))
    figure.add_subplot().plot([1, 2])
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=50)
    return file.getvalue()


def paper_of(typed: str) -> Paper:
    """Return a paper in which each field holds what was typed."""
    return Paper(
        title=typed,
        subject=typed,
        reader=typed,
        blocks=(
            Heading(typed),
            Paragraph(typed),
            Paragraph(typed, typed),
            Quote(typed),
            Items(((0, typed), (1, typed), (2, typed), (0, typed))),
            Table("A table", ("Who", "What"), ((typed, typed), ("b", "")), (1, 2)),
            Heading("Below", 2),
            Picture(png(), typed),
        ),
        asks=(Ask(typed, typed, typed),),
        view=typed,
        invented=typed,
        department=typed,
        place=typed,
        date=datetime.date(2026, 11, 25),
    )


@pytest.fixture(params=HOSTILE, ids=str)
def typed(request: pytest.FixtureRequest) -> str:
    return HOSTILE[request.param]


def tidy(typed: str) -> str:
    """Return what is left of a typed text when blanks are one blank and controls are gone."""
    return " ".join(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud83d\ufffe\uffff]", "", typed).split())


def plain(text: str) -> str:
    return " ".join(text.split())


def test_word_holds_every_field_as_it_was_typed(typed: str) -> None:
    found = reading.word(word.write(paper_of(typed)))
    whole = tidy(typed)
    assert plain(found.title) == whole
    assert [(level, plain(text)) for level, text in found.headings[:1]] == [(1, whole)]
    assert [(depth, plain(text)) for depth, text in found.items] == [
        *((depth, whole) for depth in (0, 1, 2, 0))
    ]
    assert [plain(cell) for cell in found.tables["A table"][1]] == [whole, whole]
    asked = [plain(cell) for cell in found.tables[ASKS][1]]
    assert asked == [whole[:1].upper() + whole[1:], whole, whole]
    assert [plain(alt) for alt in found.pictures] == [whole]
    said = [plain(line) for line in found.paragraphs]
    assert f"For: {whole}" in said
    assert said.count(whole) == 3  # the subject, the paragraph and the quote
    assert tidy(typed + typed) in said


def test_print_holds_every_field_as_it_was_typed_and_runs_nothing(typed: str) -> None:
    page = reading.page(print_page.write(paper_of(typed)))
    found, whole = page.found, tidy(typed)
    assert plain(found.title) == whole
    assert [(depth, plain(text)) for depth, text in found.items] == [
        *((depth, whole) for depth in (0, 1, 2, 0))
    ]
    assert [plain(cell) for cell in found.tables["A table"][1]] == [whole, whole]
    assert [plain(alt) for alt in found.pictures] == [whole]
    assert not page.tags & {"script", "link", "iframe", "object", "a", "form"}
    assert all(each.startswith("data:image/png;base64,") for each in page.addresses)


def test_text_holds_every_field_and_begins_no_line_as_a_formula(typed: str) -> None:
    made = text.write(paper_of(typed))
    assert plain(made).count(tidy(typed)) >= 12
    assert not re.search(r"^[=+\-@]", made, re.MULTILINE)
    made.encode("utf-8")


def test_every_part_of_the_word_file_is_whole_xml(typed: str) -> None:
    with zipfile.ZipFile(io.BytesIO(word.write(paper_of(typed)))) as file:
        for name in file.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(file.read(name))


def document_of(paper: Paper) -> docx.document.Document:
    return docx.Document(io.BytesIO(word.write(paper)))


def test_word_is_on_letter_paper_in_us_english_with_a_title() -> None:
    document = document_of(paper_of("Power map"))
    section = document.sections[0]
    assert (section.page_width, section.page_height) == (Inches(8.5), Inches(11))
    about = document.core_properties
    assert (about.title, about.language, about.author) == ("Power map", "en-US", "Power map")
    assert "python-docx" not in f"{about.author} {about.comments}"
    with zipfile.ZipFile(io.BytesIO(word.write(paper_of("Power map")))) as parts:
        assert b"<Application>Groundwork</Application>" in parts.read("docProps/app.xml")
    languages = document.styles.element.iter(qn("w:lang"))
    assert {each.get(qn("w:val")) for each in languages} == {"en-US"}


def test_header_rows_repeat_and_no_row_is_cut() -> None:
    document = document_of(paper_of("Power map"))
    for table in document.tables:
        repeats = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert repeats == [True] + [False] * (len(table.rows) - 1)
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        wide = sum(cell.width for cell in table.rows[0].cells)
        assert Inches(6.5) < wide <= Inches(8.5 - 2 * word.MARGIN)


def test_no_page_cuts_a_short_table_nor_parts_what_belongs_together() -> None:
    cell = "a word " * 9
    short = Table("Short", ("a", "b"), tuple((cell, "") for _ in range(6)))
    long = Table("Long", ("a", "b"), tuple((cell, cell) for _ in range(60)))
    asked = (Paragraph("", "Which?"), Paragraph("☐ A. This"), Paragraph("\n\n", "What shows it:"))
    paper = Paper("T", "", "you", (short, long, Paragraph("As follows:"), *asked))
    page = print_page.write(paper)
    assert page.count('<table class="whole"') == 1 and page.count("<table>") == 1
    kinds = re.findall(r'<p(?: class="(\w+)")? dir="auto">(?:<b>)?(\S+)', page)
    assert kinds == [
        ("lead", "As"),
        ("lead", "Which?</b></p>"),
        ("choice", "☐"),
        ("choice", "What"),
    ]
    tables = docx.Document(io.BytesIO(word.write(paper))).tables
    kept = [
        [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows]
        for table in tables
    ]
    ending = [True, True, False]  # no last row begins a page alone
    assert kept == [[True] * 6 + [False], [True] + [False] * 57 + ending]


def test_a_picture_fits_on_a_page_whatever_its_shape() -> None:
    tall = Figure((2, 20))
    file = io.BytesIO()
    tall.savefig(file, format="png", dpi=50)
    document = document_of(
        replace(paper_of("x"), blocks=(Picture(file.getvalue(), "tall"), Picture(png(), "wide", 9)))
    )
    for shape in document.inline_shapes:
        assert shape.width <= Inches(8.5 - 2 * word.MARGIN)
        assert shape.height <= Inches(11 - 2 * word.EDGE - 0.9)  # a heading stands above it


def test_what_is_invented_stands_on_every_page() -> None:
    paper = paper_of("Riverbend County (invented)")
    assert document_of(paper).sections[0].header.paragraphs[0].text == paper.invented
    style = print_page.write(paper).partition("@top-center")[2].partition(";")[0]
    assert "".join(re.findall(r"[A-Za-z]+(?=[\\\"])", style)) == "RiverbendCountyinvented"
    empty = replace(paper, invented="")
    assert document_of(empty).sections[0].header.paragraphs[0].text == ""


def test_right_to_left_text_is_marked_so() -> None:
    document = document_of(paper_of(HOSTILE["right to left"]))
    marked = list(document.element.body.iter(qn("w:bidi")))
    assert len(marked) > 5


def test_the_order_inside_a_paragraphs_properties_is_the_schemas() -> None:
    wanted = [qn(f"w:{name}") for name in (
        *("pStyle", "keepNext", "keepLines", "widowControl", "numPr", "pBdr", "tabs", "bidi"),
        *("spacing", "ind", "jc", "rPr"),
    )]  # fmt: skip
    for typed in ("x", HOSTILE["right to left"]):
        for properties in document_of(paper_of(typed)).element.body.iter(qn("w:pPr")):
            found = [wanted.index(child.tag) for child in properties]
            assert found == sorted(found)


def test_what_is_empty_is_left_out() -> None:
    paper = Paper("Timeline", "", "the senior team", (Paragraph("x"),))
    for found in (reading.word(word.write(paper)), reading.page(print_page.write(paper)).found):
        assert found.headings == [] and found.tables == {}
        assert not any(re.search("From|Date|None", each) for each in found.paragraphs)
    assert text.write(paper) == "Timeline\n\nFor: the senior team\n\nx\n"


def test_a_list_may_be_as_deep_as_a_map_is() -> None:
    deep = Items(tuple((depth, f"cause {depth}") for depth in range(60)))
    paper = replace(paper_of("x"), blocks=(deep,))
    assert [text for _, text in reading.word(word.write(paper)).items] == [
        f"cause {depth}" for depth in range(60)
    ]
    assert reading.page(print_page.write(paper)).found.items == list(deep.items)


def test_a_table_with_a_missing_cell_is_refused() -> None:
    with pytest.raises(ValueError, match="too few or too many cells"):
        Table("t", ("a", "b"), (("1",),))


def test_a_date_is_written_as_in_a_letter() -> None:
    assert in_words(datetime.date(2026, 3, 1)) == "March 1, 2026"


@pytest.mark.browser
def test_the_engines_find_nothing_in_a_page_to_print(browser: Browser, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = browser.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    for name, hostile in HOSTILE.items():
        file = tmp_path / "paper.html"
        file.write_text(print_page.write(paper_of(hostile)), encoding="utf-8")
        page.goto(file.as_uri())
        page.set_viewport_size({"width": 640, "height": 900})
        found = Axe().run(page, options=ALL_RULES)
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"
        if name == "markup":  # of headings that are a page long it asks whether they are headings
            assert found_by_ibm(page, "html") == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        assert page.locator("h1").is_visible(), name  # no typed text is part of the style
    assert said == []
    page.close()


def test_amounts_stand_flush_right_and_words_do_not() -> None:
    table = Table(
        "t", ("a", "b", "c", "d"), (("x", "$1", "$2 (3.0 %)", "two"), ("y", "not given", "1", "2"))
    )
    assert table.amounts == (False, True, True, False)
    paper = Paper("T", "s", "r", (table,))
    assert '<td class="amount" dir="auto">$1</td>' in print_page.write(paper)
    cells = docx.Document(io.BytesIO(word.write(paper))).tables[0].rows[1].cells
    assert [cell.paragraphs[0].alignment for cell in cells] == [None, 2, 2, None]


def test_a_column_of_numbers_is_as_wide_as_its_longest_number() -> None:
    long = ("Item", "$18,200", "$1,262,067")
    table = Table("t", ("a", "b", "c"), (long,), (20, 1, 1))
    assert sum(table.shares) == pytest.approx(1)
    assert all(
        share * LETTERS >= len(cell) for share, cell in zip(table.shares[1:], long[1:], strict=True)
    )
    assert Table("t", ("a", "b"), (("x", "$1"),), (3, 1)).shares == (0.75, 0.25)
