// The paper that a widget's work becomes: for whom, from whom, and the ways to hand it over.

const OFFICE = "application/vnd.openxmlformats-officedocument";
const WORD = `${OFFICE}.wordprocessingml.document`;
const EXCEL = `${OFFICE}.spreadsheetml.sheet`;

const SENDER = "gw-sender"; // what one paper tells the others of its page when it was told from whom it is
const FROM = ["writer", "department", "place"];
const COUNTED = ["work", "test"];

/** Return the part of a widget that makes its paper; `ask` is the widget's own, `draft` this part's.
 *
 * `before` is what to know before the work is begun, such as what to ask counsel: it stands above it.
 * `note` is a sentence on what the paper shows, to be read before it is made.
 */
function paperDesk(host, signal, ask, draft, note = "") {
  const status = statusLine();
  const offer = make("div", { class: "gw-buttons" }); // what can be done with what was just made
  const line = (autocomplete = "off") => make("input", { class: "gw-input", autocomplete, maxlength: 300 });
  const fields = {
    reader: line(),
    request: line(),
    subject: line(),
    work: line(),
    test: line(),
    writer: line("organization-title"),
    department: line("organization"),
    place: line(),
  };
  const from = [
    field("Your position", fields.writer, "For example: Nurse Manager. Leave it empty where you write for yourself and not in your job."),
    field("Your department's name", fields.department, "It stands beside “From”, below the title of each paper. Asked once, for all papers."),
    field("City or county, and state", fields.place, "It stands behind the department's name."),
  ];
  const about = field("What it is about", fields.subject, "It stands below the title, and in the file's properties. Use your department's words.");
  const counted = [
    field("Name of the work that is counted", fields.work, "For example: work on access to care. It stands in the baseline and in the request, in Excel too."),
    field("Test by which a line counts", fields.test, "One sentence, the same for all lines. Empty: the test of this lesson."),
  ];
  const told = make("summary", {});
  const above = make(
    "details",
    {},
    told,
    field("For whom", fields.reader, "A position or a group, never a person's name."),
    field("What you ask of them", fields.request, "One sentence: what to decide or to do, and by which day. No answer by then? See “If nothing happens” in How this course works."),
    about,
    counted,
    from,
    draft.mark,
  );
  const before = make("details", { class: "gw-before gw-screen", hidden: true }); // what to know before using it
  const stateless = make(
    "p",
    { class: "gw-help gw-screen", hidden: true },
    button("Name your city or county, and state", () => turnAbove(fields.place), { class: "gw-link" }),
    ": its laws then lead “Before you use this”.",
  );
  const folder = button("Open the folder", () => hand("folder"));
  const excel = button("Excel", () => hand("excel"), { hidden: true });
  const buttons = make(
    "div",
    { class: "gw-buttons" },
    button("Word", () => hand("word")),
    excel,
    button("Print", () => hand("print")),
    button("Copy as text", () => hand("text")),
    folder,
  );
  const node = make(
    "div",
    { class: "gw-paper gw-screen" },
    make("h4", { class: "gw-title" }, "Your paper"),
    above,
    ...(note ? [make("p", { class: "gw-help" }, note)] : []),
    buttons,
    // It takes room only when it says something, below the button that was pressed.
    make("div", { class: "gw-reply" }, status.node, offer),
  );
  let busy = false; // a second press while the first is on its way does nothing
  let nameless = false; // whether the paper says nothing of the department
  let turns = 0; // how often the page turned to another place or file
  let frame = null; // the page that is being printed

  let said = ""; // what to know before, as it is drawn
  let drawn = null; // of what kind the paper is, once the page has asked
  let shown = Object.fromEntries(Object.keys(fields).map((name) => [name, ""])); // as it was kept when this page asked last
  const values = () => Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));
  /** What the learner changed here: another part of the page may have changed the rest. */
  const changed = () => Object.fromEntries(Object.entries(values()).filter(([name, value]) => value !== (shown[name] ?? "")));

  /** Of what a paper has above it, what all papers of its kind share; an invented one has a sender of its own. */
  const shared = (words) => {
    const names = [...(drawn.invented ? [] : FROM), ...(drawn.counts ? COUNTED : [])];
    return Object.fromEntries(Object.entries(words).filter(([name]) => names.includes(name)));
  };

  /** Show what is kept, and tell the other papers of the page from whom they are and what they count. */
  function show(answer, asked) {
    draw(answer, asked);
    window.dispatchEvent(new CustomEvent(SENDER, { detail: { node, sender: shared(shown) } }));
  }

  /** Show what is kept; what was typed since the page asked stays. */
  function draw({ above: kept, named, counts, invented, own, box, stateless: without, excel: offers = !excel.hidden }, asked) {
    drawn = { named, counts, invented, own, box, stateless: without };
    about.hidden = !named;
    for (const each of counted) each.hidden = !counts;
    excel.hidden = !offers;
    if (box && JSON.stringify(box) !== said) before.replaceChildren(make("summary", {}, box.title), ...box.parts.map(boxPart));
    said = JSON.stringify(box);
    before.hidden = !box;
    // Once shown, its room stays: what is below would jump under the field that was just left.
    if (without) stateless.hidden = false;
    stateless.style.visibility = without ? "visible" : "hidden";
    for (const [name, control] of Object.entries(fields)) {
      if (name in kept && control.value === asked[name]) control.value = kept[name];
    }
    shown = kept;
    remember();
    for (const each of from) each.hidden = invented;
    const sender = kept.department || "your department is not named yet";
    told.textContent = `For ${kept.reader}. From: ${sender}. Change this`;
    if (nameless && kept.department) age(); // what was made has no name on it, and its words ask for one
    nameless = !invented && !kept.department;
    folder.hidden = !own;
  }

  /** Hold what is not kept yet, so that a restart gives it back. */
  function remember() {
    const words = changed();
    if (Object.keys(words).length) draft.hold(words);
    else draft.drop();
  }

  async function tell() {
    const asked = values();
    const answer = await ask("paper", { do: "tell", above: changed() });
    if (answer.problem) status.say("problem", answer.problem);
    else show(answer, asked);
  }

  /** What can be done with a file that was just written. */
  const offered = ({ name, file }, type, words) =>
    file
      ? make("a", { class: "gw-button", href: addressOf(file, type), download: name }, `Download ${name}`)
      : button(words, () => hand("file", name));
  const saved = (type) => (answer) => {
    const { where, beside } = answer;
    host.tell("kept");
    offer.replaceChildren(offered(answer, type, "Open it"));
    if (beside) offer.append(offered(beside, type, "Open what to read before you hand it on"));
    const alone = beside ? [" Read this before you hand it on: ", host.file(beside.where), "."] : [];
    return ["Saved as ", host.file(where), ".", ...alone];
  };
  const HAND = {
    word: saved(WORD),
    excel: saved(EXCEL),
    print({ page, beside }) {
      frame?.remove();
      frame = make("iframe", { class: "gw-hidden", title: "The paper as a page", tabindex: "-1", "aria-hidden": "true" });
      frame.srcdoc = page;
      frame.addEventListener("load", () => frame.contentWindow.print(), { once: true });
      node.append(frame);
      const opened = (html, words) => {
        const address = URL.createObjectURL(new Blob([html], { type: "text/html" }));
        return make("a", { class: "gw-button", href: address, target: "_blank" }, words);
      };
      offer.replaceChildren(opened(page, "Open the page in a new tab"));
      if (beside) offer.append(opened(beside, "Open what to read before you hand it on"));
      return "Your browser asks how to print it.";
    },
    async text({ text }) {
      offer.replaceChildren();
      try {
        await navigator.clipboard.writeText(text);
        return "Copied. Paste it where you need it.";
      } catch {
        const box = make("textarea", { class: "gw-input", rows: 4, readonly: true, value: text });
        offer.replaceChildren(field("The paper as text", box));
        box.select(); // and it has the focus once the words stand there
        return "Your browser does not let this page copy. The text is marked below: press Ctrl and C.";
      }
    },
    folder: ({ where }) => `Opened: ${where}.`,
    file: ({ where }) => `Opened: ${where}.`,
  };

  async function hand(what, name) {
    if (busy) return;
    busy = true;
    const data = what === "file" ? { do: "show", name } : what === "folder" ? { do: "show" } : { do: what, above: changed() };
    const asked = values();
    const answer = await ask("paper", data);
    busy = false;
    if (answer.problem) return status.say("problem", answer.problem);
    const turn = turns;
    if (answer.above) show(answer, asked); // before it is offered: what changes above ends the offer of an older one
    const said = await HAND[what](answer);
    if (turn !== turns) return offer.replaceChildren();
    const lacks = data.above && nameless ? " It does not name your department: name it, then press again." : "";
    if (lacks) offer.append(button("Name your department", () => turnAbove(fields.department)));
    const unsaved = data.above && firstUnsaved() ? " Words on this page that are not saved yet are not in it: save them, then press again." : "";
    if (unsaved) offer.append(button("Go to what is not saved", goToUnsaved));
    const empty = data.above && answer.empty ? ` ${answer.empty}` : "";
    await status.say("info", [said, empty, lacks, unsaved].flat());
    const marked = offer.querySelector("textarea");
    if (marked) turnTo(marked, marked);
  }

  /** Turn to a field above the buttons. What is folded above a button opens only for who asks: it would push the button away. */
  function turnAbove(control) {
    above.open = true;
    turnTo(control, above);
  }

  function goToUnsaved() {
    const control = firstUnsaved();
    if (!control) return;
    unfold(control);
    turnTo(control, control.closest("form, .gw"));
  }

  for (const control of Object.values(fields)) {
    control.addEventListener("input", remember);
    control.addEventListener("change", tell);
  }
  /** Another paper of this page was told from whom it is, or what it counts: so is this one. */
  function follow({ detail }) {
    if (detail.node === node || !drawn) return;
    const news = shared(detail.sender);
    const turned = Object.keys(news).filter((name) => news[name] !== shown[name]);
    draw({ above: { ...shown, ...news }, ...drawn }, shown);
    if (turned.includes("place")) open(); // what to know before begins with the state's own law
    if (turned.some((name) => COUNTED.includes(name))) age();
  }
  window.addEventListener(SENDER, follow, { signal });

  async function open() {
    const asked = values();
    const answer = await ask("paper", { do: "open" });
    if (answer.above) draw(answer, asked);
  }

  // Before anything is shown: what is shown takes the place of what was remembered.
  draft.recall().then(async (words) => {
    await open();
    for (const [name, value] of Object.entries(words ?? {})) if (fields[name]) fields[name].value = value;
    if (words) above.open = true;
    if (words) remember();
  });
  /** Something changed since a file was made: its words would tell of another paper than the page shows. */
  function age() {
    if (!status.node.dataset.kind) return;
    offer.replaceChildren();
    status.quietly("info", "Something has changed since this paper was made. Press again for one of now.");
  }
  /** The page shows another place or file: what was made of the one before goes, before anything is asked. */
  function renew() {
    turns += 1;
    frame?.remove();
    frame = null;
    offer.replaceChildren();
    status.clear();
    stateless.hidden = true;
    return open();
  }
  return { node, before: make("div", {}, before, stateless), renew, age };
}

/** Return one part of what to know before using a paper. */
function boxPart([kind, said, inside]) {
  if (kind === "fold") return make("details", {}, make("summary", {}, said), ...inside.map(boxPart));
  if (kind === "list") return make("ul", {}, said.map((each) => make("li", {}, each)));
  return kind === "heading" ? make("h5", {}, said) : make("p", {}, said);
}

/** An address under which the browser has a file that came as text. */
function addressOf(base64, type) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type }));
}
