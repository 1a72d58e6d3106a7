"""Words by which a department says of itself that it broke a law, or did harm and knew it.

Whether that is so is for a court and for counsel. What was counted may be written, and so may what
a law says, what others do, and what people say of what they met. A list of words finds what is
often written; what it passes was not found harmless.
"""

import re

_OURS = (
    r"(?:county|city|department|agency|health department|division|bureau|board|office|clinics?"
    r"|program|unit|staff|managers?|supervisors?|directors?|leaders(?:hip)?|nurses|inspectors"
    r"|clerks"
    r"|government)"
)
_US = rf"(?:we|our (?:own )?(?:[\w’'-]+ ){{0,2}}[\w’'-]+|(?:the|this|a) (?:[\w’'-]+ )?{_OURS}|it)"
_HELPS = (
    r"(?:(?:have|has|had|did|do|does|may|might|also|still|long|always|often|once|then|never once"
    r"|(?!only\b|likely\b)\w+ly|been|be) ){0,4}"
)
_LAW = (
    r"(?:(?:the|a|an|any|its|our|their|federal|state|local|county|civil|human|constitutional"
    r"|employment|labor|international|US|U\.S\.|of|under) ){0,4}"
    r"(?:laws?\b(?!suit)|rights?\b|(?:Title|Titles) (?:[IVX]+|\d+)\b|ADA\b|Act\b|Section 504"
    r"|constitution\w*|statutes?|equal protection|ordinances?|court order|consent decree"
    r"|Fair Housing Act|civil rights(?: act)?|due process|FMLA|FLSA|HIPAA)"
)
_BROKE = r"(?:violat(?:e[sd]?|ing|ions?)|breach(?:e[sd]|ing)?|br(?:eaks?|oke|oken|eaking))"
_COURT = r"(?:in (?:a |any |the )?court|(?:a|an|any|the|this|that) (?:law)?suit|the case|at trial)"
_KNEW = r"(?:knew|know|have known|has known|had known|were warned|was warned)"
_LET_IT_BE = (
    r"(?:did nothing|did not|didn['’]t|looked (?:away|the other way)|kept (?:on|quiet|silent|going)"
    r"|ignored|let it|hid|said nothing|stayed silent|carried on|went on)"
)
_ADMITS = re.compile(
    "|".join(
        (
            # It is judged, whoever writes it.
            r"\b(?:un|anti-?)constitutional(?:ly)?\b",
            r"\b(?:illegal(?:ly|ity)?|unlawful(?:ly)?)\b(?!,? (?:dump\w*|drugs?|sales?|tobacco"
            r"|substances?|discharges?|burn\w*|connections?|detainers?|evictions?|lockouts?|parking"
            r"|wast\w+|fireworks|opioids?|vap\w+|cigarettes?|camp\w*|guns?|firearms?|use\b))",
            r"\bnegligen(?:ce|t|tly)\b",
            r"\bdisparate treatment\b|\bintentional(?:ly)? discriminat\w+",
            r"\bpatterns? (?:or|and) practices?\b",
            r"\b(?:held |are |is |be |was |were |hold us )?liable\b(?! to \w+ tax)",
            rf"\b(?:{_US}) {_HELPS}(?:is|are|am|was|were) (?:\w+ly )?(?:found )?guilty\b",
            rf"\b{_US} {_HELPS}(?:fail(?:s|ed)?|refus(?:es|ed)) to (?:follow|obey|keep|comply with)"
            rf" {_LAW}",
            rf"\b(?:{_BROKE}|contraven\w+|ran afoul of|flout\w*|in (?:clear )?(?:violation"
            rf"|breach) of"
            rf"|(?<!nothing )(?<!not )against) {_LAW}(?! (?:firm|school|enforcement)| to \w+)",
            # The department says it of itself.
            rf"\b{_US} {_HELPS}(?:discriminat(?:e[sd]?|ing)|retaliat(?:e[sd]?|ing)|violat(?:e[sd]?)"
            r"|breached|falsified|lied|defrauded|cheated|covered (?:it |this |that )?up|harmed"
            r"|wronged|mistreated)\b",
            rf"\b(?:our|{_OURS}['’]s?) (?:own )?(?:(?:past|long|history of|years of|open|hidden"
            r"|many|former) )*discrimination\b",
            rf"\bdiscriminat\w+(?: against)?[^.;]{{0,25}}? by (?:us\b|our\b|(?:the"
            rf"|this) {_OURS}\b)",
            rf"\b{_US} (?:is|was|are|were|has been|have been|had been)(?: (?!not\b"
            rf"|never\b)\w+){{0,2}}"
            r" (?:racist|discriminatory|sexist|prejudiced)\b",
            r"\bour (?:own )?(?:\w+ )?(?:racist|discriminatory) \w+",
            rf"\b(?:(?<!no )(?:our|{_OURS}['’]s) (?:own )?fault|fault of (?:ours|(?:the"
            rf"|this) {_OURS}))"
            r"\b",
            rf"\b{_US} {_HELPS}(?:turned a blind eye|looked (?:away|the other way)|ignored (?:it"
            rf"|the"
            r" (?:warnings?|complaints?|reports?|law))|caused (?:\w+ ){0,2}(?:deaths?|injur\w+)"
            r"|knowingly \w+)\b",
            r"\bto (?:remedy|repair|make up for|atone for|undo) (?:our|the county['’]s|past|its)"
            r" (?:\w+ )?discrimination\b|^\W*reparations?\b",
            # What a court would do.
            rf"\b(?:we|us|county|city|department|it) (?:would|will|could|might|may|can"
            rf"|are going to)"
            rf" (?:\w+ly )?(?:lose(?: {_COURT}|\s*(?:$|[.,;])| if\b)|be sued\b)",
            rf"\b(?:lose|lost|settled?) {_COURT}",
            r"\b(?:we|county|city|department) (?:was|were|got|have been|has been|is being"
            r"|are being)"
            r" sued\b|\bsued (?:us|the (?:county|city|department))\b",
        )
    ),
    re.IGNORECASE,
)
_HIDES = re.compile(  # what is denied in it is a part of it
    "|".join(
        (
            rf"\b{_US} {_KNEW}\b[^.;]{{0,60}}? (?:and|but|yet) (?:\w+ )?{_LET_IT_BE}\b",
            r"\bso (?:that )?(?:no (?:public |written |paper )?(?:records?|traces?|trail) (?:is|are"
            r"|of|exists?|remains?|will|can)|(?:no ?body|no[ -]one) (?:can|could|may"
            r"|will) (?:ever )?"
            r"(?:request|subpoena|ask for|FOIA)\b)",
            r"\b(?:avoid|dodge|evade|escape|get around) (?:an?|the|any)? ?(?:public "
            r"|open )?records?"
            r" (?:request|law|act)s?\b|\boff the record\b|\b(?:no|without an?) paper trail\b"
            r"|\bnot to (?:write|put) (?:it|this|that|them) (?:down|in writing|on paper)\b",
        )
    ),
    re.IGNORECASE,
)
_OTHERS = (
    r"(?:stores?|shops?|retailers?|restaurants?|landlords?|employers?|owners?|vendors?|sellers?"
    r"|facilit(?:y|ies)|plants?|businesses|business|drivers?|bars?|workplaces?|sites?|homes?"
    r"|companies|company|buildings?|operators?|schools?|permit holders?)"
)
_NOT_OURS = re.compile(
    # What a law says, what people say they met, what others do, and what is denied.
    r"\b(?:law|laws|statutes?|Title [IVX]+|Act|ADA|Constitution|rules?|orders?|courts?|clause"
    r"|code)\b"
    r"[^.;]{0,30}?\b(?:forbid|prohibit|bar|ban|protect|require|allow|limit|say|make|call"
    r"|punish)s?\b"
    r"[^.;]*"
    r"|\b(?:who|that|whether|if|they|people|residents|patients|staff) (?:ever |have |had )?"
    r"(?:felt|feel|feels|say|says|said|report|reports|reported|answer|answered|think|thought)\b"
    r"[^.;]*"
    r"|\b(?:feel|feels|felt|being|were|was|been) (?:treated [^.;]*|discriminated against)"
    r"(?! by (?:us|our|the (?:county|department|city)))"
    rf"|\b{_OTHERS}\b(?: [\w’'-]+){{0,3}} (?:{_BROKE})\b[^.;,]*"
    r"|\b(?:do|does|did|may|must|shall|will|can) ?(?:not|n['’]t|never) [^.;,]*"
    r"|\b(?:never|nobody|no one|nothing)\b[^.;,]*"
    r"|\bit is (?:against the law|illegal|unlawful) (?:to|for)\b[^.;]*",
    re.IGNORECASE,
)


def found(text: str) -> str:
    """Return the first words by which a department admits a wrong, or "".

    >>> found("We discriminated against the west side"), found("Title VI forbids discrimination")
    ('We discriminated', '')
    >>> found("Residents who felt discriminated against"), found("Smoke-free law violations")
    ('', '')
    """
    admitted = _HIDES.search(text) or _ADMITS.search(_NOT_OURS.sub(" … ", text))
    return " ".join(admitted[0].split()) if admitted else ""
