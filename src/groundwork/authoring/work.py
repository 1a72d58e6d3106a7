"""What there is to do on each page, and when it counts as done, for the path of lessons.

A lesson names its kept things in its metadata (``groundwork.work``); the questions of an exercise
are read from its catalog. The rules that count what a learner kept are in ``static/progress.js``.
"""

from pathlib import Path
from typing import Any

from groundwork.learner.course import read_notebook
from groundwork.learner.papers import (
    allocation_note,
    budget_baseline,
    budget_request,
    causes,
    charter,
    decision_rights,
    pay_rule,
    power,
    readiness,
    register,
    roles,
    seats,
    timeline,
    year_goals,
)
from groundwork.learner.questions import Write, catalog
from groundwork.subject.errors import UserError
from groundwork.subject.readiness_statements import NEEDS

# What "done" means for each kind of kept thing: no more than a file can show.
DONE = {
    "ratings": "each of the {statements} statements has an answer; “I don't know” is one",
    "causes": "the map holds at least {least} causes",
    "power": "the decision is written, and at least {least} positions or groups are on the map",
    "records": "the list holds at least {least}",
    "answers": "an exercise is never called done here. The path counts how many of its {count} "
    "questions have an answer",
}
NOBODY_JUDGES = {
    "ratings": "Whether they are true, nobody has checked.",
    "causes": "Whether it reaches a decision, you judge.",
    "power": "Whether it is right, you judge.",
    "records": "Whether it is right, you judge.",
    "answers": "Whether an answer is right, the exercise says.",
    "written": "Whether an answer is right, the exercise says. What you wrote, nobody has judged.",
}
# What is kept beside a list and belongs to it, such as the parts of a memo about its items, stands
# in `beside`: with the first of it, the work is begun.
NEEDED = {
    "ratings": ("name", "title"),
    "causes": ("name", "title", "least"),
    "power": ("name", "title", "least"),
    "records": ("name", "title", "least", "things"),
}
# How the names of the papers begin that are made of a kept thing, where they have another title.
PAPERS = {
    "allocation_places": allocation_note.TITLE,
    "budget_lines": budget_baseline.TITLE,
    "budget_request": budget_request.TITLE,
    "decision_rights": decision_rights.TITLE,
    "department_timeline": timeline.TITLE,
    "metric_register": register.TITLE,
    "pay_rule_groups": pay_rule.TITLE,
    "power_map": power.TITLE,
    "readiness_profile": readiness.TITLE,
    "role_statements": roles.TITLE,
    "root_cause_map": causes.TITLE,
    "team_charter": charter.TITLE,
    "team_seats": seats.TITLE,
    "year_goals": year_goals.TITLE,
}


def lesson_work(path: Path) -> list[dict[str, Any]]:
    """Return what a lesson's learner keeps, each with its kind, its name and what done means.

    Raises
    ------
    UserError
        When the lesson's metadata names a kind that no rule counts, or leaves something out.
    """
    found = []
    for work in read_notebook(path)["metadata"].get("groundwork", {}).get("work", []):
        lacking = [key for key in NEEDED.get(work.get("kind"), ("kind",)) if key not in work]
        if work.get("kind") not in NEEDED or lacking:
            raise UserError(
                f"{path.name} names work that nothing can count: {work}.",
                f"Its kind is one of {', '.join(NEEDED)}; each needs what "
                "groundwork.authoring.work.NEEDED says.",
            )
        work = {**work, "paper": PAPERS.get(work["name"], work["title"])}
        if work["kind"] == "ratings":
            parts = [[need.title, [each.id for each in need.statements]] for need in NEEDS]
            statements = sum(len(ids) for _, ids in parts)
            found.append({**work, "parts": parts, **_done(work["kind"], statements=statements)})
        else:
            found.append({**work, **_done(work["kind"], least=work["least"])})
    return found


def exercise_work(path: Path) -> list[dict[str, Any]]:
    """Return an exercise's questions by who judges them; each is its parts with blanks between."""
    if not path.with_name(catalog.FILE).exists():
        return []
    judged: dict[str, list[str]] = {"course": [], "person": []}
    asked = catalog.read(path.with_name(catalog.FILE)).questions
    for question in asked:
        parts = [part.id for part in catalog.parts(question)] or [question.id]
        judged["person" if isinstance(question, Write) else "course"].append(" ".join(parts))
    return [
        {
            "kind": "answers",
            "title": "Questions",
            "file": f"exercises/{path.stem}/answers.json",
            **judged,
            **_done("answers", "written" if judged["person"] else "", count=len(asked)),
        }
    ]


def _done(kind: str, judge: str = "", **values: object) -> dict[str, str]:
    return {"done": f"{DONE[kind].format(**values)}. {NOBODY_JUDGES[judge or kind]}"}
