"""The register is one paper: a page a card, and nothing surer than its values."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from papers.register_cards import ASKED, CARDS, DAY, ROOT, RULE, page_of, text_of

from groundwork.learner.papers import register, register_asks, register_card, text
from groundwork.learner.papers.model import Heading, Table
from groundwork.subject.fairness.evaluation import Evaluation
from groundwork.subject.fairness.rule_card import RuleCard, check
from groundwork.subject.metrics import path, short, verdict
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.checks import check_card
from groundwork.subject.remark import NUDGE

pytestmark = pytest.mark.lesson("05_accountability_metrics")


def test_each_card_and_rule_has_a_page_and_the_first_page_holds_all() -> None:
    made = register.paper(CARDS, [RULE], [ASKED], today=DAY)
    pages = [each.text for each in made.body if isinstance(each, Heading) and each.new_page]
    assert len(pages) == len(CARDS) + 2
    first = next(each for each in made.body if isinstance(each, Table))
    assert len(first.rows) == len(CARDS)
    assert made.box and made.reader == "the director and the senior team"


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


def test_every_remark_is_in_words_on_the_page_for_the_writer_and_once_for_the_set() -> None:
    bare = [MetricCard(id="A", name="Visits"), MetricCard(id="B", name="Doors"), CARDS[1]]
    made = register.paper(bare, today=DAY)
    alone = made.for_writer
    assert alone is not None
    said = text.write(replace(alone, date=DAY))
    for card in bare:
        for remark in short.without_computed(check_card(card, DAY)):
            whole = register_card.bare(remark)
            assert said.count(whole) == 1, whole
            line = next(line for line in said.splitlines() if whole in line)
            assert card.id in line.partition(":")[0], line
    assert said.count("A, B: ") > 3


def test_the_paper_for_the_director_says_an_equal_remark_once_and_nothing_to_the_writer() -> None:
    cards = [replace(card, owner="", unit="") for card in CARDS]
    made = register.paper(cards, [RULE], [ASKED], today=DAY)
    said = text.write(replace(made, date=DAY))
    assert "lesson 05" not in said and "The checks" not in said and "remark on:" not in said
    for card in cards:
        for remark in short.without_computed(check_card(card, DAY)):
            assert said.count(remark.what) <= 1, remark
    assert f"All {len(cards)} cards: " in said


def test_the_first_page_counts_what_is_open_on_each_card_and_what_is_a_thought_beside_it() -> None:
    table = next(each for each in register.paper(CARDS, today=DAY).body if isinstance(each, Table))
    at = table.columns.index("Open")
    for card, row in zip(CARDS, table.rows, strict=True):
        severities = [each.severity for each in short.without_computed(check_card(card, DAY))]
        thoughts = severities.count(NUDGE)
        beside = f"+{thoughts}" if thoughts else ""
        assert row[at] == f"{len(severities) - thoughts}{beside}"
    assert len({row[at] for row in table.rows}) > 2
    assert any("+" in row[at] for row in table.rows)


@pytest.mark.parametrize(
    ("unit", "sign", "said"),
    [
        *((unit, " %", False) for unit in ("percent", "Percent of families", "per cent", "%")),
        *((unit, "", True) for unit in ("percentage points", "per 10,000", "count", "days")),
        ("", "", False),
    ],
)
def test_each_value_at_a_glance_has_its_unit_beside_it_or_in_the_first_column(
    unit: str, sign: str, said: bool
) -> None:
    cards = [replace(card, unit=unit) for card in CARDS]
    table = next(each for each in register.paper(cards, today=DAY).body if isinstance(each, Table))
    for card, row in zip(cards, table.rows, strict=True):
        assert row[1].startswith(f"{card.baseline_value:,.6g}{sign}")
        assert ("%" in row[1]) == bool(sign)
        assert (f"; {unit})" in row[0]) == said
        assert ("unit: open" in row[0]) == (not unit)


def test_what_chance_does_is_said_of_the_measures_that_were_tested() -> None:
    said = register.READING
    assert "with both, as if the two values were independent" in said
    assert "Of every 20 that were tested so and did not change" in said


def test_what_is_asked_of_one_office_names_every_card_that_lacks_it() -> None:
    lacks = [replace(card, reference_latest=None) for card in CARDS]
    asks = register.paper(lacks, today=DAY).asks
    what = register_asks.HOLDERS["reference_latest"][1]
    for card in lacks:
        lacking = [each.part for each in check_card(card, DAY)]
        asked = [ask.why for ask in asks if ask.what == what]
        assert (f"card {card.id}" in asked) == ("reference_latest" in lacking)


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


def test_the_card_of_the_lesson_shows_each_part_that_every_card_of_the_paper_shows() -> None:
    lesson = (ROOT / "modules/05_accountability_metrics.md").read_text(encoding="utf-8")
    card = lesson.partition("### One card, read whole")[2].partition(":::")[0]
    rows = [line.split("|")[1].strip() for line in card.splitlines() if line.startswith("| ")]
    for part in register_card.MUST:
        assert any(row.startswith(part) for row in rows), part


def test_a_card_shows_on_its_own_page_what_is_over() -> None:
    over = "If under 60 by 6/30/2026, then the manager pays an interpreter by August 2027"
    late = replace(CARDS[0], consequence=over, next_review="2026-06-30", latest_value=None)
    page = text_of(late).partition("Open on this card")[2].partition("Ask list".upper())[0]
    assert "“by 6/30/2026” is over." in page
    assert "The next review was due on June 30, 2026." in page


def test_no_page_of_the_register_names_race_where_the_department_did_not() -> None:
    cards = [
        MetricCard(id="A", name="Food inspections on time", unit="percent"),
        MetricCard(id="B", name="Calls", disaggregation=("district",), owner="Clinic Manager"),
    ]
    made = register.paper(cards, [RuleCard(name="Visits")], [Evaluation()], today=DAY)
    words = text.write(replace(made, date=DAY)).casefold()
    assert not re.search(r"\b(?:rac(?:e|ial)|ethnic\w*|equit\w+|divers\w+|inclusi\w+)\b", words)


def test_what_can_hurt_somebody_is_for_the_writer_alone() -> None:
    named = replace(CARDS[0], owner="Maria Lopez", id="N1")
    hiring = next(card for card in CARDS if card.id == "M10")
    rule = RuleCard(name="Seats", criteria="Black families first", applies="Maria Lopez")
    made = register.paper([named, hiring], [rule], today=DAY)
    harms = [
        remark
        for remarks in (check_card(named, DAY), check_card(hiring, DAY), check(rule, DAY))
        for remark in remarks
        if remark.harms
    ]
    assert {each.part for each in harms} >= {"owner", "target_value", "criteria", "applies"}
    handed_on, alone = text.write(replace(made, date=DAY)), made.for_writer
    assert alone is not None
    for_writer = text.write(replace(alone, date=DAY))
    for remark in harms:
        assert remark.what not in handed_on and remark.what in for_writer
        assert any(remark.what in each for each in made.look)


def test_the_paper_for_the_director_tells_nobody_what_to_write() -> None:
    bare = [MetricCard(id="A", name="Visits"), MetricCard(id="B", name="Doors")]
    said = text.write(replace(register.paper(bare, today=DAY), date=DAY))
    assert "Riverbend" not in said
    for card in bare:
        for remark in check_card(card, DAY):
            assert remark.try_instead not in said


def test_a_card_that_is_not_split_says_so_beside_its_reason() -> None:
    bare = replace(CARDS[0], disaggregation=(), disaggregation_reason="small counts")
    assert page_of(bare)["Split by"] == "not split: small counts"
    assert "Split by" not in page_of(replace(bare, disaggregation_reason=""))
