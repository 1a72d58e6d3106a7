// A place on the page that shows one chart at a time.

function render({ model, el, signal }) {
  const root = mount(el, signal, { class: "gw-plain" });
  const { nodes, draw } = chartFigure();
  const empty = make("p", { class: "gw-help" }, `${model.get("content").name}: empty until you make it.`);
  const ask = connect(model, signal, () => (empty.textContent = "The lesson is still starting…"));

  function show(chart, aloud) {
    empty.remove();
    draw(chart, aloud);
  }

  root.append(empty, ...nodes);
  const listen = ({ re, chart }) => {
    if (re === undefined && chart) show(chart, true);
  };
  model.on("msg:custom", listen);
  signal.addEventListener("abort", () => model.off("msg:custom", listen));
  ask("open").then(({ chart }) => chart && show(chart, false));
}

export default { render };
