// What all Groundwork widgets share. Python puts this text before a widget's own module.

/** Make an element. Strings become text nodes, so nothing a person typed is read as markup. */
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") node.addEventListener(name, value);
    else if (name === "value") node.value = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

/** An id that no other widget on the page has. */
function newId() {
  return `gw-${Math.random().toString(36).slice(2, 10)}`;
}

function button(label, click, attributes = {}) {
  return make("button", { type: "button", class: "gw-button", click, ...attributes }, label);
}

/** Put the widget's root on the page.
 *
 * `record` is what is said of public records, before anything is written.
 */
function mount(host, el, attributes = {}, record = "") {
  const root = make("div", { ...attributes, class: `gw ${attributes.class ?? ""}`.trim() });
  const dress = () => (root.dataset.theme = host.theme());
  dress();
  host.on("theme", dress);
  host.settle(root);
  watchUse(root);
  if (record) root.append(make("p", { class: "gw-help gw-record" }, record));
  el.append(root);
  return root;
}

const SIGNS = { right: "✓", notyet: "↻", info: "i", problem: "!" };
const LEADS = { right: "Right.", notyet: "Not yet.", problem: "Please look:" };

/** One polite live region: a sign, a word and a sentence, so that color is never the only sign. */
function statusLine() {
  const node = make("div", { role: "status", "aria-live": "polite", class: "gw-feedback" });
  let timer;
  let finish = () => {};
  /** Show words, or none; the promise is kept when they stand there, or others in their place.
   *
   * `text` is a sentence, or a list of its parts when one of them is a link.
   */
  function show(kind, text) {
    node.replaceChildren();
    node.dataset.kind = text || LEADS[kind] ? kind : "";
    clearTimeout(timer);
    finish();
    if (!node.dataset.kind) return Promise.resolve();
    const lead = LEADS[kind] ? make("strong", {}, `${LEADS[kind]} `) : null;
    const said = [
      make("span", { class: "gw-sign", "aria-hidden": "true" }, SIGNS[kind]),
      make("span", { class: "gw-said" }, lead, text ?? ""),
    ];
    // A short pause makes screen readers read the same sentence again.
    return new Promise((resolve) => {
      finish = resolve;
      timer = setTimeout(() => {
        node.replaceChildren(...said);
        resolve();
      }, 30);
    });
  }
  return {
    node,
    /** Show a sentence that answers what the reader did: it is read aloud and comes into sight.
     *
     * `beside` is what answers it as well, and stays in sight as the control in use does.
     */
    async say(kind, text, beside = null) {
      node.setAttribute("aria-live", "polite");
      await show(kind, text);
      bringIntoSight(node, node.closest(".gw"), beside ?? undefined);
    },
    /** Show a sentence without interrupting: what was so before the learner did anything. */
    quietly(kind, text) {
      node.setAttribute("aria-live", "off");
      show(kind, text);
    },
    clear() {
      show("info", "");
    },
  };
}

/** A live region that is heard and not seen, for words that stand elsewhere on the page. */
function spokenLine() {
  const node = make("div", { role: "status", class: "gw-hidden" });
  let timer;
  return {
    node,
    say(text) {
      clearTimeout(timer);
      node.textContent = text;
      timer = setTimeout(() => node.replaceChildren(), 5000); // or it would be read a second time
    },
  };
}

/** A button that asks once before it acts; the focus starts on the way back. */
function confirmed(label, question, act, attributes = {}) {
  const first = button(label, () => (asked.hidden ? open() : close()), attributes);
  const words = make("span", { id: newId() }, question);
  const no = button("No, go back", () => close(), { "aria-describedby": words.id });
  const yes = button("Yes, delete", () => {
    close();
    act();
  });
  const asked = make("span", { class: "gw-asked" }, words, no, yes);
  const node = make("span", { class: "gw-confirm" }, first, asked);
  function show(shown) {
    asked.hidden = !shown;
    first.setAttribute("aria-expanded", String(shown));
  }
  function open() {
    show(true);
    turnTo(no, asked);
  }
  function close() {
    show(false);
    first.focus({ preventScroll: true });
  }
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || asked.hidden) return;
    event.stopPropagation();
    close();
  });
  show(false);
  return { node };
}

/** The ways from a sentence to what it is about; each of `ways` is what that is called, and the act. */
function waysTo(ways) {
  if (!ways.length) return "";
  const links = ways.map(([name, act]) => button(name, act, { class: "gw-link" }));
  return make("span", { class: "gw-screen" }, " Go to: ", links.flatMap((link, place) => (place ? [", ", link] : [link])));
}

/** A label above its control, with help that a screen reader reads after the name.
 *
 * `about` is an element whose words tell the control from others of the same label.
 */
