"""What is written of counsel in a note that is read outside: who was asked, and on which day.

A part for that alone holds days, positions and words of asking, and whatever else stands there is
told. In other parts a list of words finds what often reads as counsel's answer: what it finds is a
reason to look, and no verdict.
"""

import re

from groundwork.subject.asks import is_open
from groundwork.subject.due import without_times
from groundwork.subject.positions import is_position

_COUNSEL = (
    r"\b(?:(?<!right to )(?:legal )?counsel|(?:county|city|general|staff|our|the) attorneys?"
    r"(?! general)|lawyers?(?! for\b)|solicitor|law firm|law department|legal (?:department"
    r"|office|affairs|team|division)"
    r"|legal(?= (?:said|says|gave|ok|approved|signed|cleared|has|had|objected|advised|did)))\b"
)
_SAID = (
    r"(?<!not )(?<!never )(?<!nothing )(?<!yet )"
    r"(?:said|says|told|answered|replied|wrote back|found|finds|advis(?:es|ed)|concluded|confirmed"
    r"|opined|recommend(?:s|ed)|warn(?:s|ed)|th(?:inks|ought)|want(?:s|ed)|insist(?:s|ed)"
    r"|caution(?:s|ed)"
    r"|flag(?:s|ged)|rul(?:es|ed)(?: out)?(?! of)|wrote|f(?:eels|elt)|prefer(?:s|red)|worr(?:ies"
    r"|ied)"
    r"|fear(?:s|ed)|suggest(?:s|ed)|urge[sd]|explained|noted|pointed out|saw|gave|let|blocked"
    r"|stopped"
    r"|leans?|leaned|refuse[sd]?(?! to (?:answer|say|comment)))"
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
    r"|agree|object|allow|permit|support|let|see (?:a|any|the) (?:problem|risk|issue))"
    r"|(?:we|it|they) (?:may|can|must|should|cannot))"
)
_ANSWER = rf"\b(?:{_SAID}|{_JUDGED})\b"
_WORD = r"(?:yes|no|ok(?:ay)?|fine)\b(?=\s*(?:$|[.,;!]))"
_GIVEN = (
    r"(?:advice|opinions?|memo(?:randum)?|ok(?:ay)?|blessing|approval|consent|clearance|view|word"
    r"|letter|ruling|warning|green light|sign-?off|objections?|concerns?)"
)
_BY_COUNSEL = (
    # Another who acts between them says something of their own: "and the board approved".
    rf"{_COUNSEL}(?:(?!\b(?:and|but|then|before|after) (?:the|our|an?|its)\b)[^.;\n]){{0,40}}?"
    rf"(?P<then>{_ANSWER}|[:,–—-]\s*{_WORD})"
    rf"|(?P<first>{_ANSWER})(?: \w+){{0,2}} (?:by|from|of|with) (?:\w+ ){{0,2}}?{_COUNSEL}"
    # What counsel wrote or gave, and a review that is over.
    rf"|(?P<paper>(?<!the )\b(?:on|per|by|with|under|following"
    rf"|against) (?:the )?(?:legal )?{_GIVEN}"
    rf" (?:of|from|by) (?:\w+ ){{0,2}}?{_COUNSEL}|{_COUNSEL}(?:['’]s?)? (?:legal )?{_GIVEN}\b"
    rf"|\b(?:advice|blessing|go-?ahead|clearance) (?:of|from) (?:\w+ ){{0,2}}?"
    rf"(?:{_COUNSEL}|legal\b(?! (?:services|aid)))"
    r"|\b(?:pass(?:ed|es)|cleared|survived|failed|stood up to) (?:a |the |our )?legal (?:review"
    r"|check)"
    r"|\blegal(?:ly)? (?:cleared|vetted|sound)\b)"
)
_ANY = re.compile(_ANSWER, re.IGNORECASE)
_OF_COUNSEL = re.compile(_BY_COUNSEL, re.IGNORECASE)
_NAMED = re.compile(_COUNSEL, re.IGNORECASE)
_THEIRS = re.compile(r"\W*(?:they|she|he|it|(?:the|its) answer|answer)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\b(?:whether|which|what|how|if)\b[^.;:]*|[^.;:?]*\?", re.IGNORECASE)
_PENDING = re.compile(
    r"\b(?:seek|ask|get|need|request)s? (?:for )?(?:the |their |written )*(?:advice|opinion"
    r"|approval)\b"
    r"|\b(?:not|no|nor|never|has|have|is)\b[^,]{0,60}\byet\b|n['’]t\b[^,]{0,60}\byet\b"
    r"|\bpending\b|\bawait\w*"
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
# Words of asking, and that no answer is there: they tell nothing of what the answer is.
_HELPS = (
    r"(?:(?:we|i|they|who|was|were|is|are|has|have|had|been|be|also|first|already|again|yet|still"
    r"|not|never|nobody|no ?one|will|shall|must|should|to|going|plan(?:s|ned)?)\s+)*"
)
_ASKING = re.compile(
    rf"\b{_HELPS}ask(?:ed|s|ing)?(?:\s+(?:again|yet|already))?(?:\s+(?:by|of))?\b"
    r"|\b(?:(?:the|its|their)\s+)?answer\s+(?:is\s+)?(?:kept|held|stays|known)(?=\s+(?:by|with"
    r"|to)\b|\W*$)"
    r"|\b(?:(?:no|not|an?|the|any|await(?:s|ing)?|wait(?:s|ing)?|for|has|have|is|yet|still"
    r"|was)\s+)*"
    r"(?:answer(?:ed)?|repl(?:y|ied)|response)(?:\s+(?:is|yet|pending|due|expected|from))*\b"
    r"|\bnot\s+(?:written|told|kept|printed)(?:\s+down)?\s+here\b|\bby\s+(?:me|us|myself)\b"
    r"|\bthe(?=\s*;|\s+\d|\s+of\b)"
    r"|\b(?:at\s+)?(?:the|our|a)\s+(?:weekly|monthly|regular|standing|next|last)\s+(?:call"
    r"|meeting)\b"
    r"(?:\s+with)?|\bweek\s+of\b|\bwill\s+be\b(?!\s+\w)|\bwill\s+be(?=\s+by\b)"
    r"|\b(?:not|nobody|i|we)\s+(?:do\s+not\s+)?know[ns]?(?:\s+yet)?\b"
    r"|\bto be (?:decided|determined|set)\b"
    r"|\b(?:not yet|none yet|not needed|pending|awaiting|waiting|open|unknown|tb[ad]|n/?a)\b"
    r"|\b(?:(?:a|an|in|by|per|via|written|first|second)\s+)*(?:e-?mails?|phone|telephone|call"
    r"|letter"
    r"|memo(?:randum)?|message|writing|person|meeting|request|form|ticket|portal)\b"
    r"(?:\s+(?:to|from|with|sent|of))*"
    r"|\b(?:again|sent|day|date|who|whom|position|\d{1,2}(?:st|nd|rd|th)?)\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:yester|to)day\b|\btomorrow\b"
    r"|\b(?:this|next|last)\s+(?:week|month|quarter|year)\b",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"signs?[ -]off|sign-?off|says?|advises|(?:approve|clear|agree|object|support|recommend"
    r"|reject)s"
    r"|(?:it|they|we) (?:may|must|can)",
    re.IGNORECASE,
)
# What was asked may be named, up to where the sentence goes on to something else.
_ASKED_WHAT = re.compile(
    r"\basked(?:[ ,;]+(?!(?:and|but|it|he|she)\b)[\w’'-]+){0,5}?[ ,;]+(?:about (?:which|what"
    r"|whether)|which|whether|what)\b"
    r"(?:(?! (?:and|but) (?:is|was|were|it|they|we|she|he|counsel|told|said|heard"
    r"|got)\b)[^,;:.()!?–—])*",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\b(Asst|Dep|Dir|Atty|Mgr|Dept)\.", re.IGNORECASE)
# Who was asked and when is shorter, in characters; so many are quoted of what is longer.
_MOST, _QUOTED = 1000, 60
_NOT = re.compile(r"n['’]t\b")
# “No” is the whole answer, or comes before “not asked”; “yes” comes before “asked”.
_NO_OR_YES = re.compile(
    r"^\W*(?:no|none|never|nobody)(?:\W*$|(?=\W.*\bnot\b.*\b(?:asked|yet)\b))"
    r"|^\W*yes(?=\W+asked\b)",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN = re.compile(
    r"[,;:.?!()\[\]/\n–—]+(?=\s|$)|[;:()\n–—/]|\s-+\s"
    r"|(?:^|(?<=\s))(?:by|to|with|from|on|at|in|via|through|until|before|then|since|as|early|mid"
    r"|late)(?=\s|$)",
    re.IGNORECASE,
)
_LEADS = re.compile(r"^\s*(?:(?:of|and|also)(?:\s+|$))*", re.IGNORECASE)


def answer_in(text: str, of_duties: bool = False) -> str:
    """Return the first words that read as an answer of counsel, which the text names, or "".

    Parameters
    ----------
    of_duties
        Whether the text says who does what: there counsel signs off, as a part in each decision.

    >>> answer_in("Poverty; counsel signed off on it"), answer_in("The board approved it")
    ('signed off', '')
    """
    before = ""
    for clause in _CLAUSE.split(_QUESTION.sub("", text)):
        is_theirs = _NAMED.search(before) and _THEIRS.match(clause)
        before = clause
        if _PENDING.search(clause):
            continue
        if is_theirs and (words := _ANY.search(clause)):
            return words[0]
        for found in _OF_COUNSEL.finditer(clause):
            said = (found["then"] or found["first"] or found["paper"]).strip(" ,:–—-")
            if not (of_duties and _DUTY.fullmatch(said)):
                return said
    return ""


def beyond_asking(text: str) -> str:
    """Return the first words of a part on counsel that are no day, position or word of asking.

    >>> beyond_asking("Asked on Nov 21, 2026 by the Deputy Director; counsel had concerns")
    'counsel had concerns'
    >>> beyond_asking("County counsel, to be asked by e-mail by June 3, 2027")
    ''
    """
    if len(text) > _MOST:
        return f"{text[:_QUOTED]}…"
    text = _SHORT.sub(r"\1", text)
    said = without_times(_NO_OR_YES.sub("", _NOT.sub(" not", text)), ";")
    said = _ASKED_WHAT.sub("asked", said)
    pieces = (_LEADS.sub("", each).strip() for each in _BETWEEN.split(_ASKING.sub(";", said)))
    return next((each for each in pieces if each and not is_position(each)), "")


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
