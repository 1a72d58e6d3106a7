"""Funding and equity work are classed by rule, with the reason in words."""

from collections.abc import Callable

import pandas as pd
import pytest

from groundwork.subject.budget import (
    FUNDING,
    check_lines,
    classify_equity,
    classify_funding,
    label_disagreements,
    shares_without_evidence,
)

Lines = Callable[..., pd.DataFrame]
HORIZON = "2028-06-30"
PLAIN, RESTRICTED, LATER, LIMITED, ONCE = FUNDING


@pytest.mark.parametrize(
    ("label", "restriction", "ends", "expected"),
    [
        ("recurring", "unrestricted", "", PLAIN),
        ("Ongoing", "Unrestricted", "2030-06-30", LATER),
        ("recurring", "restricted", "2038-06-30", LATER),
        ("recurring", "restricted", "", RESTRICTED),
        ("recurring", "", "", RESTRICTED),
        ("recurring", "unrestricted", "2027-12-31", LIMITED),
        ("recurring", "unrestricted", "2028-06-30", LIMITED),
        ("recurring", "unrestricted", "2028-07-01", LATER),
        ("one-time", "unrestricted", "2026-06-30", LIMITED),
        ("one-time", "unrestricted", "", ONCE),
        ("One-Time", "restricted", "2029-06-30", ONCE),
        ("time-limited", "unrestricted", "", LIMITED),
        ("time-limited", "unrestricted", "2031-06-30", LATER),
        ("", "unrestricted", "", LIMITED),
        ("unknown", "unrestricted", "", LIMITED),
        ("see memo", "unrestricted", "2031-06-30", LATER),
    ],
)
def test_funding_follows_the_rule(
    lines_of: Lines, label: str, restriction: str, ends: str, expected: str
) -> None:
    row = {"recurrence": label, "restriction": restriction, "ends": ends}
    found = classify_funding(lines_of({}, row), HORIZON)
    assert found["funding"].tolist() == [PLAIN, expected]


def test_the_reason_says_which_fact_decided(lines_of: Lines) -> None:
    reasons = classify_funding(
        lines_of(
            {"ends": "2027-12-31"},
            {"recurrence": "see memo"},
            {"recurrence": ""},
            {"restriction": ""},
            {"ends": "2030-06-30"},
            {"recurrence": "one-time"},
        ),
        HORIZON,
    )["reason"].tolist()
    assert reasons[0] == (
        "Ends on December 31, 2027, inside the horizon (June 30, 2028), although the label says "
        "'recurring'."
    )
    assert "'see memo', which does not say whether it recurs" in reasons[1]
    assert "no label says whether it recurs" in reasons[2]
    assert "nobody has said that it is unrestricted" in reasons[3]
    assert reasons[4] == (
        "Ends on June 30, 2030, after the horizon (June 30, 2028), although the label says "
        "'recurring'."
    )
    assert reasons[5].startswith("One-time: the label says 'one-time'")


def test_lines_whose_label_and_rule_disagree_are_listed(lines_of: Lines) -> None:
    found = label_disagreements(
        lines_of(
            {"line_id": "honest", "recurrence": "time-limited", "ends": "2027-06-30"},
            {"line_id": "hopeful", "ends": "2027-06-30", "amount": "1.25"},
            {"line_id": "silent", "recurrence": ""},
            {"line_id": "dated", "recurrence": "one-time", "ends": "2026-06-30"},
        ),
        HORIZON,
    )
    assert found["line_id"].tolist() == ["hopeful", "dated"]
    assert found["amount_cents"].tolist() == [125, 10000]
    assert found["promises_more"].tolist() == [True, False]


def test_a_later_horizon_makes_more_money_time_limited(lines_of: Lines) -> None:
    table = lines_of({"ends": "2029-06-30"})
    assert classify_funding(table, "2028-06-30")["funding"].tolist() == [LATER]
    assert classify_funding(table, "2029-06-30")["funding"].tolist() == [LIMITED]


def test_many_labels_do_not_upset_the_rule(lines_of: Lines) -> None:
    rows = [{"recurrence": f"label {at}"} for at in range(128)] + [{"recurrence": ""}, {}]
    found = classify_funding(lines_of(*rows), HORIZON)
    assert found["funding"].tolist() == [LIMITED] * 129 + [PLAIN]
    assert "'label 127'" in found["reason"].iloc[127]
    assert "no label" in found["reason"].iloc[128]


def test_a_claim_counts_only_with_evidence_whole_or_in_part(lines_of: Lines) -> None:
    found = classify_equity(
        lines_of(
            {"equity_share": 1},
            {"equity_share": 0.35, "equity_evidence": "time study, May"},
            {"equity_share": 0.35, "equity_evidence": "tbd"},
            {"equity_share": 0},
            {"equity_share": 1, "equity_evidence": ""},
        )
    )
    assert found["equity"].tolist() == ["direct", "embedded", "none", "none", "none"]
    assert found["counted_share"].tolist() == [1, 0.35, 0, 0, 0]
    assert found["reason"].iloc[1] == "35 % of the line is equity work, shown by: time study, May."
    assert "does not count yet" in found["reason"].iloc[2]
    assert found["reason"].iloc[4] == (
        "The whole line is claimed as equity work, but no document shows it: it does not count yet."
    )


def test_shares_without_a_document_are_listed(lines_of: Lines) -> None:
    table = lines_of(
        {},
        {"line_id": "claimed", "equity_share": 0.5, "equity_evidence": ""},
        {"equity_share": 0, "equity_evidence": ""},
    )
    assert shares_without_evidence(table)["line_id"].tolist() == ["claimed"]


def test_a_filtered_table_keeps_reasons_beside_their_lines(lines_of: Lines) -> None:
    lines = check_lines(
        lines_of({"ends": "2027-06-30"}, {"recurrence": "one-time"}, {"equity_share": 0})
    )
    some = lines[lines["line_id"] != "L0"]
    assert classify_funding(some, HORIZON)["reason"].iloc[0].startswith("One-time")
    assert classify_equity(some)["equity"].tolist() == ["direct", "none"]
