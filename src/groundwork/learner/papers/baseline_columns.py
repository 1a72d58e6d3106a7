"""The columns of the workbook's budget lines, and the formulas that classify a line."""

from groundwork.learner.papers.workbook import CENTS, DATE, NUMBER, PERCENT, WHOLE, Column
from groundwork.subject.budget.counted_work import COURSE, CountedWork
from groundwork.subject.budget.equity import NOT_JUDGED
from groundwork.subject.budget.funding import LATER
from groundwork.subject.budget.lines import NOT_SAID

LINES, TOTALS, ENDS, ASSUMPTIONS = "Lines", "Baseline", "What ends", "Assumptions"
START, HORIZON, TODAY = (f"{ASSUMPTIONS}!$B${row}" for row in (5, 6, 7))
GONE, STAYS, AFTER, LATER_YEARS = (
    *("ended before the year", "does not end"),
    *("after the plan", "later, inside the plan"),
)
PAST_IS = "who pays now?"
_OWN = ",".join(f'"{word}"' for word in sorted(NOT_SAID) if word)
# The rule for money: a last day before the year, inside the plan or after it; then label and use.
MONEY = (
    f'=IF(A{{row}}="","",IF(AND(E{{row}}<>"",E{{row}}<{START}),"{GONE}",'
    f'IF(AND(E{{row}}<>"",E{{row}}<={HORIZON}),"time-limited",'
    f'IF(D{{row}}="one-time","one-time",IF(E{{row}}<>"","{LATER}",'
    'IF(D{row}="recurring",IF(F{row}="unrestricted","recurring unrestricted",'
    '"recurring restricted"),"time-limited"))))))'
)
WORK = (
    f'=IF(A{{row}}="","",IF(H{{row}}="","{NOT_JUDGED}",'
    'IF(OR(N(H{row})=0,TRIM(I{row})="",'
    f"ISNUMBER(MATCH(LOWER(TRIM(I{{row}})),{{{_OWN}}},0))),"
    '"none",IF(H{row}=1,"direct","embedded"))))'
)
_NO_WORK = f'J{{row}}="none",J{{row}}="{NOT_JUDGED}"'
COUNTS = f'=IF(A{{row}}="","",IF(OR({_NO_WORK},G{{row}}="{GONE}"),0,ROUND(C{{row}}*H{{row}},2)))'
_FIRST = f"(YEAR({START})+IF(MONTH({START})>1,1,0))"
_YEAR = f"(YEAR(E{{row}})+IF(AND(MONTH({START})>1,MONTH(E{{row}})>=MONTH({START})),1,0))"
ENDS_IN = (
    f'=IF(A{{row}}="","",IF(LEFT(G{{row}},9)="recurring","{STAYS}",IF(G{{row}}="{GONE}",G{{row}},'
    f'IF(G{{row}}="{LATER}","{AFTER}","FY"&IF(OR(G{{row}}="one-time",E{{row}}=""),{_FIRST},'
    f"{_YEAR})))))"
)
# Without a day of today the cell is empty, and nothing lies before it.
PAST = f'=IF(AND(A{{row}}<>"",E{{row}}<>"",E{{row}}>={START},E{{row}}<{TODAY}),"{PAST_IS}","")'
EQUITY_FTE = f'=IF(A{{row}}="","",IF(OR({_NO_WORK},G{{row}}="{GONE}"),0,N(L{{row}})*N(H{{row}})))'


def columns(work: CountedWork = COURSE) -> tuple[Column, ...]:
    """Return the columns, with what heads those of the work that counts."""
    return (
        Column("Line", 40),
        Column("Fund", 12),
        Column("Amount", 16, CENTS),
        Column("Label", 14, choices=("recurring", "time-limited", "one-time")),
        Column("Last day", 19, DATE),
        Column("Use", 15, choices=("unrestricted", "restricted")),
        Column("Money, by rule", 24, formula=MONEY),
        Column("Share claimed", 11, PERCENT),
        Column("Document that shows it", 34),
        Column(f"{work.heading}, by rule", 14, formula=WORK),
        Column("Counts", 16, CENTS, formula=COUNTS),
        Column("FTE", 9, NUMBER),
        Column("Positions", 11, WHOLE),
        Column("Ends in", 21, formula=ENDS_IN),
        Column(work.fte, 10, NUMBER, formula=EQUITY_FTE),
        Column("Document that shows it recurs", 34),
        Column("Ended already", 18, formula=PAST),
    )
