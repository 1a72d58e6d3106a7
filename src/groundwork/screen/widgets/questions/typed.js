// A box for a number or for words.

function controlsOf(content) {
  const text = content.kind === "text";
  const control = text
    ? make("textarea", { class: "gw-input", rows: content.rows })
    : make("input", { class: "gw-input gw-short", inputmode: "decimal", autocomplete: "off" });
  control.id = newId();
  const note = (words, id) => (words ? make("span", { id, class: "gw-help" }, words) : null);
  const help = note(content.note ?? content.unit, `${control.id}-help`);
  const terms = note(content.terms, `${control.id}-terms`);
  const about = [terms, help].filter(Boolean).map((each) => each.id);
  if (about.length) control.setAttribute("aria-describedby", about.join(" "));
  const prompt = make("label", { class: "gw-prompt", for: control.id }, content.prompt);
  const node = make(
    "div",
    {},
    prompt,
    terms ? make("div", {}, terms) : null,
    text ? [help, control] : make("div", { class: "gw-row" }, control, help),
  );
  return {
    node,
    read: () => control.value,
    write: (value) => (control.value = value),
    enter: text ? null : control,
    /** Ask the same question about other numbers. */
    ask(shown) {
      prompt.textContent = shown.prompt;
      if (terms) terms.textContent = shown.terms;
    },
  };
}
