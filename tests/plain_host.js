// A plain page as the host of course widgets: all that host.js asks for, and nothing of JupyterLab.
// Python is a function of the browser's driver, and answers what the widgets of a lesson answer.

const cards = await (await fetch("widgets.json")).json(); // {box, module, content} each
const heard = []; // the listeners of each widget
const memory = new Map(); // a field to what is typed there and not kept, and whether that would be lost
const dark = matchMedia("(prefers-color-scheme: dark)");
let leave = new AbortController();
const plain = (window.plain = { told: [], waiting: 0, isStopped: false, lost: null, again, stop, hold, unsaved });
let free = Promise.resolve(); // until when Python is busy with something else

const words = {
  again: "load this page again",
  starting: "No answer yet. The page is still getting ready.",
  stopped: "The page cannot keep this now.",
  mayOpen: "Whoever uses this browser can open it.",
};

/** A kept file has no folder to look into here, so it is a link. */
function file(where) {
  const link = document.createElement("a");
  link.href = `kept/${where}`;
  link.textContent = where.split("/").at(-1);
  return link;
}

function hostOf(at) {
  const listeners = (heard[at] = { message: [], stopped: [], theme: [] });
  return {
    content: structuredClone(cards[at].content),
    signal: leave.signal,
    words,
    file,
    async send(message) {
      if (plain.lost === "question") return;
      plain.waiting += 1;
      await free;
      const isLost = plain.lost === "answer";
      for (const [to, news] of await window.toPython(at, message)) {
        // A widget that is not drawn yet asks by itself once it is.
        for (const hear of (!isLost && heard[to]?.message) || []) hear(structuredClone(news));
      }
      plain.waiting -= 1;
    },
    on: (what, hear) => listeners[what].push(hear),
    isStopped: () => plain.isStopped,
    theme: () => (dark.matches ? "dark" : "light"),
    settle: () => {},
    remember(field, words, unsaved) {
      if (words === null) memory.delete(field);
      else memory.set(field, { words: structuredClone(words), unsaved });
    },
    recall: async (field) => structuredClone(memory.get(field)?.words ?? null),
    tell: (what) => plain.told.push([cards[at].box, what]),
  };
}

async function show() {
  for (const [at, { box, module }] of cards.entries()) {
    const { draw } = await import(module);
    const el = document.createElement("div");
    document.getElementById(box).append(el);
    draw({ host: hostOf(at), el, signal: leave.signal });
  }
}

/** How many fields hold what would be lost: while there is one, a page asks before it is left. */
function unsaved() {
  return [...memory.values()].filter((each) => each.unsaved).length;
}

/** Draw every widget anew, as a page does whose lesson starts again. */
async function again() {
  leave.abort();
  leave = new AbortController();
  for (const { box } of cards) document.getElementById(box).replaceChildren();
  await show();
}

/** Let Python be busy, so that it takes nothing up until `plain.release()`. */
function hold() {
  free = new Promise((release) => (plain.release = release));
}

/** Python answers nothing from now on. */
function stop(isStopped) {
  plain.isStopped = isStopped;
  if (isStopped) heard.forEach(({ stopped }) => stopped.forEach((hear) => hear()));
}

dark.addEventListener("change", () => heard.forEach(({ theme }) => theme.forEach((hear) => hear())));
await show();
document.body.dataset.shown = "";
