import type { DossierView } from '@draagvlak/contract/client';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import '../elements/phase-track.ts';
import { sign } from '../elements/sign.ts';
import { firstWords } from '../stores/words.ts';
import { roomInSight } from './room-in-sight.ts';
import { currentDocument, roomsOf } from './rooms.ts';
import type { Route } from './routes.ts';

/** Which dossier, where it stands, until when; below it the rooms this person may enter. */
@customElement('dossier-bar')
export class DossierBar extends LightElement {
  @property({ attribute: false }) view: DossierView | null = null;
  /** Made anew by the room at every letter that is typed; the same when it says the same, so that nothing is measured. */
  @property({ attribute: false, hasChanged: (now, was) => JSON.stringify(now) !== JSON.stringify(was) })
  route: Route = { page: 'overview' };
  /** Facts and the main act of the room itself. */
  @property({ attribute: false }) facts: TemplateResult | null = null;
  @property({ attribute: false }) end: TemplateResult | null = null;

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const { vocabulary, shell } = firstWords();
    const document = 'document' in this.route ? currentDocument(view, this.route) : undefined;
    const kinds = document ? [document] : view.documents;
    return html`<div class="dossier-bar">
      <div class="dossier-line">
        <h1>
          ${view.title} <span>${kinds.map(({ kind }) => vocabulary.documentKinds[kind]).join(` ${shell.and} `)}</span>
        </h1>
        <div class="facts">
          <phase-track strong .phase=${view.phase}></phase-track>
          ${this.#due(view)} ${this.facts ?? nothing}
        </div>
        <div class="end">${this.#documents(view)} ${this.end ?? nothing}</div>
      </div>
      <nav class="rooms" aria-label=${shell.roomsLabel}>
        <ul>
          ${roomsOf(view, this.route).map(
            (room) =>
              html`<li>
                <a href=${room.href} aria-current=${room.current ? 'page' : nothing}
                  >${shell.rooms[room.name]}${
                    room.count === null ? nothing : html`<span class="n">${room.count}</span>`
                  }</a
                >
              </li>`,
          )}
        </ul>
      </nav>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('route') || changed.has('view')) roomInSight();
  }

  #due(view: DossierView): TemplateResult | typeof nothing {
    if (view.due === null) return nothing;
    const { dates, shell } = firstWords();
    const open = view.rounds.some((round) => round.open);
    return html`<span class="deadline"
      >${sign('clock')}<span>${open ? shell.reactUntil : shell.dueBefore} <b>${dates.date(view.due)}</b></span></span
    >`;
  }

  /** In a room of one document: the way to the same room of the other. */
  #documents(view: DossierView): TemplateResult | typeof nothing {
    const { route } = this;
    if (!('document' in route) || view.documents.length < 2) return nothing;
    const room = { writing: 'schrijven', processing: 'verwerken', comparing: 'vergelijken' }[route.page];
    const { vocabulary } = firstWords();
    return html`${view.documents
      .filter((document) => document.id !== route.document)
      .map(
        (document) =>
          html`<a class="small" href=${`/dossiers/${view.id}/${room}/${document.id}`}
            >${firstWords().shell.toOtherDocument(vocabulary.documentKinds[document.kind])}</a
          >`,
      )}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dossier-bar': DossierBar;
  }
}
