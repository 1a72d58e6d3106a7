"""Begin a cohort, and give it an exercise."""

import hashlib
import os
import re
import shutil
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from groundwork.cohort import place, supervisors
from groundwork.cohort.draw import draw
from groundwork.cohort.place import AGAIN, Cohort, in_the_course, tools_on_path, whole_folder
from groundwork.cohort.roster import Person
from groundwork.cohort.same_person import known_by_their_ids
from groundwork.learner import files, shipping, workspace
from groundwork.subject.errors import UserError

if TYPE_CHECKING:
    from nbgrader.api import Student
    from nbgrader.apps import NbGraderAPI

GIVE = "to_learners"
HOW = "HOW_TO_HAND_IN.txt"
HOW_TO_HAND_IN = """\
How to put this exercise into your course, and how to hand in

You need this only if your facilitator sent it to you. Else open the exercise of the course itself,
and begin at 5.

1. Start the course once as always, then close it: Ctrl and C in its window.
2. Open your folder of the course. "How this course works" says where it is; mostly it is the
   folder "groundwork" in your own folder. In it is a folder "exercises".
3. Is there a folder {exercise} in "exercises"? If you have answered nothing in it yet, delete it.
   If you have answered, leave it as it is, and ask your facilitator before you go on.
4. Copy the folder {exercise}, beside this text, into "exercises".
5. Start the course again, open the exercise there, and answer. Every answer is saved at once.
6. To hand in, send your facilitator the one file
       exercises/{exercise}/answers.json
   of your folder, as they told you. It holds your answers and no name. Put nothing else with it.
7. You can change answers and send the file again: the newer one counts.
"""


def new(root: Path, name: str, people: Sequence[Person], zone: str, exchange: str = "") -> Cohort:
    """Make a cohort's folder, or bring its people up to date.

    Nobody is taken out: whoever left keeps their work until it is forgotten on purpose.

    Raises
    ------
    UserError
        When the folder holds something else, the time zone is unknown, or an exchange is named
        where nbgrader has none.
    """
    zone_of(zone)
    Cohort(root).db_url()
    known = str(Cohort(root).about().get("exchange", "")) if (root / place.ABOUT).is_file() else ""
    exchange = exchange or known
    if exchange != known and os.name == "nt":
        raise UserError(
            "nbgrader has no exchange on Windows.",
            "Leave out --exchange: hand-ins come as folders, zip files or files of answers.",
        )
    _check_place(root)
    if root.exists() and not root.is_dir():
        raise UserError(f"{root} is a file.", "Give a new folder.")
    if root.is_dir() and any(root.iterdir()) and not (root / place.ABOUT).is_file():
        raise UserError(f"{root} holds something else already.", "Give a new or empty folder.")
    course = re.sub(r"[^a-z0-9]+", "_", root.resolve().name.casefold()).strip("_") or "cohort"
    if not (root / place.ABOUT).is_file():  # names and work of people
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        root.chmod(0o700)
    elif (root / place.GRADEBOOK).is_file():  # of a list that is refused nothing is taken
        people = known_by_their_ids(people, people_of(Cohort(root)))
    cohort = place.make(root, name, zone, course, exchange)
    with cohort.gradebook(begins=True) as book:
        people = known_by_their_ids(people, [_person(each) for each in book.students])
        for person in people:
            book.update_or_create_student(
                person.id,
                first_name=person.first or None,
                last_name=person.last or None,
                email=person.email or None,
            )
    supervisors.keep(
        cohort,
        [each.id for each in people if each.supervises],
        [each.id for each in people if each.supervises is False],
    )
    return cohort


def _check_place(root: Path) -> None:
    """Refuse a new cohort in the course's folder, which is replaced by a newer one some day."""
    try:
        course = workspace.course().resolve()
    except UserError:  # the library stands alone
        return
    if not (root / place.ABOUT).is_file() and root.resolve().is_relative_to(course):
        raise UserError(
            f"{root.name} would lie in the course's own folder, and go with it when somebody puts "
            "a newer one there.",
            f"Give a place outside, such as your own folder: ~/{root.name}",
        )


def _person(student: "Student") -> Person:
    first, last, email = student.first_name, student.last_name, student.email
    return Person(student.id, first or "", last or "", email or "")


def people_of(cohort: Cohort) -> list[Person]:
    """Return who is in a cohort, by last name."""
    with cohort.gradebook() as book:
        found = [_person(each) for each in book.students]
    return sorted(found, key=lambda person: (person.last.casefold(), person.first, person.id))


