"""One of several is chosen, and a chart and a sentence say what follows."""

from collections.abc import Callable, Mapping

from groundwork.screen.charts.chart_page import Chart
from groundwork.screen.widget import Stack
from groundwork.screen.widgets.chart_view import ChartView
from groundwork.screen.widgets.questions import ChoiceQuestion, Reply


def choice_and_chart(
    name: str,
    prompt: str,
    options: Mapping[str, str],
    follows: Callable[[str], tuple[Chart, str]],
    *,
    button: str,
    chart: str,
) -> Stack:
    """Return the question, and the chart below it; no option is right.

    Parameters
    ----------
    follows
        Gives the chart and the sentence for the option that was chosen.
    button, chart
        What the button says, and what the chart is called.
    """
    view = ChartView(name=chart)

    def reply(value: str) -> Reply:
        drawn, told = follows(value)
        view.show(drawn, aloud=False)
        return Reply(None, told)

    return Stack(ChoiceQuestion(name, prompt, options, button=button, reply=reply), view)
