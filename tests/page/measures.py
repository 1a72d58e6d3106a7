"""What is measured on a page for WCAG 2.2 AA where no engine measures it."""

from io import BytesIO

import numpy as np
from PIL import Image
from playwright.sync_api import ElementHandle, Page, expect

CONTROL = "a, button, summary, input, select, textarea, [tabindex='0']"
# The control that has the focus: whether it belongs to a widget, its ring, and where it stands.
FOCUSED = """root => {
  const at = document.activeElement;
  const view = [...document.querySelectorAll('.jp-WindowedPanel-outer')]
    .find(one => one.checkVisibility()).getBoundingClientRect();
  const box = at.getBoundingClientRect();
  const hit = document.elementFromPoint(
    (Math.max(box.left, view.left) + Math.min(box.right, view.right)) / 2,
    (Math.max(box.top, view.top) + Math.min(box.bottom, view.bottom)) / 2);
  const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(at);
  return {
    inside: root.contains(at),
    name: at.outerHTML.slice(0, 120),
    ring: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth),
    contrast: contrast(outlineColor, behind(at)),
    above: view.top - box.top,
    below: box.bottom - view.bottom,
    tall: box.height > view.height,
    covered: !at.contains(hit),
  };

  /** The color behind a control, which its ring stands on. */
  function behind(node) {
    for (let each = node.parentElement; each; each = each.parentElement) {
      const color = getComputedStyle(each).backgroundColor;
      if (!/, 0\\)|transparent/.test(color)) return color;
    }
    return 'rgb(255, 255, 255)';
  }

  /** The contrast of two colors, from 1 to 21 (WCAG 2.2, relative luminance). */
  function contrast(one, other) {
    const light = color => {
      const [r, g, b] = color.match(/[\\d.]+/g).slice(0, 3).map(Number).map(part => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }
}"""
# 2.5.8: what is smaller than 24 by 24 pixels, and has another target within a circle of that size.
# A label belongs to its box.
CROWDED = """selector => {
  const targets = [...document.querySelectorAll(selector)]
    .filter(one => one.checkVisibility({visibilityProperty: true}) && one.offsetWidth);
  const boxes = targets.map(one => {
    const parts = [one, ...(one.labels ?? [])].map(part => part.getBoundingClientRect());
    const least = side => Math.min(...parts.map(part => part[side]));
    const most = side => Math.max(...parts.map(part => part[side]));
    return {left: least('left'), top: least('top'), right: most('right'), bottom: most('bottom')};
  });
  return targets.filter((one, place) => {
    const box = boxes[place];
    if (box.right - box.left >= 24 && box.bottom - box.top >= 24) return false;
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    // What is scrolled away under the line above the lesson is not beside it.
    const view = target => target.closest('.jp-WindowedPanel-outer');
    return boxes.some((near, other) => other !== place && view(targets[other]) === view(one)
      && 12 > Math.hypot(
      Math.max(near.left - x, 0, x - near.right), Math.max(near.top - y, 0, y - near.bottom)));
  }).map(one => one.outerHTML.slice(0, 120));
}"""
# 1.4.12, as the criterion gives it.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
# 1.4.10 and 1.4.12: words that are cut off, and what runs over the edge. Tables of data and
# pictures may be wider than the window, and scroll by themselves, as a box of one line does.
CUT_OFF = """selector => [...document.querySelectorAll(selector)].filter(one => {
  if (!one.checkVisibility({visibilityProperty: true})) return false;
  const apart = '.gw-hidden, .gw-wide, .gw-data, [aria-hidden=true], select, input';
  if (one.closest(apart)) return false;
  // In rows drawn as cards each cell names its column; the head is for screen readers.
  const head = one.closest('thead');
  if (head && getComputedStyle(head).clip !== 'auto') return false;
  if (one.getBoundingClientRect().right > innerWidth + 1) return true;
  const {overflowX, overflowY} = getComputedStyle(one);
  const hides = /hidden|clip/;
  return (hides.test(overflowX) && one.scrollWidth > one.clientWidth + 1)
    || (hides.test(overflowY) && one.scrollHeight > one.clientHeight + 1);
}).map(one => one.outerHTML.slice(0, 120))"""
# What scrolls sideways without a word, apart from boxes to type in and what says that it does.
SIDEWAYS = """() => [...document.querySelectorAll('.jp-Notebook *')].filter(one =>
  one.checkVisibility({visibilityProperty: true})
  && !one.closest('.gw-hidden, .gw-data, [aria-hidden=true], input, textarea, select, .cm-editor')
  && /auto|scroll/.test(getComputedStyle(one).overflowX)
  && one.scrollWidth > one.clientWidth + 1
  && !(one.dataset.more && one.tabIndex === 0)
).map(one => one.outerHTML.slice(0, 120))"""
# Selects that show only a part of an option, and do not say it whole: each option is tried.
HALF_SAID = """() => [...document.querySelectorAll('.jp-Notebook select')].flatMap(one => {
  const {font, paddingLeft, paddingRight} = getComputedStyle(one);
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = font;
  const room = one.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - 24;
  const before = one.value;
  const half = !one.checkVisibility() ? [] : [...one.options].filter(option => {
    one.value = option.value;
    const below = one.nextElementSibling;
    const whole = below?.matches('.gw-whole') ? below.textContent : '';
    return pen.measureText(option.text).width > room && whole !== option.text;
  }).map(option => option.text);
  one.value = before;
  return half;
})"""
# Whether the page scrolls sideways, and the share of the window that is left for the lesson.
ROOM = """() => {
  const outer = [...document.querySelectorAll('.jp-WindowedPanel-outer')]
    .find(one => one.checkVisibility());
  return [document.documentElement.scrollWidth - innerWidth,
          outer.scrollWidth - outer.clientWidth, outer.clientHeight / innerHeight];
}"""
# What changes with a window changes a moment later: until then nothing is to be measured.
AT_REST = """async () => {
  const places = () => JSON.stringify([...document.querySelectorAll(
    '.jp-WindowedPanel-outer, .gwlab-line, .gwlab-path, .gwlab-footer a')]
    .map(one => one.getBoundingClientRect()));
  let last = '', alike = 0;
  while (alike < 6) {
    await new Promise(next => requestAnimationFrame(next));
    const now = places();
    alike = now === last ? alike + 1 : 0;
    last = now;
  }
}"""
AROUND = 6  # pixels: a ring, and the gap before it


