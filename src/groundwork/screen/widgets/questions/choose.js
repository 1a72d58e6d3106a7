// Options to choose from: one, or all that apply.

function controlsOf(content, name) {
  const type = content.kind === "several" ? "checkbox" : "radio";
  const inputs = content.options.map(([id]) => make("input", { type, name, value: id }));
  const node = make(
    "fieldset",
    {},
    make("legend", {}, content.prompt),
    type === "checkbox" ? make("div", { class: "gw-help" }, content.help ?? "Choose all that apply.") : null,
    content.options.map(([, text], index) =>
      make("label", { class: "gw-option" }, inputs[index], make("span", {}, text)),
    ),
  );
  return {
    node,
    read() {
      const chosen = inputs.filter((input) => input.checked).map((input) => input.value);
      return type === "radio" ? (chosen[0] ?? null) : chosen;
    },
    write(value) {
      for (const input of inputs) input.checked = [value].flat().includes(input.value);
    },
  };
}
