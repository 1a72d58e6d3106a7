"""Find the headings of a sheet: those of a survey, of a report of accounts, or of a table."""

from groundwork.subject.own_data import header_row, outline, survey_headings
from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.grid import Page
from groundwork.subject.own_data.heads import Headings


def find_headings(page: Page, contract: Contract) -> Headings:
    """Find the headings of a sheet, and what stands above them."""
    found = (
        survey_headings.of_survey(page, contract)
        or outline.of_accounts(page, contract)
        or header_row.of_table(page, contract)
    )
    found.tell_above()
    return found
