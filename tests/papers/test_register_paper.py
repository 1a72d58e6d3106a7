"""The register is one paper and one workbook: a page a card, and a path that Excel computes."""

import io
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from papers.recalculating import Office

from groundwork.learner.papers import (
    excel,
    register,
    register_book,
    register_card,
    register_columns,
    text,
)
from groundwork.learner.papers.model import Heading, Table
from groundwork.subject.fairness.evaluation import Evaluation
from groundwork.subject.fairness.rule_card import RuleCard
from groundwork.subject.metrics import digits, path, short, verdict
from groundwork.subject.metrics.card import FIELDS, MetricCard
from groundwork.subject.metrics.checks import check_card
from groundwork.subject.metrics.choices import PROGRESS
from groundwork.subject.metrics.files import example_card, from_csv
from groundwork.subject.metrics.interval import LATEST, MOMENTS, interval_of

pytestmark = pytest.mark.lesson("05_accountability_metrics")

DAY = date(2026, 11, 25)
ROOT = Path(__file__).parents[2]
REGISTER = ROOT / "datasets/riverbend_county_invented/riverbend_invented_metrics_register.csv"
CARDS = from_csv(REGISTER.read_text(encoding="utf-8")).cards
RULE = RuleCard(name="Who gets a home visit first", criteria="First come, first served")
ASKED = Evaluation(question="Do evenings reach more families?", comparison="The year before")


def test_each_card_and_rule_has_a_page_and_the_first_page_holds_all() -> None:
    made = register.paper(CARDS, [RULE], [ASKED], today=DAY)
    pages = [each.text for each in made.body if isinstance(each, Heading) and each.new_page]
    assert len(pages) == len(CARDS) + 2
    first = next(each for each in made.body if isinstance(each, Table))
    assert len(first.rows) == len(CARDS)
    assert made.box and made.reader == "the director and the senior team"


def page_of(card: MetricCard) -> dict[str, str]:
    """Give the parts of a card's page."""
    tables = [each for each in register.paper([card], today=DAY).body if isinstance(each, Table)]
    rows = next(each for each in tables if each.caption == "The card").rows
    return {row[0]: row[1] for row in rows}


def text_of(card: MetricCard) -> str:
    return text.write(replace(register.paper([card], today=DAY), date=DAY))


def test_a_card_says_what_changed_how_that_was_decided_and_both_gaps() -> None:
    births, vaccines = page_of(CARDS[0]), page_of(CARDS[1])
    assert births["Changed?"] == (
        f"little or no detectable change ({verdict.BY_INTERVALS}: difference −2.4, "
        "95 % interval −5.3 to 0.6)"
    )
    assert births["Path"].startswith("too uncertain to say")
    assert "7 percentage points above the other group, ratio 1.96" in births["Gaps"]
    assert "nearer to 1" in births["Gaps"]
    assert births["Baseline"].endswith("interval 12.2 to 16.6; the other group: 7.3 %")
    # Its target is below its baseline: nothing can be met, and no path leads there.
    assert "no better than the baseline" in vaccines["Changed?"]
    assert vaccines["Path"] == f"{verdict.UNKNOWN}: {path.NO_WAY}"


def test_a_card_past_its_own_trigger_says_so() -> None:
    card = replace(CARDS[0], consequence="If over 10, then hours move by July")
    said = page_of(card)["If off track"]
    assert said == (
        "If over 10, then hours move by July. The latest value, 11.9 (2026), is over 10; the "
        "trigger is passed."
    )
    below = replace(card, latest_value=9.9, latest_low=9.0)
    assert page_of(below)["If off track"] == "If over 10, then hours move by July."


def test_limits_that_cannot_be_right_are_shown_as_such_and_decide_nothing() -> None:
    card = replace(CARDS[0], baseline_low=16.6, baseline_high=12.2)
    assert "16.6 and 12.2: no interval" in page_of(card)["Baseline"]
    assert verdict.BY_RULE in page_of(card)["Changed?"]
    assert "runs from 16.6 down to 12.2" in text_of(card)


