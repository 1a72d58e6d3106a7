"""Whatever is wrong with a question is said with its line, all of it at once."""

import pytest
from questions.texts import (
    CARD,
    CHOOSE,
    CODE,
    COMPUTED,
    EVERY,
    FLAW,
    GUESS,
    HEAD,
    MATCH,
    MATRIX,
    NUMBER,
    SEVERAL,
    SORT,
    TABLE,
    WRITE,
    sheet,
)

from groundwork.authoring.questions.sheet import promises, spoken


def faults(text: str, before: str, after: str, *, graded: bool = True) -> list[str]:
    """The faults after one edit, which must change the text."""
    assert before in text
    return sheet(text.replace(before, after, 1), graded=graded)[1]


@pytest.mark.parametrize(
    ("text", "before", "after", "said"),
    [
        (CHOOSE, "[x] seat", "[ ] seat", "has no right option"),
        (
            SORT,
            "Look again: no money moves here.",
            "Look again: no money moves here.\n  > Who wrote it?",
            "goes on with the reply to [budget]: leave a line empty above it",
        ),
        (CHOOSE, "[ ] survey", "[y] survey", "has [y]: an option begins with [x] or [ ]"),
        (CHOOSE, "- [ ] survey: Ask", "- [ ] Ask", "has no name"),
        (CHOOSE, "council: Set", "survey: Set", "has the name 'survey' of line"),
        (
            CHOOSE,
            "Set up a council that meets with the manager.",
            "Ask 200 patients in a survey each year.",
            "says the same as line",
        ),
        (CHOOSE, "  > They are heard. Who decides?\n", "", "has no reply: quote it below council"),
        (
            CHOOSE,
            "They are heard. Who decides?",
            "It moves no power: nobody has to answer it.",
            "is the same reply as in line",
        ),
        (
            CHOOSE,
            "They are heard. Who decides?",
            "Better give patients two voting seats.",
            "gives the answer away, 'give patients two voting'",
        ),
        (
            CHOOSE,
            "two voting seats on the panel.",
            "two voting seats on the panel that ranks the requests for positions each spring.",
            "is right and by far the longest option",
        ),
        (CHOOSE, "Which step gives the patients more power?\n", "", "asks nothing"),
        (CHOOSE, ":points: 1", ":points: 20", "gives 20 points"),
        (CHOOSE, ":points: 1", ":points: 0", "gives 0 points"),
        (CHOOSE, ":points: 1", ":points: one", "write a whole number"),
        (CHOOSE, ":points: 1\n", "", "gives no points"),
        (CHOOSE, ":points: 1", ":points: 1\n:marks: 1", "has the option 'marks'"),
        (SEVERAL, "> [right] Many", "> [rihgt] Many", "is a quote with [rihgt] under no item"),
        (SEVERAL, "> [right] Many", "> [rihgt] Many", "says nothing to the right answer"),
        (SEVERAL, "  > Look at the second row.\n", "", "has no reply: quote it below few"),
        (SORT, "[place] mold", "[plaec] mold", "is in [plaec], which is no category"),
        (SORT, "> [budget] Look", "> [bugdet] Look", "answers [bugdet], which is no category"),
        (SORT, "> [budget] Look", "> [policy] Look", "answers [policy], where the item belongs"),
        (SORT, "  > Look at the apartments again.\n", "", "has no reply: quote below 'mold'"),
        (
            SORT,
            "Look at the apartments again.",
            "This is about neighborhood and living conditions.",
            "gives the answer away",
        ),
        (SORT, "- budget: Money", "- policy: Money", "has the name 'policy' of line"),
        (MATCH, "[board] rule", "[sender] rule", "matches 2 items with [sender]"),
        (
            MATCH,
            "- court: A court\n- voters: The voters, at the next election\n",
            "",
            "has 2 partners for 2 items",
        ),
        (MATRIX, ":letters: D decides | A", ":letters: DD decides | A", "has 'DD decides'"),
        (MATRIX, ":once: D", ":once: X", "says 'X', which is none of"),
        (MATRIX, "[director D, c", "[drector D, c", "names the column 'drector'"),
        (MATRIX, "[director D, c", "[director Q, c", "has 'Q' for director"),
        (MATRIX, "[nurse D, council A]", "[nurse W, council A]", "has a key that breaks :once:"),
        (MATRIX, "> [counsel -]", "> [counsel S]", "answers [counsel S], which is right there"),
        (MATRIX, "> [counsel -]", "> [law -]", "names the column 'law'"),
        (MATRIX, "> [right] The", "> [rihgt] The", "says nothing to the right answer"),
        (FLAW, "- [ ] log", "- [x] log", "has more flawed parts than sound ones"),
        (FLAW, "  > A log is how somebody else can see it.\n", "", "has no reply"),
        (FLAW, "> [right] Speed", "> [rihgt] Speed", "says nothing to the right answer"),
        (CARD, "[x value] 66.7", "[value] 66.7", "has 0 right entries: put [x value]"),
        (CARD, "[owner] clerk", "[ownr] clerk", "is in [ownr], which is no field"),
        (CARD, "- [value] 80", "- [value] 66.72", "is wrong, and within 0.05"),
        (CARD, "  > [else] Count top and bottom again.\n", "", "say [else] under that field"),
        (CARD, "  > Did all of them ask?\n", "", "has no reply"),
        (
            CARD,
            "Did all of them ask?",
            "Take all who asked at least once.",
            "gives the answer away",
        ),
        (CARD, ":unit: value", ":unit: rate", "gives a unit to rate, no field"),
        (TABLE, "| --- | ---: | ---: |\n", "", "has no table"),
        (TABLE, "| Line B | [amount] | 33.3 % |", "| Line B | [amount] |", "has a row of 2 cells"),
        (TABLE, "[amount] | 33.3", "[amont] | 33.3", "has the open cell [amont], and no item"),
        (TABLE, "[amount] | 33.3", "$120 | 33.3", "stands 0 times as [amount]"),
        (TABLE, "[67] Give", "[66.74] Give", "answers 66.74, which is within 0.05 of another"),
        (TABLE, "\n  > Count whoever holds one.\n", "", "needs one reply without a box"),
        (TABLE, "Count whoever holds one.", "Count all 6.", "gives the answer away, 6"),
        (TABLE, "> [right] Both", "> [rihgt] Both", "says nothing to the right answer"),
        (NUMBER, "- [x] 3.3", "- [ ] 3.3", "has 0 right numbers"),
        (NUMBER, "- [ ] 3\n", "- [ ] 3.32\n", "is wrong, and within 0.05 of the right number"),
        (NUMBER, "- [ ] 3\n", "- [ ] 1.72\n", "is within 0.05 of the wrong number 1.75"),
        (NUMBER, "- [ ] 3\n", "- [ ] about 3\n", "write a number in digits"),
        (NUMBER, "- [ ] 3\n", "- [ ] 4\n", "says nothing to the right number with a decimal less"),
        (NUMBER, "subtract.", "the answer is 3.3.", "gives the answer away, 3.3"),
        (NUMBER, ":within: 0.05", ":within: 0.005", "says within 0.005"),
        (NUMBER, ":within: 0.05", ":within: 0.09", "says within 0.09"),
        (NUMBER, "- [x] 3.3", "- [x] 3.7", "computes 3.3, and the right number is 3.7"),
        (NUMBER, "native - white", "native - wihte", "there is no 'wihte'"),
        (NUMBER, ":unit: deaths per 1,000 live births\n", "", "says no unit"),
        (NUMBER, "> [else] Check the two groups and the year.", "", "is not cataloged"),
        (COMPUTED, ":data: infant_mortality", ":data: infant", "which is not there"),
        (COMPUTED, ":each: group", ":each: grp", "has no such column"),
        (COMPUTED, "| 2020\n", "| 2050\n", "2050, and infant_mortality has no such row"),
        (COMPUTED, "| 2020\n:skip: All", "| 2020\n:skip: 2020", "for which this cannot be asked"),
        (COMPUTED, "rate - all", "rate - al", "there is no 'al'"),
        (COMPUTED, "rate - all", "rate -", "write names, numbers"),
        (COMPUTED, "of “{group}” was", "of “{grp}” was", "which nothing fills"),
        (COMPUTED, ":least: 0.5", ":least: 6", "it needs at least 12"),
        (COMPUTED, "You added.", "You added. It is {right}.", "gives the answer away, {right}"),
        (COMPUTED, "next: year + 1", "next: year plus 1", "write a name and what differs"),
        (
            COMPUTED,
            "all: group = All",
            "all: group = Al",
            "says all: no row of infant_mortality has group = 'Al'; did you mean All?",
        ),
        (
            COMPUTED,
            "- [ ] rate\n  > That is the rate itself.\n",
            "- [ ] next\n  > The year {next_yaer}.\n",
            "its words name {next_yaer}",
        ),
        (CODE, "[3.3] gap", "[3.7] gap", "has the key 3.7, and the solution computes 3.3"),
        (CODE, "[12.1] You", "[3.31] You", "is within 0.05 of another"),
        (WRITE, ":words: 4", ":words: 1", "asks for 1 words"),
        (WRITE, ":words: 4\n", "", "says no fewest words"),
        (WRITE, "[The because] why", "[The gap] why", "is called 'The gap' as line"),
        (WRITE, ":because: why", ":because: who", "names 'who', which is no part"),
        (WRITE, "> [weak] In", "> [weka] In", "shows no weak answer to compare with"),
        (WRITE, "[2] chain", "[3] chain", "says what earns ['2', '1', '0']"),
        (
            WRITE,
            "  > [ask] Does the “because” go up a level?\n",
            "",
            "says not what the reader asks",
        ),
        (WRITE, ":::{mark-scheme} q10", ":::{mark-scheme} q11", "no {write} is named q11"),
        (WRITE, ":::{mark-scheme} q10", ":::{mark-scheme} q11", "write a {mark-scheme} q10"),
    ],
)
def test_a_fault_is_said(text: str, before: str, after: str, said: str) -> None:
    found = faults(text, before, after)
    assert any(said in fault for fault in found), found


