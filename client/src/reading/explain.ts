const GAP = 6;
const ID = 'uitleg';

/**
 * A browser does not begin a selection on a link, nor on anything that takes the focus, and somebody may want to react
 * on just this word: with script a term is a link in all but its `href`, and takes no focus while it is pressed.
 */
function loosen(term: HTMLAnchorElement): void {
  term.dataset['leads'] = term.hash;
  term.removeAttribute('href');
  term.setAttribute('role', 'link');
  term.tabIndex = 0;
  term.addEventListener('pointerdown', () => {
    term.removeAttribute('tabindex');
    addEventListener('pointerup', () => (term.tabIndex = 0), { once: true });
    addEventListener('pointercancel', () => (term.tabIndex = 0), { once: true });
  });
}
const leads = (link: HTMLAnchorElement): string => link.dataset['leads'] ?? link.hash;

/** What a term or a footnote's number leads to, as a copy without its own links and places. */
function explanation(link: HTMLAnchorElement): DocumentFragment | null {
  const target = document.getElementById(decodeURIComponent(leads(link).slice(1)));
  if (target === null) return null;
  const copy = document.createDocumentFragment();
  if (link.matches('.term')) {
    const term = target.parentElement?.querySelector('dfn')?.textContent ?? '';
    if (term !== '') copy.append(Object.assign(document.createElement('b'), { textContent: term }), ': ');
  }
  for (const node of target.childNodes) copy.append(node.cloneNode(true));
  for (const extra of copy.querySelectorAll('[data-generated], a[href^="#ref-"]')) extra.remove();
  for (const place of copy.querySelectorAll('[id]')) place.removeAttribute('id');
  return copy;
}

/**
 * Shows what a term means, and what a footnote says, beside the word: when it is pointed at, has the keyboard, or is
 * tapped. It stays while the pointer is on it, and Escape takes it away. The links work without.
 */
export function explain(text: HTMLElement): void {
  const note = document.createElement('div');
  note.id = ID;
  note.className = 'explain';
  note.setAttribute('role', 'tooltip');
  note.hidden = true;
  text.after(note);
  for (const term of text.querySelectorAll<HTMLAnchorElement>('a.term')) loosen(term);
  let shown: HTMLAnchorElement | null = null;

  const hide = () => {
    shown?.removeAttribute('aria-describedby');
    shown = null;
    note.hidden = true;
  };
  const place = () => {
    const [at] = shown?.getClientRects() ?? [];
    if (at === undefined) return;
    const { width, height } = note.getBoundingClientRect();
    note.style.left = `${Math.max(GAP, Math.min(at.left, document.documentElement.clientWidth - width - GAP))}px`;
    const below = at.bottom + GAP;
    note.style.top = `${below + height > innerHeight ? Math.max(GAP, at.top - height - GAP) : below}px`;
  };
  const show = (link: HTMLAnchorElement) => {
    if (link === shown) return;
    const words = explanation(link);
    if (words === null) return;
    hide();
    shown = link;
    note.replaceChildren(words);
    note.hidden = false;
    link.setAttribute('aria-describedby', ID);
    place();
  };
  const linkOf = (event: Event) =>
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.term, a.fn-ref') : null;
  const away = () =>
    setTimeout(() => {
      if (shown !== null && !note.matches(':hover') && !shown.matches(':hover, :focus')) hide();
    }, 150);

  for (const type of ['mouseover', 'focusin'] as const)
    text.addEventListener(type, (event) => {
      const link = linkOf(event);
      if (link !== null) show(link);
    });
  text.addEventListener('mouseout', away);
  text.addEventListener('focusout', away);
  note.addEventListener('mouseleave', away);
  const go = (link: HTMLAnchorElement) => {
    if (!link.hasAttribute('href') && getSelection()?.isCollapsed !== false) location.hash = leads(link);
  };
  text.addEventListener('click', (event) => {
    const link = linkOf(event);
    if (link === null) return;
    if (!matchMedia('(hover: none)').matches || link.dataset['tapped'] === 'yes') return go(link);
    // Without a pointer the first tap explains and the second one goes there.
    event.preventDefault();
    show(link);
    link.dataset['tapped'] = 'yes';
    setTimeout(() => delete link.dataset['tapped'], 3000);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
    const link = event.key === 'Enter' ? linkOf(event) : null;
    if (link !== null) go(link);
  });
  document.addEventListener('scroll', place, { capture: true, passive: true });
}
