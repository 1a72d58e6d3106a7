"""Every source of the course stands once in one bibliography, and says how it was read."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from groundwork.authoring import bibliography
from groundwork.authoring.bibliography import Bibliography, Entry
from groundwork.authoring.references import reference, sources
from groundwork.subject.errors import UserError

DATASETS = Path(__file__).parents[2] / "datasets"
KNOWN = bibliography.read(DATASETS / bibliography.FILE)
ROWS = {
    (path.stem, row["source"], row["publisher"], row["checked"])
    for path in DATASETS.glob("*.csv")
    for row in csv.DictReader(path.open(encoding="utf-8"))
}


@pytest.mark.parametrize(("table", "source", "publisher", "checked"), sorted(ROWS))
def test_each_row_of_a_data_set_names_an_entry_that_was_read_as_the_row_says(
    table: str, source: str, publisher: str, checked: str
) -> None:
    key = KNOWN.key_of(source, publisher)
    assert key is not None, f"{table}: {source} | {publisher}"
    assert KNOWN.entry(key).custom["read"] == checked


def test_no_entry_names_rows_that_no_data_set_has() -> None:
    named = {row for entry in KNOWN.entries.values() for row in entry.rows}
    assert named == {f"{source} | {publisher}" for _, source, publisher, _ in ROWS}


def test_each_true_case_is_looked_up_again_within_a_year() -> None:
    cases = [entry for entry in KNOWN.entries.values() if entry.case]
    assert len(cases) > 15
    for entry in cases:
        assert entry.look_again is not None
        assert 0 < (entry.look_again - entry.accessed).days <= 366, entry.key


def test_each_rule_from_outside_is_read_again_within_six_months() -> None:
    rules = [entry for entry in KNOWN.entries.values() if "rule" in entry.custom]
    assert len(rules) > 20
    for entry in rules:
        assert entry.look_again is not None
        assert 0 < (entry.look_again - entry.accessed).days <= 184, entry.key


def test_nothing_is_read_in_the_future() -> None:
    newest = max(entry.accessed for entry in KNOWN.entries.values())
    assert newest <= date.today()


def entry(**more: object) -> Entry:
    data: dict[str, object] = {
        "id": "a-2020",
        "type": "article-journal",
        "title": "A title",
        "author": [{"family": "Nardone", "given": "A."}, {"literal": "others"}],
        "container-title": "A Journal",
        "volume": 4,
        "issue": 1,
        "page": "1–9",
        "issued": 2020,
        "accessed": date(2026, 11, 22),
        "custom": {"read": "publisher", "what": "abstract"},
    }
    return Entry({**data, **more})


def test_a_reference_says_how_it_was_read() -> None:
    article = "Nardone A. and others. A title. *A Journal* 2020;4(1):1–9."
    assert reference(entry()) == f"{article} Read at the publisher (abstract)."
    second = entry(custom={"read": "secondary", "where": "a news page", "about": "Asthma"})
    assert reference(second) == f"Asthma: {article} Read second-hand (a news page)."
    ours = entry(custom={"read": "computed", "what": "the authors' data"})
    assert reference(ours) == f"{article} Computed by us from the authors' data."


def test_a_reference_links_its_title_and_escapes_what_markdown_would_read() -> None:
    made = reference(entry(title="On * and [x] for $5", DOI="10.1/x"))
    assert "[On \\* and \\[x\\] for \\$5](https://doi.org/10.1/x)" in made
    rule = entry(type="legal_case", title="Simkins v. Cone", number="323 F.2d 959", issued=1963)
    rule.data.pop("volume")  # type: ignore[attr-defined]
    assert "*Simkins v. Cone*." in reference(rule)


def test_a_newspaper_s_article_is_named_by_its_newspaper() -> None:
    article = {"type": "article-newspaper", "author": [], "issued": "2025-10-23"}
    assert entry(**article, title="Cut").short == "A Journal 2025"
    assert entry(type="webpage", author=[], title="A page", issued="2025").short == "A page 2025"


def test_the_days_of_reading_stand_above_the_list() -> None:
    days = [date(2026, 11, 22), date(2026, 11, 25), date(2026, 12, 1)]
    shown = sources([entry(accessed=day) for day in days])
    assert shown.startswith("Read on November 22, 25 and December 1, 2026.\n")
    second = entry(custom={"read": "secondary", "where": "a news page"})
    assert sources([second]).startswith("Read on November 22, 2026. Second-hand means")
    assert sources([]) == ""


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- {id: a, type: book, accessed: 2026-01-01}", ":1: a has no title"),
        ("- {id: a, type: book, title: T}", ":1: a has no accessed"),
        (
            "- {id: a, type: book, title: T, accessed: 2026-01-01}",
            ":1: a does not say how it was read: publisher, copy, secondary, computed",
        ),
        (
            "- {id: a, type: book, title: T, accessed: 2026-01-01, custom: {read: secondary}}",
            "a was read second-hand and does not say where",
        ),
        (
            "- {id: a, type: book, title: T, accessed: 2026-01-01, "
            "custom: {read: publisher, rule: X}}",
            "a is a rule from outside and has no look_again",
        ),
        (
            "- {id: a, type: book, title: T, accessed: 2026-01-01, "
            "custom: {read: publisher, case: X}}",
            "a tells of a true case and has no look_again",
        ),
        (
            "- {id: a, type: book, title: T, accessed: 2026-01-01, "
            "custom: {read: publisher, due: 2025-12-01, look_again: 2026-03-03}}",
            "a announces something for December 1, 2025: look_again is at most 60 days on",
        ),
        (
            "- {id: a, type: book, title: T, accessed: 2026-01-01, "
            "custom: {read: publisher, due: 2026-10-01}}",
            "a announces something for October 1, 2026",
        ),
        (
            "- {id: a, type: book, title: T, accessed: 2026-01-01, custom: {reed: publisher}}",
            "a has reed under custom; did you mean read?; known are about",
        ),
        (
            "- {id: a, type: book, title: T, accessed_on: 2026-01-01, custom: {read: publisher}}",
            "a has accessed_on, which is written nowhere; did you mean accessed? It has no acc",
        ),
        (
            "- {id: a, type: book, title: T, accessed: 2026-01-01, "
            "custom: {read: publisher, says: [120,510 dollars]}}",
            "a says 120, which is no text: put each thing that it says in quotes",
        ),
        (
            "- {id: a, type: book, title: T, accessed: 2026-01-01, custom: {read: publisher}}\n"
            * 2,
            ":2: a is there twice",
        ),
        ("- id: a\n  title: A study: of it\n", ":2: is no YAML"),
    ],
)
def test_a_faulty_entry_is_told_with_its_line(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "bibliography.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=re.escape(problem)):
        bibliography.read(path)


def test_an_unknown_key_is_an_error_and_never_left_out() -> None:
    with pytest.raises(UserError, match=r"No source has the key 'a-2021'\. Did you mean .@a-2020"):
        Bibliography({"a-2020": entry()}).entry("a-2021")