def test_a_fault_names_the_line_where_it_stands() -> None:
    text = HEAD + CHOOSE
    line = text[: text.index("They are heard")].count("\n") + 1
    found = faults(CHOOSE, "They are heard. Who", "Give patients two voting seats. Who")
    assert [fault.partition(":")[0] for fault in found] == [str(line)]


def test_all_faults_are_said_at_once() -> None:
    text = EVERY.replace("[x] seat", "[ ] seat").replace(
        ":within: 0.05\n:unit", ":within: 9\n:unit"
    )
    text = text.replace("[place] mold", "[plaec] mold")
    said = " ".join(sheet(text)[1])
    assert "no right option" in said
    assert "says within 9" in said
    assert "plaec" in said


def test_a_guess_has_no_key_and_no_points() -> None:
    assert "has [x]" in faults(GUESS, "- 22:", "- [x] 22:", graded=False)[0]
    points = ":::{guess} first_guess\n:points: 1"
    assert any("guess" in said for said in faults(GUESS, ":::{guess} first_guess", points))


def test_a_lesson_gives_no_points() -> None:
    assert "gives points in a lesson" in sheet(CHOOSE, graded=False)[1][0]
    assert sheet(CHOOSE.replace(":points: 1\n", ""), graded=False)[1] == []


def test_no_id_is_asked_twice() -> None:
    assert any("asks q4, which line" in said for said in sheet(CHOOSE + CHOOSE)[1])


def test_what_a_text_promises_of_its_questions_comes_from_them() -> None:
    questions = sheet(EVERY)[0].questions
    found = promises(questions)
    assert found["questions"] == "nine"
    assert (found["machine_points"], found["reader_points"], found["points"]) == ("14", "2", "16")
    assert (found["checked"], found["written"], found["with_code"]) == ("1 to 8", "9", "6 to 8")
    assert found["number_q10"] == "9"
    assert [spoken(each) for each in ([], [4], [5, 6], [1, 3, 7])] == [
        "",
        "4",
        "5 and 6",
        "1, 3 and 7",
    ]


def test_a_mark_scheme_is_made_of_its_criteria() -> None:
    (rubric,) = sheet(WRITE)[0].rubrics.values()
    assert rubric.text.splitlines() == [
        "Read for the thinking.",
        "",
        "2 points at most:",
        "",
        "1. **The chain goes up.** 2: It names a rule. 1: It stays at one level. 0: It says what "
        "people are.",
        "",
        "Name one thing that is strong.",
    ]
