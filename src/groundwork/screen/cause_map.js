// A root-cause map: a nested list to work in, and the same as a picture.

function render({ model, el, signal }) {
  const content = model.get("content");
  const levels = new Map(content.levels);
  const evidence = new Map(content.evidence);
  const root = mount(el, signal, { class: "gw-causes", "data-map": content.name }, content.record);
  const status = statusLine();
  const ask = connect(model, signal, (text) => status.say("info", text));
  const tree = make("div", { class: "gw-tree", "data-own": 6 });
  const undo = button("Undo delete", () => act("undo", {}, "The branch is back."));
  const picture = make("img", { alt: "" });
  const scroll = make("div", { class: "gw-wide", "data-own": 0, tabindex: "0", role: "group", "aria-label": "Picture of the map" }, picture);
  const remarks = make("ul");
  const asks = make("summary", {});
  const closing = make("p", { class: "gw-help" });
  const review = make("details", { "data-own": 0 }, asks, remarks, closing);
  let map = { outcome: "", causes: [] };
  let count = null; // how many remarks there were
  let selected = ""; // a cause's id, "" for the outcome: its buttons are open from the start
  let form = null; // "add", "edit" or null
  let fields = {}; // of the open form: a field's name to its control
  let blame = () => false; // says in the open form which field is at fault
  let busy = false; // a second press while the first is on its way does nothing

  const title = make("h3", { id: newId() }, content.title);
  root.setAttribute("role", "group");
  root.setAttribute("aria-labelledby", title.id);
  const how = "Press Because… to say why the line above it happens. Choose another line to go on from there.";
  // A wide map shrinks to three quarters before it scrolls.
  picture.addEventListener("load", () => {
    picture.style.maxWidth = `${picture.naturalWidth}px`;
    picture.style.minWidth = `${0.75 * picture.naturalWidth}px`;
  });

  root.append(
    title,
    make("p", { class: "gw-help gw-screen" }, how),
    tree,
    make("div", { class: "gw-buttons" }, undo),
    status.node,
    make("h4", { class: "gw-title", "data-own": 0 }, "The map as a picture"),
    scroll,
    review,
    paperDesk(ask).node,
  );

  /** Show the map; return what to say when the number of remarks is another than before. */
  function show(view) {
    const before = count;
    map = view.map;
    count = view.remarks.length;
    asks.textContent = `What a colleague might ask (${count})`;
    picture.src = view.picture;
    picture.alt = view.alt;
    undo.hidden = !view.undo;
    remarks.replaceChildren(...view.remarks.map((text) => make("li", {}, text)));
    remarks.hidden = !count;
    closing.textContent = view.closing;
    drawTree();
    if (count === before) return "";
    if (!count) return " The checks found nothing. They cannot tell whether it is true or fair.";
    return count === 1 ? " 1 thing to look at." : ` ${count} things to look at.`;
  }

  async function act(action, data, said, next) {
    if (busy) return;
    busy = true;
    const view = await ask(action, { ...data, shown: map });
    busy = false;
    if (view.map && view.problem) return refused(view);
    if (view.problem) {
      if (blame(view.field, view.problem)) status.quietly("info", "");
      else status.say("problem", view.problem);
      return;
    }
    form = null;
    if (view.new) selected = view.new;
    else if (next !== undefined) selected = next;
    const news = show(view);
    status.say("info", `${said} Saved.${news}`);
    focusOnSelected();
  }

  /** Show how the map stands after another window changed it; what was typed stays in its form. */
  function refused(view) {
    const typed = Object.entries(fields).map(([name, control]) => [name, control.value]);
    if (selected !== "" && !view.map.causes.some((cause) => cause.id === selected)) {
      selected = "";
      form &&= "add"; // what the words were about is gone; they can still be kept
    }
    show(view);
    for (const [name, value] of form ? typed : []) {
      if (fields[name]) fields[name].value = value;
    }
    status.say("problem", view.problem);
    if (form) fields.text.focus();
    else focusOnSelected();
  }

  function focusOnSelected() {
    tree.querySelector('[aria-expanded="true"]')?.focus();
  }

  /** The outcome, or what is wanted in its place. */
  const outcome = () => map.outcome || content.wanted;

  const below = (id) => map.causes.filter((cause) => cause.under === id);

  function drawTree() {
    blame = () => false;
    fields = {};
    tree.replaceChildren(make("ul", {}, item("", outcome(), "Outcome", "")));
  }

  /** One line of the list; `place` says to a screen reader where the indent puts it. */
  function item(id, text, note, place, step = 1) {
    const causes = below(id);
    const open = selected === id;
    return make(
      "li",
      {},
      make(
        "button",
        {
          type: "button",
          class: "gw-cause",
          "aria-expanded": String(open),
          click: () => choose(id),
        },
        place ? make("span", { class: "gw-hidden" }, place) : null,
        make("span", { class: "gw-aside" }, note),
        make("span", {}, id === "" ? text : `because ${text}`),
      ),
      open ? tools(id, text) : null,
      causes.length
        ? make("ul", {}, causes.map((cause) => item(cause.id, cause.text, noteOf(cause), placeOf(step, id, text), step + 1)))
        : null,
    );
  }

  const placeOf = (step, id, text) => `Step ${step}, under ${id === "" ? "the outcome" : `“${text}”`}: `;

  function noteOf(cause) {
    const known = evidence.get(cause.evidence);
    return `${levels.get(cause.level)} · ${known}${cause.source ? `: ${cause.source}` : ""}`;
  }

  function choose(id) {
    selected = id;
    form = null;
    drawTree();
    buttonOf(id).focus();
  }

  function buttonOf(id) {
    const order = [...tree.querySelectorAll(".gw-cause")];
    return order[walk().indexOf(id)];
  }

  /** Ids in the order of the list. */
  function walk(id = "") {
    return [id, ...below(id).flatMap((cause) => walk(cause.id))];
  }

  function openForm(kind) {
    form = kind;
    drawTree();
    tree.querySelector("form input, form textarea")?.focus();
  }

  function tools(id, text) {
    if (form) return causeForm(id, text);
    const cause = map.causes.find((each) => each.id === id);
    const beside = cause ? below(cause.under).map((each) => each.id) : [];
    const place = beside.indexOf(id);
    const step = (label, by) =>
      button(label, () => act("move", { id, step: by }, "Moved.", id));
    const under = below(id).length;
    const question = under ? "Delete this and everything under it?" : "Delete this cause?";
    return make(
      "div",
      { class: "gw-tools", role: "group", "aria-label": id === "" ? "Outcome" : `because ${text}` },
      button("Because…", () => openForm("add"), { class: "gw-button gw-main" }),
      button("Edit", () => openForm("edit")),
      place > 0 ? step("Move up", -1) : null,
      place >= 0 && place < beside.length - 1 ? step("Move down", 1) : null,
      cause
        ? confirmed("Delete", question, () => act("delete", { id }, "Deleted.", cause.under)).node
        : null,
    );
  }

  function causeForm(id, text) {
    const adding = form === "add";
    const old = map.causes.find((cause) => cause.id === id);
    const words = make("textarea", { class: "gw-input", rows: 2, value: adding ? "" : id === "" ? map.outcome : text });
    const close = () => {
      form = null;
      drawTree();
      buttonOf(id).focus();
    };
    const cancel = button("Cancel", close);
    if (!adding && id === "") {
      return opened(
        { submit: (event) => send(event, "outcome", () => ({ text: words.value }), "The outcome is changed.") },
        { text: words },
        close,
        field("The outcome: what happens, and to whom?", words),
        make("div", { class: "gw-buttons" }, submit("Save"), cancel),
      );
    }
    const level = select([["", "Choose a level…"], ...levels], adding ? "" : old.level);
    const known = select([["", "Choose…"], ...evidence], adding ? "" : old.evidence);
    const source = make("input", { class: "gw-input", autocomplete: "off", value: adding ? "" : old.source });
    const places = walk()
      .filter((each) => !walk(id).includes(each))
      .map((each) => [each, each === "" ? outcome() : map.causes.find((c) => c.id === each).text]);
    const under = adding ? null : select(places, old.under);
    const read = () => ({
      text: words.value,
      level: level.value,
      evidence: known.value,
      source: source.value,
      ...(adding ? { below: id } : { id, under: under.value }),
    });
    return opened(
      {
        submit: (event) =>
          send(event, adding ? "add" : "edit", read, adding ? "Added." : "Changed.", id),
      },
      { text: words, level, evidence: known, source, ...(under ? { under } : {}) },
      close,
      field(adding ? `“${text}” happens because…` : "Because…", words),
      field("Level of this cause", level, "Who or what would have to change?"),
      field("How do you know?", known),
      field("Which data, study or people?", source, "You may leave this empty."),
      under ? field("It explains", under) : null,
      make("div", { class: "gw-buttons" }, submit(adding ? "Add this cause" : "Save"), cancel),
    );
  }

  function opened(attributes, controls, ...parts) {
    const made = formOf(attributes, controls, ...parts);
    fields = controls;
    blame = made.blame;
    return made.node;
  }

  function submit(label) {
    return make("button", { type: "submit", class: "gw-button gw-main" }, label);
  }

  function send(event, action, read, said, next) {
    event.preventDefault();
    act(action, read(), said, next);
  }

  ask("open").then((view) => {
    if (view.map) show(view);
    if (view.problem) status.say("problem", view.problem);
  });
}

export default { render };
