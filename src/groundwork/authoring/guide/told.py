"""Say a question as a facilitator needs it: to read aloud, to collect by letter, on paper.

A kind of question without forms of its own is said by its prompt, and by what the course says to
each wrong answer that it knows.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import singledispatch
from string import ascii_uppercase

from groundwork.authoring.guide.step import unlinked
from groundwork.learner.questions import (
    Category,
    Choose,
    Computed,
    Guess,
    Number,
    Option,
    Question,
    Sort,
    Text,
    Write,
)
from groundwork.learner.questions.question import counted_points

BOX = "☐"


def prompt(question: Question) -> str:
    """Return what is asked, to be read aloud."""
    said = question.at().prompt if isinstance(question, Computed) else question.prompt
    return f"> {_one_line(said)}"


@singledispatch
def vote(question: Question) -> str:
    """Return what is asked and what there is to choose from, each with its letter."""
    return prompt(question)


@singledispatch
def sheet(question: Question) -> str:
    """Return a question for a page of paper: no key, no reply, room to answer."""
    return f"{_bare(question)}\n\n{_lines(1)}"


@singledispatch
def answers(question: Question) -> str:
    """Return the right answer and the reply to it, then each wrong one that is known."""
    return wrong(question)


@singledispatch
def wrong(question: Question) -> str:
    """Return what the course says to each wrong answer that it knows."""
    replies = dict.fromkeys(_one_line(reply) for _, reply in question.wrong_answers())
    return _said(f"“{reply}”" for reply in replies)


@vote.register(Choose)
@vote.register(Guess)
def _vote_options(question: Choose | Guess) -> str:
    options = (f"**{letter}.** {text}" for letter, text in _lettered(question))
    return f"{prompt(question)}\n\n{_items(options)}"


@sheet.register(Choose)
@sheet.register(Guess)
def _sheet_options(question: Choose | Guess) -> str:
    options = (f"{BOX} **{letter}.** {text}" for letter, text in _lettered(question))
    return f"{_bare(question)}\n\n{_items(options)}"


@answers.register
def _answers_of_guess(question: Guess) -> str:
    told = zip(ascii_uppercase, question.options, strict=False)
    return _said(f"**{letter}.** “{_one_line(each.reply)}”" for letter, each in told)


@answers.register
def _answers_of_choose(question: Choose) -> str:
    said = []
    for letter, option in zip(ascii_uppercase, question.options, strict=False):
        reply = option.reply if question.several or not option.right else question.why
        mark = f"**{letter}, right.**" if option.right else f"**{letter}.**"
        said.append(f"{mark} “{_one_line(reply or question.why)}”")
    return _said(said)


@wrong.register
def _wrong_of_choose(question: Choose) -> str:
    told = zip(ascii_uppercase, question.options, strict=False)
    return _items(
        f"**{letter}.** “{_one_line(each.text)}” The page says: “{_one_line(each.reply)}”"
        for letter, each in told
        if not each.right
    )


@vote.register
def _vote_sort(question: Sort) -> str:
    places = (
        f"**{letter}.** {_one_line(each.text)}"
        for letter, each in zip(ascii_uppercase, question.categories, strict=False)
    )
    things = (
        f"{number}. {_one_line(each.text)}" for number, each in enumerate(question.items, start=1)
    )
    return f"{prompt(question)}\n\n{_items(places)}\n\n" + "\n".join(things)


@sheet.register
def _sheet_sort(question: Sort) -> str:
    places = " · ".join(_one_line(each.text) for each in question.categories)
    rows = [f"| {_cell(each.text)} | |" for each in question.items]
    return "\n".join(
        [f"{_bare(question)} {places}:", "", "| What | Where |", "| --- | --- |", *rows]
    )


@answers.register
def _answers_of_sort(question: Sort) -> str:
    places = {each.name: each.text for each in question.categories}
    rows = [f"| {_cell(each.text)} | {_cell(places[each.category])} |" for each in question.items]
    return "\n".join(["Where each belongs:", "", "| What | Where |", "| --- | --- |", *rows])


@wrong.register
def _wrong_of_sort(question: Sort) -> str:
    places = {each.name: _one_line(each.text) for each in question.categories}
    lines = []
    for item in question.items:
        if item.replies:
            lines.append(f"- “{_one_line(item.text)}”")
        for place, reply in item.replies.items():
            lines.append(f"  - Under **{places[place]}** the page says: “{_one_line(reply)}”")
    return "\n".join(lines)


@wrong.register
def _wrong_of_computed(question: Computed) -> str:
    return wrong(question.at())


@wrong.register
def _wrong_of_number(question: Number) -> str:
    return _items(
        f"**{float(slip.value):g}**: “{_one_line(slip.reply)}”" for slip in question.slips
    )


@answers.register(Number)
@answers.register(Computed)
def _answers_of_number(question: Number | Computed) -> str:
    one = question.at() if isinstance(question, Computed) else question
    unit = f" {one.unit}" if one.unit else ""
    right = f"**{one.right_answer:g}{unit}, right**: “{_one_line(one.why)}”"
    return f"{_said([right])}\n{wrong(one)}"


@sheet.register
def _sheet_write(question: Write) -> str:
    rows = [f"| {_cell(f'{part.name}: {part.prompt}')} | |" for part in question.parts]
    return "\n".join([f"{_bare(question)}:", "", "| Part | Your words |", "| --- | --- |", *rows])


@answers.register
def _answers_of_write(question: Write) -> str:
    asks = _items(f"{each.ask} ({counted_points(each.points)})" for each in question.criteria)
    weak, strong = _one_line(question.weak), _one_line(question.strong)
    return f"The reader asks:\n\n{asks}\n\n**Weak.** “{weak}”\n\n**Strong.** “{strong}”"


@answers.register
def _answers_of_text(question: Text) -> str:
    return "No program judges the words, and nobody should in the room."


FORMS: dict[str, Callable[[Question], str]] = {
    "prompt": prompt,
    "vote": vote,
    "answers": answers,
    "wrong": wrong,
    "sheet": sheet,
}
"""The forms in which a run sheet or a handout may say a question."""


def letters(question: Question) -> dict[str, str]:
    """Return the letter of each option, or of each place to sort into, by its name."""
    named: Sequence[Option | Category] = ()
    if isinstance(question, Choose | Guess):
        named = question.options
    elif isinstance(question, Sort):
        named = question.categories
    return {each.name: letter for letter, each in zip(ascii_uppercase, named, strict=False)}


def _lettered(question: Choose | Guess) -> list[tuple[str, str]]:
    texts = (_one_line(option.text) for option in question.options)
    return list(zip(ascii_uppercase, texts, strict=False))


def _bare(question: Question) -> str:
    return prompt(question).removeprefix("> ")


def _lines(count: int) -> str:
    return "\n".join(["| Your words |", "| --- |", *(["| |"] * count)])


def _items(said: Iterable[str] | Sequence[str]) -> str:
    return "\n".join(f"- {each}" for each in said)


def _said(said: Iterable[str]) -> str:
    """List what the page says; the line above keeps the list apart from one before it."""
    return f"What the page says:\n\n{_items(said)}"


def _one_line(text: str) -> str:
    return " ".join(unlinked(text).split())


def _cell(text: str) -> str:
    return _one_line(text).replace("|", "\\|")