def picture(page: Page, of: ElementHandle) -> np.ndarray:
    """Return how a part of the page looks, with what is drawn around it: rows, columns, colors."""
    box = of.bounding_box()
    assert box
    clip = {
        "x": max(0, box["x"] - AROUND),
        "y": max(0, box["y"] - AROUND),
        "width": box["width"] + 2 * AROUND,
        "height": box["height"] + 2 * AROUND,
    }
    taken = page.screenshot(clip=clip, caret="hide", animations="disabled")  # type: ignore[arg-type]
    return np.asarray(Image.open(BytesIO(taken)).convert("RGB")).astype(int)


def differing(one: np.ndarray, other: np.ndarray) -> int:
    """Return how many pixels of two pictures differ for the eye; all, when their sizes do."""
    if one.shape != other.shape:
        return one.shape[0] * one.shape[1]
    return int((np.abs(one - other).max(axis=2) > 60).sum())


def help_at_its_place(page: Page, *, is_help: bool = False) -> None:
    """See that help is the last way in the line and the second of the path (WCAG 3.2.6)."""
    if not is_help:
        expect(page.locator(".gwlab-line:visible nav a").last).to_have_text("Help")
    navigation = page.locator(".gwlab-path nav")
    expect(navigation.nth(0)).to_have_accessible_name("Lessons and exercises")
    expect(navigation.nth(1)).to_have_accessible_name("Help")
    expect(navigation.nth(1).get_by_role("link")).to_have_count(1)
