"""No page promises a secrecy that an employer, a list or a records request can break."""

import re
from pathlib import Path

import pytest

from groundwork.authoring.notebooks import read

ROOT = Path(__file__).parents[2]
TEXTS = sorted(
    [
        *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "docs/architecture.md")),
        *(ROOT / "facilitator_guide").glob("**/*.md"),
        *(ROOT / "modules").glob("*.md"),
        *(ROOT / "exercises").glob("*/*.md"),
        *(ROOT / "src/groundwork").glob("**/*.yaml"),
        *(ROOT / "src/groundwork").glob("**/*.js"),
        *(ROOT / "src/groundwork/command").glob("*.py"),
        ROOT / "src/groundwork/learner/privacy.py",
        ROOT / "src/groundwork/learner/public_record.py",
    ]
)
# What is said of everybody else, and is true of none: the employer runs the computer, a list of
# who handed in what exists, and a records request reaches what exists.
# A file of a former version is still called “…, for you alone”: progress.js quotes that name.
ABSOLUTE = re.compile(
    r"private by construction|only you can (?:see|open|read)|for you alone\b(?![;'])"
    r"|nobody (?:else )?(?:can|will) (?:open|read|find out)|nobody else (?:can|will) (?:see|know)"
    r"|nobody reports who|none of it is written down|nothing is written down|who alone reads"
    r"|(?:completely|fully|strictly) (?:private|confidential|anonymous)|stays (?:private|secret)"
    r"|we (?:keep|have) no list|your eyes only|(?:is|are) gone, as agreed"
    # Windows has no modes, and some disks keep none: `doctor` tells for one computer.
    r"|(?<!as a rule, )(?<!as a rule )other accounts(?: on (?:this|the) computer)? cannot open"
    r"(?! (?:\{\}|my_work\b))",
    re.IGNORECASE,
)
RACE = "white|black|asian|hispanic|native|person of color"
# A duty, a seat or a help that the guide would give by race, against its own managers' page.
BY_RACE = re.compile(
    rf"if (?:one of )?you (?:is|are) (?:an? )?(?:{RACE})"
    r"|(?:different|one|the same) racial identit"
    r"|(?:people|staff|colleagues) of color (?:are|is) (?:never|not) asked"
    rf"|(?<!not )ask (?:an?|the) (?:{RACE}) (?:colleague|facilitator)",
    re.IGNORECASE,
)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_page_promises_what_others_can_break(path: Path) -> None:
    said = " ".join(path.read_text(encoding="utf-8").split())
    assert [found[0] for found in ABSOLUTE.finditer(said)] == []


# Whoever takes a paper away decides for the records officer, and under a hold against a court.
DESTROYS = re.compile(r"\b(?:destroy(?:s|ed)?|shred\w*|out of the file)\b", re.IGNORECASE)
ASKED_FIRST = re.compile(
    r"records officer|destroy nothing|nobody destroys|stop destroying|\?$", re.IGNORECASE
)
HOLD = (
    "When a request, a charge or a hold has come, or a complaint, a grievance or a threat to sue "
    "makes one likely, destroy nothing that it could cover, and ask counsel."
)
GUIDE = pytest.mark.parametrize(
    "path",
    sorted((ROOT / "facilitator_guide").glob("**/*.md")),
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)


def destroyed_unasked(said: str) -> list[str]:
    """Return each line that tells to take a record away, without whoever decides on it."""
    lines = said.splitlines()
    return [each for each in lines if DESTROYS.search(each) and not ASKED_FIRST.search(each)]


@GUIDE
def test_the_guide_destroys_nothing_before_the_records_officer_was_asked(path: Path) -> None:
    assert destroyed_unasked(path.read_text(encoding="utf-8")) == []


@GUIDE
def test_after_a_session_papers_are_kept_under_a_request_a_charge_or_a_hold(path: Path) -> None:
    said = path.read_text(encoding="utf-8")
    if path.parent.name == "sessions" and "text" not in path.parts:
        assert HOLD in " ".join(said.split())


HELD = ("README", "records", "closing", "exercises")


@pytest.mark.parametrize("name", HELD)
def test_the_duty_to_keep_begins_when_a_claim_is_likely(name: str) -> None:
    said = (ROOT / "facilitator_guide" / f"{name}.md").read_text(encoding="utf-8")
    assert HOLD.partition(", destroy")[0] in said


@pytest.mark.parametrize(
    "words",
    [
        "Put the handouts into the shredder by the door.",
        "- Destroy the slips together.",
        "what was used against it is taken back, and out of the file",
    ],
)
def test_a_record_taken_away_unasked_is_found(words: str) -> None:
    assert destroyed_unasked(words) == [words]


@GUIDE
def test_the_guide_gives_no_duty_by_race(path: Path) -> None:
    said = " ".join(path.read_text(encoding="utf-8").split())
    assert [found[0] for found in BY_RACE.finditer(said)] == []


@pytest.mark.parametrize(
    "words",
    [
        "Private by construction.",
        "OK Only you can open my_work",
        "nobody reports who took part",
        "and none of it is written down",
        "Other accounts on this computer cannot open this file.",
        "Write to [name], who alone reads it.",
    ],
)
def test_a_promise_that_cannot_be_kept_is_found(words: str) -> None:
    assert ABSOLUTE.search(words)


@pytest.mark.parametrize(
    "words",
    [
        "If one of you is a person of color, the other takes the moments",
        "If you can, be of different racial identities",
        "People of color are never asked to teach.",
    ],
)
def test_a_duty_by_race_is_found(words: str) -> None:
    assert BY_RACE.search(words)


PAGES = ("notice", "records", "exercises", "managers")


@pytest.mark.parametrize("name", PAGES)
def test_who_reads_of_hand_ins_is_told_that_a_list_exists_and_who_can_reach_it(name: str) -> None:
    said = (ROOT / "facilitator_guide" / f"{name}.md").read_text(encoding="utf-8")
    assert "list" in said
    assert re.search(r"records request|by a request|a request may", said)


def test_the_page_of_help_says_what_a_hand_in_holds() -> None:
    page = read(ROOT / "modules" / "how_it_works.ipynb")
    said = "\n".join(cell.source for cell in page.cells)
    for each in ("no time and no name", "random number", "records request"):
        assert each in said
