/*
 * These functions run in the page: they are handed over as text and know nothing of what stands around them.
 */

/** How to get to a control from where the focus is. */
export interface Way {
  readonly there: boolean;
  /** Presses of `key`; `null` when no key comes there. */
  readonly steps: number | null;
  readonly key: string;
  /** Pressed first, to leave a text that keeps Tab for itself. */
  readonly leaves: string | null;
  /** Pressed after the steps: to follow a link that skips. */
  readonly follows: string | null;
  /** The control's own key, when it works from here. */
  readonly shortcut: string | null;
  readonly checked: boolean;
  /** Something on this page had the focus before, and nothing has it now. */
  readonly lost: boolean;
  /** What has the focus now, for who reads why a walk went wrong. */
  readonly here: string;
}

/**
 * Looks where a control stands in the order of Tab, the way somebody who sees the page does, and says in which
 * direction and how far to walk. Whether the walk comes there, the keys themselves must show.
 */
export function wayTo(target: Element): Way {
  const stops = (root: ParentNode) => {
    const found = [
      ...root.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"], audio, video',
      ),
    ].filter(
      (one) =>
        one.tabIndex >= 0 &&
        !(one as HTMLButtonElement).disabled &&
        one.checkVisibility({ visibilityProperty: true }) &&
        one.closest('[inert]') === null,
    );
    // Of radio buttons with one name, the chosen one is the stop; with none chosen, each end is.
    return found.filter((one, at) => {
      if (!(one instanceof HTMLInputElement) || one.type !== 'radio' || one.checked) return true;
      const group = found.filter(
        (other) =>
          other instanceof HTMLInputElement &&
          other.type === 'radio' &&
          other.name === one.name &&
          other.form === one.form,
      ) as HTMLInputElement[];
      if (group.some(({ checked }) => checked)) return false;
      return at === found.indexOf(group[0]!) || at === found.indexOf(group.at(-1)!);
    });
  };
  const active = document.activeElement ?? document.body;
  const here = `${active.tagName.toLowerCase()} "${(active.getAttribute('aria-label') ?? active.textContent ?? '').trim().slice(0, 40)}"`;
  const page = globalThis as unknown as { hadFocus?: boolean };
  const lost = page.hadFocus === true && active === document.body;
  page.hadFocus = active !== document.body;
  const wanted = target as HTMLInputElement;
  const checked = wanted.checked === true;
  const modal = document.querySelector('dialog:modal');

  const key = target.getAttribute('aria-keyshortcuts');
  const typing =
    (active as HTMLElement).isContentEditable ||
    active.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])');
  const works = key !== null && modal === null && target.getAttribute('aria-disabled') !== 'true';
  const shortcut = works && (!typing || /Control|Alt|Escape/.test(key)) ? key : null;
  const way = (steps: number | null, by: string, follows: string | null = null): Way => {
    const leaves = (active as HTMLElement).isContentEditable && by.includes('Tab') && steps !== 0 ? 'Escape' : null;
    return { there: active === target, steps, key: by, leaves, follows, shortcut, checked, lost, here };
  };

  if (active === target) return way(0, 'Tab');
  // Within a group one walks with arrows.
  if (
    wanted.type === 'radio' &&
    active instanceof HTMLInputElement &&
    active.type === 'radio' &&
    active.name === wanted.name
  ) {
    const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
      (one) => one.name === wanted.name && one.form === wanted.form && one.checkVisibility(),
    );
    const apart = group.indexOf(wanted) - group.indexOf(active);
    if (group.includes(active)) return way(Math.abs(apart), apart > 0 ? 'ArrowDown' : 'ArrowUp');
  }
  // The reactions of the workbench are one stop; in it the arrows walk.
  const lines = target.closest('.clist');
  if (lines !== null && target.matches('.row') && lines.contains(active)) {
    const rows = [...lines.querySelectorAll('.row')];
    const from = rows.findIndex((row) => row.parentElement?.contains(active));
    const apart = rows.indexOf(target) - from;
    return apart === 0 ? way(1, 'Tab') : way(Math.abs(apart), apart > 0 ? 'ArrowDown' : 'ArrowUp');
  }
  const bar = target.closest('[role=toolbar]');
  if (bar !== null && bar.contains(active)) {
    const tools = [...bar.querySelectorAll('button, select')];
    const apart = tools.indexOf(target) - tools.indexOf(active);
    return way(Math.abs(apart), apart > 0 ? 'ArrowRight' : 'ArrowLeft');
  }

  const order = stops(modal ?? document);
  let stop: Element | undefined = target;
  if (!order.includes(target as HTMLElement)) {
    if (wanted.type === 'radio')
      stop = order.find(
        (one) => (one as HTMLInputElement).type === 'radio' && (one as HTMLInputElement).name === wanted.name,
      );
    else if (lines !== null) stop = order.find((one) => one.matches('.row') && lines.contains(one));
    else stop = bar === null ? undefined : order.find((one) => bar.contains(one));
  }
  if (stop === undefined) return way(null, 'Tab');
  const to = order.indexOf(stop as HTMLElement);
  const before = (one: Element) => (active.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  const at = order.indexOf(active as HTMLElement);
  // What had the focus may be gone: then Tab goes on from where it was, and one press shows where that is.
  if (active === document.body) return way(1, 'Tab');
  // From what has the focus but is no stop, Tab goes to the next stop in the text.
  const from = at >= 0 ? at : order.filter(before).length - 0.5;
  const forward = Math.ceil(to - from);
  const back = Math.ceil(from - to);
  const steps = forward > 0 ? forward : Math.max(1, back);
  // A link that skips is there for a long walk ahead.
  if (forward > 3) {
    const skips = order
      .map((one, index) => ({
        one,
        index,
        goal: one.matches('.skip') ? document.querySelector(one.getAttribute('href') ?? '') : null,
      }))
      .filter(({ index, goal }) => goal !== null && index >= from && index < to)
      .filter(
        ({ goal }) => goal === target || goal!.contains(target) || (goal!.compareDocumentPosition(target) & 4) !== 0,
      )
      .map((skip) => {
        const rest = order.filter(
          (one) =>
            (skip.goal!.contains(one) || (skip.goal!.compareDocumentPosition(one) & 4) !== 0) &&
            order.indexOf(one) < to,
        ).length;
        return { walk: Math.ceil(skip.index - from), total: Math.ceil(skip.index - from) + 1 + rest + 1 };
      })
      .toSorted((a, b) => a.total - b.total);
    if (skips[0] !== undefined && skips[0].total < forward) return way(skips[0].walk, 'Tab', 'Enter');
  }
  return way(steps, forward > 0 ? 'Tab' : 'Shift+Tab');
}

