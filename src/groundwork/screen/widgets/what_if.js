// Native controls over words and tables that answer; each change asks Python what follows.

const AMOUNT = /^[-−]?\$?[\d,.]+( ?%)?$/;

/** A slider over options on a line; the option in words stands beside it and is its value. */
function slider({ options, start }) {
  const values = options.map(([value]) => value);
  const at = Math.max(0, values.indexOf(start));
  const input = make("input", { type: "range", min: 0, max: values.length - 1, step: 1, value: String(at), class: "gw-slide" });
  const said = make("span", { class: "gw-help", "aria-hidden": "true" }); // heard as the value
  function tell() {
    const words = options[Number(input.value)][1];
    said.textContent = words;
    input.setAttribute("aria-valuetext", words);
  }
  tell();
  return {
    input,
    beside: said,
    read: () => values[Number(input.value)],
    write(value) {
      if (values.includes(value)) input.value = String(values.indexOf(value));
      tell();
    },
    tell,
  };
}

function list({ options, start }) {
  const input = select(options, start);
  return {
    input,
    beside: null,
    read: () => input.value,
    write(value) {
      if (options.some(([known]) => known === value)) input.value = value;
    },
    tell() {},
  };
}

function drawBlock({ kind, text, items, caption, columns, rows }) {
  if (kind === "heading") return make("h4", {}, text);
  if (kind === "list") return make("ul", {}, items.map((each) => make("li", {}, each)));
  if (kind === "words") return make("p", {}, text);
  const side = (words) => (AMOUNT.test(words) ? "gw-number" : null);
  const table = make(
    "table",
    { class: "gw-table" },
    make("caption", {}, caption),
    make("thead", {}, make("tr", {}, columns.map((name, at) => make("th", { scope: "col", class: side(rows[0]?.[at] ?? "") }, name)))),
    make(
      "tbody",
      {},
      rows.map(([first, ...rest]) =>
        make("tr", {}, make("th", { scope: "row" }, first), rest.map((cell) => make("td", { class: side(cell) }, cell))),
      ),
    ),
  );
  return make("div", { class: "gw-wide", tabindex: "0", role: "group", "aria-label": caption }, table);
}

function render({ host, el, signal }) {
  const content = host.content;
  const root = mount(host, el, { class: "gw-what-if", role: "group", "aria-label": content.title });
  const status = statusLine();
  const ask = connect(host, (text) => status.say("info", text));
  const memory = `what if ${content.name}`;
  const told = make("p", { role: "status", class: "gw-follows" }); // what follows, in a sentence
  const rest = make("div", { class: "gw-told" });
  const controls = new Map();
  const places = new Map();
  for (const each of content.controls) {
    const control = each.kind === "slide" ? slider(each) : list(each);
    controls.set(each.id, control);
    if (!places.has(each.group)) {
      const grid = make("div", { class: "gw-pickers" });
      places.set(each.group, grid);
      root.append(each.group ? make("fieldset", {}, make("legend", {}, each.group), grid) : grid);
    }
    const drawn = field(each.label, control.input, each.help);
    if (control.beside) drawn.append(control.beside);
    places.get(each.group).append(drawn);
    control.input.addEventListener(each.kind === "slide" ? "input" : "change", () => {
      control.tell();
      host.remember(memory, values(), false);
      show(true);
    });
  }
  const values = () => Object.fromEntries([...controls].map(([id, control]) => [id, control.read()]));

  let asked = 0;
  async function show(aloud) {
    const turn = ++asked;
    const answer = await ask("look", { values: values() });
    if (turn !== asked) return; // a later choice is on its way
    if (answer.problem) return status.say("problem", answer.problem);
    status.clear();
    const [first, ...others] = answer.blocks;
    const opens = first?.kind === "words";
    told.setAttribute("aria-live", aloud ? "polite" : "off");
    told.textContent = opens ? first.text : "";
    rest.replaceChildren(...(opens ? others : answer.blocks).map(drawBlock));
  }

  root.append(told, rest, status.node);
  host.recall(memory).then((words) => {
    for (const [id, value] of Object.entries(words ?? {})) controls.get(id)?.write(value);
    show(false);
  });
}