function field(label, control, help, { needed = false, about = null } = {}) {
  const id = newId();
  control.id = id;
  if (needed) control.setAttribute("aria-required", "true");
  if (about) control.setAttribute("aria-labelledby", `${id}-label ${about.id}`);
  const note = help ? make("div", { id: `${id}-help`, class: "gw-help" }, help) : null;
  if (note) control.setAttribute("aria-describedby", note.id);
  return make("div", { class: "gw-field" }, make("label", { id: `${id}-label`, for: id }, needed ? `${label} (needed)` : label), note, control);
}

/** What Enter does among fields: a single one is saved, and among several it goes on to the next.
 *
 * Ctrl and Enter saves from each of them; a press of Enter that chooses from a list is none of these.
 * `save` saves, and `last` is what comes after the last field.
 */
function keysIn(node, save, last) {
  last.setAttribute("aria-keyshortcuts", "Control+Enter");
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || event.defaultPrevented) return;
    const fields = [...node.querySelectorAll("select, textarea, input")].filter((each) => each.checkVisibility());
    const saves = event.ctrlKey || event.metaKey;
    const at = event.target === last && saves ? fields.length : fields.indexOf(event.target);
    if (at < 0 || (event.target.matches("textarea, [type=file]") && !saves)) return; // there it has its own use
    event.preventDefault();
    if (saves || fields.length === 1) return save();
    const next = fields[at + 1] ?? last;
    turnTo(next, next);
  });
}

/** A form's own keys and the places of its mistakes; `controls` is a field's name to its control. */
function formOf(attributes, controls, escape, ...children) {
  const form = make("form", { novalidate: true, ...attributes }, ...children);
  keysIn(form, () => form.requestSubmit(), form.querySelector("[type=submit]"));
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") escape();
  });
  const fault = make("p", { class: "gw-fault", id: newId() });

  /** Say what is wrong beside its field and put the focus there; false when there is none. */
  function blame(name, text) {
    const control = controls[name];
    if (!control) return false;
    forgive();
    fault.textContent = `Please look: ${text}`;
    control.after(fault);
    control.setAttribute("aria-invalid", "true");
    const described = [control.getAttribute("aria-describedby"), fault.id].filter(Boolean);
    control.setAttribute("aria-describedby", described.join(" "));
    control.addEventListener("input", forgive);
    turnTo(control, fault);
    return true;
  }

  function forgive() {
    fault.remove();
    for (const control of Object.values(controls)) {
      control.removeAttribute("aria-invalid");
      const described = (control.getAttribute("aria-describedby") ?? "").split(" ");
      const rest = described.filter((id) => id && id !== fault.id).join(" ");
      if (rest) control.setAttribute("aria-describedby", rest);
      else control.removeAttribute("aria-describedby");
    }
  }

  return { node: form, blame, forgive };
}

/** What is as wide as it needs, and scrolls sideways where that is too wide: only there does Tab stop at it. */
function wideOf(name, ...children) {
  const more = "Wider than the window: scroll sideways.";
  const node = make("div", { class: "gw-wide", role: "group", "aria-label": name, "data-more": more }, ...children);
  const look = () => {
    if (node.scrollWidth > node.clientWidth) node.setAttribute("tabindex", "0");
    else node.removeAttribute("tabindex");
  };
  const watch = new ResizeObserver(look);
  for (const each of [node, ...children]) watch.observe(each);
  return node;
}

/** A native select; `options` is a list of [value, label]. */
function select(options, value = "", attributes = {}) {
  const node = make("select", { class: "gw-input", ...attributes });
  for (const [id, label] of options) node.append(make("option", { value: id }, label));
  node.value = value;
  showWhole(node);
  return node;
}

/** Below a select that is too narrow for what is chosen, show all of it; a screen reader says it anyway. */
function showWhole(node) {
  const whole = make("span", { class: "gw-whole", "aria-hidden": "true" });
  const look = () => {
    const text = node.selectedOptions[0]?.text ?? "";
    if (!isCut(node, text)) return whole.remove();
    whole.textContent = text;
    if (node.nextSibling !== whole) node.after(whole);
  };
  const { get, set } = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value");
  const restore = (value) => {
    set.call(node, value);
    look(); // what a script chooses tells no listener
  };
  Object.defineProperty(node, "value", { get, set: restore });
  node.addEventListener("change", look);
  new ResizeObserver(look).observe(node);
}

const ARROW = 24; // pixels, at the right of a select

function isCut(node, text) {
  if (!node.clientWidth) return false; // not on the page yet
  const { font, paddingLeft, paddingRight } = getComputedStyle(node);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = font;
  const room = node.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - ARROW;
  return pen.measureText(text).width > room;
}
