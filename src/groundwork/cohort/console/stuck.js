// Which questions people are stuck on: questions and counts, never people.

function stuckPart(desk) {
  const w = desk.words.stuck;
  const status = statusLine();
  const place = make("div", {});
  const node = closedPart(w.title, () => look(), make("p", { class: "gw-help" }, w.lead), place, status.node);
  let busy = false;

  async function look(action = "stuck", data = {}) {
    if (busy) return null;
    busy = true;
    const found = await desk.ask(action, { exercise: desk.exercise(), ...data });
    busy = false;
    if (found.problem) return status.say("problem", found.problem);
    draw(found);
    return found;
  }

  function draw(found) {
    if (found.ask) return place.replaceChildren(supervisorsForm(found, true));
    const change = found.people.length ? make("details", {}, make("summary", {}, w.change), supervisorsForm(found, false)) : null;
    return place.replaceChildren(
      make("p", {}, found.said),
      ...found.questions.map(question),
      ...(change ? [change] : []),
    );
  }

  function question({ title, stuck, prompt, wrong, told: replies }) {
    const name = make("strong", {}, title);
    const summary = make("summary", {}, stuck ? [make("span", { class: "gw-stuck" }, `${stuck}: `), name] : name);
    return make(
      "details",
      { class: "gw-stuck-on" },
      summary,
      make("h3", {}, w.prompt),
      told(prompt),
      make("p", {}, w.discuss),
      make("h3", {}, w.wrong),
      told(wrong),
      replies.length ? [make("h3", {}, w.given), make("ul", {}, replies.map(([count, text]) => make("li", {}, make("strong", {}, `${count}: `), text)))] : [],
    );
  }

  function supervisorsForm(found, first) {
    const boxes = found.people.map(({ id, shown, does }) => {
      const box = make("input", { type: "checkbox", value: id });
      box.checked = does;
      return [box, make("label", { class: "gw-option" }, box, make("span", {}, shown))];
    });
    const keep = async (ids) => {
      if (await look("supervisors", { ids })) {
        status.say("info", w.kept);
        turnTo(node.querySelector("summary"), node);
      }
    };
    const ids = () => boxes.filter(([box]) => box.checked).map(([box]) => box.value);
    return make(
      "div",
      {},
      first ? [make("h3", {}, w.ask_title), make("p", {}, found.ask)] : [],
      make("fieldset", {}, make("legend", {}, w.tick), boxes.map(([, label]) => label)),
      make("div", { class: "gw-buttons" },
        button(w.save, () => (ids().length ? keep(ids()) : status.say("problem", w.tick)), { class: "gw-button gw-main" }),
        button(w.none_do, () => keep([]))),
    );
  }

  return { node, renew: () => node.open && look() };
}
