/* Which notebooks may run by themselves: those the course installed, and those the learner trusts. */
import { courseName } from './course.js';

/** Sources of the code cells, in order. Markdown and raw cells never run, so they do not count. */
export function codeSources(panel) {
  const sources = [];
  for (const cell of panel.context.model.cells) {
    if (cell.type === 'code') sources.push(cell.sharedModel.getSource());
  }
  return sources;
}

/** SHA-256 of the code, or null when it cannot be told for certain.
 *
 * The same as `groundwork.learner.course.fingerprint`. A source that holds the separator itself, or
 * half a surrogate pair (which encodes like another character), has none. On an insecure origin
 * (http to another machine) browsers offer no crypto.subtle: then we always ask.
 */
async function fingerprint(sources) {
  const sound = source => !source.includes('\0') && (source.isWellFormed?.() ?? true);
  if (!window.crypto?.subtle || !sources.every(sound)) return null;
  const bytes = new TextEncoder().encode(sources.join('\0'));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/** The learner's own list of trusted notebooks, kept in JupyterLab's user settings.
 *
 * Jupyter's notebook signature would not do: saving a notebook signs it, and one without outputs
 * counts as trusted, so a foreign file could pass. User settings lie outside the workspace and
 * survive a new port; notebook metadata is never asked. An author's own course runs: its server, which
 * the author started for it, says so.
 */
export function makeTrust(course, settings, isAuthors) {
  const LIMIT = 200; // as in the schema; the oldest entries go first
  const entries = () => settings?.get('trusted').composite ?? [];
  const label = path => courseName(course, path) ?? path;
  const same = (path, print) => entry => entry.path === label(path) && entry.fingerprint === print;
  const installed = (path, print) => course.fingerprints[courseName(course, path)] === print;
  return {
    canRemember: Boolean(settings && window.crypto?.subtle),
    async knows(path, sources) {
      if (isAuthors) return true;
      const print = await fingerprint(sources);
      return print !== null && (installed(path, print) || entries().some(same(path, print)));
    },
    async add(path, sources) {
      const print = await fingerprint(sources);
      if (!settings || print === null || installed(path, print)) return;
      const others = entries().filter(entry => !same(path, print)(entry));
      await settings.set('trusted', [...others, { path: label(path), fingerprint: print }].slice(-LIMIT));
    },
  };
}

/** Drop widget state stored in the file, before the widget manager makes it live.
 *
 * ipywidgets restores stored widgets on opening, trusted or not, and an anywidget among them brings
 * its own JavaScript: a foreign notebook could run code in the page without any cell being run.
 * Our lessons store none; whatever runs makes its widgets anew. Until then a stored output shows
 * its words: the widget it names is gone, and would only say "model not found".
 */
export function forgetSavedWidgets(panel) {
  const { model } = panel.context;
  const view = 'application/vnd.jupyter.widget-view+json';
  let forgot = model.getMetadata('widgets') !== undefined;
  if (forgot) model.deleteMetadata('widgets');
  for (const { outputs } of Array.from(panel.content.model.cells).filter(cell => cell.outputs)) {
    const stored = outputs.toJSON();
    if (!stored.some(output => output.data?.[view])) continue;
    for (const output of stored) delete output.data?.[view];
    outputs.fromJSON(stored);
    forgot = true;
  }
  if (forgot) model.dirty = false;
}
