"""The line above an exercise counts apart what is right, what nobody judged, what is missing."""

from collections.abc import Callable

from acts import EXERCISE, press, status, write_exercise
from browser_tools import Lab, code, markdown, until, write_notebook
from learner_lab import open_alone
from playwright.sync_api import Page, expect


def check(number: int, says: str, points: int = 1) -> dict:
    about = {"grade": True, "solution": False, "schema_version": 3, "points": points}
    return code(says, nbgrader={**about, "grade_id": f"q{number}-check"})


RIGHT = "print('Right. 7.7 - 4.4.')"
WRONG = "class NotYetError(AssertionError): pass\nraise NotYetError('That is the ratio.')"
MISSING = "class NotAnsweredError(AssertionError): pass\nraise NotAnsweredError('No answer.')"
PARTLY = "class NotCompleteError(AssertionError): pass\nraise NotCompleteError('Has 2 words.')"
UNJUDGED = "1 written answer: nobody has judged it."
WATCH = """() => {
  const heading = document.querySelector('.jp-MarkdownOutput h1');
  window.tops = [];
  const look = () => {
    window.tops.push(Math.round(heading.getBoundingClientRect().top));
    requestAnimationFrame(look);
  };
  look();
}"""
# The line above lost what it asked before; JupyterLab lays out the page below it a frame later.
LAID_OUT = """(() => {
  const [line] = document.querySelectorAll('.gwlab-line');
  return line.offsetHeight === line.closest('.gwlab-header').offsetHeight;
})()"""
FORM = "print('All five parts are there. Nobody has judged them.')"


def counts(page: Page, lab: Lab, *checks: dict, says: str) -> None:
    """Open an exercise with these checks, check everything, and read the line above it."""
    cells = [markdown("# Exercise"), *checks]
    write_notebook(lab.workspace / EXERCISE, cells, groundwork={"exercise": "01", "title": "One"})
    open_alone(page, lab, EXERCISE)
    press(page, "Run it now")
    press(page, "Check everything")
    try:
        expect(status(page)).to_have_text(says)
    finally:
        write_exercise(lab.workspace, "01_root_causes")


def test_right_unjudged_and_missing_are_counted_apart(window: Page, lab: Lab) -> None:
    checks = [check(n, RIGHT) for n in (1, 2)] + [check(3, WRONG), check(4, MISSING)]
    says = (
        f"2 of 3 checked answers are right. Not yet: question 3. {UNJUDGED} "
        "Not answered: question 4."
    )
    counts(window, lab, *checks, check(10, FORM, points=0), says=says)


def test_a_form_alone_is_never_called_right(window: Page, lab: Lab) -> None:
    says = f"No answer was checked yet. {UNJUDGED} Not answered: question 1."
    counts(window, lab, check(1, MISSING), check(10, FORM, points=0), says=says)


def test_a_form_that_lacks_something_is_neither_wrong_nor_unanswered(
    window: Page, lab: Lab
) -> None:
    says = "The 1 checked answer is right. Not complete: question 10. Not answered: question 11."
    forms = [check(10, PARTLY, points=0), check(11, MISSING, points=0)]
    counts(window, lab, check(1, RIGHT), *forms, says=says)


def test_a_question_has_the_number_of_its_heading_and_never_the_id_of_its_cell(
    window: Page, lab: Lab
) -> None:
    named = [check(number, MISSING) for number in (1, 2)]
    for one, id in zip(named, ("s1-check", "b5-check"), strict=True):
        one["metadata"]["nbgrader"]["grade_id"] = id
    first, second = named
    says = "No answer was checked yet. Not answered: questions 13, 14."
    counts(
        window,
        lab,
        *(markdown("### Question 13: Share"), first),
        *(markdown("## Question 14: Cut"), markdown("### The same in code"), second),
        says=says,
    )


ASKED = {
    "q1": "ChoiceQuestion('q1', 'How many?', {'a': 'Few', 'b': 'Many'})",
    "q2": "NumberQuestion('q2', 'How many?', '')",
    "q3": "TextQuestion('q3', 'Why?')",
    "q4": "TextQuestion('q4', 'Who?')",
}
ANSWERED_AGAIN = "You have answered again. “Check everything” counts anew."


def test_answering_again_takes_back_what_was_said_of_the_answer_before(
    window: Page, lab: Lab
) -> None:
    cells = [markdown("# Exercise")]
    for number, asked in enumerate(ASKED.values(), 1):
        load = "from groundwork.screen.widgets.questions import *\n"
        cells += [markdown(f"## Question {number}"), code(load + asked)]
        cells += [markdown("### The same in code"), check(number, WRONG)]
    cells += [markdown("## To think about"), code(load + "TextQuestion('aside', 'What else?')")]
    cells += [markdown("## Question 5"), check(5, RIGHT)]
    write_notebook(lab.workspace / EXERCISE, cells, groundwork={"exercise": "01", "title": "One"})
    open_alone(window, lab, EXERCISE)
    press(window, "Run it now")
    said = window.locator(".gwlab-check .jp-OutputArea-output:visible")
    question = {id: window.locator(f"[data-question={id}]") for id in (*ASKED, "aside")}
    fills: dict[str, Callable[[], None]] = {
        "q1": lambda: question["q1"].get_by_label("Many").check(),
        "q2": lambda: question["q2"].get_by_role("textbox").fill("7"),
        "q3": lambda: question["q3"].get_by_role("textbox").fill("A rule"),
    }
    try:
        press(window, "Check everything")
        counted = "1 of 5 checked answers are right. Not yet: questions 1, 2, 3, 4."
        expect(status(window)).to_have_text(counted)
        expect(said).to_have_count(5)
        # No check is of this one, so every verdict stays.
        question["aside"].get_by_role("textbox").fill("Nothing")
        question["aside"].get_by_role("button", name="Note my answer").click()
        expect(question["aside"]).to_contain_text("Noted.")
        expect(said).to_have_count(5)
        expect(status(window)).to_have_text(counted)
        for left, (id, fill) in zip((4, 3, 2), fills.items(), strict=True):
            fill()
            question[id].get_by_role("button", name="Note my answer").click()
            expect(said).to_have_count(left)
            expect(status(window)).to_have_text(ANSWERED_AGAIN)
        press(window, "Check everything")
        expect(status(window)).to_have_text(counted)
        expect(said).to_have_count(5)
    finally:
        write_exercise(lab.workspace, "01_root_causes")


def test_checking_moves_nothing_on_the_page(window: Page, lab: Lab) -> None:
    numbers = ", ".join(str(number) for number in range(1, 11))
    checks = [check(number, f"import time\ntime.sleep(0.1)\n{MISSING}") for number in range(1, 11)]
    cells = [markdown("# Exercise" + 30 * "\n\nRead on."), *checks]
    write_notebook(lab.workspace / EXERCISE, cells, groundwork={"exercise": "01", "title": "One"})
    open_alone(window, lab, EXERCISE)
    press(window, "Run it now")
    try:
        expect(status(window)).to_have_text("Ready. Check each answer as you go.")
        until(lambda: bool(window.evaluate(LAID_OUT)))
        window.evaluate(WATCH)
        press(window, "Check everything")
        expect(status(window)).to_have_text(
            f"No answer was checked yet. Not answered: questions {numbers}."
        )
        assert len(window.evaluate("[...new Set(window.tops)]")) == 1
    finally:
        write_exercise(lab.workspace, "01_root_causes")