def release(
    cohort: Cohort,
    exercise: Path,
    due: datetime | None = None,
    seed: str = "",
    again: bool = False,
) -> tuple[Path, bool]:
    """Give a cohort an exercise of the course, as the exercise is now.

    The cohort's copy is frozen: what its hand-ins are graded by does not change any more.
    An exercise that has changed since can be given beside it, as a release of its own.

    Parameters
    ----------
    exercise
        The exercise's folder in the course; named as a release that the cohort has, that one.
    due
        When hand-ins are due (UTC).
    seed
        Words that draw the cohort's own numbers.
    again
        Whether to make a new release where the exercise has changed since the last one; what was
        answered on a former one is still graded by that.

    Returns
    -------
    tuple
        The zip file for learners, which is named as the release, and whether the course's exercise
        is another than the cohort's last release of it.
    """
    asked, name = exercise.name, in_the_course(exercise.name)
    exercise = exercise.with_name(name)
    if not (exercise / f"{name}.ipynb").is_file() or not (exercise / "catalog.json").is_file():
        known = ", ".join(
            sorted(each.parent.name for each in exercise.parent.glob("*/catalog.json"))
        )
        raise UserError(f"The course has no exercise {name}.", f"It has: {known or 'none'}.")
    with cohort.gradebook():  # nbgrader would make a new one where it is gone
        pass
    sent = _sent(exercise)
    state = _state(exercise)
    name, changed = _next_release(cohort, asked, state, again)
    source = cohort.source(name)
    if source.is_dir() and seed and _seed_of(cohort, name) != _digest(seed):
        raise UserError(
            f"{name} was given out already, and its numbers do not change any more.",
            "Leave out the words, or give the exercise to another cohort.",
        )
    if not source.is_dir():
        files.write_text(_note(cohort, name), f"{state}\n{_digest(seed)}\n")
        with whole_folder(cohort, source) as making:
            for inner in sent:
                own = inner if inner.name != f"{exercise.name}.ipynb" else Path(f"{name}.ipynb")
                (making / own).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(exercise / inner, making / own)
            if seed:
                draw(making, seed)
    if name not in cohort.exercises() or not _is_in_gradebook(cohort, name):
        made = api_of(cohort, name).generate_assignment(name, force=True)
        done(made, f"{name} could not be released")
    with cohort.gradebook() as book:
        about: dict[str, Any] = {"duedate": due} if due else {}
        book.update_or_create_assignment(name, **about)
    packed = cohort.root / GIVE / f"{name}.zip"
    folder = cohort.root / "release" / name
    _pack(folder, packed, {HOW: HOW_TO_HAND_IN.format(exercise=name)})
    return packed, changed


def _is_in_gradebook(cohort: Cohort, name: str) -> bool:
    from nbgrader.api import Notebook

    with cohort.gradebook() as book:
        return book.db.query(Notebook).filter(Notebook.name == name).count() > 0


def has_changed(cohort: Cohort, exercise: Path) -> bool:
    """Whether the course's exercise is another than the cohort's last release of it."""
    given = cohort.releases_of(exercise.name)
    return bool(given) and _is_other(cohort, given[-1], _state(exercise))


def _next_release(cohort: Cohort, asked: str, state: str, again: bool) -> tuple[str, bool]:
    """Return which release to work on, and if the course's exercise is another than the last."""
    name = in_the_course(asked)
    given = cohort.releases_of(name)
    if asked not in [name, *given]:
        raise UserError(
            f"This cohort has no release {asked}.", f"It has: {', '.join(given) or 'none yet'}."
        )
    if not given:
        return name, False
    changed = _is_other(cohort, given[-1], state)
    if not again:
        return asked, changed
    return (f"{name}{AGAIN}{len(given) + 1}" if changed else given[-1]), False


def _is_other(cohort: Cohort, release: str, state: str) -> bool:
    note = _note(cohort, release)
    return not note.is_file() or note.read_text(encoding="utf-8").split()[:1] != [state]


def is_own(cohort: Cohort, release: str) -> bool:
    """Whether a release is another exercise than the course's, so that people need its file."""
    return in_the_course(release) != release or _seed_of(cohort, release) not in ("", "none")


