import type { DossierView } from '@draagvlak/contract/client';
import { roomsOf } from '../shell/rooms.ts';
import { element, sign } from './element.ts';
import { words } from './words.ts';

/** The bar of the dossier above the text: where it stands, until when, and the rooms this person may enter. */
export function roomBar(view: DossierView, document: string, version: string): HTMLElement {
  const { vocabulary, shell, dates } = words;
  const kind = view.documents.find(({ id }) => id === document)?.kind;
  const number = view.documents.flatMap(({ versions }) => versions).find(({ id }) => id === version)?.number;
  const round = view.rounds.find(({ open, versions }) => open && versions.includes(version));
  const rooms = roomsOf(view, { page: 'comparing', dossier: view.id, document, before: null, after: null });
  return element(
    'div',
    { class: 'dossier-bar' },
    element(
      'div',
      { class: 'dossier-line' },
      element(
        'p',
        { class: 'dossier-title' },
        view.title,
        ' ',
        element('span', {}, kind ? vocabulary.documentKinds[kind] : ''),
      ),
      element(
        'div',
        { class: 'facts' },
        element('b', {}, vocabulary.statuses[view.phase]),
        element('span', { class: 'plain-tag num' }, number ?? ''),
        round
          ? element(
              'span',
              { class: 'deadline' },
              sign('clock'),
              element('span', {}, `${shell.reactUntil} `, element('b', {}, dates.full(round.closes))),
            )
          : null,
      ),
    ),
    element(
      'nav',
      { class: 'rooms', 'aria-label': shell.roomsLabel },
      element(
        'ul',
        {},
        ...rooms.map(({ name, href, count }) =>
          element(
            'li',
            {},
            element(
              'a',
              {
                href: name === 'reading' ? `/lezen/${version}` : href,
                'aria-current': name === 'reading' ? 'page' : null,
              },
              shell.rooms[name],
              count === null ? null : element('span', { class: 'n' }, String(count)),
            ),
          ),
        ),
      ),
    ),
  );
}
