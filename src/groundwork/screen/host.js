// What a widget needs of the page that it is on: its host. A widget knows nothing else of the page, so
// that the same widget stands in JupyterLab and on a plain page. JupyterLab's host is lab/host.js.

/**
 * @typedef {object} Host  Made for one widget; it forgets all listeners when its signal ends.
 * @property {object} content  What the author wrote, as plain data.
 * @property {AbortSignal} signal  Ends when the widget leaves the page.
 * @property {(message: object) => void} send  Brings `{ask, action, data}` to Python, which answers with
 *   a "message" that has the same id as `re`. It throws where there is no way to Python.
 * @property {(what: string, heard: (news?: object) => void) => void} on  Listens to a "message" of Python;
 *   to "stopped", which says that Python answers nothing from now on; to "theme", when that changes.
 * @property {() => boolean} isStopped  Whether Python is known to have stopped.
 * @property {() => string} theme  "light" or "dark".
 * @property {(root: HTMLElement) => void} settle  Makes a widget's root at home on the page, before it
 *   stands there: the page's own keys must not act on what is typed into it.
 * @property {(field: string, words: object | null, unsaved: boolean) => void} remember  Takes what a field
 *   holds and nobody kept (plain data, null for nothing), and whether to ask before it would be lost.
 * @property {(field: string) => Promise<object | null>} recall  What that field held before it was drawn anew.
 * @property {(what: string) => void} tell  Says that something was "kept", that a question was "answered",
 *   or that a widget "holds" the learner's words, or no longer does (`data-holds` at its root).
 * @property {(where: string) => string | Node} file  What a kept file is called in a sentence: its place in
 *   the workspace, or a link where the reader has no folder to look into.
 * @property {Words} words
 *
 * @typedef {object} Words  What is called differently from host to host.
 * @property {string} again  How a page is started anew, as the end of a sentence.
 * @property {string} starting  That no answer has come yet, and why.
 * @property {string} stopped  That Python has stopped, and what that means.
 * @property {string} mayOpen  Who can open what was kept.
 */

const AGAIN = "{again}"; // stands in Python's sentences for what the host says

const PATIENCE = 8000; // milliseconds without an answer

/** Return ask(action, data), which sends a message to Python and resolves with its answer.
 *
 * When no answer comes, the learner is told with `slow`, unless the page asked by itself (`patient`),
 * and Python is asked again: a message can be lost while a program or a connection starts. It does
 * once what comes twice (CourseWidget). While Python is known to have stopped, the answer is a
 * problem that says so.
 */
function connect(host, slow = () => {}) {
  const waiting = new Map();
  const listen = ({ re, ...answer }) => {
    waiting.get(re)?.(answer);
    waiting.delete(re);
  };
  const stopped = () =>
    `${host.words.stopped} Your words stay here; when the course runs again, press this button again.`;
  const giveUp = () => [...waiting.keys()].forEach((re) => listen({ re, problem: stopped(), stopped: true }));
  host.on("message", listen);
  host.on("stopped", giveUp);
  return function ask(action, data = {}, { patient = action === "open" } = {}) {
    const id = newId();
    return new Promise((resolve) => {
      const send = () => {
        try {
          host.send({ ask: id, action, data });
        } catch {
          // The connection is gone. The host will say that Python has stopped, or we ask again.
        }
      };
      let told = patient;
      const late = setInterval(() => {
        if (!told) slow(`${host.words.starting} If this stays, ${host.words.again}.`);
        told = true;
        send();
      }, PATIENCE);
      host.signal.addEventListener("abort", () => clearInterval(late));
      waiting.set(id, (answer) => {
        clearInterval(late);
        const problem = answer.problem?.replaceAll(AGAIN, host.words.again);
        resolve(problem ? { ...answer, problem } : answer);
        // Whoever counts what is kept (the path of lessons) looks again.
        if (!["open", "look", "paper"].includes(action) && !problem) host.tell("kept");
      });
      if (host.isStopped()) giveUp();
      else send();
    });
  };
}
