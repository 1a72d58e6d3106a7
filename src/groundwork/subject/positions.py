"""Who answers, as it is typed: one position, nobody, or several at once."""

import re

from groundwork.subject.known_names import listed, plain

_NOBODY = re.compile(
    r"(?:tb[ad]|n/?a|none|nobody|unknown|everyone|everybody|all(?: staff)?|staff|the department"
    r"|department|management|leadership|to be (?:decided|determined|named|hired)|various|\?+|[-–]+"
    r"|(?:an? )?(?:open|unfilled|empty)(?: (?:position|post|job))?"
    r"|(?:position|post|job) (?:is )?open)\.?",
    re.IGNORECASE,
)
_VACANT = re.compile(r"\bvacan(?:t|cy)\b", re.IGNORECASE)
_TEAM = re.compile(r"\b(?:team|staff|unit|division|section|bureau|crew|group)$", re.IGNORECASE)
_TITLE = (
    r"(?:manager|director|supervisor|coordinator|officer|chief|lead|epidemiologist|administrator"
    r"|analyst|specialist|nurse|planner|commissioner|clerk|educator)"
)
_HAS_TITLE = re.compile(rf"\b{_TITLE}\b", re.IGNORECASE)
_IS_TITLE = re.compile(rf"(?:[\w’'-]+ ){{0,5}}{_TITLE}(?:,? (?:of|for)\b.*)?", re.IGNORECASE)


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words that end a position or an office, beside those of jobs, and words that stand before them.
_OFFICES = _each(
    "advisor adviser administration agency attorneys board bureau cao chair chairperson commission "
    "commissioner committee compliance council counsel department division executive finance "
    "general head health hr law lawyer lawyers legal lieutenant mayor office officers ogc "
    "ombudsman panel paralegal partner president prosecutor section sheriff solicitor staff "
    "superintendent team treasurer unit"
)
_BEFORE = _each(
    "a an assigned bond commonwealth corporate house in-house its my nation outside our "
    "parish private prosecuting retained states their this vice"
)
_OFFICES_IN_SPANISH = _each(
    "abogada abogado abogados alcalde alcaldesa asesor asesora consejera consejero consultora "
    "departamento director directora division fiscal fiscalia gerente jefa jefe licenciada "
    "licenciado oficina procurador procuradora procuraduria secretaria secretario subdirector "
    "subdirectora"
)
_BESIDE_IN_SPANISH = _each(
    "adjunta adjunto asuntos auxiliar ciudad condado ejecutiva ejecutivo estado estatal general "
    "gobierno juridica juridico juridicos justicia legal legales municipal municipio publica "
    "recursos humanos salud"
)
_PLACES = _each("borough city county district municipality parish state town tribe")
_OF = re.compile(r"\s+(?:of|for|to|del?|de la|de los|de las)\s+(?:the\s+)?", re.IGNORECASE)
_ABBREVIATION = re.compile(r"(?:[A-Z]\.?){2,4}")
_AND = re.compile(r"\s+(?:and|&|/|plus)\s+(?:the\s+)?|[,;]\s+", re.IGNORECASE)


def is_nobody(text: str) -> bool:
    """Whether nobody answers: “TBD”, “open position”, or a position that is vacant.

    >>> is_nobody("Vacant"), is_nobody("Family Health Manager")
    (True, False)
    """
    return bool(_NOBODY.fullmatch(text.strip()) or _VACANT.search(text))


def to_be_filled(text: str) -> str:
    """Return the position that a text says is vacant, or "" where it names none.

    >>> to_be_filled("Vacant (WIC Manager)"), to_be_filled("vacant"), to_be_filled("TBD")
    ('WIC Manager', '', '')
    """
    if _NOBODY.fullmatch(text.strip()):
        return ""
    bare = re.sub(
        r"\b(?:is|currently|now|position|post)\b", " ", _VACANT.sub(" ", text), flags=re.I
    )
    return " ".join(re.sub(r"[^\w’'&/-]+|(?<!\w)-|-(?!\w)", " ", bare).split())


def is_team(text: str) -> bool:
    """Whether it is a team and no position."""
    return bool(_TEAM.search(text.strip()))


def are_several(text: str) -> bool:
    """Whether two positions are named, and not one whose title holds an “and”.

    >>> are_several("WIC Manager and Nutrition Director")
    True
    >>> are_several("Director of Planning and Policy")
    False
    """
    parts = _AND.split(text.strip())
    return any(map(_IS_TITLE.fullmatch, parts[1:])) and bool(_HAS_TITLE.search(parts[0]))


def is_position(text: str) -> bool:
    """Whether a text is positions or offices and nothing else: no verb, no verdict, no name.

    >>> is_position("Assistant Attorney General"), is_position("Oficina de Asuntos Legales")
    (True, True)
    >>> is_position("counsel approves"), is_position("Maria Lopez"), is_position("risky")
    (False, False, False)
    """
    first, *others = (part.split() for part in _OF.split(text.strip()))
    if not first or not all(others):
        return False
    ends = _is_office(first[-1]) or plain(first[0]) in _OFFICES_IN_SPANISH
    return ends and all(_are_of_titles(words) for words in (first, *others))


def _is_office(word: str) -> bool:
    bare = plain(word).removesuffix("'s")
    offices = (listed()["jobs"], _OFFICES, _OFFICES_IN_SPANISH, _PLACES)
    return any(bare in each for each in offices) or _is_abbreviation(word)


def _is_abbreviation(word: str) -> bool:
    known = (listed()["ordinary"], listed()["hard"])
    return bool(_ABBREVIATION.fullmatch(word)) and not any(plain(word) in each for each in known)


def _are_of_titles(words: list[str]) -> bool:
    """Whether each word stands in titles; before “County” and its like any name may stand."""
    known = listed()
    titles = known["hard"] - {"no", "non"} | _BEFORE | _BESIDE_IN_SPANISH
    unlikely = known["ordinary"] | known["given"] | known["family"]
    is_place = False
    for word in reversed(words):
        bare = plain(word).removesuffix("'s")
        named = word[:1].isupper() and not bare.endswith("ed")
        is_place = bare in _PLACES or (is_place and named)
        of_title = _is_office(word) or bare in titles or word in ("&", "y")
        if not (of_title or is_place or (named and bare not in unlikely)):
            return False
    return True
