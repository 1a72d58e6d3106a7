"""What each of the four steps of the scale looks like for each statement of the readiness profile.

The names of the steps are common, and what has to be seen differs: "partly in place" is one thing
for a job description and another for a budget. So each statement says all four. A step is true of
a department or it is not, the fourth is the statement in full, and the first that fits from the top
is the one to choose.
"""

STEPS: dict[str, tuple[str, str, str, str]] = {
    "roles_1": (
        "No job description names equity work.",
        "Somebody does equity work, and no job description names it.",
        "A job description names it, and a grant or other one-time money pays the position.",
        "A job description names it, and recurring money pays the position.",
    ),
    "roles_2": (
        "Nobody can say what is spent.",
        "Somebody can estimate what is spent, and the adopted budget does not show it.",
        "The adopted budget shows part of the spending.",
        "The adopted budget shows all of it, as a line or as a share written down.",
    ),
    "roles_3": (
        "Nobody in another position has hours for it.",
        "Some do it in paid hours, and nothing is in writing.",
        "Some have the hours in writing, and others do it without.",
        "Everybody who does this work has the hours in writing.",
    ),
    "roles_4": (
        "Advisers are not paid.",
        "Some are paid or given something, and no written rule says whom and how much.",
        "There is a written rule, and it leaves some advisers out or has no money set aside.",
        "All advisers are paid by the rule, from money set aside for it.",
    ),
    "roles_5": (
        "Nobody has looked at what happens when the grant ends.",
        "It has been talked about, and nothing is written.",
        "A written plan covers some of the positions, or does not say who pays.",
        "A written plan covers every position and says who pays, or no grant pays one.",
    ),
    "roles_6": (
        "Staff are expected to do it unpaid, or are asked to speak for a group.",
        "Leaders say that this should not happen, and nothing is in writing.",
        "A policy makes it paid and optional, and some units do not follow it yet.",
        "The policy is followed in every unit, and last year's record shows it.",
    ),
    "leadership_1": (
        "There is no mandate.",
        "The director has spoken for it or there is a draft, and nothing is signed.",
        "It is signed, and it has run out or staff cannot open it.",
        "It is signed and in force, and all staff can open it.",
    ),
    "leadership_2": (
        "No position on the senior team answers for it.",
        "Somebody there looks after it, and no job description says so.",
        "A job description says so, and the yearly review does not cover it.",
        "A job description says so, and the last yearly review covered it.",
    ),
    "leadership_3": (
        "There was no equity review in the past year.",
        "There was a review, and nothing changed after it.",
        "Something changed, and no record names the review as the reason.",
        "Something changed, and a record names the review as the reason.",
    ),
    "leadership_4": (
        "No team of staff leads equity work.",
        "Staff meet about it, and there is no charter.",
        "There is a charter, and it lets the team advise only.",
        "The charter says what the team may decide without asking.",
    ),
    "leadership_5": (
        "None of the last three papers shows a health gap.",
        "They show a gap, and name no policy behind it.",
        "Some of those that show a gap name a policy behind it.",
        "Each of those that show a gap names a policy behind it.",
    ),
    "leadership_6": (
        "The senior team has not seen such figures.",
        "It saw some once, and no date is set for the next time.",
        "It sees some of the four every year.",
        "It sees all four every year, as counsel directs, where groups are large enough to report.",
    ),
    "communication_1": (
        "There is no list of equity priorities.",
        "The priorities are told at meetings, and no page lists them.",
        "A page lists them, and lacks the position or the money, or not all staff can open it.",
        "A page that all staff can open lists each priority, its position and its money.",
    ),
    "communication_2": (
        "Staff hear nothing about it.",
        "Staff hear now and then, by word of mouth.",
        "All staff are told, less than four times a year or only of what worked.",
        "All staff are told at least four times a year, also of what did not work.",
    ),
    "communication_3": (
        "There is no way to ask or to raise a concern.",
        "Staff ask somebody they know, and no form or address is set up for it.",
        "There is a form or address, without a stated time or with late replies.",
        "There is one with a stated time, and the replies keep to it.",
    ),
    "communication_4": (
        "Advisers hear nothing back.",
        "Some hear back in passing, and no note or letter shows it.",
        "Some advice is answered in a note or letter, or only what the department acted on.",
        "Each round of advice is answered: what was done with it, or why nothing was.",
    ),
    "communication_5": (
        "Such decisions are not told to the communities.",
        "People who ask are told, and nothing is published.",
        "Some are published, or the reason or the position is missing.",
        "The last ones were published with the reason and the position that decided.",
    ),
    "communication_6": (
        "Nothing protects a person who raises such a concern.",
        "Leaders say that people are safe, and no rule is written.",
        "A rule is written, and it names no position or staff have not been told of it.",
        "A rule is written, names the position that answers, and staff have been told of it.",
    ),
    "analysis_1": (
        "The department has not said what it means by them.",
        "There is a draft or a talk, and the department has not adopted a text.",
        "There is a text, and new staff do not get it in their first month.",
        "There is a text, and new staff get it in their first month.",
    ),
    "analysis_2": (
        "Nobody here can tell that history.",
        "Some people can tell it, and nothing is written.",
        "There is a written account, and it leaves out the department's own part.",
        "There is a written account, with the department's own part.",
    ),
    "analysis_3": (
        "Reports show totals only.",
        "Somebody can split the results when asked, and no regular report does.",
        "Regular reports split some results, or lack the second grouping, difference or ratio.",
        "Regular reports show both groupings, with the difference and the ratio.",
    ),
    "analysis_4": (
        "The plans start from what people do, or from no cause.",
        "Staff speak of root causes, and the plans do not name them.",
        "Some of three plans name one, or they name it without the evidence.",
        "Each of three plans picked by chance names one, with the evidence.",
    ),
    "analysis_5": (
        "There is no time for it.",
        "Some staff meet on their own time, such as lunch.",
        "There is paid time, less than four times a year or for some staff only.",
        "All staff have paid time for it at least four times a year.",
    ),
    "accountability_1": (
        "There are no equity goals.",
        "There are goals, and how to measure them is still being talked about.",
        "Some goals have a measure, or it lacks the baseline, the target or the date.",
        "Each goal has a measure with a baseline, a target and a date.",
    ),
    "accountability_2": (
        "No measure has an owner.",
        "Owners are named, and none of them can change money, staffing or a rule.",
        "Some measures have one position that can.",
        "Each measure has one position that can.",
    ),
    "accountability_3": (
        "Nobody can say who decides.",
        "People know it by habit, and no page says it.",
        "A page says it for some of the decisions, or lacks one of the four parts.",
        "A page says all four for the main decisions, and one decision followed it.",
    ),
    "accountability_4": (
        "No meeting reviews the measures.",
        "They come up when somebody brings them, and no dates are set.",
        "A meeting reviews them on set dates, and no written step follows.",
        "A meeting reviews them on set dates, and the last one off track led to a written step.",
    ),
    "accountability_5": (
        "New programs are not checked.",
        "Somebody checks some of them, and no rule asks for it.",
        "A rule asks for it, and some programs or the yearly check are left out.",
        "Each new program was checked before it started and each year after, by the rule.",
    ),
    "accountability_6": (
        "Community members do not see the results.",
        "They get results when they ask, and nothing is set up for it.",
        "They see the results, and have no set place to question them.",
        "They see the results and have a set place to question them.",
    ),
}
"""A statement's id to its four steps, lowest first."""
