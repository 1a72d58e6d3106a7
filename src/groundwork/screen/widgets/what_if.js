// Native controls over words and tables that answer; each change asks Python what follows.

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

const ANOTHER = "another";

/** Quick choices beside a field for any percent; what is typed there is the value. */
function percent({ label, options, start }) {
  const known = (value) => options.some(([each]) => each === value);
  const input = select([...options, [ANOTHER, "another percent"]], known(start) ? start : ANOTHER);
  const number = make("input", { type: "number", min: 0, max: 100, step: 0.01, class: "gw-input", value: known(start) ? "" : start });
  const asked = field(`Percent of ${label}`, number, "From 0 to 100, as the paper says it.");
  const beside = make("div", {});
  // Put in or taken out only when the choice changes: a field that is put in again loses the focus.
  function tell() {
    if (input.value !== ANOTHER) asked.remove();
    else if (asked.parentNode !== beside) beside.append(asked);
  }
  tell();
  return {
    input,
    beside,
    number,
    lacks: () => input.value === ANOTHER && !(number.value && number.checkValidity()),
    read: () => (input.value === ANOTHER ? number.value : input.value),
    write(value) {
      input.value = known(value) ? value : ANOTHER;
      if (!known(value)) number.value = value;
      tell();
    },
    tell,
  };
}

const MADE = { slide: slider, percent };

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
  const grids = make("div", {});
  let remembered = {}; // also what was chosen of controls that are not there now
  let drawn = "";
  let standing = []; // the controls that are drawn, as Python gave them
  /** Draw the controls that there are now; what was chosen of one that stays is chosen still. */
  function build(all) {
    if (JSON.stringify(all) === drawn) return;
    drawn = JSON.stringify(all);
    standing = all;
    controls.clear();
    places.clear();
    grids.replaceChildren();
    for (const each of all) {
      const control = (MADE[each.kind] ?? list)(each);
      controls.set(each.id, control);
      if (!places.has(each.group)) {
        const grid = make("div", { class: "gw-pickers" });
        places.set(each.group, grid);
        grids.append(each.group ? make("fieldset", {}, make("legend", {}, each.group), grid) : grid);
      }
      const place = field(each.label, control.input, each.help);
      if (control.beside) place.append(control.beside);
      places.get(each.group).append(place);
      const moved = () => {
        control.tell();
        if (control.lacks?.()) {
          const typed = control.number.value || control.number.validity.badInput;
          return typed ? status.say("problem", "Type a percent from 0 to 100.") : control.number.focus();
        }
        for (const { id, follows, starts } of all) {
          if (follows === each.id) controls.get(id).write(starts[control.read()]);
        }
        remembered = { ...remembered, ...values() };
        host.remember(memory, remembered, false);
        show(true, each.id);
      };
      control.input.addEventListener(each.kind === "slide" ? "input" : "change", moved);
      control.number?.addEventListener("change", moved);
    }
    choose(remembered);
  }
  /** Choose what was chosen before; what follows a choice that is no longer there starts anew. */
  function choose(words) {
    const kept = standing.filter((each) => each.kept).map(({ id }) => id);
    for (const [id, value] of Object.entries(words)) {
      if (!kept.includes(id)) controls.get(id)?.write(value);
    }
    for (const { id, follows, starts } of standing) {
      const leads = controls.get(follows)?.read();
      if (follows && leads !== words[follows]) controls.get(id).write(starts[leads]);
    }
  }
  const values = () => Object.fromEntries([...controls].map(([id, control]) => [id, control.read()]));

  let asked = 0;
  async function show(aloud, moved = "") {
    const turn = ++asked;
    const answer = await ask("look", { values: values(), moved });
    if (turn !== asked) return; // a later choice is on its way
    if (answer.problem) return status.say("problem", answer.problem);
    status.clear();
    const [first, ...others] = answer.blocks;
    const opens = first?.kind === "words";
    told.setAttribute("aria-live", aloud ? "polite" : "off");
    told.textContent = opens ? first.text : "";
    rest.replaceChildren(...(opens ? others : answer.blocks).map(drawBlock));
  }

  build(content.controls);
  root.append(grids, told, rest, status.node);
  host.on("message", ({ re, controls: all }) => {
    if (re || !all) return;
    build(all);
    show(false);
  });
  host.recall(memory).then(async (words) => {
    remembered = words ?? {};
    choose(remembered);
    if (content.follows) {
      const { controls: all } = await ask("open");
      if (all) build(all);
    }
    show(false);
  });
}
