"""Take what learners handed in into a cohort's folder, each thing once and under one name."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from groundwork.cohort import handed_in, invitations, whose
from groundwork.cohort.arrived import Arrival
from groundwork.cohort.copies import Works
from groundwork.cohort.course_folder import AS_HANDED_IN, TIMESTAMP, Cohort, whole_folder
from groundwork.cohort.earlier import is_of_another, is_there, put_away
from groundwork.cohort.facts import Fact, Known, facts
from groundwork.cohort.frozen import Frozen
from groundwork.cohort.judge import UNREAD, judge
from groundwork.cohort.plainly import one_line
from groundwork.cohort.roster import Person
from groundwork.learner.files import HeldError, refusal

AGREE, PERSON, EXERCISE = "agree", "person", "exercise"
TAKEN, THERE, LEFT = "taken", "there already", "not taken"
LONGEST = 1000  # letters of what is said of an arrival
THE_SAME = "The same files are there already."
REPLACED = "It takes the place of one that may come from another workspace, which is kept."
Ask = Callable[[str, bool], bool]  # what is asked, and whether there is a reason for doubt


def nobody(_question: str, _doubt: bool) -> bool:
    """Answer for a person where none can be asked."""
    return False


@dataclass(frozen=True)
class Line:
    """What became of one arrival.

    `question` is what was asked where it was not taken because nobody agreed, and `facts` is what
    speaks against taking it. `asks` is what somebody can say so that it is taken: `AGREE`, or which
    `PERSON` or `EXERCISE` it is of; "" for nothing.
    """

    where: str
    state: str
    said: str
    person: str = ""
    exercise: str = ""
    question: str = ""
    facts: tuple[Fact, ...] = ()
    asks: str = ""

    def __post_init__(self) -> None:
        """Hold the names of others' files and folders as every screen can show them."""
        for name in ("where", "said"):
            object.__setattr__(self, name, one_line(getattr(self, name), LONGEST))


def collect(
    cohort: Cohort,
    people: Sequence[Person],
    arrivals: Sequence[Arrival],
    ask: Ask,
    exercise: str = "",
) -> Iterator[Line]:
    """Take each arrival, and yield what became of it.

    Parameters
    ----------
    ask
        Asks a person whether something is so. One who cannot be asked says no.
    exercise
        The exercise that all are of, where they do not say it themselves.
    """
    released = {name: cohort.frozen(name) for name in cohort.exercises()}
    matched = whose.Matched.read(cohort.own("matched.json"))
    known = Works(cohort)
    for arrival in arrivals:
        for sentence in arrival.refused:
            yield Line(arrival.where, LEFT, sentence)
        if arrival.files:
            try:
                yield _one(cohort, people, arrival, ask, exercise, released, matched, known)
            except (OSError, HeldError) as error:  # costs the others nothing
                yield Line(arrival.where, LEFT, f"It could not be written: {refused(error)}")


def _one(
    cohort: Cohort,
    people: Sequence[Person],
    arrival: Arrival,
    ask: Ask,
    exercise: str,
    released: Mapping[str, Frozen],
    matched: whose.Matched,
    works: Works,
) -> Line:
    given = handed_in.read_answers(arrival.files)
    name = exercise or which(released, arrival.files, given)
    if name not in released:
        known = ", ".join(released) or "none yet"
        said = f"Nothing in it tells which exercise it is. Released to this cohort: {known}. "
        return Line(arrival.where, LEFT, f"{said}Collect it with --exercise NAME.", asks=EXERCISE)
    number = given.workspace()
    hints = [hint for hint in arrival.hints if hint not in released]
    invited = invitations.invited(cohort, people, given.about)
    guess = whose.guess(people, hints, number, matched.owners, invited)
    chosen = next((each for each in people if each.id == arrival.given_to), None)
    person = chosen or guess.person
    around = Known(cohort, people, name, matched.owners, works)
    told = tuple(facts(around, arrival, given, person, guess))
    if person is None:
        said = "Nothing tells whose it is. Put it into a folder named by the learner's id"
        said = f"{said}, then collect again."
        if invitations.of_another(cohort, given.about):
            said = (
                "It carries an invitation to another cohort. Collect it there, or ask whose it is."
            )
        return Line(arrival.where, LEFT, said, exercise=name, facts=told, asks=PERSON)
    heard = chosen and {each.key for each in told} <= arrival.heard
    if not heard and (told or (guess.how != whose.SURE and not chosen)):
        question = _question(arrival, person, told)
        if not ask(question, bool(told)):
            said = _not_agreed(person, told)
            return Line(arrival.where, LEFT, said, person.id, name, question, told, AGREE)
    state, said = take(cohort, released[name], person.id, arrival.files, None)
    if state == TAKEN:
        works.note(given, person.id, name)
    if state != LEFT and (chosen or not matched.owners.get(number)):
        matched.note(number, person.id)
    return Line(arrival.where, state, said, person.id, name)


def _question(arrival: Arrival, person: Person, told: Sequence[Fact]) -> str:
    if not told:
        return f"Is {arrival.where} from {person.shown()}?"
    facts = " ".join(each.text for each in told)
    if any(each.key.startswith("copy") for each in told):
        return f"{facts} Take it for {person.shown()} all the same?"
    return f"{facts} Is it the work of {person.shown()}?"


