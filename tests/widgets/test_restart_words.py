"""The button that starts a page anew is named only where there is one."""

import pytest
from playwright.sync_api import Browser

from groundwork.learner.workspace import RESTART
from groundwork.screen.widget import source

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("host", "names_it"), [('<div class="gwlab-line">', True), ("", False)])
def test_the_button_is_named_only_where_it_is(browser: Browser, host: str, names_it: bool) -> None:
    page = browser.new_page()
    page.set_content(host)
    # Answers as Python gives them: a problem that speaks of the button.
    said = page.evaluate(
        """async ([controls, problem]) => {
          const connect = new Function(`${controls}; return connect`)();
          let listen;
          const model = {on: (_, heard) => (listen = heard), off: () => {}, send: ({ask}) =>
            setTimeout(() => listen({re: ask, problem}))};
          const ask = connect(model, new AbortController().signal, () => {});
          return (await ask('answer')).problem;
        }""",
        [source("controls.js"), f"Copy it to a safe place, then {RESTART}."],
    )
    assert (RESTART in said) is names_it
    assert ("run this notebook again from its top" in said) is not names_it
    page.close()
