"""Tell a position or a group from a person's name: registers and maps hold positions only.

People change jobs, and a person's name beside a remark about power can harm them. The test is a
rule of thumb that knows no list of names, so it treats every culture's names alike: two or three
capitalized words, none of which is a word that positions, groups or places use.
"""

import re

# British spellings are known too: people write as they do. codespell:off
_POSITION_TEXT = """
accountant admin administration administrator adults adviser advisor advocate agencies agency aide
alliance analyst and assistant associate association attorney auditor bank banks board boards branch
breastfeeding budget bureau business businesses buyer caucus center centre chair chamber chaplain
chief chiefs children chronic church churches circle cities city civil clerk clinic clinics
coalition collective college commission commissioner commissioners commissions committee committees
communicable communications community company congregation congregations contractor controller
cooperative coordinator core corps council councillor councils counsel counsellor counsellors
counselor counselors counties county court customers data dentist department departments deputy desk
developer developers development dietitian director directors disease diseases dispatcher district
division divisions doctor doctors doula doulas driver east economist educator elder elders emergency
employee employees employer employers engineer environmental epidemiologist equity evaluator
examiner executive facilities faith families family farmers farmworkers federal finance fire first
for force forum foundation foundations fund funder general governor grants group groups growers head
heads health home hospital hospitals hotline house housing human immigrant immigrants in initiative
inspector institute insurer insurers interpreter investigator job journalists justice labor labour
landlord landlords law lawyer lead leader leaders league legal legislature liaison local maker
manager managers mayor media medical members midwife midwives migrants ministry mosque mothers
nation navigator neighborhood neighborhoods neighbors neighbourhood neighbourhoods neighbours
network newcomers newspaper north nurse nurses nursing nutritionist of office officer officers on
operations organiser organisers organizer organizers overdose owner owners paramedic parent parents
partner partners partnership patient patients peer peers people persons pharmacist physician
physicians plan planner planning plans police policy press prevention principal procurement
professor program programme programmes programs project promoter promoters provider providers
psychiatrist psychologist public quality radio receptionist recruiter refugees regional registrar
renter renters reporters representative research resident residents resources riders safety
sanitarian school schools scientist secretary senate senior service services sheriff social society
south specialist staff state station steward strategist street students superintendent supervisor
supervisors supervisory support surgeon synagogue task taskforce taxpayers teacher teachers team
technician technology teens temple tenant tenants the therapist training transit treasurer tribal
tribe tribes trustees union unit united university urban vendor veterans veterinarian vice volunteer
volunteers voters water welfare west women worker workers workforce workgroup works youth
"""
# codespell:on
_POSITION_WORDS = frozenset(_POSITION_TEXT.split())
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Rev|Señora?)\.?\s+[A-ZÀ-ÖØ-Þ]")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’\-])*\.?")


def looks_like_a_person(text: str) -> bool:
    """Say whether a text reads like a person's name rather than a position, a group or a place.

    >>> looks_like_a_person("Maria Lopez"), looks_like_a_person("Finance Director")
    (True, False)
    """
    text = text.strip()
    if _TITLE.search(text):
        return True
    words = text.split()
    if not 2 <= len(words) <= 3 or not all(_WORD.fullmatch(word) for word in words):
        return False
    # An acronym such as WIC or HR belongs to a position; no script without capitals can be judged.
    if any(word.isupper() and len(word.rstrip(".")) > 1 for word in words):
        return False
    if not all(word[0].isupper() for word in words):
        return False
    return not any(part.lower() in _POSITION_WORDS for word in words for part in word.split("-"))


def names_a_person_in(text: str) -> str | None:
    """Find a title with a name, such as "Dr. Lopez", anywhere in a text."""
    found = re.search(_TITLE.pattern + r"[\w'’\-]*", text)
    return found[0] if found else None
