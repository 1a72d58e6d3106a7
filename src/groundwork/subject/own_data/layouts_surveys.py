"""Tables of surveys of the population: BRFSS of the CDC, and KIDS COUNT."""

from groundwork.subject.own_data.layout import File, Known, one_of, rest_aside
from groundwork.subject.own_data.report import Note


def surveys(file: File) -> Known | None:
    """Tables of surveys of the population."""
    return _brfss(file) or _kids_count(file)


def _brfss(file: File) -> Known | None:
    """Prevalence data of the Behavioral Risk Factor Surveillance System: a row an answer."""
    value, question = file.by_name.get("data value"), file.by_name.get("question")
    answer = file.by_name.get("response")
    group, kind = file.place("break out"), file.place("break out category")
    if value is None or question is None or answer is None or group is None or kind is None:
        return None
    known = Known("prevalence of the Behavioral Risk Factor Surveillance System (BRFSS)")
    for column, role in (
        (question, "measure"), (value, "value"), (file.place("year"), "year"),
        (file.place("locationdesc", "location desc", "state"), "district"),
        (file.place("data value unit"), "unit"), (file.place("confidence limit low"), "lower"),
        (file.place("confidence limit high"), "upper"),
    ):  # fmt: skip
        if column:
            known.roles[column.at] = role
    one_of(known, file, answer, "response")
    known.together = [kind, group]
    way = file.place("data value type")
    if way is not None:
        one_of(known, file, way, "rates")
    aside = {kind.at, group.at}
    return rest_aside(known, [column for column in file.columns if column.at not in aside])


def _kids_count(file: File) -> Known | None:
    """KIDS COUNT of the Annie E. Casey Foundation: a row a place, time and way of counting."""
    value, way = file.by_name.get("data"), file.place("dataformat", "data format")
    time, place = file.place("timeframe", "time frame"), file.by_name.get("location")
    if value is None or way is None or time is None or place is None:
        return None
    known = Known("KIDS COUNT")
    known.roles |= {value.at: "value", way.at: "unit", time.at: "year", place.at: "district"}
    group = file.place("race", "race and ethnicity", "race ethnicity", "age group", "sex", "gender")
    if group is not None:
        known.roles[group.at] = "group"
    else:
        known.typed["group"] = "All"
        known.notes.append(Note("no column tells groups apart: the group is All"))
    one_of(known, file, way, "format")
    return rest_aside(known, file.columns)
