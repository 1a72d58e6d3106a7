"""What each kind of file a department brings must hold: six contracts, one a kind.

They are small data classes and not a validation library's schemas. pandera, the best of those, was
weighed: it adds seven packages, one of them compiled (pydantic-core), is not in the browser
edition, and names the rows of a DataFrame. A person looks at a spreadsheet: they need the row and
the column letter of their own file, and to be told what was read past, not only what failed.
"""

from difflib import get_close_matches

from groundwork.subject.errors import UserError
from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.contracts_budget import BUDGET
from groundwork.subject.own_data.contracts_payments import PAYMENTS
from groundwork.subject.own_data.contracts_people import OUTCOMES, SURVEY
from groundwork.subject.own_data.contracts_positions import POSITIONS
from groundwork.subject.own_data.contracts_register import METRICS

CONTRACTS = {
    contract.kind: contract for contract in (BUDGET, POSITIONS, PAYMENTS, OUTCOMES, SURVEY, METRICS)
}
"""Each contract by the name of its kind."""


def contract_of(kind: str) -> Contract:
    """Give the contract of a kind, whichever way its words are joined.

    Raises
    ------
    UserError
        When there is no such kind; it lists those there are.
    """
    wanted = "_".join(kind.lower().replace("-", " ").replace("_", " ").split())
    if wanted in CONTRACTS:
        return CONTRACTS[wanted]
    near = get_close_matches(wanted, CONTRACTS, n=1)
    fix = f'Did you mean "{near[0]}"? ' if near else ""
    raise UserError(
        f'There is no kind of file "{kind}".', f"{fix}There are: {', '.join(CONTRACTS)}."
    )
