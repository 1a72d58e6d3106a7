"""Write a question as an author does, and read it."""

import textwrap
from pathlib import Path

from groundwork.authoring.questions.sheet import Sheet, read_sheet
from groundwork.authoring.source.fault import Faults
from groundwork.authoring.source.reader import read as read_text

HEAD = "---\ntitle: Title\n---\n\n# Title\n\n"

CHOOSE = """
:::{choose} q4
:points: 1

Which step gives the patients more power?

- [ ] survey: Ask 200 patients in a survey each year.
  > It moves no power: nobody has to answer it.
- [x] seat: Give patients two voting seats on the panel.
  > It is a vote, it stands in a rule, and it is paid.
- [ ] council: Set up a council that meets with the manager.
  > They are heard. Who decides?
:::
"""
SEVERAL = """
:::{choose} q2
:points: 2

Which sentences does the table support?

- [x] half: More than half wanted it.
  > Look at the first row.
- [ ] against: Most were against it.
  > The table counts who said yes.
- [x] few: Few wanted the second.
  > Look at the second row.
- [ ] change: It used to be more.
  > That needs two years.

> [right] Many said yes to the first, and few to the second.
:::
"""
SORT = """
:::{sort} q1
:points: 2

Choose a level for each cause.

- policy: Policy and law
- budget: Money and staff
- place: Neighborhood and living conditions

- [policy] zoning: The code lets industry build on one side.
  > [place] Look again: who writes a code?
  > [budget] Look again: no money moves here.
- [place] mold: The apartments have mold.
  > Look at the apartments again.

> [right] Ask “because?” once more.

> [else] Who or what did it?
:::
"""
MATCH = """
:::{match} q8
:points: 2

Which position can undo each act?

- sender: Whoever sent it
- board: The board, by a vote
- court: A court
- voters: The voters, at the next election

- [sender] mail: A plan in an e-mail
  > [board] Look at the e-mail again: did anybody vote on it?
- [board] rule: A resolution
  > [sender] Look at the resolution again: one person did not make it.

  > Look at the resolution again.

> [right] Who made it can undo it.

> [else] Who made each?
:::
"""
MATRIX = """
:::{matrix} q9
:points: 3
:letters: D decides | A advises | W does the work | S signs off
:once: D
:spare: W

Fill in the parts.

- director: Director
- nurse: Nurse Manager
- counsel: Counsel
- council: Council of residents

- [director D, counsel S|A, nurse -|W] contract: Sign the contract
  > [nurse D] The memo gives the manager less than that.
  > [counsel -] Nobody looks at the terms.

  > Look at the contract again.
- [nurse D, council A] hours: Change the clinic's hours
  > [director D] It moves the decision up, though the memo gives it to somebody else.
  > [council -] Who will feel it first?

> [S] Who gave a veto?

> [right] The one who decides holds it in writing.

> [else] Look at the memo.
:::
"""
NUMBER = """
:::{number} q5
:points: 1
:within: 0.05
:unit: deaths per 1,000 live births
:also: (more )deaths | more
:code: difference
:given: native 7.7 | white 4.4
:solution: native - white

The rate difference, 2020

- [x] 3.3
  > 7.7 − 4.4 = 3.3.
- [ ] 1.75
  > That is the ratio: subtract.
- [ ] -3.3
  > The size is right, and the sign is not.
- [ ] 3
  > That is rounded to a whole number.

> [else] Check the two groups and the year.
:::
"""
COMPUTED = """
:::{computed} q6
:points: 1
:data: infant_mortality
:each: group | year
:let: reference: group = White, non-Hispanic | all: group = All | next: year + 1
:first: American Indian or Alaska Native, non-Hispanic | 2020
:skip: All
:least: 0.5
:unit: deaths per 1,000 live births
:code: difference

In {year} the rate of “{group}” was {rate}, that of “{reference_group}” {reference}. How many more?

- [x] rate - reference
  > {rate} − {reference} = {right}: {size} {more}.
- [ ] rate / reference
  > That is the ratio: subtract.
- [ ] reference - rate
  > The size is right, and the sign is not.
- [ ] rate - all
  > You compared with all mothers.
- [ ] rate
  > That is the rate itself.
- [ ] rate + reference
  > You added.
- [ ] next - reference
  > You took the year {next_year} for the first group.

> [else] Check the two groups and the year.
:::
"""
CODE = """
:::{code} q7
:points: 2
:within: 0.05
:given: native 7.7 | white 4.4
:solution: gap = native - white | ratio = native / white

Compute the gap and the ratio.

- [3.3] gap: The rate difference
  > [12.1] You added.

  > Subtract the second from the first.
- [1.75] ratio: The rate ratio
  > [0.57] That is upside down.

  > Divide the first by the second.

> [right] Both are reported.
:::
"""
WRITE = """
:::{write} q10
:words: 4
:because: why

Take one gap that you know.

- [The gap] gap: what differs, for whom, where?
- [The because] why: go on from “because”.

> [weak] In Riverbend County (invented) people do not come.

> [strong] Fewer visits in the north of Riverbend County (invented), because a clinic closed there.
:::

:::{mark-scheme} q10
:cell: q10-scheme

Read for the thinking.

- [2] chain: The chain goes up.
  > [ask] Does the “because” go up a level?
  > [2] It names a rule.
  > [1] It stays at one level.
  > [0] It says what people are.

> [end] Name one thing that is strong.
:::
"""
TABLE = """
:::{table} q13
:points: 3

Fill in what recurs.

| | Amount | Share of all |
| --- | ---: | ---: |
| Line A | $240 | [share] |
| Line B | [amount] | 33.3 % |
| Positions | [posts] | |

- [66.7 percent] share: Line A, share of all
  > [0.667] That is a part of one: give a percent.
  > [67] Give one decimal.

  > Divide line A by both together.
- [120.50 dollars] amount: Line B, amount
  > [120] The cents are missing.
  > [240] That is line A.

  > Take line A from both together.
- [6 positions] posts: Positions
  > [2] That counts lines.

  > Count whoever holds one.

> [right] Both recur.

> [else] Check each row.
:::
"""
GUESS = """
:::{guess} first_guess

How many of 100?

- 22: About 22
  > Yes: 22 of 100.
- 57: About 57
  > Fewer: 22 of 100.
:::
"""
TEXT = """
:::{text} first_because
:words: 4
:because: yes

Write your first “because”.
:::
"""
FLAW = """
:::{flaw} q11
:points: 2

Which parts of this rule are flawed?

- [ ] who: Who decides: the intake nurse.
  > The nurse is there when people ask.
- [x] order: First come, first served.
  > Read again how people get in line.
- [ ] log: Each exception is written down.
  > A log is how somebody else can see it.
- [x] appeal: The decision is final.
  > Read again what somebody can do who is turned away.
- [ ] review: Looked at each January.
  > A date is what a review needs.

> [right] Speed is no need, and without an appeal nobody hears of a mistake.
:::
"""
CARD = """
:::{card} q12
:points: 3
:within: 0.05
:unit: value percent | %

Fill the card.

- out_of: Out of
- value: Value
  > [else] Count top and bottom again.
- owner: Owner

- [x out_of] asked: All who asked at least 30 days ago
- [out_of] served: All who were served
  > Who still waits is not in there.
- [out_of] all: All residents
  > Did all of them ask?
- [x value] 66.7
- [value] 80
  > The bottom has lost somebody.
- [owner] clerk: Records Clerk
  > The clerk counts. What can the clerk change?
- [x owner] manager: Program Manager
- [owner] staff: All staff
  > Whom do you call?

> [right] Each of them can be checked.
:::
"""
EVERY = CHOOSE + SEVERAL + SORT + MATCH + MATRIX + NUMBER + COMPUTED + CODE + WRITE


def sheet(text: str, *, graded: bool = True) -> tuple[Sheet, list[str]]:
    """Return the questions of a text, and its faults as "line: sentence"."""
    faults = Faults(Path("x.md"))
    page, found = read_text(Path("x.md"), HEAD + textwrap.dedent(text))
    questions = read_sheet(page.blocks, faults.report, graded=graded)
    return questions, [f"{each.line}: {each.said}" for each in sorted([*found, *faults.found])]
