import type { DocumentView, DossierView } from '@draagvlak/contract/client';
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../stores/words.ts';

/** Each document with its newest text, how far the draft is, and the ways in. */
export function documents(view: DossierView): TemplateResult {
  const { dossier } = words();
  return html`<section aria-labelledby="t-doc">
    <div class="section-head"><h2 id="t-doc">${dossier.documentsTitle}</h2></div>
    <ul class="docs lines">
      ${view.documents.map((document) => entry(view, document))}
    </ul>
  </section>`;
}

function entry(view: DossierView, document: DocumentView): TemplateResult {
  const { dossier, vocabulary } = words();
  const name = vocabulary.documentKinds[document.kind];
  const newest = document.versions.at(-1);
  const base = `/dossiers/${view.id}`;
  return html`<li>
    <div>
      ${
        newest
          ? html`<a href=${`/lezen/${newest.id}`}>${name}</a> <span class="plain-tag num">${newest.number}</span>`
          : html`<b>${name}</b>`
      }
      ${about(document)}
      ${
        document.versions.length < 2
          ? nothing
          : html`<p class="small versions">
              ${document.versions
                .slice(0, -1)
                .map(
                  (version) =>
                    html`<a href=${`/lezen/${version.id}`}
                      >${dossier.readVersion(version.number)}<span class="hidden-text">: ${name}</span></a
                    > `,
                )}
            </p>`
      }
    </div>
    <div class="doc-ways">
      ${
        document.draft !== null && document.started
          ? html`<a class="small" href=${`${base}/schrijven/${document.id}`}
              >${document.mayWrite ? dossier.write : dossier.readDraft}<span class="hidden-text">: ${name}</span></a
            >`
          : nothing
      }
      ${compare(view, document, name)}
    </div>
  </li>`;
}

function about(document: DocumentView): TemplateResult | typeof nothing {
  const { dossier, dates } = words();
  const newest = document.versions.at(-1);
  const mandatory = document.completeness.filter((section) => section.mandatory);
  const filled = mandatory.filter(({ state }) => state === 'filled').length;
  const lines = [
    ...(newest ? [dossier.frozenAs(newest.number, dates.day(newest.frozenAt))] : []),
    ...(newest?.publishedAt ? [dossier.publishedOn(dates.day(newest.publishedAt))] : []),
    ...(document.started ? [] : [dossier.notStarted]),
    ...(document.draft !== null && document.started && mandatory.length > 0
      ? [dossier.complete(filled, mandatory.length)]
      : []),
  ];
  return lines.length === 0 ? nothing : html`<p class="small quiet">${lines.join('. ')}.</p>`;
}

function compare(view: DossierView, document: DocumentView, name: string): TemplateResult | typeof nothing {
  const { dossier } = words();
  const [before, after] = document.versions.slice(-2);
  const href = `/dossiers/${view.id}/vergelijken/${document.id}`;
  if (before && after)
    return html`<a class="small" href=${`${href}?van=${before.id}&naar=${after.id}`}
      >${dossier.compareVersions(before.number, after.number)}<span class="hidden-text">: ${name}</span></a
    >`;
  if (before && document.draft !== null)
    return html`<a class="small" href=${`${href}?van=${before.id}&naar=draft`}
      >${dossier.compareDraft}<span class="hidden-text">: ${name}</span></a
    >`;
  return nothing;
}