def _not_agreed(person: Person, told: Sequence[Fact]) -> str:
    """Say why something was not taken: what speaks against it."""
    if not told:
        return (
            f"Nobody confirmed that it is from {person.shown()}. Collect again and answer yes, or "
            "add --yes."
        )
    facts = " ".join(each.text for each in told)
    return f"{facts} Ask both whose work it is, then collect it again and say so."


def refused(error: OSError | HeldError) -> str:
    """Say why the disk did not take a hand-in, and what to do."""
    return str(error) if isinstance(error, HeldError) else refusal(error)


def which(
    released: Mapping[str, Frozen], files: Mapping[str, bytes], given: handed_in.Answers
) -> str:
    """Return the exercise that a hand-in is of: as it says, by its notebook, or by its answers."""
    named = str(given.about.get("exercise", ""))
    if named:
        releases = [n for n, each in released.items() if named in (n, each.catalog.name)]
        return _release(releases, released, given) if releases else named
    for name in sorted(released, key=len, reverse=True):
        if any(file.startswith(name) and file.endswith(".ipynb") for file in files):
            return name
    ids = given.kept.keys() | given.too_large
    fits = {name: len(ids & (each.ids() | each.former)) for name, each in released.items()}
    fits = {
        name: count for name, count in fits.items() if count and _options_fit(released[name], given)
    }
    best = max(fits.values(), default=0)
    fitting = [name for name, count in fits.items() if count == best]
    return fitting[0] if len(fitting) == 1 else ""


def _release(names: Sequence[str], released: Mapping[str, Frozen], given: handed_in.Answers) -> str:
    """Return the release that answers were given on; "" where several may be it."""
    said = str(given.about.get("release", ""))
    fitting = [name for name in names if released[name].catalog.release == said]
    if fitting or len(names) == 1:
        return [*names, *fitting][-1]
    return ""


def _options_fit(exercise: Frozen, given: handed_in.Answers) -> bool:
    """Whether the names in the answers are those of the exercise's options, where there are some.

    Every exercise asks a q1: the ids of questions alone do not tell exercises apart.
    """
    text = json.dumps([each.asked() for each in exercise.catalog.questions])
    named = [
        word
        for id, entry in given.kept.items()
        if id in exercise.ids() and isinstance(entry["value"], list | dict)
        for word in entry["value"]
        if isinstance(word, str)
    ]
    return not named or sum(json.dumps(word) in text for word in named) * 2 >= len(named)


def take(
    cohort: Cohort,
    exercise: Frozen,
    student: str,
    files: Mapping[str, bytes],
    when: datetime | None,
    beside: Mapping[str, bytes] | None = None,
) -> tuple[str, str]:
    """Put a hand-in into ``submitted``, and return what became of it.

    The newer of two stays, and never is one that can be read replaced by one that cannot.

    Parameters
    ----------
    when
        When it came (UTC), None when nobody knows: what a file says of itself is no such moment.
    beside
        Files of nbgrader's exchange that belong to it.
    """
    name = exercise.name
    folder = cohort.step("submitted", student, name)
    own, replaced = handed_in.of_a_hand_in(files), ""
    if folder.is_dir():
        from groundwork.cohort.gradebook import timestamp

        before = cohort.handed_in(student, name)
        if is_there(cohort, name, student, own):
            return THERE, THE_SAME
        earlier = timestamp(cohort, student, name)
        if (earlier and when and when < earlier) or _is_older(own, before):
            return THERE, "A newer hand-in is there already, and stays."
        unread = judge(exercise, own).state == UNREAD
        if unread and judge(exercise, before).state != UNREAD:
            return LEFT, "It cannot be read, and an earlier hand-in that can be read stays."
        if is_of_another(own, before):
            put_away(cohort, name, student)
            replaced = REPLACED
    notebook = f"{name}.ipynb"
    sound = notebook in own and is_readable(own[notebook])
    with whole_folder(cohort, folder) as making:
        for file, data in own.items():
            aside = file.endswith(".ipynb") and not (sound and file == notebook)
            target = making / AS_HANDED_IN / file if aside else making / file
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(data)
        if not sound:
            released = cohort.root / "release" / name / notebook
            (making / notebook).write_bytes(released.read_bytes())
            (making / AS_HANDED_IN).mkdir(exist_ok=True)
        if when:
            (making / TIMESTAMP).write_text(f"{when:%Y-%m-%d %H:%M:%S.%f} UTC\n", encoding="utf-8")
        for file, data in (beside or {}).items():
            (making / file).write_bytes(data)
    return TAKEN, replaced


def _is_older(own: Mapping[str, bytes], before: Mapping[str, bytes]) -> bool:
    """Whether a hand-in was left behind by another of the same workspace."""
    new, old = handed_in.read_answers(own), handed_in.read_answers(before)
    number = new.about.get("handin")
    same = bool(number) and number == old.about.get("handin")
    return same and "" < new.last() < old.last()


def is_readable(content: bytes) -> bool:
    """Whether nbgrader can open a notebook, so that its own pages can show what was handed in."""
    import nbformat

    try:
        found = nbformat.reads(content.decode("utf-8"), as_version=4)
        return bool(found.cells) and bool(json.dumps(found))
    except Exception:  # whatever is wrong with it
        return False
