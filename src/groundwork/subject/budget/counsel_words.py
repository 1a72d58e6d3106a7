"""What reads as counsel's answer, and whether counsel was asked: a note read outside has the day.

A list of words finds what is often written. What it finds is a reason to look, and no verdict.
"""

import re

from groundwork.subject.asks import is_open

_COUNSEL = (
    r"\b(?:(?:legal )?counsel|(?:county|city|general|staff|our|the) attorneys?|lawyers?|solicitor"
    r"|law department|legal (?:department|office|affairs|team|division)"
    r"|legal(?= (?:said|says|gave|ok|approved|signed|cleared|has|had|objected|advised|did)))\b"
)
_SAID = (
    r"(?<!not )(?<!never )(?<!nothing )(?<!yet )"
    r"(?:said|says|told|answered|replied|wrote back|found|finds|advis(?:es|ed)|concluded|confirmed"
    r"|opined|recommend(?:s|ed)|warn(?:s|ed)|thinks)"
)
_JUDGED = (
    r"(?:approv(?:es|ed)|clear(?:s|ed)|agree[sd]|object(?:s|ed)(?! to be)|support(?:s|ed)"
    r"|lawful|unlawful|illegal|permitted|allowed|forbidden|privileged|vetoe[ds]|reject(?:s|ed)"
    r"|legal(?! (?:counsel|services|affairs|director|advis|department|office|team|division))"
    r"|(?:is|are|was|were|looks?|all) (?:fine|good|ok(?:ay)?)|fine (?:with|by)|good to go|all clear"
    r"|ok(?:ay)?(?:ed|s|['’]?d)|sign(?:s|ed)[ -]off|sign-?off|green[ -]?li(?:ght(?:s|ed)?|t)"
    r"|answer (?:was|is)|red light|go-?ahead|no-go|thumbs[ -](?:up|down)|blessing|blessed|in favor"
    r"|declined(?! to (?:answer|say|comment))|refused(?! to (?:answer|say|comment))"
    r"|(?:no|without|has|had|have|raised|voiced|with|some|serious|strong|several) (?:\w+ )?"
    r"(?:problems?|objections?|risks?|concerns?|issues?|doubts|reservations|qualms)"
    r"|(?:did|does|do|would|will|could|can)(?: not|n['’]t|not) (?:sign off|approve|ok(?:ay)?|clear"
    r"|agree|object|allow|permit|support|see (?:a|any|the) (?:problem|risk|issue))"
    r"|(?:we|it|they) (?:may|can|must|should|cannot))"
)
_ANSWER = rf"\b(?:{_SAID}|{_JUDGED})\b"
_WORD = r"(?:yes|no|ok(?:ay)?|fine)\b(?=\s*(?:$|[.,;!]))"
_YES_OR_NO = re.compile(rf"(?<=[:;,.–—-])(?<!asked[:,])\s*\b{_WORD}", re.IGNORECASE)
_BY_COUNSEL = (
    # Another who acts between them says something of their own: "and the board approved".
    rf"{_COUNSEL}(?:(?!\b(?:and|but|then|before|after) (?:the|our|an?|its)\b)[^.;\n]){{0,40}}?"
    rf"(?P<then>{_ANSWER}|[:,–—-]\s*{_WORD})"
    rf"|(?P<first>{_ANSWER})(?: \w+)? (?:by|from|of|with) (?:\w+ ){{0,2}}?{_COUNSEL}"
)
_ANY = re.compile(_ANSWER, re.IGNORECASE)
_OF_COUNSEL = re.compile(_BY_COUNSEL, re.IGNORECASE)
_NAMED = re.compile(_COUNSEL, re.IGNORECASE)
_THEIRS = re.compile(r"\W*(?:they|she|he|it|(?:the|its) answer|answer)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\b(?:whether|which|what|how|if)\b[^.;:]*|[^.;:?]*\?", re.IGNORECASE)
_PENDING = re.compile(
    r"\b(?:not|no|nor|never|has|have|is)\b[^,]{0,60}\byet\b|n['’]t\b[^,]{0,60}\byet\b|\bpending\b|\bawait\w*"
    r"|\bwait\w* (?:for|on)\b|\basked (?:\w+ )?for\b"
    r"|\b(?:until|before|once|unless|when) (?:the |our |county |city )*(?:counsel|it|they)\b",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"\b(?:not|never)(?: yet)?(?: been)? asked\b|n['’]t (?:yet )?(?:been )?ask(?:ed)?\b"
    r"|\b(?:did|have|has) not ask\b|\bnobody (?:has )?asked\b|\bno ?one (?:has )?asked\b"
    r"|\b(?:will|to|shall|going to|(?:plan|plans|planned) to|must|should|has to)(?: be)?"
    r" ask(?:ed)?\b"
    r"|^\W*(?:no|none|never|nobody|not needed)\b(?! (?:objection|concern|problem|risk|issue))",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\basked\b|\d", re.IGNORECASE)
_CLAUSE = re.compile(r"[;\n]|(?<!\b[A-Z][a-z]{2})\.(?:\s|$)")


def answer_in(text: str, *, of_counsel: bool = False) -> str:
    """Return the first words that read as what counsel answered, or "".

    Parameters
    ----------
    of_counsel
        Whether the text is about counsel alone; else the words have to name counsel.

    >>> answer_in("Nov 21: yes", of_counsel=True), answer_in("Poverty; counsel signed off on it")
    ('yes', 'signed off')
    >>> answer_in("Nov 21, not answered yet", of_counsel=True), answer_in("The board approved it")
    ('', '')
    """
    told = _QUESTION.sub("", text)
    if of_counsel and (word := _YES_OR_NO.search(told)):
        return word[0].strip()
    before = ""
    for clause in _CLAUSE.split(told):
        is_theirs = of_counsel or (_NAMED.search(before) and _THEIRS.match(clause))
        before = clause
        if _PENDING.search(clause):
            continue
        if is_theirs and (words := _ANY.search(clause)):
            return words[0]
        if found := _OF_COUNSEL.search(clause):
            return (found["then"] or found["first"]).strip(" ,:–—-")
    return ""


def was_asked(text: str) -> bool:
    """Whether a text says that counsel was asked: "not asked yet" and "will be asked" do not.

    >>> [was_asked(each) for each in ("Nov 21, 2026, Deputy Director", "not asked yet", "")]
    [True, False, False]
    """
    if is_open(text):
        return False
    clauses = _CLAUSE.split(text)
    denied = [bool(_NOT_ASKED.search(clause)) for clause in clauses]
    if not any(denied):
        return True
    pairs = zip(clauses, denied, strict=True)
    return any(_ASKED.search(clause) and not no for clause, no in pairs)