def test_every_remark_is_in_the_paper_by_its_words_or_by_its_field() -> None:
    bare = MetricCard(id="A", name="Visits")
    said = text_of(bare)
    for remark in short.without_computed(check_card(bare, DAY)):
        assert remark.what in said or FIELDS[remark.part].label in said, remark
    assert "the lesson shows them" not in said


def test_no_heading_of_a_paper_stands_above_nothing() -> None:
    sound = replace(CARDS[0], id="M01")
    rule = RuleCard(name="A", criteria="By need")
    for cards, rules in (([sound], []), (CARDS, [RULE, rule]), ([], [RULE])):
        blocks = register.paper(cards, rules, [ASKED], today=DAY).body
        for heading, after in pairwise([*blocks, Heading("end")]):
            if isinstance(heading, Heading):
                assert not isinstance(after, Heading), heading
    # A card on which nothing is open has no such heading.
    assert "Open on this card" not in text_of(replace(sound, progress=""))


def test_the_meeting_that_reviews_a_card_is_asked_for_its_day() -> None:
    card = replace(CARDS[0], next_review="", review_forum="Coalition meeting")
    asks = {ask.what: ask for ask in register.paper([card], today=DAY).asks}
    assert asks["the day of the next review"].whom == "whoever leads “Coalition meeting”"
    bare = register.paper([replace(card, unit="", review_forum="")], today=DAY).asks
    assert {"the owner", "whoever keeps the data"} <= {ask.whom for ask in bare}


def test_a_target_by_race_for_who_is_chosen_is_asked_of_counsel() -> None:
    hiring = next(card for card in CARDS if card.id == "M10")
    asks = register.paper([hiring], today=DAY).asks
    assert "counsel" in [ask.whom for ask in asks]


def test_an_empty_register_says_so_and_open_parts_are_named() -> None:
    assert not register.paper([], today=DAY).asks
    tables = [
        each
        for each in register.paper([MetricCard(id="A", name="B")], today=DAY).body
        if isinstance(each, Table) and each.caption == "The card"
    ]
    assert ("Owner", register.OPEN) in tables[0].rows


def values_of(content: bytes, sheet: str = "Register") -> list[dict[str, object]]:
    """Give the rows of a sheet by their headings, as a program that computes nothing shows them."""
    page = openpyxl.load_workbook(io.BytesIO(content), data_only=True)[sheet]
    rows = list(page.iter_rows(values_only=True))
    at = next(at for at, row in enumerate(rows) if row[0] == "Id")
    return [dict(zip(map(str, rows[at]), row, strict=True)) for row in rows[at + 1 :] if row[0]]


