"""The button that starts a page anew is named only where there is one."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from groundwork.screen.widget import SHARED, CourseWidget, source

pytestmark = pytest.mark.browser

BUTTON = "press Restart this page at the top"
ASK = """async ([scripts, answer]) => {
  const ask = new Function(`${scripts}; return connect(labHost(arguments[0], ...arguments[1]))`);
  let listen;
  const model = {
    get: () => ({}), on: (_, heard) => (listen = heard), off: () => {},
    send: ({ask}) => setTimeout(() => listen({...answer, re: ask})),
  };
  const where = [document.body, new AbortController().signal];
  return (await ask(model, where)('answer')).problem;
}"""


class Broken(CourseWidget):
    """A widget that fails in a way that nobody thought of."""

    def respond(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        raise ZeroDivisionError


@pytest.mark.parametrize(("page", "names_it"), [('<div class="gwlab-line">', True), ("", False)])
def test_the_button_is_named_only_where_it_is(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, page: str, names_it: bool
) -> None:
    answers: list[dict[str, Any]] = []
    monkeypatch.setattr(Broken, "send", lambda _, answer: answers.append(answer), raising=False)
    Broken({})._answer(None, {"ask": "one", "action": "answer"}, None)
    opened = browser.new_page()
    opened.set_content(page)
    scripts = source(*SHARED, "lab/host.js").partition("export default")[0]
    said = opened.evaluate(ASK, [scripts, answers[0]])
    assert "Copy it to a safe place, then" in said
    assert (BUTTON in said) is names_it
    assert ("run this notebook again from its top" in said) is not names_it
    opened.close()
