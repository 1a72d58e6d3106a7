// What the parts of the console share: sentences with places, files that are read, long work.

const PIECE = 600000; // bytes of a file that go in one message; a multiple of 3, for base64

/** Fill the places in braces of a sentence. */
const fill = (text, filled) => text.replace(/\{(\w+)\}/g, (_, name) => filled[name]);

/** A part of the console under its heading; `lead` says what it is for. */
function part(title, lead, ...children) {
  const heading = make("h2", { id: newId() }, title);
  const words = lead ? make("p", { class: "gw-help" }, lead) : null;
  return make("section", { class: "gw-part", "aria-labelledby": heading.id }, heading, words, children);
}

/** A part that is closed at first, and drawn when it is opened. */
function closedPart(title, draw, ...children) {
  const node = make("details", { class: "gw-part" }, make("summary", {}, make("h2", {}, title)), children);
  node.addEventListener("toggle", () => node.open && draw());
  return node;
}

/** Return the bytes of a file as base64. */
async function inBase64(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(text);
}

/** Bring a file to Python in pieces; return its last answer. `anew` says that it is the first of several. */
async function bring(ask, file, anew, far) {
  let answer = {};
  for (let at = 0; at === 0 || at < file.size; at += PIECE) {
    const piece = { name: file.name, size: file.size, anew, first: at === 0, last: at + PIECE >= file.size };
    answer = await ask("file", { ...piece, data: await inBase64(file.slice(at, at + PIECE)) });
    if (answer.problem || !answer.more) return answer;
    far(Math.min(at + PIECE, file.size));
  }
  return answer;
}

/** What shows names or work: covered after each load, until somebody shows it, and again when asked. */
function coverOf(w, root) {
  const covered = [];
  const spoken = spokenLine();
  const toggle = button(w.show, () => act(!isShown()));

  /** Do what a button says, and say that it is done: what it changes may lie far below. */
  function act(shown) {
    turn(shown);
    spoken.say(shown ? w.shown : w.hidden);
  }

  function turn(shown) {
    toggle.textContent = shown ? w.hide : w.show;
    for (const { place, note } of covered) [place.hidden, note.hidden] = [!shown, shown];
    if (!shown) for (const each of root.querySelectorAll("details.gw-part")) each.open = false;
  }

  /** Put a cover over a node; where the node is empty there is nothing to say of it. */
  function over(node) {
    const place = make("div", { hidden: true }, node);
    const note = make("div", { class: "gw-row gw-covered" }, make("span", {}, w.covered), button(w.show, () => {
      act(true);
      const controls = [...place.querySelectorAll("button, select, a, [tabindex]")];
      turnTo(controls.find((each) => each.checkVisibility()) ?? toggle, place);
    }));
    covered.push({ place, note });
    return make("div", {}, note, place);
  }
  const isShown = () => toggle.textContent === w.hide;
  return { node: make("div", { class: "gw-row gw-cover" }, toggle, make("span", { class: "gw-help" }, w.why), spoken.node), over, turn, isShown };
}

const inMegabytes = (size) => (size / 1e6).toFixed(1);

/** Long work: how far it is, and a way to stop it; what is done is kept by Python all the same. */
function longWork(ask, words) {
  const name = make("span", { id: newId() });
  const bar = make("progress", { "aria-labelledby": name.id });
  const count = make("span", {});
  let stopping = false;
  const end = button(words.stop, () => {
    stopping = true;
    end.setAttribute("aria-disabled", "true");
  });
  const node = make("div", { class: "gw-row gw-work", hidden: true }, name, bar, count, end);

  function show(at, of, text) {
    if (of) [bar.max, bar.value] = [of, at];
    else bar.removeAttribute("value");
    count.textContent = text ?? (of ? fill(words.of, { at, of }) : String(at || ""));
  }

  /** Do the work that `what` names; return all that it found, and whether it was stopped. */
  async function run(label, what, data) {
    stopping = false;
    end.removeAttribute("aria-disabled");
    name.textContent = label;
    node.hidden = false;
    const found = [];
    let answer = await ask("work", { what, ...data });
    while (!answer.problem && !answer.done) {
      show(answer.at, answer.of);
      answer = stopping ? await ask("stop") : await ask("go_on");
      found.push(...(answer.found ?? []));
      if (stopping && !answer.done) break;
    }
    node.hidden = true;
    return { found, problem: answer.problem, stopped: stopping && !answer.done };
  }

  /** The same for files that the page reads itself: `each` is called for one after another. */
  async function bringAll(label, files) {
    name.textContent = label;
    node.hidden = false;
    let answer = {};
    let before = 0;
    const whole = files.reduce((sum, file) => sum + file.size, 0);
    const far = (at, size) => show(size, whole, fill(words.read_of, { at, of: files.length, read: inMegabytes(size), all: inMegabytes(whole) }));
    for (const [at, file] of files.entries()) {
      far(at, before);
      answer = await bring(ask, file, at === 0, (size) => far(at, before + size));
      if (answer.problem) break;
      before += file.size;
    }
    node.hidden = true;
    return answer;
  }

  return { node, run, bringAll };
}

/** Words that a run sheet has too: paragraphs, lists, tables, quotes. */
function told(blocks) {
  return blocks.map(([kind, ...rest]) => {
    if (kind === "list") return listOf(rest[0]);
    if (kind === "table") return tableOf(...rest);
    if (kind === "quote") return make("blockquote", { class: "gw-before" }, rest[0]);
    return make("p", {}, rest[0] ? make("strong", {}, rest[0]) : null, rest[1]);
  });
}

/** A list of two depths at most: `[[depth, text], …]`. */
function listOf(items) {
  const list = make("ul", {});
  for (const [depth, text] of items) {
    const inner = make("li", {}, text);
    const above = list.lastElementChild;
    if (!depth || !above) list.append(inner);
    else {
      if (!above.querySelector("ul")) above.append(make("ul", {}));
      above.querySelector("ul").append(inner);
    }
  }
  return list;
}

/** A table whose first column heads its rows. */
function tableOf(caption, columns, rows) {
  const head = make("tr", {}, columns.map((each) => make("th", { scope: "col" }, each)));
  const lines = rows.map(([first, ...rest]) =>
    make("tr", {}, make("th", { scope: "row" }, first), rest.map((each) => make("td", {}, each))),
  );
  const table = make("table", { class: "gw-table" }, make("caption", {}, caption), make("thead", {}, head), make("tbody", {}, lines));
  return wideOf(caption, table);
}