LATE = replace(example_card(), latest_year=2040, id="LATE")
# Each branch of a verdict, and each way in which a value can be missing or wrong.
ODD: tuple[dict[str, Any], ...] = (
    {"latest_value": None},
    {"latest_value": 54.0},
    {"latest_value": 50.0},
    {"latest_value": 50.0, "latest_low": None},
    {"latest_value": 40.0, "latest_low": None},
    {"latest_value": 55.0, "latest_low": None},
    {"latest_value": 56.7, "latest_low": None, "latest_year": 2026},
    {"latest_low": 69.0, "latest_high": 57.0},
    {"latest_value": 82.0, "latest_low": 60.0, "latest_high": 95.0},
    {"latest_value": 82.0, "latest_low": 40.0, "latest_high": 99.0},
    {"direction": "up"},
    {"direction": "lower is better"},
    {"baseline_value": 0.0, "baseline_low": None, "latest_value": -1.0},
    {"reference_baseline": 0.0, "reference_latest": None},
    {"period": "three years together", "latest_year": 2026},
    {"target_year": None},
    {"latest_value": 69.0, "latest_year": 2026},
    {
        **{"baseline_value": 88.1, "baseline_low": 85.0, "baseline_high": 90.7},
        **{"target_value": 95.0, "latest_value": 91.9, "latest_low": 89.2, "latest_high": 94.0},
    },
    # Exact limits of few events: by its width the change would be called sure.
    {
        **{"baseline_value": 9.1, "baseline_low": 5.2, "baseline_high": 14.8},
        **{"target_value": 20.0, "latest_value": 14.7, "latest_low": 13.7, "latest_high": 15.7},
    },
    {"latest_value": 82.0, "latest_low": 80.0, "latest_high": 95.0, "latest_year": 2026},
    {"baseline_value": 9.125, "baseline_low": None, "latest_value": 70.0, "latest_year": 2026},
    {"latest_value": 72.0, "latest_low": None, "latest_year": 2026, "target_year": 2028},
    {"target_year": 2020},
    {"latest_year": 2025},
)
# A path of 15.4545… beside a value and limits on each side of it, near it and at it.
NEAR = replace(
    LATE,
    direction="lower is better",
    baseline_value=20.0,
    baseline_year=2019,
    baseline_low=18.0,
    baseline_high=22.0,
    target_value=10.0,
    target_year=2030,
    latest_value=17.0,
    latest_year=2024,
    latest_low=15.0,
    latest_high=19.0,
)
WIDENED = {"latest_low": 14.61727298820, "latest_high": 19.38272701180}
AROUND: tuple[dict[str, Any], ...] = (
    {},
    {"latest_low": 16.0},
    {"latest_low": 15.4},
    {"latest_low": 15.45},
    {"latest_low": 15.4546},
    {"latest_low": None},
    {"latest_value": 15.0, "latest_low": None},
    {"latest_value": 15.0, "latest_low": 14.0, "latest_high": 15.0},
    {"latest_value": 15.0, "latest_low": 14.0, "latest_high": 16.0},
    {"latest_value": 14.0, "latest_low": 13.0, "latest_high": 15.4},
    {"latest_value": 14.0, "latest_low": 13.0, "latest_high": 15.5},
    {"latest_value": 18.0, "latest_low": 16.0, "baseline_value": 21.0, "latest_year": 2025},
    {"latest_value": 18.0, "latest_low": 15.0, "target_year": 2029},  # exactly at its limit
    {"direction": "higher is better", "target_value": 30.0, "latest_low": 15.0},
    {"latest_value": 16.0, "latest_low": 15.0, "latest_high": 15.0},
    {**WIDENED, "baseline_low": 17.61727298820, "baseline_high": 22.38272701180},
    {**WIDENED, "baseline_low": None},
    {"baseline_value": 0.9, "target_value": 0.0, "latest_value": 0.4, "baseline_low": None},
)
EVERY = [
    *CARDS,
    LATE,
    *(replace(NEAR, id=f"NEAR{at}", **changes) for at, changes in enumerate(AROUND)),
    *(replace(LATE, id=f"ODD{at}", **changes) for at, changes in enumerate(ODD)),
    MetricCard(id="X"),
]
COMPUTED = [part.label for part in register_columns.REGISTER if part.column.formula]


def book() -> bytes:
    return excel.write(register_book.book(EVERY, [RULE], [ASKED]))


def test_word_and_excel_give_one_verdict_with_its_reason() -> None:
    for card, row in zip(EVERY, values_of(book()), strict=True):
        changed = verdict.changed(card)
        assert (row["Changed?"], row["How that was decided"] or "") == (changed.word, changed.how)
        assert row["Path"] == verdict.on_path(card).word
        assert page_of(card)["Changed?"] == changed.told


