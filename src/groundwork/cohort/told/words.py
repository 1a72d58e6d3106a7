"""Say questions as a facilitator needs them, and those that are options, numbers and words.

A kind of question without forms of its own is said by its prompt, and by what the course says to
each wrong answer that it knows.
"""

from collections.abc import Sequence
from functools import singledispatch
from string import ascii_uppercase

from groundwork.cohort.told.markdown import items, one_line, quoted, said, table
from groundwork.learner.numerals import plain
from groundwork.learner.papers.model import BOX
from groundwork.learner.questions import (
    Choose,
    Computed,
    Flaw,
    Guess,
    Number,
    Question,
    Sort,
    Write,
)
from groundwork.learner.questions import Text as TextQuestion
from groundwork.learner.questions.question import counted_points


def bare(question: Question) -> str:
    """Return what is asked."""
    return one_line(question.at().prompt if isinstance(question, Computed) else question.prompt)


def prompt(question: Question) -> str:
    """Return what is asked, to be read aloud."""
    return f"> {bare(question)}"


@singledispatch
def vote(question: Question) -> str:
    """Return what is asked and what there is to choose from, each with its letter."""
    return prompt(question)


@singledispatch
def sheet(question: Question) -> str:
    """Return a question for a page of paper: no key, no reply, room to answer."""
    return f"{bare(question)}\n\nTo write on:\n\n{table(['Your words'], [['']])}"


@singledispatch
def answers(question: Question) -> str:
    """Return the right answer and the reply to it, then each wrong one that is known."""
    return wrong(question)


@singledispatch
def wrong(question: Question) -> str:
    """Return what the course says to each wrong answer that it knows."""
    replies = dict.fromkeys(one_line(reply) for _, reply in question.wrong_answers())
    return said(f"“{reply}”" for reply in replies)


def letters(question: Question) -> dict[str, str]:
    """Return the letter of each option, part or place to sort into, by its name."""
    named: Sequence[object] = ()
    if isinstance(question, Choose | Guess):
        named = question.options
    elif isinstance(question, Sort):
        named = question.categories
    elif isinstance(question, Flaw):
        named = question.parts
    return {
        str(getattr(each, "name", "")): letter
        for letter, each in zip(ascii_uppercase, named, strict=False)
    }


@vote.register(Choose)
@vote.register(Guess)
def _vote_options(question: Choose | Guess) -> str:
    return f"{prompt(question)}\n\n{items(_lettered(question))}"


@sheet.register(Choose)
@sheet.register(Guess)
def _sheet_options(question: Choose | Guess) -> str:
    return f"{bare(question)}\n\n{items(f'{BOX} {each}' for each in _lettered(question))}"


@answers.register
def _answers_of_guess(question: Guess) -> str:
    told = zip(ascii_uppercase, question.options, strict=False)
    return said(f"**{letter}.** {quoted(each.reply)}" for letter, each in told)


@answers.register
def _answers_of_choose(question: Choose) -> str:
    lines = []
    for letter, option in zip(ascii_uppercase, question.options, strict=False):
        reply = option.reply if question.several or not option.right else question.why
        mark = f"**{letter}, right.**" if option.right else f"**{letter}.**"
        lines.append(f"{mark} {quoted(reply or question.why)}")
    return said(lines)


@wrong.register
def _wrong_of_choose(question: Choose) -> str:
    told = zip(ascii_uppercase, question.options, strict=False)
    return items(
        f"**{letter}.** {quoted(each.text)} The page says: {quoted(each.reply)}"
        for letter, each in told
        if not each.right
    )


@wrong.register
def _wrong_of_computed(question: Computed) -> str:
    return wrong(question.at())


@wrong.register
def _wrong_of_number(question: Number) -> str:
    return items(f"**{plain(slip.value, ',')}**: {quoted(slip.reply)}" for slip in question.slips)


@answers.register(Number)
@answers.register(Computed)
def _answers_of_number(question: Number | Computed) -> str:
    one = question.at() if isinstance(question, Computed) else question
    unit = f" {one.unit}" if one.unit else ""
    right = f"**{plain(one.right, ',')}{unit}, right**: {quoted(one.why)}"
    return f"{said([right])}\n{wrong(one)}"


@answers.register
def _answers_of_text(question: TextQuestion) -> str:
    return "No program judges the words, and nobody should in the room."


@sheet.register
def _sheet_write(question: Write) -> str:
    rows = [[f"{part.name}: {part.prompt}", ""] for part in question.parts]
    return f"{bare(question)}\n\n{table(['Part', 'Your words'], rows)}"


@answers.register
def _answers_of_write(question: Write) -> str:
    asks = items(f"{each.ask} ({counted_points(each.points)})" for each in question.criteria)
    weak, strong = quoted(question.weak), quoted(question.strong)
    return f"The reader asks:\n\n{asks}\n\n**Weak.** {weak}\n\n**Strong.** {strong}"


KINDS = (Choose, Guess, Number, Computed, TextQuestion, Write)


def _lettered(question: Choose | Guess) -> list[str]:
    texts = (one_line(option.text) for option in question.options)
    return [f"**{letter}.** {text}" for letter, text in zip(ascii_uppercase, texts, strict=False)]
