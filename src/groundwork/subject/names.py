"""Tell texts that name a person from titles, programs and organizations.

Registers, maps and files hold positions only: people change jobs, and a person's name beside a
remark about power can harm them.

No list holds all names, so a text is judged by its form and by words that stand in titles and
organizations and never in names; lists of given and family names of many origins decide where
words are both (Grace Park, Mill Park). What it says is a reason to ask, and seldom one to refuse.

Sources of the words: the frequent given and family names of the 1990 census (public domain), names
of other origins written down for this course, the easy words of Dale and Chall, and the words of
published budgets and of Riverbend County (invented).
"""

import re
from collections.abc import Sequence
from functools import cache

from groundwork.subject.known_names import listed, plain

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʻ`\-])*\.?")
_HONORIFIC = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Rev|Hon|Sra?|Srta|Señora?)\b\.?\s+(?:(?:de|van|von|der|la|del|al|el)\s+)*[A-ZÀ-ÖØ-Þ][\w'’\-]*"
)
_CREDENTIALS = re.compile(
    r"(?:[,\s]+(?:jr|sr|ii|iii|iv|md|m\.d|do|rn|bsn|msn|lpn|np|fnp|dnp|pa-?c?|phd|ph\.d|drph|mph"
    r"|mpa|mba|msw|lcsw|lmsw|rd|ldn|ches|esq|jd|dds|dmd|pharmd|cpa|ma|ms|med|edd)\.?)+$",
    re.IGNORECASE,
)
_SOMEBODY_WAS = re.compile(
    r"\b(?:was|formerly|previously|former|held by|incumbent|replac(?:es|ing)"
    r"|backfill(?:ing)?(?: for)?|vice|c/o|attn|retired|occupied by|filled by|for)"
    r"\b[:. ]+(?P<rest>.+)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[-–—|/]+\s+|[:;|()\[\]/–—]+|\s+-|-\s+")
# Ends of words that are no names. codespell:off
_MADE_WORD = re.compile(
    r".{2,}(?:tion|tions|sion|ment|ments|ing|ings|ology|ical|tive|ness|ship|ware|tech|care|ics|ity"
    r"|ance|ence|able|ible|less|ful|ist|ists|work|works|land|lands|side|view|wood|woods|ville|town"
    r"|field|fields|burg|ton|port|dale|bank|ridge|shore|gate|brook|creek|point|mont|plex|corp|net"
    r"|lab|labs|health|serve|vista|view|pointe)"
)
# codespell:on


@cache
def names_somebody(text: str) -> bool:
    """Say whether a text may name a person.

    >>> names_somebody("Maria Lopez"), names_somebody("Lopez, Maria"), names_somebody("Mill Park")
    (True, True, False)
    >>> names_somebody("Nurse - Binh Nguyen"), names_somebody("Vacant (was Lopez)")
    (True, True)
    """
    text = _parted(text)
    if not text or len(text) > 120 or not any(map(str.isalpha, text)):
        return False
    if _HONORIFIC.search(text) and not _is_organization(text):
        return True
    if _in_a_script_without_capitals(text):
        return True
    bare = _CREDENTIALS.sub("", text).strip(" ,")
    if _last_first(bare) or _is_name(bare.split()):
        return True
    if bare != text and _is_name(bare.split(), sure=True):
        return True
    return _after_was(text) or _beside_a_title(bare) or _pair_inside(text) or only_a_surname(text)


def _parted(text: str) -> str:
    """Write M.Lopez, lopez.maria and Lopez;Maria with the blanks that other names have."""
    text = " ".join(text.split()).strip(" .,;*")
    if re.fullmatch(r"[^\W\d_]+[._][^\W\d_]+", text):
        parts = re.split(r"[._]", text)
        if {plain(part) for part in parts} & listed()["given"]:
            return " ".join(parts).title()
    if re.fullmatch(r"[^\W\d_'’-]+; ?[^\W\d_'’-]+", text):
        text = text.replace(";", ", ")
    return re.sub(r"(?<![^\W_])([A-Z]\.)(?=[A-Z][a-z])", r"\1 ", text)


def names_a_person_in(text: str) -> str | None:
    """Find a title with a name, such as "Dr. Lopez", anywhere in a text."""
    found = _HONORIFIC.search(text)
    return found[0] if found else None


def _is_organization(text: str) -> bool:
    words = re.findall(r"\w+", text.casefold())
    return bool(words) and (
        words[-1] in listed()["ends_an_organization"] or bool({"inc", "llc"} & set(words))
    )


def _in_a_script_without_capitals(text: str) -> bool:
    """Two or three words, or two to four signs, of a script that has no capital letters."""
    letters = [letter for letter in text if letter.isalpha()]
    if any(letter.lower() != letter.upper() for letter in letters):
        return False
    if all("\u3400" <= letter <= "\u9fff" or "\uac00" <= letter <= "\ud7a3" for letter in letters):
        return 2 <= len(letters) <= 4
    return 2 <= len(text.split()) <= 3


def _last_first(text: str) -> bool:
    """Last, First: one comma, one or two words before it, one to three behind."""
    parts = [part.split() for part in text.split(",")]
    if len(parts) != 2 or not 1 <= len(parts[0]) <= 3 or not 1 <= len(parts[1]) <= 3:
        return False
    last, first = parts
    if not _kinds(last) or not _kinds(first):
        return False
    kinds = _kinds(first) + _kinds(last)
    if "hard" in kinds:
        return False
    words = listed()
    if plain(first[0]) in words["given"] and plain(last[-1]) in words["family"] | words["given"]:
        return True
    if "ordinary" in kinds:
        if plain(first[0]) in words["given_too"] and _kinds(last)[-1] in ("family", "unknown"):
            return _are_capitalized(last + first)
        return plain(last[-1]) in words["family"] and "ordinary" not in _kinds(first)
    return _are_capitalized(last + first) or plain(first[0]) in words["given"]


def _are_capitalized(tokens: Sequence[str]) -> bool:
    return all(token[0].isupper() or plain(token) in listed()["particles"] for token in tokens)


def _kinds(tokens: Sequence[str]) -> list[str]:
    """What each word is: given, family, both, initial, particle, ordinary, hard or unknown.

    Nothing is given when one of them is no word at all.
    """
    words, out = listed(), []
    for token in tokens:
        if not _WORD.fullmatch(token):
            return []
        bare = plain(token)
        parts = [part for part in bare.split("-") if part]
        if len(bare) == 1:
            out.append("initial")
        elif bare in listed()["particles"] and len(tokens) > 2:
            out.append("particle")
        elif bare in words["given"]:
            out.append("given")
        elif any(part in words["hard"] for part in parts):
            out.append("hard")
        elif bare in words["family"]:
            out.append("both" if bare in words["ordinary"] else "family")
        elif bare in words["ordinary"] or _MADE_WORD.fullmatch(bare):
            out.append("ordinary")
        elif len(parts) > 1 and any(part in words["given"] | words["family"] for part in parts):
            out.append("family")
        else:
            out.append("unknown")
    return out


def _is_name(tokens: Sequence[str], sure: bool = False) -> bool:
    """Whether two to four words are a name; ``sure`` wants a word that is known as one."""
    if not 2 <= len(tokens) <= 5:
        return False
    kinds = _kinds(tokens)
    if not kinds or "hard" in kinds or "ordinary" in kinds:
        return False
    capitals = all(token.isupper() for token in tokens)
    if not capitals and any(token.isupper() and len(token.strip(".")) > 1 for token in tokens):
        return False  # an acronym such as WIC or HR belongs to a position
    known = [kind for kind in kinds if kind in ("given", "family")]
    whole = [
        t for t, kind in zip(tokens, kinds, strict=True) if kind not in ("initial", "particle")
    ]
    real = [kind for kind in kinds if kind not in ("initial", "particle")]
    if not _are_capitalized(tokens):
        return "given" in kinds[:1] and len(real) >= 2 and "family" in kinds
    if len(real) == 1:
        with_point = kinds[0] == "initial" and tokens[0].endswith(".")
        return "initial" in kinds and bool(known or with_point)
    if real.count("both") == len(real):
        return False
    if "both" in real:
        return (
            "given" in real
            or (not capitals and "family" in real)
            or (real[0] == "unknown" and not sure)
        )
    if sure or len(real) > 2:
        return bool(known)
    shortest = 5 if capitals else 3  # acronyms are short
    return bool(known) or all(len(token) >= shortest for token in whole)


def _after_was(text: str) -> bool:
    """Vacant (was Lopez), formerly Maria, backfill for J. Smith."""
    found = _SOMEBODY_WAS.search(text)
    if not found:
        return False
    tokens = re.findall(r"[^\W\d_][\w'’\-]*\.?", found["rest"])[:3]
    if not tokens or not tokens[0][0].isupper():
        return False
    kinds = _kinds(tokens)
    if found[0].casefold().startswith("for"):
        return _is_name(tokens[:2], sure=True) and "hard" not in kinds
    if kinds[:1] in (["given"], ["family"], ["initial"]):
        return len(kinds) == 1 or kinds[1] not in ("hard", "ordinary")
    return kinds[:1] in (["unknown"], ["both"]) and not {"hard", "ordinary"} & set(kinds)


def _beside_a_title(text: str) -> bool:
    """Nurse - Maria Lopez, Maria Lopez (Nurse), Nurse Maria Lopez, Stipend: M. Lopez."""
    if _is_organization(text):
        return False
    parts = [part.strip(" ,.") for part in _PARTS.split(text) if part.strip(" ,.")]
    jobs = [
        bool({plain(w) for w in re.findall(r"[\w'’]+", part)} & listed()["jobs"]) for part in parts
    ]
    for at, part in enumerate(parts):
        if len(parts) < 2:
            break
        others = any(job for other, job in enumerate(jobs) if other != at)
        bare = _CREDENTIALS.sub("", part).strip(" ,")
        if _last_first(bare) or _is_name(bare.split(), sure=not others):
            return True
    comma = [part.strip() for part in text.split(",")]
    if len(comma) in (2, 3):
        for at, part in enumerate(comma):
            rest = " ".join(comma[:at] + comma[at + 1 :])
            job = {plain(w) for w in re.findall(r"[\w'’]+", rest)} & listed()["jobs"]
            if job and _is_name(part.split(), sure=True):
                return True
        if len(comma) == 3 and _last_first(f"{comma[1]}, {comma[2]}"):
            return bool({plain(w) for w in comma[0].split()} & listed()["jobs"])
    tokens = text.replace(",", " ").split()
    kinds = [(_kinds([token]) or ["hard"])[0] for token in tokens]
    if not {plain(token) for token in tokens} & listed()["jobs"]:
        return False
    pairs = zip(kinds, kinds[1:], tokens, tokens[1:], strict=False)
    return any(
        one == "given"
        and two in ("family", "unknown", "both")
        and a[0].isupper()
        and b[0].isupper()
        for one, two, a, b in pairs
    )


_BETWEEN = re.compile(r"[^\w\s'’.\-]+|\s[-–—]\s?|[–—]|\s+")


def _pair_inside(text: str) -> bool:
    """Payment to Maria Lopez, Salary Lopez, Maria, Maria Lopez 0.5 FTE; not Maria Lopez Center."""
    if _is_organization(text):
        return False
    tokens = [token for token in _BETWEEN.split(text) if token]
    commas = {each.split()[-1] for each in text.split(",")[:-1] if each.split()}
    kinds = [(_kinds([token]) or [""])[0] for token in tokens]
    for at in range(len(tokens) - 1):
        first, last = (at + 1, at) if tokens[at] in commas else (at, at + 1)
        family = plain(tokens[last]) in listed()["family"] or (
            kinds[last] == "initial" and first < last and at + 2 == len(tokens)
        )
        if kinds[first] != "given" or not family:
            continue
        if not (tokens[at][0].isupper() and tokens[at + 1][0].isupper()):
            continue
        behind = tokens[at + 2] if at + 2 < len(tokens) else ""
        if not behind or not behind[0].isupper() or plain(behind) in listed()["jobs"] | {"fte"}:
            return True
    return False


@cache
def only_a_surname(text: str) -> bool:
    """Say whether one known name stands beside a title: Nurse / Lopez, RN-Nguyen.

    Sites of a service are called so, too (Nurse - Lincoln): it is a reason to ask, not to refuse.

    >>> only_a_surname("Nurse / Lopez"), only_a_surname("Nurse Lopez")
    (True, True)
    >>> only_a_surname("Nurse / Aide"), only_a_surname("Nurse Manager")
    (False, False)
    """
    if _is_organization(text):
        return False
    *before, last = text.split() or [""]
    if before and all(plain(word) in listed()["jobs"] for word in before) and is_one_name(last):
        return True
    pair = re.split(r" ?/ ?", text)
    if len(pair) == 2 and all(each[:1].isupper() and _kinds([each]) == ["family"] for each in pair):
        return not any(plain(each) in listed()["ordinary"] for each in pair)
    parts = [part.strip() for part in re.split(r"\s*[-–—|/:;()\[\],]+\s*", text) if part.strip()]
    if not 2 <= len(parts) <= 3:
        return False
    words = listed()
    jobs = [bool({plain(word) for word in part.split()} & words["jobs"]) for part in parts]
    alone = [
        part[:1].isupper() and _kinds([part]) in (["family"], ["given"])
        for part in parts
        if " " not in part
    ]
    return any(jobs) and any(alone)


@cache
def is_one_name(text: str) -> bool:
    """Say whether a text is one word that is a known name and nothing else.

    >>> is_one_name("Okafor"), is_one_name("Nurse")
    (True, False)
    """
    words = text.split()
    return len(words) == 1 and words[0][:1].isupper() and _kinds(words) in (["family"], ["given"])


def surely_names_somebody(text: str) -> bool:
    """Say whether a text names a person beyond much doubt: a known name stands in its place.

    >>> surely_names_somebody("Lopez, Maria"), surely_names_somebody("Kaiser Permanente")
    (True, False)
    """
    text = " ".join(text.split()).strip(" .,;*")
    if not names_somebody(text):
        return False
    bare = _CREDENTIALS.sub("", text).strip(" ,")
    if _last_first(bare) and listed()["given"] & {plain(w) for w in bare.split(",")[1].split()}:
        return True
    words = {plain(word) for word in re.findall(r"[^\W\d_][\w'’\-]*", bare)}
    return bool(words & listed()["given"]) or bool(_HONORIFIC.search(text)) or _last_first(bare)
