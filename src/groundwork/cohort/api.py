"""nbgrader's own interface, with the settings of a cohort."""

from typing import TYPE_CHECKING, Any

from groundwork.cohort.course_folder import Cohort, tools_on_path
from groundwork.subject.errors import UserError

if TYPE_CHECKING:
    from nbgrader.apps import NbGraderAPI


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
