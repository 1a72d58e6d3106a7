// A root-cause map: a nested list to work in, and the same as a picture.

function render({ host, el, signal }) {
  const content = host.content;
  const levels = new Map(content.levels);
  const evidence = new Map(content.evidence);
  const root = mount(host, el, { class: "gw-causes", "data-map": content.name }, content.record);
  const status = statusLine();
  const ask = connect(host, (text) => status.say("info", text));
  const tree = make("div", { class: "gw-tree", "data-own": 6 });
  const undo = button("Undo delete", () => isTyping() || act("undo", {}, "The branch is back."));
  const picture = make("img", { alt: "" });
  const scroll = wideOf("Picture of the map", picture);
  scroll.dataset.own = 0;
  const remarks = make("ul");
  const asks = make("summary", {});
  const closing = make("p", { class: "gw-help" });
  const leftOut = make("p", { class: "gw-help", role: "status", "data-own": 0 }); // of the paper below
  const review = make("details", { "data-own": 0 }, asks, remarks, closing);
  let map = { outcome: "", causes: [] };
  let shown = map; // the map that the next change rests on, which is older in a form that came back
  let count = null; // how many remarks there were
  let selected = ""; // a cause's id, "" for the outcome: its buttons are open from the start
  let form = null; // the open form, see openForm
  const lines = new Map(); // a cause's id, "" for the outcome, to its line on the page
  const draft = draftOf(host, `causes ${content.name}`, { words: FORM_NOT_SAVED });
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

  const desk = paperDesk(host, signal, ask, draftOf(host, `paper ${content.name}`));
  root.append(
    title,
    desk.before,
    make("p", { class: "gw-help gw-screen" }, how),
    tree,
    make("div", { class: "gw-buttons" }, undo),
    status.node,
    make("h4", { class: "gw-title", "data-own": 0 }, "The map as a picture"),
    scroll,
    review,
    leftOut,
    desk.node,
  );

  /** Show the map; return the parts of what to say when there are other remarks than before. */
  function show(view) {
    const before = count;
    map = shown = view.map;
    tellHolds(host, root, map.causes.length > 0);
    count = view.remarks.length;
    asks.textContent = count ? `What a colleague might ask (${count})` : "What the checks looked at";
    picture.src = view.picture;
    picture.alt = view.alt;
    undo.hidden = !view.undo;
    remarks.replaceChildren(...view.remarks.map(([text, ids]) => make("li", {}, text, waysTo(ids.map(wayTo)))));
    remarks.hidden = !count;
    closing.textContent = view.closing;
    leftOut.textContent = view.leftOut;
    leftOut.hidden = !view.leftOut;
    drawTree();
    if (count === before) return [];
    if (!count) return [" The checks found nothing. They cannot tell whether it is true or fair."];
    const found = count === 1 ? "1 thing to look at" : `${count} things to look at`;
    return [" ", button(found, openReview, { class: "gw-link" }), "."];
  }

  /** Open the list of remarks, which stands below the picture. */
  function openReview() {
    review.open = true;
    turnTo(asks, review);
  }

  /** What a line is called, and how one turns to it from a remark. */
  const wayTo = (id) => [id === "" ? "the outcome" : `“${textOf(id)}”`, () => turnToLine(id)];

  /** Turn to a line from elsewhere on the page, with its buttons. */
  function turnToLine(id) {
    if (isTyping()) return;
    closeForm();
    openTools(id);
    turnTo(lines.get(id).line, lines.get(id).tools);
  }

  async function act(action, data, said, next) {
    if (busy) return;
    busy = true;
    const view = await ask(action, { ...data, shown });
    busy = false;
    if (view.map && view.problem) return refused(view);
    if (view.problem) {
      if (form?.blame(view.field, view.problem)) status.clear();
      else status.say("problem", view.problem);
      return;
    }
    closeForm();
    if (view.new) selected = view.new;
    else if (next !== undefined) selected = next;
    const news = show(view);
    desk.age();
    focusOnSelected();
    const { line, saved } = lines.get(selected);
    if (["add", "edit", "move", "outcome"].includes(action)) saved.textContent = "✓ Saved";
    status.say("info", [`${said} Saved.`, ...news], line);
  }

  /** Show how the map stands after another window changed it; what was typed stays in its form. */
  function refused(view) {
    const open = form && { kind: form.kind, id: form.id, typed: form.typed() };
    const isGone = selected !== "" && !view.map.causes.some((cause) => cause.id === selected);
    if (isGone) selected = "";
    show(view);
    if (open) reopen(open);
    status.say("problem", view.problem);
    if (form) turnTo(form.first, form.node);
    else focusOnSelected();
  }

  /** Open a form again with words typed before; where they were about is gone, they can be added. */
  function reopen({ kind, id, typed }) {
    const isThere = id === "" || map.causes.some((cause) => cause.id === id);
    closeForm();
    openTools(isThere ? id : "");
    openForm(isThere ? kind : "add");
    form.write(typed);
    remember();
  }

  /** Open a form again with words that were given up. */
  function bringBack(words) {
    if (isTyping()) return;
    status.clear();
    reopen(words);
    turnTo(form.first, form.node);
  }

  function remember() {
    const typed = form.typed();
    if (JSON.stringify(typed) === form.before) draft.drop();
    else draft.hold({ kind: form.kind, id: form.id, typed, shown });
  }

  function focusOnSelected() {
    const { line } = lines.get(selected);
    turnTo(line, lines.get(selected).node);
  }

  /** The outcome, or what is wanted in its place. */
  const outcome = () => map.outcome || content.wanted;

  const textOf = (id) => map.causes.find((cause) => cause.id === id).text;

  const below = (id) => map.causes.filter((cause) => cause.under === id);

  /** Bring the list up to date; a line that stays is the same element, with its focus. */
  function drawTree() {
    const stays = new Set(walk());
    for (const [id, { node }] of lines) {
      if (stays.has(id)) continue;
      node.remove();
      lines.delete(id);
    }
    const first = drawLine("", outcome(), "Outcome", "", 1);
    if (!first.isConnected) tree.replaceChildren(make("ul", {}, first));
    openTools(selected);
  }

  /** One line of the list and all under it; `place` says to a screen reader where the indent puts it. */
  function drawLine(id, text, note, place, step) {
    if (!lines.has(id)) lines.set(id, newLine(id));
    const { node, line, saved, tools, under } = lines.get(id);
    saved.textContent = ""; // it stands beside what was saved last
    line.replaceChildren(
      ...(place ? [make("span", { class: "gw-hidden" }, place)] : []),
      make("span", { class: "gw-aside" }, note),
      make("span", {}, id === "" ? text : `because ${text}`),
    );
    tools.setAttribute("aria-label", id === "" ? "Outcome" : `because ${text}`);
    below(id).forEach((cause, at) => {
      const child = drawLine(cause.id, cause.text, noteOf(cause), placeOf(step, id, text), step + 1);
      if (under.children[at] !== child) under.insertBefore(child, under.children[at] ?? null);
    });
    under.hidden = !below(id).length;
    return node;
  }

  function newLine(id) {
    const line = make("button", { type: "button", class: "gw-cause", click: ({ detail }) => choose(id, detail > 0) });
    const saved = make("span", { class: "gw-saved" });
    const tools = make("div", { class: "gw-tools", role: "group" });
    const spot = make("div"); // where a form opens
    const under = make("ul");
    return { node: make("li", {}, line, saved, tools, spot, under), line, saved, tools, spot, under };
  }

  const placeOf = (step, id, text) => `Step ${step}, under ${id === "" ? "the outcome" : `“${text}”`}: `;

  function noteOf(cause) {
    const known = evidence.get(cause.evidence);
    return `${levels.get(cause.level)} · ${known}${cause.source ? `: ${cause.source}` : ""}`;
  }

  /** Show the buttons of one line, and of no other. */
  function openTools(id) {
    selected = id;
    for (const [each, { line, tools }] of lines) {
      line.setAttribute("aria-expanded", String(each === id));
      tools.hidden = each !== id;
      tools.replaceChildren(...(each === id ? toolsOf(id) : []));
    }
  }

  /** Turn to a line; whoever presses the empty outcome with a mouse or a finger means to write it. */
  function choose(id, pressed = false) {
    if (isTyping()) return;
    const { line } = lines.get(id);
    holdStill(line, () => {
      closeForm();
      openTools(id);
    });
    if (pressed && id === "" && !map.outcome) return startForm("edit");
    line.focus({ preventScroll: true });
    bringIntoSight(lines.get(id).tools, root);
  }

  /** Whether the open form holds unsaved words; the reader is led back to them. */
  function isTyping() {
    if (!draft.isOpen()) return false;
    turnTo(form.first, form.node);
    status.say("problem", HOLDS_WORDS);
    return true;
  }

  /** Ids in the order of the list. */
  function walk(id = "") {
    return [id, ...below(id).flatMap((cause) => walk(cause.id))];
  }

  function toolsOf(id) {
    const cause = map.causes.find((each) => each.id === id);
    const beside = cause ? below(cause.under).map((each) => each.id) : [];
    const place = beside.indexOf(id);
    const change = (action, data, said, next) => isTyping() || act(action, data, said, next);
    const step = (label, by) => button(label, () => change("move", { id, step: by }, "Moved.", id));
    const question = below(id).length ? "Delete this and everything under it?" : "Delete this cause?";
    const opener = (label, kind, attributes = {}) =>
      button(label, () => startForm(kind), { "aria-expanded": "false", "data-opens": kind, ...attributes });
    return [
      opener("Because…", "add", { class: "gw-button gw-main" }),
      opener("Edit", "edit"),
      place > 0 ? step("Move up", -1) : null,
      place >= 0 && place < beside.length - 1 ? step("Move down", 1) : null,
      cause
        ? confirmed("Delete", question, () => change("delete", { id }, "Deleted.", cause.under)).node
        : null,
    ].filter(Boolean);
  }

  function startForm(kind) {
    if (isTyping()) return;
    closeForm();
    status.clear(); // what was said of the map before
    openForm(kind);
    turnTo(form.first, form.node);
  }

  /** Open a form below the buttons of the selected line, which stay. */
  function openForm(kind) {
    const id = selected;
    const { attributes, controls, parts } = kind === "edit" && id === "" ? outcomeForm(map.outcome) : causeFormOf(kind, id);
    const { tools, spot } = lines.get(id);
    const cancel = () => {
      const words = draft.isOpen() && { kind, id, typed: typed() };
      closeForm();
      const opener = lines.get(id).line;
      turnTo(opener, opener);
      if (words) status.say("info", ["What you typed was not saved. ", button("Bring it back", () => bringBack(words), { class: "gw-link" })]);
    };
    const actions = make(
      "div",
      { class: "gw-buttons" },
      make("button", { type: "submit", class: "gw-button gw-main" }, attributes.label),
      button("Cancel", cancel),
      draft.mark,
    );
    const typed = () => Object.fromEntries(Object.entries(controls).map(([name, { value }]) => [name, value]));
    const submit = (event) => {
      event.preventDefault();
      act(attributes.action, { ...attributes.data, ...typed() }, attributes.said, attributes.next);
    };
    const made = formOf({ "aria-label": attributes.title, submit, input: remember }, controls, leaving(draft, status, cancel), ...parts, actions);
    form = {
      kind,
      id,
      node: made.node,
      blame: made.blame,
      first: controls.text,
      typed,
      before: JSON.stringify(typed()),
      write(words) {
        for (const [name, value] of Object.entries(words)) if (controls[name]) controls[name].value = value;
      },
    };
    spot.replaceChildren(made.node);
    mark(tools, kind);
  }

  function causeFormOf(kind, id) {
    const cause = map.causes.find((each) => each.id === id);
    const places = walk()
      .filter((each) => !walk(id).includes(each))
      .map((each) => [each, each === "" ? outcome() : textOf(each)]);
    return causeForm(kind, { id, cause, words: cause?.text ?? outcome(), places }, content);
  }

  function closeForm() {
    if (!form) return;
    form.node.remove();
    const line = lines.get(form.id);
    if (line) mark(line.tools, null);
    form = null;
    draft.drop();
  }

  /** Say at the button that opens a form whether it is open. */
  function mark(tools, kind) {
    for (const each of tools.querySelectorAll("[data-opens]")) {
      each.setAttribute("aria-expanded", String(each.dataset.opens === kind));
    }
  }

  ask("open").then(async (view) => {
    const words = await draft.recall();
    if (view.map) show(view);
    if (view.problem) status.say("problem", view.problem);
    if (!words || form || !view.map) return;
    reopen(words);
    shown = words.shown;
    remember();
  });
}
