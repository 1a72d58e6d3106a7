"""What the reader asks when a file can be read in several ways, and what a person answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from groundwork.subject.errors import UserError

MAP = "map"
"""The name of every question about which column is which."""
YES = "yes"
ASIDE = "nothing"


@dataclass(frozen=True)
class Choice:
    """One answer that can be given, as it is typed, and what it means in words."""

    answer: str
    words: str


@dataclass(frozen=True)
class Question:
    """Something that only the person who brings the file can know.

    ``rows`` and ``column`` say what it is about, as in a `Problem`. ``example`` is an answer of
    the right form where no choices can be listed.
    """

    name: str
    text: str
    choices: tuple[Choice, ...] = ()
    example: str = ""
    rows: tuple[int, ...] = ()
    column: str = ""

    def flag(self, answer: str) -> str:
        """Write an answer as it is typed behind the command."""
        said = answer if self.name == MAP else f"{self.name}={answer}"
        return f'--{MAP if self.name == MAP else "answer"} "{said}"'

    def __str__(self) -> str:
        """Say the question with each answer and its flag, a line each."""
        lines = [self.text]
        lines += [f"{choice.words}: {self.flag(choice.answer)}" for choice in self.choices]
        if self.example:
            other = "Or type another: " if self.choices else "Type it, for example: "
            lines.append(f"{other}{self.flag(self.example)}")
        return "\n".join(lines)


@dataclass(frozen=True)
class Answers:
    """What the person said about a file.

    Attributes
    ----------
    columns
        The heading (or letter) of a column in the file, and the name of what it holds, or
        "nothing".
    said
        Other answers by the name of their question. ``said["map"] == "yes"`` agrees with every
        proposal about columns.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)

    @property
    def agreed(self) -> bool:
        """Whether the proposed columns are right."""
        return self.said.get(MAP) == YES

    def of(self, name: str) -> str:
        """Give the answer to a question, or ""."""
        return self.said.get(name, "")

    def chosen(self, question: Question) -> str:
        """Give the answer to a question as one of its choices, or "" when it was not answered.

        Raises
        ------
        UserError
            When the answer is none of the choices, and no other can be typed.
        """
        said = self.of(question.name).strip()
        for choice in question.choices:
            if said.casefold() == choice.answer.casefold():
                return choice.answer
        if said and not question.example:
            known = ", ".join(f'"{choice.answer}"' for choice in question.choices)
            raise UserError(
                f'"{said}" does not answer the question "{question.name}".', f"Say one of: {known}."
            )
        return said

    def with_answer(self, question: Question, answer: str) -> "Answers":
        """Add one answer, as it would be typed."""
        more = parsed([answer] if question.name == MAP else [], [])
        said = {} if question.name == MAP else {question.name: answer}
        return Answers({**self.columns, **more.columns}, {**self.said, **more.said, **said})


def parsed(maps: Iterable[str], said: Iterable[str]) -> Answers:
    """Read answers as they are typed: "AMT=amount" and "yes" for columns, "name=answer" for others.

    Raises
    ------
    UserError
        When one has not this form.
    """
    columns: dict[str, str] = {}
    others: dict[str, str] = {}
    for text in maps:
        heading, equals, name = text.rpartition("=")
        if not equals and text.strip().casefold() == YES:
            others[MAP] = YES
        elif heading.strip() and name.strip():
            columns[heading.strip()] = name.strip()
        else:
            raise UserError(
                f'"{text}" does not say which column is which.',
                'Write the heading in your file, =, and what it holds: --map "AMT=amount".',
            )
    for text in said:
        name, equals, answer = text.partition("=")
        if not (equals and name.strip() and answer.strip()):
            raise UserError(
                f'"{text}" is no answer.', "Write the name of the question, =, and the answer."
            )
        others[name.strip()] = answer.strip()
    return Answers(columns, others)


def choose(name: str, text: str, choices: Sequence[tuple[str, str]], **more: object) -> Question:
    """Make a question from pairs of an answer and its words."""
    made = tuple(Choice(answer, words) for answer, words in choices)
    return Question(name, text, made, **more)  # type: ignore[arg-type]
