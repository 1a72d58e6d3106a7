// A chart on the page: picture, meaning, source, and the same in words and as a table.

/**
 * Return the figure's node, draw(chart, aloud) which shows a chart made by Chart.parts(), and
 * wait(on) which marks a figure that no longer is what was chosen until the next one is drawn.
 */
function chartFigure() {
  const picture = make("img", { class: "gw-picture", alt: "" });
  const meaning = make("p");
  const below = make("div", { class: "gw-help" });
  const seen = make("p");
  const marks = make("ul");
  const table = make("table", { class: "gw-table" });
  const words = make(
    "details",
    {},
    make("summary", {}, "This chart in words and as a table"),
    seen,
    marks,
    wideOf("Table", table),
  );
  const figure = make("figure", { class: "gw-chart" }, wideOf("Picture of the chart", picture), make("figcaption", {}, meaning, below), words);
  const news = spokenLine();
  const side = (chart, at) => (chart.numbers[at] ? "gw-number" : null);
  let spoken;

  function wait(on) {
    if (on) figure.setAttribute("aria-busy", "true");
    else figure.removeAttribute("aria-busy");
  }

  function draw(chart, aloud) {
    wait(false);
    figure.hidden = false;
    figure.setAttribute("aria-label", chart.title);
    picture.src = chart.picture;
    picture.alt = `${chart.title}. ${chart.seen}`;
    meaning.textContent = chart.meaning;
    below.replaceChildren(...chart.below.map((line) => make("p", {}, line)));
    seen.textContent = chart.seen;
    marks.replaceChildren(...chart.marks.map((mark) => make("li", {}, mark)));
    table.replaceChildren(
      make("caption", {}, chart.title),
      make(
        "thead",
        {},
        make("tr", {}, chart.columns.map((name, at) => make("th", { scope: "col", class: side(chart, at) }, name))),
      ),
      make(
        "tbody",
        {},
        chart.rows.map(([first, ...rest]) =>
          make("tr", {}, make("th", { scope: "row" }, first), rest.map((cell, at) => make("td", { class: side(chart, at + 1) }, cell))),
        ),
      ),
    );
    if (!aloud) return;
    // A control that is moved quickly makes many charts; only the one it stops at is read aloud.
    clearTimeout(spoken);
    spoken = setTimeout(() => news.say(`${chart.title}. ${chart.meaning}`), 500);
  }

  figure.hidden = true;
  return { nodes: [figure, news.node], draw, wait };
}
