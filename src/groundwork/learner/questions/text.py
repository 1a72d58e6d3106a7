"""A written answer. No program judges what it says; this looks at its form and its words."""

from dataclasses import dataclass
from typing import Any, ClassVar

from groundwork.learner.questions.question import Question, Verdict
from groundwork.subject import going_first, persons, silence, wording
from groundwork.subject.counts import counted
from groundwork.subject.leadership import chosen_by_race, harms

SAVED = "Saved with this exercise."
NOTED = "It stays on this page."  # in a lesson, where nothing is kept
JUDGED_BY_NOBODY = "Nobody has judged it. You can change it."
LISTED = "A list of words, which reads no sentence, stopped here:"


@dataclass(frozen=True, kw_only=True)
class Text(Question):
    """One box to write in; the answer is text.

    Parameters
    ----------
    name
        What the part is called where several belong together, for example "The gap".
    words
        The fewest words it may have.
    cause
        Whether the answer goes on from "because".
    rows
        How many lines the box shows.
    """

    kind: ClassVar[str] = "text"

    name: str = ""
    words: int = 1
    cause: bool = False
    rows: int = 3

    def judge(self, answer: object, kept: str = SAVED) -> Verdict:
        """Say what its form lacks, or else what the word list finds; never that it is right.

        Parameters
        ----------
        kept
            What became of the text: `SAVED`, or `NOTED` in a lesson.
        """
        text = str(answer)
        if lacks := self.too_short(text):
            saved = "Saved. " if kept == SAVED else ""
            return Verdict(None, f"{saved}It has {lacks}; write at least {self.words}.", False)
        found = about_words(text, cause=self.cause)
        limits = f"{wording.limits(len(found))} {silence.ASK}"
        listed = [LISTED, *found] if found else []
        return Verdict(None, "\n".join([f"{kept} {JUDGED_BY_NOBODY}", *listed, limits]))

    def too_short(self, text: str) -> str:
        """Return how many words a text has, said, when they are too few; else nothing."""
        count = len(text.split())
        if count >= self.words:
            return ""
        return counted(count, "word")

    def asked(self) -> dict[str, Any]:
        """Return prompt and what form is asked for."""
        return {"prompt": self.prompt, "name": self.name, "promises": self.promises()}

    def promises(self) -> list[str]:
        """Say the fewest words."""
        return [f"Write at least {self.words} words."] if self.words > 1 else []


def about_words(text: str, *, cause: bool = False) -> list[str]:
    """Return what the lists remark on a written answer: names, who is chosen by race, words.

    Parameters
    ----------
    cause
        Whether the text goes on from "because".
    """
    name = persons.in_sentence(text)
    named = [f"“{name}” reads like a person's name. Write the position."] if name else []
    chosen = "" if cause else chosen_by_race.found(text)  # a cause is no ground for a seat
    if chosen:
        named.append(harms.BY_RACE.format(chosen))
    elif not cause and (first := going_first.found_in(text)):
        named.append(going_first.FIRST.format(first))
    return named + [
        f"“{remark.found}”: {remark.why} Try: {remark.try_instead}."
        for remark in wording.remarks(wording.because(text) if cause else text)
    ]