def test_page_word_and_excel_round_by_one_rule_and_decide_what_they_show() -> None:
    for card, row in zip(EVERY, values_of(book()), strict=True):
        places, shown = digits.of_card(card), row["Path in that year"]
        assert row["Decimals"] == places
        if not isinstance(shown, int | float):
            continue
        told, exact = verdict.on_path(card), row["Path before rounding"]
        assert isinstance(exact, int | float)
        number = told.how.partition(" was expected")[0].replace(",", "")
        assert float(number.replace(digits.MINUS, "-")) == shown
        latest, limits = card.latest_value, interval_of(card, LATEST)
        assert latest is not None
        for beside in (latest, *(limits or ())):
            assert (shown > beside) == (exact > beside), (card.id, beside)
            assert (shown < beside) == (exact < beside), (card.id, beside)
        if round(exact, places) == shown:
            assert len(number.partition(".")[2]) == places
        better = latest >= shown if card.direction == "higher is better" else latest <= shown
        across = limits is not None and limits[0] <= shown <= limits[1]
        word = path.UNSURE if across else path.ON_PATH if better else path.BEHIND
        assert told.word.startswith(word), card.id
        assert page_of(card)["Path"] == told.told
        assert row["Path"] == told.word


@pytest.mark.parametrize(
    ("low", "high", "word", "shown"),
    [
        (15, 19, path.UNSURE, "15.5"),
        (16, 19, path.BEHIND, "15"),
        (15.4, 19, path.UNSURE, "15.5"),
        (15.45, 19, path.UNSURE, "15.455"),
        (15.4546, 19, path.BEHIND, "15.4545"),
        (None, None, path.BEHIND + verdict.AS_PRINTED, "15"),
    ],
)
def test_a_path_is_decided_before_it_is_rounded_and_shown_on_its_side(
    low: float | None, high: float | None, word: str, shown: str
) -> None:
    card = replace(NEAR, latest_low=low, latest_high=high)
    told = verdict.on_path(card)
    assert (told.word, told.brief) == (word, f"{shown} expected")


def test_no_word_of_a_verdict_is_surer_than_its_intervals_on_any_surface() -> None:
    for card, row in zip(EVERY, values_of(book()), strict=True):
        both = all(interval_of(card, moment) for moment in MOMENTS)
        page = page_of(card)
        for label, known, words in (
            ("Changed?", both, PROGRESS),
            ("Path", bool(interval_of(card, LATEST)), (path.ON_PATH, path.BEHIND)),
        ):
            for said in (page[label], str(row[label] or "")):
                if said.startswith(words):
                    assert (verdict.AS_PRINTED in said) != known, (card.id, said)
        for found, known in (
            (verdict.changed(card), both),
            (verdict.on_path(card), bool(interval_of(card, LATEST))),
        ):
            if found.word.startswith((*PROGRESS, path.ON_PATH, path.BEHIND)):
                assert (verdict.PRINTED in found.short) != known, (card.id, found.short)


def test_a_verdict_in_short_keeps_what_weakens_it() -> None:
    shorts = {card.id: verdict.changed(card).short for card in EVERY}
    for card in EVERY:
        for weak in (verdict.BY_CHANCE, verdict.REACHED_ACROSS, verdict.SHARED, "at the edge"):
            assert (weak in verdict.changed(card).how) == (weak in shorts[card.id]), card.id
    assert any(verdict.REACHED_ACROSS in each for each in shorts.values())
    assert shorts["M01"] == "little or no detectable change (−2.4; −5.3 to 0.6)"
    glance = next(each for each in register.paper(EVERY, today=DAY).body if isinstance(each, Table))
    for card, row in zip(EVERY, glance.rows, strict=True):
        assert card.latest_value is None or row[4].startswith(shorts[card.id])
    assert "“As printed”: no usable interval" in register.READING


def test_the_page_that_is_read_has_intervals_and_out_of_whom_and_no_word_it_lacks() -> None:
    whole = register.paper([CARDS[0]], today=DAY).body
    table = next(each for each in whole if isinstance(each, Table))
    measure, baseline, _, latest, *_ = table.rows[0]
    assert f"Out of: {CARDS[0].denominator}" in measure
    assert "; 12.2 to 16.6; other 7.3 %" in baseline and "; 10.1 to 14.1" in latest
    bare = replace(CARDS[0], baseline_low=None, reference_baseline=None, reference_latest=None)
    alone = register.paper([bare], today=DAY).body
    assert "no interval" in next(each for each in alone if isinstance(each, Table)).rows[0][1]
    assert any(register.OTHER in str(each) for each in whole)
    assert not any(register.OTHER in str(each) for each in alone)


