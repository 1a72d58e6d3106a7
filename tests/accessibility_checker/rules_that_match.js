/**
 * Let IBM's engine see only the style rules that match something on the page, until they are put
 * back with `delete document.styleSheets`. It goes through all rules for each element, and most of
 * JupyterLab's match nothing; reading a style of the browser's own takes longer than the rest.
 */
() => {
  const probe = document.createElement('i').style;
  const names = [];
  for (const name in probe) if (typeof probe[name] === 'string' && name !== 'cssText') names.push(name);
  // Names that a style answers to without listing them: "font", and "minWidth" for "min-width".
  const unlisted = names.filter(name => {
    probe.cssText = '';
    probe[name] = 'inherit';
    return probe.length !== 1 || probe[0] !== name;
  });
  const copy = style => {
    const found = {
      __proto__: null,
      length: style.length,
      getPropertyPriority: name => style.getPropertyPriority(name),
    };
    const listed = [...style];
    listed.forEach((name, at) => { found[at] = name; });
    // As a style does, which has a variable in its list alone.
    for (const name of listed) if (!name.startsWith('--')) found[name] = style[name];
    for (const name of unlisted) if (style[name]) found[name] = style[name];
    return found;
  };
  const matches = selector => {
    try {
      return document.querySelector(selector) !== null;
    } catch {
      return false; // the engine takes it for one that matches nothing, too
    }
  };
  // The engine also asks what a rule would match without its state at the end, and in the focus.
  const canMatch = selector => {
    const main = selector.replace(/:[a-zA-Z-]*$/, '');
    const focused = main.replace(/([ >][^+~ >]+):focus-within/g, '$1');
    return [selector, main, focused].some(matches);
  };
  const sheets = [...document.styleSheets].map(sheet => {
    try {
      return {ownerNode: sheet.ownerNode, href: sheet.href, rules: [...sheet.cssRules]};
    } catch {
      return {ownerNode: sheet.ownerNode, rules: []}; // of another place: the engine passes over it
    }
  });
  const cssRules = sheets.flatMap(({rules}) => rules)
    .filter(({selectorText}) => !selectorText || canMatch(selectorText))
    .map(rule => rule.selectorText
      ? {selectorText: rule.selectorText, style: copy(rule.style)} : rule);
  // Who asks about a sheet of its own takes `rules` where there are no `cssRules`.
  const value = [{cssRules}, ...sheets];
  Object.defineProperty(document, 'styleSheets', {configurable: true, value});
}
