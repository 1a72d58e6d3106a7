// JupyterLab as a widget's host: anywidget's model, the page's attributes, and events that bubble up to
// our extension (its drafts.js, folds.js, guess.js and progress.js). Without the extension nothing is
// remembered, and nothing else changes. It is the last part of a widget's module, after its `render`.

const RUN_AGAIN = "run this notebook again from its top (menu Run or Kernel)";

const WORDS_IN_LAB = {
  /** The button stands in our line above a lesson, and nowhere else. */
  get again() {
    return document.querySelector(".gwlab-line") ? "press Restart this page at the top" : RUN_AGAIN;
  },
  starting: "No answer yet. The lesson may still be starting.",
  stopped: "The course has stopped: this cannot be kept now.",
  mayOpen:
    "As a rule other accounts on this computer cannot open this file. Your employer, and a records request, may reach it.",
};

/** Return JupyterLab as the host of one widget: `el` is its place on the page. */
function labHost(model, el, signal) {
  const raise = (what, detail) =>
    (el.isConnected ? el : document).dispatchEvent(new CustomEvent(`gw-${what}`, { bubbles: true, detail }));

  const listen = {
    message(heard) {
      model.on("msg:custom", heard);
      signal.addEventListener("abort", () => model.off("msg:custom", heard));
    },
    stopped(heard) {
      document.addEventListener("gw-stopped", heard, { signal });
    },
    theme(heard) {
      const watch = new MutationObserver(() => heard());
      watch.observe(document.body, { attributeFilter: ["data-jp-theme-light"] });
      signal.addEventListener("abort", () => watch.disconnect());
    },
  };

  return {
    content: model.get("content"),
    signal,
    words: WORDS_IN_LAB,
    send: (message) => model.send(message),
    on: (what, heard) => listen[what](heard),
    isStopped: () => document.body.hasAttribute("data-gw-stopped"),
    theme: () => (document.body.dataset.jpThemeLight === "false" ? "dark" : "light"),
    settle: (root) => keepShortcutsOut(root, signal),
    remember: (field, words, unsaved) => raise("remember", { field, words, unsaved }),
    async recall(field) {
      await onPage(el, signal);
      const detail = { field, words: null };
      raise("recall", detail);
      return detail.words;
    },
    tell: (what) => raise(what),
    file: (where) => where,
  };
}

/** Wait until the extension can hear a widget: it is drawn before it stands on the page. */
function onPage(el, signal) {
  return new Promise((resolve) => {
    const look = () => {
      if (el.isConnected) resolve();
      else if (!signal.aborted) setTimeout(look, 20);
    };
    look();
  });
}

/** Keep the notebook's shortcuts out of a widget.
 *
 * JupyterLab listens on the document, some versions while the event travels down and some on its
 * way up. The first is told by an attribute, set before it looks; the second hears nothing.
 * Escape closes an open form, and leaves everything else to the notebook.
 */
function keepShortcutsOut(root, signal) {
  root.setAttribute("data-jp-suppress-context-menu", ""); // the browser's own menu pastes and spells
  const passes = (event) =>
    event.key === "Tab" ||
    (event.key === "Escape" && !event.target.closest?.("form")) ||
    ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s");
  const guard = (event) => {
    if (root.contains(event.target)) {
      root.toggleAttribute("data-lm-suppress-shortcuts", !passes(event));
    }
  };
  window.addEventListener("keydown", guard, { capture: true, signal });
  root.addEventListener("keydown", (event) => passes(event) || event.stopPropagation());
}

export default {
  render: ({ model, el, signal }) => render({ host: labHost(model, el, signal), el, signal }),
};
