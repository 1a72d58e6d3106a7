"""The notice is said in the time it names, and its promises are those that others signed."""

import re

import pytest
from small_guide import ROOT

from groundwork.authoring.guide.shared import SAID as SHARED
from groundwork.learner import privacy
from groundwork.learner.papers.law import law_cards

GUIDE = ROOT / "facilitator_guide"
PAGE = (GUIDE / "notice.md").read_text(encoding="utf-8")
MANAGERS = (GUIDE / "managers.md").read_text(encoding="utf-8")
SAID = [line.removeprefix("> ") for line in PAGE.splitlines() if line.startswith("> ")]
CHOICE, TOLD, *REST = SAID
MINUTES = {"three": 3, "four": 4, "five": 5, "six": 6}
SLOWLY = 130  # words that are read aloud in a minute, so that a room can follow
SESSION = (GUIDE / "sessions" / "00_start_here.md").read_text(encoding="utf-8")
OPENING = SESSION.partition("### Arrive and agree\n")[2].partition("\n### ")[0]
LONGEST = 33  # words of a sentence that a room can hear
# A department's own words: what stands in a bracket is read aloud too.
FILLED = {
    "what": "a written question from the supervisor",
    "who signed": "the director, the union and our investigator",
    "name": "Jordan Rivera",
    "Name": "The deputy director",
    "number or name": "number",
    "The chat is kept for …": "The chat is kept for ninety days.",
    "date": "June 30, 2029",
    "Neither of us supervises any of you.": (
        "Jordan supervises some of you; the other alone keeps the folder."
    ),
    "An outsider": "The outside facilitator",
}


def filled(said: str) -> str:
    """Return a paragraph as it is said: brackets filled, without what tells whom it is for."""
    spoken = re.sub(r"^\*.*?\*", "", said)
    return re.sub(r"\[(.*?)\]", lambda found: FILLED[found[1]], spoken)


def words(said: str) -> list[str]:
    """Return the words that are said."""
    return re.findall(r"[\w'’-]+", filled(said))


@pytest.mark.parametrize("opening", [CHOICE, TOLD], ids=["by choice", "told to come"])
def test_it_takes_the_minutes_that_it_names_with_its_brackets_filled(opening: str) -> None:
    told = re.search(r"It takes about (\w+) minutes", PAGE)
    assert told
    minutes = MINUTES[told[1]]
    spoken = sum(len(words(each)) for each in [opening, *REST])
    assert (minutes - 1) * SLOWLY < spoken <= minutes * SLOWLY
    assert f"it takes about {told[1]} minutes" in SESSION
    assert opening_part("read whole") == [minutes] * 3


def opening_part(said: str) -> list[int]:
    """Return the minutes that the first session's opening gives a part, in each form."""
    row = next(each for each in OPENING.splitlines() if said in each)
    return [int(each) for each in re.findall(r"\| (\d+)(?= \|)", row)]


def test_the_opening_of_the_first_session_has_the_minutes_of_what_is_read_in_it() -> None:
    agreements = (GUIDE / "agreements.md").read_text(encoding="utf-8")
    read = agreements.partition("## Ours")[2].partition("## When one is bent")[0]
    (named,) = re.findall(r"Read them aloud, (\w+) minutes", agreements)
    assert len(words(read)) <= MINUTES[named] * SLOWLY
    assert opening_part("what they cannot do") == [MINUTES[named]] * 3
    welcome = re.search(r"\*\*Say\.\*\*\n\n> (.+)", OPENING)
    assert welcome and len(words(welcome[1])) <= opening_part("The words above")[0] * SLOWLY
    assert min(opening_part("change")) >= 2  # an agreement that nobody has time to change is none
    rows = [each for each in OPENING.splitlines() if re.match(r"\| .+ \| \d+ \|", each)]
    parts = [[int(each) for each in re.findall(r"\| (\d+)(?= \|)", row)] for row in rows]
    clock = [int(each) for each in re.findall(r"\((\d+) minutes\)", OPENING)]
    assert [sum(each) for each in zip(*parts, strict=True)] == clock


def test_its_sentences_are_short() -> None:
    sentences = [each for said in SAID for each in re.split(r"(?<=[.?:;]) ", said)]
    assert [each for each in sentences if len(words(each)) > LONGEST] == []


def test_discipline_pay_and_union_come_first() -> None:
    first = " ".join(REST[:2])
    for each in ("a review, a promotion, a discipline or a reference", "paid work time", "union"):
        assert each in first
        assert each in MANAGERS or each == "union"
    assert "two years after the last session" in first
    assert "for two years after its last session" in MANAGERS


def test_its_copy_has_the_table_that_the_lessons_show() -> None:
    assert privacy.table() in PAGE


