// A place on the page that shows one chart at a time.

function render({ host, el, signal }) {
  // What is drawn later are the learner's own words.
  const root = mount(host, el, { class: "gw-plain", "data-own": host.content.own ? 0 : null });
  const { nodes, draw } = chartFigure();
  const empty = make("p", { class: "gw-help" }, `${host.content.name}: empty until you make it.`);
  const ask = connect(host);
  const sentences = make("div", { class: "gw-told" });

  function show({ chart, told }, aloud) {
    empty.hidden = true;
    if (chart) draw(chart, aloud);
    else nodes[0].hidden = true;
    sentences.replaceChildren(
      ...told.flatMap(([heading, lines]) => [
        make("h4", {}, heading),
        make("ul", {}, lines.map((line) => make("li", {}, line.more ? folded(line.more) : line.rows ? said(line) : line))),
      ]),
    );
  }

  /** A sentence, and a way to each row that it is about. */
  const said = ({ text, list, rows }) => [text, waysTo(rows.map((row) => [`“${row}”`, () => goTo(list, row)]))];

  const folded = (lines) =>
    make(
      "details",
      {},
      make("summary", {}, `${lines.length} more`),
      make("ul", {}, lines.map((line) => make("li", {}, said(line)))),
    );

  function clear() {
    empty.hidden = false;
    nodes[0].hidden = true;
    sentences.replaceChildren();
  }

  root.append(empty, ...nodes, sentences);
  const listen = ({ re, ...news }) => {
    if (re !== undefined || news.chart === undefined) return;
    if (news.chart || news.told.length) show(news, news.aloud);
    else clear();
  };
  host.on("message", listen);
  ask("open").then((answer) => (answer.chart || answer.told.length) && show(answer, false));
}