/** Which key brings the caret nearer to this block or cell of a text that is written, and how often at least. */
export function caretTo(target: Element): { readonly steps: number; readonly key: string } {
  const at = getSelection()?.anchorNode ?? null;
  if (at === null || target.contains(at)) return { steps: 0, key: '' };
  const from = at instanceof Element ? at : at.parentElement;
  const ahead = (at.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const table = target.closest('table');
  if (table !== null && table === from?.closest('table')) {
    const cells = [...table.querySelectorAll('td, th')];
    const place = (one: Element | null | undefined) => cells.findIndex((cell) => one != null && cell.contains(one));
    return { steps: Math.abs(place(target) - place(from)), key: ahead ? 'Tab' : 'Shift+Tab' };
  }
  const blocks = [...(target.closest('[contenteditable="true"]')?.children ?? [])];
  const place = (one: Element | null) => blocks.findIndex((block) => one !== null && block.contains(one));
  return { steps: Math.max(1, Math.abs(place(target) - place(from))), key: ahead ? 'ArrowDown' : 'ArrowUp' };
}

/** Which letter walks to this part of a text that is read, and how often. */
export function partTo(target: Element): { readonly steps: number; readonly key: string } {
  const text = target.closest('.body-text');
  const parts = [...(text?.querySelectorAll('[data-part]') ?? [])];
  const to = parts.findIndex((part) => part.contains(target));
  const from = parts.indexOf(document.activeElement!);
  if (to === from) return { steps: 0, key: '' };
  // Not in the text yet: the first letter comes into it.
  if (from < 0) return { steps: 1, key: 'j' };
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const headings = parts.filter((part, at) => part.matches('h1, h2, h3, h4, h5, h6') && at > low && at <= high);
  const key = to > from ? 'j' : 'k';
  if (to > from && headings.length > 0 && headings.length < to - from)
    return { steps: headings.length, key: 'Shift+J' };
  return { steps: Math.abs(to - from), key };
}

/** Why nobody sees that this has the focus; `null` when they do (WCAG 2.4.7, 2.4.11, and 3 to 1 of 1.4.11). */
export function ringOf(target: Element): string | null {
  // A text with a caret shows by its caret where one is.
  if ((target as HTMLElement).isContentEditable) return null;
  const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const rgba = (colour: string) => {
    pixel.canvas.width = 1;
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
    return [...pixel.getImageData(0, 0, 1, 1).data] as [number, number, number, number];
  };
  const light = ([r, g, b]: readonly number[]) => {
    const [x, y, z] = [r!, g!, b!].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x! + 0.7152 * y! + 0.0722 * z!;
  };
  const contrast = (one: readonly number[], other: readonly number[]) => {
    const [high, low] = [light(one), light(other)].toSorted((a, b) => b - a);
    return (high! + 0.05) / (low! + 0.05);
  };
  const ground = (element: Element | null): readonly number[] => {
    for (let at = element; at !== null; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] > 200) return colour;
    }
    return matchMedia('(prefers-color-scheme: dark)').matches ? [0, 0, 0] : [255, 255, 255];
  };
  if (!target.matches(':focus-visible'))
    return `it is no :focus-visible; the focus is on ${document.activeElement?.outerHTML.slice(0, 120)}`;
  const label = (target as HTMLInputElement).labels?.[0] ?? null;
  const rings = [target, ...(label === null ? [] : [label, ...label.children])].map((one) => {
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(one);
    const wide = outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
    if (wide < 2) return 0;
    // Outside its element the ring lies on what is around it, inside on the element itself.
    return contrast(rgba(outlineColor), ground(Number.parseFloat(outlineOffset) < 0 ? one : one.parentElement));
  });
  if (Math.max(...rings) < 3)
    return `no ring of 2 px with a contrast of 3 (${Math.max(...rings).toFixed(1)}): ${target.outerHTML.slice(0, 160)}`;
  const shown = label ?? target;
  const places = [target, shown].flatMap((one) => {
    const box = one.getBoundingClientRect();
    return [0.5, 0.05, 0.95].flatMap((x) =>
      [0.5, 0.15, 0.85].map((y) => [box.left + box.width * x, box.top + box.height * y] as const),
    );
  });
  const free = places.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && (target.contains(top) || shown.contains(top));
  });
  return free
    ? null
    : `it lies under ${document.elementFromPoint(places[0]![0], places[0]![1])?.outerHTML.slice(0, 120) ?? 'the edge of the screen'}`;
}
