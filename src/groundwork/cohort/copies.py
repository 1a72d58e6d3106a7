"""Which hand-ins of a cohort hold the same work."""

from groundwork.cohort import handed_in
from groundwork.cohort.place import Cohort


class Works:
    """Which work each person of a cohort handed in, by its short name; each is read once."""

    def __init__(self, cohort: Cohort) -> None:
        self._cohort = cohort
        self._of: dict[str, dict[str, str]] = {}

    def copied_from(self, given: handed_in.Answers, student: str, name: str) -> str:
        """Return who handed in the same answers of the same workspace and order; or nothing."""
        own = given.fingerprint()
        others = self._known(name).items() if own else ()
        return next((each for each, work in others if work == own and each != student), "")

    def note(self, given: handed_in.Answers, student: str, name: str) -> None:
        """Know what somebody has handed in now."""
        self._known(name)[student] = given.fingerprint()

    def _known(self, name: str) -> dict[str, str]:
        if name not in self._of:
            self._of[name] = {
                each: handed_in.read_answers(self._cohort.handed_in(each, name)).fingerprint()
                for each in self._cohort.students_with(name)
            }
        return self._of[name]
