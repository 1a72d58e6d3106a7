"""Peoples and faiths as papers write them: one list for what chooses, names or counts."""

import json
from importlib.resources import files

KEPT: dict[str, list[str]] = json.loads(
    files("groundwork.subject").joinpath("origins.json").read_text("utf-8")
)
PEOPLES = rf"(?:{'|'.join(KEPT['peoples'])})"
"""Peoples by where they, or their parents, come from; `origins` knows many more."""
FAITHS = rf"(?:{'|'.join(KEPT['faiths'])})"
"""People by what they believe."""
PERSONS = (
    r"(?:adults?|advisers?|advisors?|applicants?|aunt(?:ie)?s|babies|births|boys|business(?:es)?"
    r"|callers?|candidates?|caregivers?|child(?:ren)?|clients?|clinicians?|colleagues?|companies"
    r"|communit(?:y|ies)|contractors?|cooks|couples|daughters|descendants|doctors?|doulas?|drivers"
    r"|elders?|employees?|entrepreneurs|families|family|farmers|farm ?workers?|fathers?|firms?"
    r"|folks?|girls|grand(?:m|f)others?|grandparents|grantees|groups?|guests|hires?|households?|husbands"
    r"|immigrants?|infants?|interns|kids|laborers?|leaders?|managers?|members?|m[ae]n|midwives"
    r"|mothers?|moms?|nationals|natives|navigators?|neighborhoods?|neighbors?|newcomers?|nurses?"
    r"|organizations?|owners|parents?|parishioners|patients?|people|persons?|physicians?"
    r"|populations?|pregnan\w+|promotor[ae]s|providers|refugees?|renters?|residents?|seniors?"
    r"|sisters|sons|spouses|staff|students?|teachers|teens?|tenants?|trainees|vendors?|veterans?"
    r"|voters?|widows|wives|wom[ae]n|workers?|workforce|youth)"
)
"""Nouns of people and of what people run."""
_THINGS = (
    r"(?:Hospital|Health|Medical|Memorial|Charities|Center|Clinic|Church|County|speak|lang"
    r"|War|River|Creek|Springs|Street|Avenue|Road|University|College|School|Social|Services?|Heart"
    r"|Cancer|Diabetes|Dental|Restaurant|Grocer|Store|Market|Food|Creole interp|interp|flu\b"
    r"|measles|fries|press\b|Community (?:Survey|Center)|Valley|Falls|City|Township|Heights|Park)"
)
OF_PERSONS = (
    rf"(?=(?:[ -](?:and|or|/|(?!{_THINGS})[\w’'-]+)){{0,2}}[ -](?!{_THINGS}){PERSONS}\b"
    r"|[ -](?:American|owned|led|first|only|preferred)\b)"
)
"""What stands behind a word that makes people of it: "families", "new mothers", "first"."""
