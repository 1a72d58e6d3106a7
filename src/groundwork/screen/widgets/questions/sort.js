// Lines with a list each; where partners are matched, they stand above in full.

function controlsOf(content) {
  const options = [["", "Choose…"], ...content.categories];
  const selects = new Map(content.items.map(([id]) => [id, select(options)]));
  const node = make(
    "fieldset",
    {},
    make("legend", {}, content.prompt),
    content.terms ? make("div", { class: "gw-help" }, content.terms) : null,
    content.kind === "match"
      ? make("ul", { class: "gw-partners" }, content.categories.map(([, text]) => make("li", {}, text)))
      : null,
    content.items.map(([id, text]) => {
      const control = selects.get(id);
      control.id = newId();
      return make(
        "div",
        { class: "gw-item" },
        make("label", { for: control.id }, text),
        control,
      );
    }),
  );
  return {
    node,
    read: () => Object.fromEntries([...selects].map(([id, control]) => [id, control.value])),
    write(value) {
      for (const [id, control] of selects) control.value = value[id] ?? "";
    },
  };
}
