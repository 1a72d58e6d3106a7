"""Sort each item into a category."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self

from groundwork.learner.answers import as_data
from groundwork.learner.questions.question import GENERAL, Question, Verdict
from groundwork.subject.errors import UserError


@dataclass(frozen=True)
class Category:
    """A place to sort into."""

    name: str
    text: str


@dataclass(frozen=True)
class Item:
    """A thing to sort.

    `replies` holds what is said to it in a wrong category; `reply` what is said in any other.
    """

    name: str
    text: str
    category: str
    replies: Mapping[str, str] = field(default_factory=dict)
    reply: str = ""

    def reply_in(self, category: object) -> str:
        """Return what is said when the item stands in a wrong category, or nothing."""
        return self.replies.get(str(category), self.reply)


@dataclass(frozen=True, kw_only=True)
class Sort(Question):
    """Each item has one right category; the answer is a mapping of item to category.

    Parameters
    ----------
    why
        What is said when all are in their place.
    other
        What is said when no item has a reply for where it stands.
    """

    kind: ClassVar[str] = "sort"
    did: ClassVar[str] = "sorted"

    categories: tuple[Category, ...] = ()
    items: tuple[Item, ...] = ()
    why: str = ""
    other: str = GENERAL

    def judge(self, answer: object) -> Verdict:
        """Count what is in its place and tell the first mistake, as asked from the top."""
        placed = as_data(answer)
        if not isinstance(placed, dict):
            wanted = "a category for each item"
            raise UserError(f"The answer is {placed!r}, and the question asks for {wanted}.")
        if placed == self.right_answer:
            return Verdict(True, self.why)
        known = [category.name for category in self.categories]
        wrong = [item for item in self.items if placed.get(item.name) != item.category]
        replies = [
            reply
            for item in wrong
            if placed.get(item.name) in known and (reply := item.reply_in(placed[item.name]))
        ]
        right = len(self.items) - len(wrong)
        told = replies[0] if replies else self.other
        text = f"{right} of {len(self.items)} are in their place. {told}"
        return Verdict(False, text, bool(replies))

    def asked(self) -> dict[str, Any]:
        """Return prompt, items and categories."""
        return {
            "prompt": self.prompt,
            "items": {item.name: item.text for item in self.items},
            "categories": {category.name: category.text for category in self.categories},
        }

    @property
    def right_answer(self) -> dict[str, str]:
        """Return item to category."""
        return {item.name: item.category for item in self.items}

    def wrong_answers(self) -> list[tuple[Any, str]]:
        """Return for each reply a sorting with that one item in the wrong place."""
        found = []
        for item in self.items:
            others = [
                category.name
                for category in self.categories
                if category.name not in (item.category, *item.replies)
            ]
            texts = {reply: category for category, reply in item.replies.items()}
            if others:
                texts[item.reply] = others[-1]
            found += [
                ({**self.right_answer, item.name: category}, reply)
                for reply, category in texts.items()
                if reply
            ]
        return found

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the question that :meth:`to_json` gave."""
        categories = tuple(Category(**each) for each in data["categories"])
        items = tuple(Item(**each) for each in data["items"])
        return super().from_json({**data, "categories": categories, "items": items})
