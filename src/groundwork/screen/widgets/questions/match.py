"""Match lines with partners."""

from collections.abc import Mapping
from typing import Unpack

from groundwork.learner.questions import Match
from groundwork.screen.widgets.questions.question import How
from groundwork.screen.widgets.questions.sort import ClassifyQuestion

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class MatchQuestion(ClassifyQuestion):
    """Match each item with a partner; the answer is a mapping of item to partner.

    The partners stand above in full, each with a letter, since a closed list cuts them off.
    """

    drawn_as = "match"

    def __init__(
        self,
        id: str,
        prompt: str,
        items: Mapping[str, str],
        partners: Mapping[str, str],
        *,
        terms: str = "",
        **how: Unpack[How],
    ) -> None:
        lettered = {
            name: f"{letter}. {text}"
            for letter, (name, text) in zip(LETTERS, partners.items(), strict=False)
        }
        super().__init__(id, prompt, items, lettered, terms=terms, **how)

    def choices(self) -> list[str]:
        """Return how often a partner fits, the partners with their letters, then the items."""
        return [
            *self.terms(),
            *(f"  {text}" for _, text in self.content["categories"]),
            "Write a letter beside each:",
            *(f"  - {text}" for _, text in self.content["items"]),
        ]


def matched(asked: Match, **how: Unpack[How]) -> MatchQuestion:
    """Return the controls of a question that matches items with partners."""
    items = {item.name: item.text for item in asked.items}
    partners = {partner.name: partner.text for partner in asked.categories}
    terms = " ".join(asked.promises())
    return MatchQuestion(asked.id, asked.prompt, items, partners, terms=terms, **how)
