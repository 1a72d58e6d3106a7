/* Whether the course's server answers, told to whoever listens.
 *
 * JupyterLab's own signals only say that something may be wrong: a closed socket is also what a
 * restarted kernel leaves. So the server itself is asked.
 */
const ASK_EVERY = 1000; // milliseconds
const DOUBTS = 12; // a server that is being stopped still answers for some seconds

const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/** Watch the server: `{isStopped(), doubt(), listen(tell)}`; `tell(stopped)` is called at each turn. */
export function watchServer(lib, manager) {
  const listeners = new Set();
  let stopped = false;
  let asking = false;

  async function answers() {
    const settings = manager.serverSettings;
    try {
      const address = lib.URLExt.join(settings.baseUrl, 'api/status');
      // Another server at the same address does not know this page's token, and is not ours.
      return (await lib.ServerConnection.makeRequest(address, { cache: 'no-store' }, settings)).ok;
    } catch {
      return false;
    }
  }

  /** One answer that is missed says nothing: a busy computer, or one that changes its network, loses some. */
  async function isGone() {
    if (await answers()) return false;
    await wait(ASK_EVERY);
    return !(await answers());
  }

  function turn(now) {
    stopped = now;
    listeners.forEach(tell => tell(now));
  }

  async function untilItAnswers() {
    while (!(await answers())) await wait(ASK_EVERY);
    // Kernels of a server that was started anew are not the ones this page knows.
    await Promise.all([manager.sessions.refreshRunning(), manager.kernels?.refreshRunning()]).catch(() => null);
  }

  async function doubt() {
    if (asking) return;
    asking = true;
    for (let time = 0; time < DOUBTS && !stopped; time += 1) {
      if (await isGone()) turn(true);
      else await wait(ASK_EVERY);
    }
    if (stopped) {
      await untilItAnswers();
      turn(false);
    }
    asking = false;
  }

  manager.connectionFailure.connect(doubt);
  return {
    isStopped: () => stopped,
    doubt,
    listen(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
  };
}
