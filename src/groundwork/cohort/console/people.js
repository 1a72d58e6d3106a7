// Who takes part, and where everybody stands.

/** The list of those who take part, chosen as a file. */
function peopleForm(desk) {
  const w = desk.words.begin;
  const status = statusLine();
  const name = make("input", { class: "gw-input", autocomplete: "off", maxlength: 100 });
  const zone = select([]);
  const other = make("input", { class: "gw-input", autocomplete: "off", maxlength: 60 });
  const typed = field(w.zone_other, other, w.zone_other_help);
  const file = make("input", { class: "gw-input", type: "file", accept: ".csv,text/csv" });
  const form = formOf({}, { name, zone, other, file }, () => {},
    field(w.name, name),
    field(w.zone, zone, w.zone_help),
    typed,
    field(w.file, file, w.file_help),
    make("div", { class: "gw-buttons" }, make("button", { type: "submit", class: "gw-button gw-main" }, w.button)),
  );
  zone.addEventListener("change", () => (typed.hidden = zone.value !== ""));
  let busy = false;
  form.node.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    if (!file.files.length) return form.blame("file", w.no_file);
    busy = true;
    const data = await inBase64(file.files[0]);
    const answer = await desk.ask("begin", { name: name.value, zone: zone.value || other.value, file: file.files[0].name, data });
    busy = false;
    if (answer.wrong_zone) return form.blame("other", answer.wrong_zone);
    if (answer.problem) return form.blame("file", answer.problem);
    form.forgive();
    file.value = "";
    const isFirst = !desk.about().people.length;
    await desk.renew(answer);
    return (isFirst ? desk.status : status).say("info", answer.said);
  });
  /** Show what is kept; before there are people, the browser knows the time zone best. */
  function show({ name: called, zone: kept, people }) {
    name.value = called;
    const now = people.length ? kept : Intl.DateTimeFormat().resolvedOptions().timeZone || kept;
    const known = Object.entries(w.zones);
    const own = known.some(([each]) => each === now) ? [] : [[now, now]];
    zone.replaceChildren(...[...known, ...own, ["", w.zone_another]].map(([value, text]) => make("option", { value }, text)));
    zone.value = now;
    typed.hidden = true;
  }
  return { node: make("div", { class: "gw-form" }, form.node, status.node), show };
}

/** The table of everybody, by last name. */
function standingTable(desk) {
  const w = desk.words.overview;
  const body = make("tbody", { role: "rowgroup" });
  const heads = w.columns.map((each) => make("th", { scope: "col", role: "columnheader" }, each));
  const table = make(
    "table",
    { class: "gw-table", role: "table" },
    make("caption", {}, w.table),
    make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, heads)),
    body,
  );
  const wide = wideOf(w.table, table);
  function show(rows) {
    body.replaceChildren(
      ...rows.map(({ id, who, state, program, reader, line }) =>
        make(
          "tr",
          { role: "row", "data-id": id },
          make("th", { scope: "row", role: "rowheader" }, who),
          [state, program, reader, line].map((text, at) => make("td", { role: "cell", "data-label": w.columns[at + 1] }, text)),
        ),
      ),
    );
    wide.hidden = !rows.length;
  }
  return { node: wide, show };
}

