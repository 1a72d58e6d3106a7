"""Which hand-ins of a cohort hold the same work."""

from typing import NamedTuple

from groundwork.cohort import handed_in
from groundwork.cohort.course_folder import Cohort

OWN_WORDS = 60  # letters, about ten words: two people do not write the same by themselves


class Copy(NamedTuple):
    """Who handed in the same before, and what is the same, as the object of a sentence."""

    id: str
    what: str


class _Work(NamedTuple):
    """What of a hand-in tells a copy: its short name, and its texts."""

    name: str
    texts: frozenset[str]


class Works:
    """Which work each person of a cohort handed in; each is read once."""

    def __init__(self, cohort: Cohort) -> None:
        self._cohort = cohort
        self._of: dict[str, dict[str, _Work]] = {}

    def copied_from(self, given: handed_in.Answers, student: str, name: str) -> Copy | None:
        """Return who handed in the same answers of the same workspace and order, or a same text."""
        own = _work(given)
        if not own.name and not own.texts:
            return None
        others = [(each, work) for each, work in self._known(name).items() if each != student]
        for each, work in others:
            if own.name and work.name == own.name:
                return Copy(each, "the same answers, given in the same order,")
        for each, work in others:
            if own.texts & work.texts:
                return Copy(each, "a text that is the same, letter for letter,")
        return None

    def note(self, given: handed_in.Answers, student: str, name: str) -> None:
        """Know what somebody has handed in now."""
        self._known(name)[student] = _work(given)

    def _known(self, name: str) -> dict[str, _Work]:
        if name not in self._of:
            self._of[name] = {
                each: _work(handed_in.read_answers(self._cohort.handed_in(each, name)))
                for each in self._cohort.students_with(name)
            }
        return self._of[name]


def _work(given: handed_in.Answers) -> _Work:
    typed = (each["value"] for each in given.kept.values() if isinstance(each["value"], str))
    texts = (" ".join(each.split()).casefold() for each in typed)
    return _Work(given.fingerprint(), frozenset(each for each in texts if len(each) >= OWN_WORDS))
