"""Page, Word and Excel give one verdict, by one rule, and none surer than its values."""

import re
from dataclasses import replace

import pytest
from papers.register_cards import CARDS, DAY, EVERY, LATE, NEAR, book, page_of, values_of

from groundwork.learner.papers import (
    register,
)
from groundwork.learner.papers.model import Table
from groundwork.subject.metrics import digits, path, verdict
from groundwork.subject.metrics.choices import LATEST, MOMENTS, PROGRESS
from groundwork.subject.metrics.interval import interval_of
from groundwork.subject.metrics.progress import IMPROVING, TARGET_MET, WORSE, progress_of
from groundwork.subject.units import MINUS

pytestmark = pytest.mark.lesson("05_accountability_metrics")


def test_word_and_excel_give_one_verdict_with_its_reason() -> None:
    for card, row in zip(EVERY, values_of(book()), strict=True):
        changed = verdict.changed(card)
        assert (row["Changed?"], row["How that was decided"] or "") == (changed.word, changed.how)
        assert row["Path"] == verdict.on_path(card).word
        assert page_of(card)["Changed?"] == changed.told


def test_page_word_and_excel_round_by_one_rule_and_decide_what_they_show() -> None:
    for card, row in zip(EVERY, values_of(book()), strict=True):
        places, shown = digits.of_card(card), row["Path in that year"]
        assert row["Decimals"] == (places if digits.has_numbers(card) else None)
        if not isinstance(shown, int | float):
            continue
        told, exact = verdict.on_path(card), row["Path before rounding"]
        assert isinstance(exact, int | float)
        number = told.how.partition(" was expected")[0].replace(",", "")
        assert float(number.replace(MINUS, "-")) == shown
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
            assert (weak in verdict.changed(card).told) == (weak in shorts[card.id]), card.id
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


def test_no_limit_of_a_change_is_shown_as_0_that_is_none_on_any_surface() -> None:
    assert page_of(NEAR)["Changed?"] == (
        f"improving ({verdict.BY_INTERVALS}: difference −3, 95 % interval −5.8 to "
        f"−0.2{verdict.AT_THE_EDGE})"
    )
    for card, row in zip(EVERY, values_of(book()), strict=True):
        told = verdict.changed(card).told
        if verdict.BY_INTERVALS not in told:
            continue
        ends = re.findall(r"[−\d.]+", told.partition("95 % interval ")[2])[:2]
        low, high = (float(end.replace(MINUS, "-")) for end in ends)
        sure = low > 0 or high < 0
        word = str(row["Changed?"]).removesuffix(verdict.BY_CHANCE)
        assert sure == (word in (IMPROVING, WORSE) or word == row["Changed?"] == TARGET_MET), card
        assert f"interval {ends[0]} to {ends[1]}" in str(row["How that was decided"])


def test_a_target_that_is_met_perhaps_by_chance_says_so_in_the_cell_itself() -> None:
    found = {card.id: card for card in EVERY}
    rows = {str(row["Id"]): row for row in values_of(book())}
    chance = []
    for card in EVERY:
        told = progress_of(card)
        if told and told.word == TARGET_MET and told.may_be_chance and told.percent is not None:
            chance.append(card.id)
    assert chance
    for id in chance:
        word = f"{TARGET_MET}; the change may be chance"
        assert rows[id]["Changed?"] == verdict.changed(found[id]).word == word
        assert page_of(found[id])["Changed?"].startswith(word)
        assert verdict.changed(found[id]).short.startswith(word)


def test_what_can_never_be_said_is_not_put_off() -> None:
    never = replace(LATE, target_year=LATE.baseline_year)
    assert verdict.on_path(never).told == f"{verdict.UNKNOWN}: {path.NO_TIME}"
    for card in EVERY:
        if card.latest_value is not None:
            assert "yet" not in verdict.changed(card).told + verdict.on_path(card).told