def _seed_of(cohort: Cohort, release: str) -> str:
    """Return the short name of the words that drew a release's numbers; "" for unknown."""
    note = _note(cohort, release)
    kept = note.read_text(encoding="utf-8").split() if note.is_file() else []
    return kept[1] if len(kept) > 1 else ""


def _digest(seed: str) -> str:
    return hashlib.sha256(seed.encode()).hexdigest()[:16] if seed else "none"


def _sent(exercise: Path) -> list[PurePosixPath]:
    return sorted(shipping.shipped(exercise, shipping.EXERCISE))


def _state(exercise: Path) -> str:
    return files.digest(exercise, [exercise / each for each in _sent(exercise)])


def _note(cohort: Cohort, name: str) -> Path:
    return cohort.own("frozen", f"{name}.txt")


def api_of(cohort: Cohort, name: str = "", log_level: str = "CRITICAL") -> "NbGraderAPI":
    """Return nbgrader's own interface, with the cohort's settings."""
    from nbgrader.apps import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

    from groundwork.cohort.settings import configure

    config = Config()
    configure(config, cohort.root)
    config.CourseDirectory.assignment_id = name
    directory = CourseDirectory(config=config)
    with tools_on_path():
        return NbGraderAPI(config=config, coursedir=directory, log_level=log_level)


def done(outcome: dict[str, Any], what: str) -> None:
    """Pass, or say what nbgrader could not do.

    Raises
    ------
    UserError
        With the last line of nbgrader's log.
    """
    if not outcome["success"]:
        told = (outcome.get("error") or outcome.get("log") or "").strip().splitlines()
        raise UserError(f"{what}: {told[-1] if told else 'nbgrader did not say why'}")


def zone_of(name: str) -> ZoneInfo:
    """Return a time zone by its name.

    Raises
    ------
    UserError
        When there is none of that name.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UserError(
            f"There is no time zone {name!r}.", "Give one such as America/Chicago."
        ) from None


def local_zone() -> str:
    """Return the name of this computer's time zone.

    Raises
    ------
    UserError
        Where it does not tell, as on Windows.
    """
    system = Path("/etc/localtime").resolve().as_posix().rpartition("zoneinfo/")[2]
    for name in (os.environ.get("TZ", ""), system):
        if name and not name.startswith(("/", ":")):
            try:
                return zone_of(name).key
            except UserError:
                continue
    raise UserError(
        "This computer does not tell its time zone by name.",
        "Say in which zone deadlines are: --zone America/Chicago",
    )


def likely_zone() -> str:
    """Return this computer's time zone, or UTC where it does not tell, until somebody says it."""
    try:
        return local_zone()
    except UserError:
        return "UTC"


def deadline(text: str, zone: str) -> datetime:
    """Return the moment (UTC) of a day and time as they are said in a time zone.

    Raises
    ------
    UserError
        When it cannot be read.
    """
    for form in ("%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d"):
        try:
            local = datetime.strptime(text, form)
        except ValueError:
            continue
        if form == "%Y-%m-%d":
            local = local.replace(hour=23, minute=59)
        local = local.replace(tzinfo=zone_of(zone))
        # When clocks change, a time comes twice or never: the later reading makes nobody late.
        later = max(local.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
        return later.replace(tzinfo=None)
    raise UserError(f"{text!r} is no day and time.", "Write it like this: 2027-03-12 17:00")


def shown(moment: datetime, zone: str) -> str:
    """Return a moment (UTC) as it is said in a time zone, with the zone."""
    local = moment.replace(tzinfo=UTC).astimezone(zone_of(zone))
    return f"{local:%B} {local.day}, {local.year}, {local:%H:%M} {local:%Z} ({zone})"


def typed(moment: datetime, zone: str) -> str:
    """Return a moment (UTC) as a field for day and time holds it: 2027-03-12T17:00."""
    return f"{moment.replace(tzinfo=UTC).astimezone(zone_of(zone)):%Y-%m-%dT%H:%M}"


def _pack(folder: Path, target: Path, beside: Mapping[str, str]) -> None:
    """Write a folder, and texts beside it, as a zip file; the same content gives the same bytes."""
    import io

    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                inner = (Path(folder.name) / path.relative_to(folder)).as_posix()
                archive.writestr(zipfile.ZipInfo(inner), path.read_bytes())
        for inner, text in beside.items():
            archive.writestr(zipfile.ZipInfo(inner), text.replace("\n", "\r\n").encode())
    files.write_bytes(target, content.getvalue())
