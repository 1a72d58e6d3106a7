/* Small helpers for elements. */

/** Make an element: `make('button', {class: 'x', onclick: f}, 'text', child)`. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element[name] = value;
    else if (value !== undefined && value !== null) element.setAttribute(name, value);
  }
  element.append(...children); // strings become text nodes: nothing is ever parsed as HTML
  return element;
}

export function button(label, onclick, { title, later } = {}) {
  return make('button', { type: 'button', class: 'gwlab-button', title, onclick, 'data-later': later }, label);
}