def test_what_can_never_be_said_is_not_put_off() -> None:
    never = replace(LATE, target_year=LATE.baseline_year)
    assert verdict.on_path(never).told == f"{verdict.UNKNOWN}: {path.NO_TIME}"
    for card in EVERY:
        if card.latest_value is not None:
            assert "yet" not in verdict.changed(card).told + verdict.on_path(card).told


def test_each_computed_cell_has_its_value_beside_its_formula() -> None:
    found = {row["Id"]: row for row in values_of(book())}
    assert found["M01"]["Path in that year"] == 13.1
    assert found["M01"]["Ahead of the path by"] == pytest.approx(1.2)
    assert found["M01"]["Difference, baseline"] == pytest.approx(7.0)
    assert found["M01"]["Ratio, latest"] == pytest.approx(11.9 / 7.9)
    assert not found["M02"]["Path in that year"]
    assert found["LATE"]["Path in that year"] == 81


def test_source_groups_intervals_and_deputy_stand_in_the_workbook() -> None:
    first = values_of(book())[0] | values_of(book(), "Cards")[0]
    held = CARDS[0]
    for name in (
        *("data_source", "focus_group", "reference", "baseline_low", "baseline_high"),
        *("latest_low", "latest_high", "reference_baseline", "reference_latest", "deputy", "unit"),
    ):
        assert first[FIELDS[name].label] == getattr(held, name)


def test_definitions_are_of_the_columns_that_are_there() -> None:
    pages = openpyxl.load_workbook(io.BytesIO(book()))
    defined = [row[0] for row in pages["Definitions"].iter_rows(min_row=4, values_only=True)]
    there = {
        str(cell.value)
        for name in ("Register", "Cards")
        for row in pages[name].iter_rows()
        if row[0].value == "Id"
        for cell in row
    }
    assert there == set(defined) and len(defined) == len(there)


def test_a_sheet_without_rows_is_left_out_and_lists_are_out_of_sight() -> None:
    pages = openpyxl.load_workbook(io.BytesIO(excel.write(register_book.book(CARDS))))
    assert pages.sheetnames == ["Register", "Cards", "Log", "Definitions", "Lists"]
    assert pages["Lists"].sheet_state == "hidden"
    for name in ("Register", "Cards"):
        page = pages[name]
        assert page.print_title_cols == "$A:$B" and page.print_title_rows
        assert page.freeze_panes.startswith("C")


def test_another_program_computes_the_same_words_and_numbers(
    office: Office, tmp_path: Path
) -> None:
    path, again = tmp_path / "register.xlsx", tmp_path / "again"
    bare = openpyxl.load_workbook(io.BytesIO(book()))
    bare.save(path)  # without the values that we wrote, so that the other program has to compute
    office.converted(path, again)
    theirs = values_of((again / path.name).read_bytes())
    for ours, other in zip(values_of(book()), theirs, strict=True):
        for label in COMPUTED:
            one, two = ours[label] or None, other[label] or None
            assert (one == two) if isinstance(one, str) else (one == pytest.approx(two)), (
                ours["Id"],
                label,
            )


def test_the_card_of_the_lesson_shows_each_part_that_every_card_of_the_paper_shows() -> None:
    lesson = (ROOT / "modules/05_accountability_metrics.md").read_text(encoding="utf-8")
    card = lesson.partition("### One card, read whole")[2].partition(":::")[0]
    rows = [line.split("|")[1].strip() for line in card.splitlines() if line.startswith("| ")]
    for part in register_card.MUST:
        assert any(row.startswith(part) for row in rows), part
