// A place on the page that shows one chart at a time.

function render({ model, el, signal }) {
  // What is drawn later are the learner's own words.
  const root = mount(el, signal, { class: "gw-plain", "data-own": model.get("content").own ? 0 : null });
  const { nodes, draw } = chartFigure();
  const empty = make("p", { class: "gw-help" }, `${model.get("content").name}: empty until you make it.`);
  const ask = connect(model, signal, () => (empty.textContent = "The lesson is still starting…"));

  const sentences = make("div", { class: "gw-told" });

  function show({ chart, told }, aloud) {
    empty.hidden = true;
    draw(chart, aloud);
    sentences.replaceChildren(
      ...told.flatMap(([heading, lines]) => [
        make("h4", {}, heading),
        make("ul", {}, lines.map((line) => make("li", {}, line))),
      ]),
    );
  }

  function clear() {
    empty.hidden = false;
    nodes[0].hidden = true;
    sentences.replaceChildren();
  }

  root.append(empty, ...nodes, sentences);
  const listen = ({ re, ...news }) => {
    if (re !== undefined || news.chart === undefined) return;
    if (news.chart) show(news, news.aloud);
    else clear();
  };
  model.on("msg:custom", listen);
  signal.addEventListener("abort", () => model.off("msg:custom", listen));
  ask("open").then((answer) => answer.chart && show(answer, false));
}

export default { render };