@pytest.mark.parametrize(
    ("said", "pages"),
    [
        ("promise", {"notice", "managers"}),
        ("away", {"notice", "managers", "before"}),
        ("told", {"notice", "before"}),
        ("signed", {"notice", "managers", "before"}),
        ("order", {"README", "managers", "before"}),
        ("two", {"README", "before"}),
        ("load", {"before", "safety"}),
        ("pairing", {"README"}),
        ("out", {"README"}),
        ("split", {"README", "collating"}),
        ("handouts", {"notice", "records"}),
        ("keep", {"README"}),
        ("hold", {"README", "records", "closing", "exercises"}),
        ("own_map", {"records", "political_context", "sessions/01_root_causes"}),
        ("own_map", {"handouts/01_root_causes"}),
        (
            "unpaid",
            {"difficult_moments", "sessions/00_start_here", "sessions/04_shared_leadership"},
        ),
        ("unnamed", {"difficult_moments", "sessions/00_start_here"}),
        ("limits", {"README", "political_context"}),
        ("missed", {"forms", "sessions/01_root_causes"}),
        ("recording", {"notice", "agreements"}),
        ("consent", {"notice", "agreements", "hybrid", "accessibility", "difficult_moments"}),
        ("roster", {"notice", "closing", "exercises"}),
        ("pairs", {"before", "accessibility"}),
        ("doj_trainings", {"political_context", "affinity_spaces", "law_cards"}),
    ],
)
def test_a_promise_has_one_wording_on_every_page_that_makes_it(said: str, pages: set[str]) -> None:
    for name in pages:
        assert SHARED[said] in (GUIDE / f"{name}.md").read_text(encoding="utf-8"), name


def test_every_shared_sentence_is_said_in_the_guide() -> None:
    every = " ".join(each.read_text(encoding="utf-8") for each in GUIDE.glob("**/*.md"))
    assert [name for name, said in SHARED.items() if said not in every] == []


def test_law_cards_say_of_trainings_what_the_guide_says() -> None:
    said = [rule.says for card in law_cards.cards().values() for rule in card.rules]
    listed = [each for each in said if "single out" in each]
    assert listed
    assert [each for each in listed if SHARED["doj_trainings"] not in each] == []


@pytest.mark.parametrize("name", ["notice", "agreements", "hybrid", "accessibility"])
def test_no_page_vouches_for_what_others_may_record(name: str) -> None:
    said = (GUIDE / f"{name}.md").read_text(encoding="utf-8")
    assert not re.search(r"[Nn]othing is recorded", said)


def test_who_hands_in_is_told_that_it_is_known_whose_it_is() -> None:
    hand_in = next(each for each in REST if each.startswith("We read what you hand in"))
    for each in ("know whose it is", "links all your files", "We keep it until", "supervises"):
        assert each in hand_in


def test_nobody_is_enrolled_before_the_managers_signed() -> None:
    for name in ("notice", "managers", "before"):
        said = (GUIDE / f"{name}.md").read_text(encoding="utf-8")
        assert "Nobody is enrolled before" in said
    start = (GUIDE / "README.md").read_text(encoding="utf-8")
    assert "Only then is the supervisor asked" in start


def test_a_supervisor_is_asked_after_the_person_said_yes_and_no_page_says_otherwise() -> None:
    order = SHARED["order"]
    assert order.index("offices sign") < order.index("invitation") < order.index("supervisor")
    calendar = (GUIDE / "before.md").read_text(encoding="utf-8").partition("## The inv")[0]
    steps = ("offices sign", "The invitation", "asked once more", "supervisor has signed")
    assert sorted(steps, key=calendar.index) == list(steps)


def test_between_invitation_and_session_lies_every_answer_that_takes_days() -> None:
    """A no of a supervisor and its decision take five working days each, one week."""
    calendar = (GUIDE / "before.md").read_text(encoding="utf-8").partition("## The inv")[0]
    weeks = ["six", "five", "four", "three", "two", "one"]
    at = {
        number: row
        for row in calendar.splitlines()
        for number, word in zip(range(6, 0, -1), weeks, strict=True)
        if row.lower().startswith(f"| {word} week")
    }
    asked = next(week for week, row in at.items() if "asked once more" in row)
    decided = next(week for week, row in at.items() if "decides within 5" in row)
    signed = next(week for week, row in at.items() if "has signed" in row)
    invited = next(week for week, row in at.items() if "The invitation" in row)
    assert invited - asked >= 1 and asked - decided >= 1 and decided - signed >= 1
    start = (GUIDE / "README.md").read_text(encoding="utf-8")
    assert f"invitation, {weeks[6 - invited]} weeks before" in start


def test_what_is_said_to_be_by_date_is_by_date() -> None:
    page = (GUIDE / "political_context.md").read_text(encoding="utf-8")
    tables = re.findall(r"\| Date, \w+ \|.+\n\| -+.+\n((?:\|.+\n)+)", page)
    assert len(tables) == 2
    for table in tables:
        years = [int(re.search(r"\d{4}", row)[0]) for row in table.splitlines() if row[2:3] != "S"]  # type: ignore[index]
        assert years == sorted(years)
