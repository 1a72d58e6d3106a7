/* Running the cells of a notebook, so that nothing is lost and nothing is changed. */

// ipykernel looks for modules in the notebook's folder before the installed ones, so a planted
// modules/pandas.py would run in place of pandas. What starts by itself sees installed modules only.
//
// A kernel outlives the page, and JupyterLab asks it for each widget that it ever made: a lesson
// opened ten times would load ten times its widgets before it shows its own. All run anew, so none
// of the former is told.
const BEFORE_ALL_CELLS = `
import os as _os, sys as _sys
_sys.path[:] = [p for p in _sys.path if p and _os.path.abspath(p) != _os.getcwd()]
if 'groundwork.screen.widget' in _sys.modules:
    _sys.modules['groundwork.screen.widget'].tell_no_former_widgets()
del _os, _sys
`;

export const codeCells = panel => panel.content.widgets.filter(cell => cell.model.type === 'code');

const LOST = Symbol('lost');
const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/** Send something until it is answered; null when it never is.
 *
 * `sessionContext.ready` and an idle status are not enough: what a kernel is sent in the second
 * after it started, or while it restarts, can be lost without a word. A kernel that owes an answer
 * and for six seconds is not busy never got the question.
 */
async function answered(panel, send, attempts) {
  for (let attempt = 0; attempt < attempts && !panel.isDisposed; attempt += 1) {
    const watch = watchQuiet(panel);
    const answer = await Promise.race([send(), watch.lost]).finally(watch.stop);
    if (answer !== LOST) return answer;
  }
  return null;
}

function watchQuiet(panel) {
  let timer;
  let quiet = 0;
  const lost = new Promise(resolve => {
    timer = setInterval(() => {
      const busy = panel.sessionContext.session?.kernel?.status === 'busy';
      quiet = busy ? 0 : quiet + 1;
      if (quiet === 12) resolve(LOST);
    }, 500);
  });
  return { lost, stop: () => clearInterval(timer) };
}

/** Start a kernel, in place of the one that runs or crashed.
 *
 * Not a restart: it keeps the kernel's name, and after a crash the server gives who asks for that
 * name the connection to the dead one back, again and again.
 */
export const freshKernel = context =>
  context.session?.kernel ? context.changeKernel({ name: context.session.kernel.name }) : context.startKernel();

/** Make the kernel ready for a lesson; false when there is none or it never answers. */
export async function prepareKernel(panel) {
  await panel.sessionContext.ready;
  const options = { code: BEFORE_ALL_CELLS, silent: true, store_history: false };
  let asked = 0;
  const ask = async () => {
    const kernel = panel.sessionContext.session?.kernel;
    // After a crash the server can take a connection for one of an older kind and drop what it is
    // sent; a new connection is understood.
    if (asked % 2) await Promise.race([kernel?.reconnect().catch(() => null), wait(5000)]);
    asked += 1;
    // A restart cancels what was sent; asking again does no harm.
    return kernel ? kernel.requestExecute(options).done.catch(() => wait(500).then(() => LOST)) : null;
  };
  return (await answered(panel, ask, 30)) !== null; // three minutes: a browser edition starts slowly
}

/** Run one cell and tell whether it went well.
 *
 * CodeCell.execute rather than the run commands: those move the focus back to the notebook.
 */
async function runCell(lib, panel, cell) {
  if (cell.model.sharedModel.getSource().trim() === '') return true;
  const send = () => lib.CodeCell.execute(cell, panel.sessionContext, {});
  const reply = await answered(panel, send, 3);
  return reply?.content.status === 'ok' || (Boolean(reply) && expectsError(cell));
}

const expectsError = cell => (cell.model.getMetadata('tags') ?? []).includes('raises-exception');

/** Run cells in order; returns the ones that failed. */
export async function runCells(lib, panel, cells) {
  const failed = [];
  for (const cell of cells) if (!(await runCell(lib, panel, cell))) failed.push(cell);
  return failed;
}

const AHEAD = 3; // cells that the kernel has before it

/** Run cells in order up to the first that fails; tells whether all went well.
 *
 * The kernel always has a few before it, so that it goes on with the next while the page draws the
 * last. It never has all: what a widget asks waits in the same line, and a learner who answers the
 * first question would be answered after the last cell of the lesson.
 */
export async function runUntilFailure(lib, panel, cells) {
  const waiting = [...cells];
  let well = true;
  const inTurn = async () => {
    while (well && waiting.length) if (!(await runCell(lib, panel, waiting.shift()))) well = false;
  };
  await Promise.all(Array.from({ length: AHEAD }, inTurn));
  return well;
}

/** Do something that only changes outputs and counts, which are no work of the learner's to save.
 *
 * A lesson that merely ran thus stays the file that the course installed. What was typed meanwhile
 * still counts as a change.
 */
export async function withoutTrace(panel, task) {
  const { model } = panel.context;
  const typed = () => JSON.stringify([...model.cells].map(cell => cell.sharedModel.getSource()));
  const [wasDirty, before] = [model.dirty, typed()];
  await task();
  if (!panel.isDisposed && !wasDirty && typed() === before) model.dirty = false;
}
