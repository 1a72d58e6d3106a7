// Three native selects over one chart; each change asks Python for the new chart.

function render({ host, el, signal }) {
  const { outcomes, start } = host.content;
  const root = mount(host, el, { class: "gw-explorer", role: "group", "aria-label": "Explore a gap" });
  const { nodes, draw, wait } = chartFigure();
  const status = statusLine();
  const ask = connect(host, (text) => status.say("info", text));
  const pick = {
    outcome: select(outcomes.map(([name, label]) => [name, label]), start[0]),
    year: select([]),
    reference: select([]),
  };
  const told = make("ul", { class: "gw-told" });
  const change = make(
    "details",
    { class: "gw-gaps" },
    make("summary", {}, "The gaps in the first year and in this one"),
    told,
  );

  function fill(node, values, wanted) {
    node.replaceChildren(...values.map((value) => make("option", { value }, String(value))));
    node.value = values.map(String).includes(String(wanted)) ? wanted : values[values.length - 1];
  }

  function offer(year, reference) {
    const [, , years, references] = outcomes.find(([name]) => name === pick.outcome.value);
    fill(pick.year, years, year);
    fill(pick.reference, references, reference);
  }

  let asked = 0;
  async function show(aloud) {
    const turn = ++asked;
    const { outcome, year, reference } = pick;
    wait(true);
    const answer = await ask("draw", {
      outcome: outcome.value,
      year: year.value,
      reference: reference.value,
    });
    if (turn !== asked) return; // a later choice is on its way
    if (answer.problem) {
      wait(false);
      return status.say("problem", answer.problem);
    }
    status.clear();
    draw(answer.chart, aloud);
    told.replaceChildren(...answer.told.map((line) => make("li", {}, line)));
    change.hidden = !answer.told.length;
  }

  pick.outcome.addEventListener("change", () => {
    offer(pick.year.value, pick.reference.value);
    show(true);
  });
  pick.year.addEventListener("change", () => show(true));
  pick.reference.addEventListener("change", () => show(true));
  offer(start[1], start[2]);
  root.append(
    make(
      "div",
      { class: "gw-pickers" },
      field("Outcome", pick.outcome),
      field("Year", pick.year),
      field("Reference group", pick.reference),
    ),
    ...nodes,
    change,
    status.node,
  );
  show(false);
}
