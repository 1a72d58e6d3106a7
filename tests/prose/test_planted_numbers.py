"""A wrong number planted in a lesson or an exercise is found, in its file and on its line."""

from pathlib import Path

import pytest

from groundwork.authoring import write
from groundwork.authoring.source import course
from groundwork.authoring.source.fault import Fault

ROOT = Path(__file__).parents[2]
START, CAUSES = "modules/00_start_here.md", "modules/01_root_causes.md"
EXERCISE = "exercises/01_root_causes/01_root_causes.md"
HELP = "modules/how_it_works.md"
PLANTED = {
    "in prose": (START, "{{ black | integer }} of 100", "65 of 100"),
    "in a table": (CAUSES, "| {{ hispanic | one }} − {{ white", "| 30.8 − {{ white"),
    "in a row of the exercise": (
        EXERCISE,
        "| Hispanic | {{ own_hispanic | one }} |",
        "| Hispanic | 51.0 |",
    ),
    "two figures exchanged": (
        CAUSES,
        "{{ babies_black | one }} died before",
        "4.4 died before",
    ),
    "in a prompt": (CAUSES, "Set the explorer to {2019}", "Set the explorer to 2018"),
    "in a reply": (CAUSES, "{{ native_points_2019 | one }} in {2019}", "11.8 in {2019}"),
    "in an option": (
        CAUSES,
        "as high in tracts once graded D as in tracts graded A.",
        "4.2 times.",
    ),
    "in a chart's title": (CAUSES, "the grade of the {1930s}\n", "the grade of the 1960s\n"),
    "in a chart's year": (CAUSES, ":year: {{ visits_d | year }}", ":year: 2001–2013"),
    "in a chart's words": (
        CAUSES,
        "was {{ visits_times | one }} times the median",
        "was 2.6 times the median",
    ),
    "an interval": (CAUSES, "D was {{ adjusted | two }} times", "D was 1.93 times"),
    "a year of history": (CAUSES, "**1891.**", "**1981.**"),
    "a count of history": (CAUSES, "About 600 Black men", "About 6,000 Black men"),
    "a count in words": (CAUSES, "two thirds of the women", "three quarters of the women"),
    "a share in words": (CAUSES, "nearly a third of the Black", "nearly half of the Black"),
    "a law": (CAUSES, "42 CFR 53.112", "42 CFR 53.121"),
    "words that are not true": (
        START,
        "{{ not_confident | more than half }}",
        "{{ not_confident | more than two thirds }}",
    ),
    "in what is said to the right answer": (
        EXERCISE,
        "by the same {{ moved | one }} points",
        "by the same 8.5 points",
    ),
    "in a hint": (EXERCISE, "and {{ calls_black | two }} percent", "and 6.54 percent"),
    "a date of the invented county": (
        START,
        "gives its last day: {{ disparities_ends | day }}",
        "gives its last day: June 30, 2028",
    ),
    "a position of it": (START, "description of {{ manager | text }}", "description of P167"),
    "a count of it in words": (START, "{{ posted | Words }} of the", "Twelve of the"),
    "money of it": (START, "panels {{ panels | dollars }} an hour", "panels 75 dollars an hour"),
    "a source of no name": (CAUSES, "[@el-sayed-2015]", "[@el-sayed-2051]"),
    "on the page of help": (HELP, "Read it once, or come back", "Read it 3 times, or come back"),
    "in code": (CAUSES, "gap_table(rates_2010,", 'print("10.9 died")\ngap_table(rates_2010,'),
}


def faults_of(place: str, text: str, tmp_path: Path) -> list[Fault]:
    """What is wrong in a text of the course once it reads so."""
    for name in ("modules", "exercises/01_root_causes"):
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
    (tmp_path / "datasets").symlink_to(ROOT / "datasets")
    for path in (START, CAUSES, EXERCISE, HELP):
        said = text if path == place else (ROOT / path).read_text(encoding="utf-8")
        (tmp_path / path).write_text(said, encoding="utf-8")
    changed = tmp_path / place
    return write.built(changed, course.texts(tmp_path)[changed], tmp_path).faults


@pytest.mark.parametrize("place", [START, CAUSES, EXERCISE, HELP])
def test_every_number_of_a_text_comes_from_somewhere(place: str, tmp_path: Path) -> None:
    text = (ROOT / place).read_text(encoding="utf-8")
    assert [str(fault) for fault in faults_of(place, text, tmp_path)] == []


@pytest.mark.parametrize(("place", "right", "wrong"), PLANTED.values(), ids=PLANTED)
def test_a_wrong_number_is_found_with_file_and_line(
    place: str, right: str, wrong: str, tmp_path: Path
) -> None:
    text = (ROOT / place).read_text(encoding="utf-8")
    assert right in text, "the lesson reads otherwise now: plant another"
    line = text[: text.index(right)].count("\n") + 1
    found = faults_of(place, text.replace(right, wrong, 1), tmp_path)
    lines = [fault.line for fault in found if fault.file == tmp_path / place]
    assert line in lines