/** Give a hand-in that was taken for one person to another. */
function movePart(desk) {
  const w = desk.words.move;
  const status = statusLine();
  const [who, to] = [select([]), select([])];
  const away = make("div", {});
  const go = button(w.button, async () => {
    if (!who.value || !to.value) return status.say("problem", w.choose);
    return give(who.value, to.value, status);
  });

  /** Give it, and say so beside the control that was used; return whether that was done. */
  async function give(id, other, said) {
    const answer = await desk.ask("move", { exercise: desk.exercise(), id, to: other });
    if (answer.problem) {
      said.say("problem", answer.problem);
      return false;
    }
    desk.show(answer);
    said.say("info", answer.said);
    said.node.parentNode?.querySelector(".gw-too")?.remove();
    const names = answer.others.map(desk.title).join(", ");
    const too = make("div", { class: "gw-buttons gw-too" }, button(fill(w.others, { exercises: names }), async () => {
      await giveToo(answer.others, id, other, said);
      too.remove();
    }));
    if (names) said.node.after(too);
    return true;
  }

  /** Give what the same person has by mistake in other exercises. */
  async function giveToo(names, id, to, said) {
    const told = [];
    for (const exercise of names) {
      const answer = await desk.ask("move", { exercise, id, to });
      told.push(`${desk.title(exercise)}: ${answer.problem ?? answer.said}`);
    }
    await desk.look();
    said.say("info", told.join(" "));
  }

  /** What gave way to a file from another computer, and a way to say whose it is. */
  function putAway({ id, who: called, holds }) {
    const words = make("p", { id: newId() }, fill(w.away, { who: called, holds }));
    const said = statusLine();
    const people = select([["", desk.words.collect.choose], ...desk.about().people.map((each) => [each.id, each.shown])]);
    const give = button(w.button, async () => {
      if (!people.value) return said.say("problem", desk.words.collect.choose_first);
      const answer = await desk.ask("give_earlier", { exercise: desk.exercise(), id, to: people.value });
      if (answer.problem) return said.say("problem", answer.problem);
      desk.show(answer);
      status.say("info", answer.said);
      return turnTo(who, who);
    }, { "aria-describedby": words.id });
    return make("div", { class: "gw-item" }, words, field(w.to, people, null, { about: words }), make("div", { class: "gw-buttons" }, give), said.node);
  }

  function show(rows, kept) {
    away.replaceChildren(...(kept.length ? [make("h3", {}, w.away_title), make("p", { class: "gw-help" }, w.away_lead), ...kept.map(putAway)] : []));
    const first = ["", desk.words.collect.choose];
    const held = rows.filter((row) => row.handed).map((row) => [row.id, row.who]);
    for (const [menu, list] of [[who, held], [to, desk.about().people.map(({ id, shown }) => [id, shown])]]) {
      const before = menu.value;
      menu.replaceChildren(...[first, ...list].map(([value, text]) => make("option", { value }, text)));
      menu.value = list.some(([id]) => id === before) ? before : "";
    }
  }
  const node = closedPart(w.title, () => {}, make("p", { class: "gw-help" }, w.lead), field(w.who, who), field(w.to, to), make("div", { class: "gw-buttons" }, go), status.node, away);
  return { node, show, give };
}

/** Set a hand-in aside, of which nothing is to be made now, and take it up again. */
function asidePart(desk) {
  const w = desk.words.aside;
  const status = statusLine();
  const who = select([]);
  const act = button(w.set, () => (chosen() ? turn(chosen()) : status.say("problem", w.choose)));
  let list = [];

  const chosen = () => list.find(({ id }) => id === who.value);
  const name = () => (act.textContent = chosen()?.aside ? w.back : w.set);

  /** Set somebody's hand-in aside or, where it is, take it up again; return whether that was done. */
  async function turn({ id, who: called, aside }) {
    const answer = await desk.ask("aside", { exercise: desk.exercise(), id, back: Boolean(aside) });
    if (answer.problem) {
      status.say("problem", answer.problem);
      return false;
    }
    desk.show(answer);
    status.say("info", fill(aside ? w.undone : w.done, { who: called }));
    return true;
  }

  function show(rows) {
    const before = who.value;
    list = rows;
    who.replaceChildren(
      make("option", { value: "" }, desk.words.collect.choose),
      ...rows.map((row) => make("option", { value: row.id }, fill(w.one, row))),
    );
    who.value = rows.some(({ id }) => id === before) ? before : "";
    name();
  }
  who.addEventListener("change", name);
  const node = closedPart(w.title, () => {}, make("p", { class: "gw-help" }, w.lead), field(w.who, who), make("div", { class: "gw-buttons" }, act), status.node);
  return { node, show };
}

/** Invitations: a file for each person, by which what they hand in is known. */
function invitePart(desk) {
  const w = desk.words.invite;
  const status = statusLine();
  let busy = false;
  const write = button(w.button, async () => {
    if (busy) return;
    busy = true;
    const answer = await desk.ask("invite");
    busy = false;
    status.say(answer.problem ? "problem" : "info", answer.problem ?? answer.said);
  });
  return closedPart(w.title, () => {}, make("p", {}, w.lead), make("div", { class: "gw-buttons" }, write), status.node);
}
