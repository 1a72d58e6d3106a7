/* What the browser remembers for one page, apart for each server, workspace and user of a hub.
 *
 * Never a word that anybody wrote: the id of a cell, or the name of a choice.
 */

/** A store of one thing for one page: `{read(), keep(value), forget()}`. */
export function memoryOf(lib, what, path) {
  const { PageConfig } = lib;
  const key = [`groundwork:${what}`, PageConfig.getBaseUrl(), PageConfig.getOption('serverRoot'), path].join(' ');
  const attempt = act => {
    try {
      return act(window.localStorage);
    } catch {
      return null; // a browser may refuse to store anything
    }
  };
  return {
    read: () => attempt(storage => storage.getItem(key)),
    keep: value => attempt(storage => storage.setItem(key, value)),
    forget: () => attempt(storage => storage.removeItem(key)),
  };
}
