"""Which events can happen to one person more than once, by what a measure is called."""

import re

_DEATHS = re.compile(
    r"(?<!non-)(?<!non )\b(?:deaths?|died|dying|dead|deceased|decedents?|mortality|fatal\w*|killed"
    r"|homicides?|suicides|stillbirths?|stillborn)\b"
)
_BIRTHS = re.compile(r"\b(?:births?|born|newborns?|natality)\b")
_PEOPLE = re.compile(
    r"\b(?:people|persons?|residents?|individuals?|adults?|child|children|teens?|youth|infants?"
    r"|babies|women|men|girls?|boys?|patients?|clients?|students?|pupils?|mothers?|fathers?"
    r"|parents?|members?|workers?|employees|households?|families|recipients|enrollees|elders?"
    r"|seniors|veterans|population)\b"
)
_AGAIN = re.compile(
    r"\b(?:visits?|encounters?|calls?|(?:re)?admissions?|(?:re)?hospitali[sz]ations?|discharges?"
    r"|stays?|tests?|screenings?|doses?|vaccinations?|referrals?|stops?|inspections?|complaints?"
    r"|sessions?|trips?|prescriptions?|refills?|rides?|appointments?|meals?|attendances?|arrests?"
    r"|bookings?|citations?|violations?|transports?|attacks?|attempts?|incidents?|episodes?|falls"
    r"|overdoses|injuries|contacts?|claims?|services?|events?|exposures?|days?)\b"
)
# Words that take their meaning from what stands before them: a birth event is a birth.
_WEAK = re.compile(r"(?:contacts?|claims?|services?|events?|exposures?|days?)")
# What follows tells more about the thing that is counted, and is not it.
_MORE = re.compile(
    r"\b(?:of|for|by|with|without|within|due|from|in|among|per|after|before|during|since|who|whose"
    r"|that|which|ending|attended|to|at|on|aged|ages?|under|over)\b"
)
_PARTS = re.compile(r"[,;:()/|]| [-–—] ")


def can_repeat(measure: str) -> bool:
    """Say whether one person can be counted several times in a measure.

    A death, a birth and a person are one each, whatever other words stand beside them.

    >>> can_repeat("emergency visits of children"), can_repeat("deaths within 30 days")
    (True, False)
    >>> can_repeat("births attended by health services"), can_repeat("people with visits")
    (False, False)
    """
    text = " ".join(measure.casefold().replace("_", " ").split())
    if _DEATHS.search(text):
        return False
    heads = [_MORE.split(part, maxsplit=1)[0] for part in _PARTS.split(text)]
    kinds = {_kind(head) for head in heads} - {""} or {_kind(text)}
    return "again" in kinds and "birth" not in kinds


def _kind(words: str) -> str:
    """What a group of words counts, by the last word in it that says so."""
    again = list(_AGAIN.finditer(words))
    births, people = _BIRTHS.search(words), list(_PEOPLE.finditer(words))
    if again and (births or people) and _WEAK.fullmatch(again[-1][0]):
        again = []
    if again and (not people or people[-1].start() < again[-1].start()):
        return "again"
    return "birth" if births else "people" if people else ""
