import type { ComparisonView } from '@draagvlak/contract/server';
import { can } from '@draagvlak/procedure';
import { type Grounds, renderWasWordt, wasWordtCsv, type WasWordtRow, wasWordtRows } from '@draagvlak/render';
import type { Wording } from '@draagvlak/wording';
import { comparisonView } from '../dossiers/comparison-view.ts';
import { actorFor, type Asker } from '../http/asker.ts';
import { sidesFor } from '../http/comparison-routes.ts';
import type { Services } from '../services.ts';
import { html, trusted } from './html.ts';
import type { Look } from './look.ts';
import { page, pageResponse } from './page.ts';
import { printStyle } from './print-style.ts';

/** What stands behind each change, in the words of the table: numbers of reactions and motivations, no names. */
export function groundsOf(view: Pick<ComparisonView, 'comments' | 'links'>): ReadonlyMap<string, Grounds> {
  const comments = new Map(view.comments.map((comment) => [comment.id, comment]));
  const found = new Map<string, { numbers: Set<string>; reasons: Set<string>; own: boolean }>();
  for (const link of view.links) {
    // A reaction nearby is a suggestion for the committee, not a ground.
    if (link.how === 'overlap') continue;
    const known = found.get(link.change) ?? { numbers: new Set(), reasons: new Set(), own: false };
    const comment = link.comment === null ? undefined : comments.get(link.comment);
    if (comment !== undefined) known.numbers.add(comment.number);
    // Reactions that were answered together share one motivation; it is told once.
    for (const reason of [link.reason, comment?.standing?.motivation]) if (reason) known.reasons.add(reason.trim());
    known.own ||= link.comment === null;
    found.set(link.change, known);
  }
  const ordered = (numbers: ReadonlySet<string>) =>
    [...numbers].toSorted((a, b) => a.localeCompare(b, 'nl', { numeric: true }));
  return new Map(
    [...found].map(([change, { numbers, reasons, own }]) => [
      change,
      { comments: ordered(numbers), ownInitiative: own, reason: reasons.size === 0 ? null : [...reasons].join(' ') },
    ]),
  );
}

async function rowsFor(services: Services, say: Wording, me: Asker, before: string, after: string) {
  const sides = await sidesFor(services, me, before, after);
  const view = await comparisonView(services, sides, actorFor(me), []);
  const rows: readonly WasWordtRow[] = wasWordtRows(
    { before: view.beforeDocument, after: view.afterDocument, comparison: view.comparison },
    { words: say, grounds: groundsOf(view) },
  );
  return { view, rows, isMember: can(actorFor(me), 'read-dossier', { dossier: sides.dossier }) === true };
}

/** The table of what was and what becomes, as a page that prints. */
export async function wasWordtPage(
  services: Services,
  me: Asker,
  look: Look,
  before: string,
  after: string,
): Promise<Response> {
  const { say } = look;
  const { view, rows, isMember } = await rowsFor(services, say, me, before, after);
  const words = say.pages.wasWordt;
  const title = words.title(view.before.number, view.after?.number ?? words.draft);
  const home = `/dossiers/${view.dossier}`;
  const compared = `${home}/vergelijken/${view.document}?van=${before}&naar=${after}`;
  const main = html`<div class="was-wordt">
    <header class="cover">
      <p class="cover-kind" lang="nl">${view.before.title}</p>
      <h1>${title}</h1>
    </header>
    <ul class="read-tools">
      ${
        isMember
          ? html`<li><a href="${home}">${say.pages.backToDossier}</a></li>
              <li><a href="${compared}">${say.pages.changesSince(view.before.number)}</a></li>`
          : html`<li><a href="/lezen/${after}">${say.pages.readVersion(view.after?.number ?? '')}</a></li>`
      }
      <li><a href="/was-wordt/${before}/${after}.csv" download>${words.csv}</a></li>
    </ul>
    ${trusted(renderWasWordt(rows, say))}
  </div>`;
  const entry = services.assets.entry('src/reading/main.ts');
  return pageResponse(
    page({
      look,
      title,
      screen: 'screen-read',
      entry: entry && { ...entry, scripts: [], preloads: [] },
      contact: services.config.contact,
      main,
      printStyle: `/was-wordt/${before}/${after}/afdruk.css`,
    }),
  );
}

/** What stands above and below every printed page of the table: which document, which versions, and what proves them. */
export async function wasWordtPrintStyle(
  services: Services,
  me: Asker,
  { say }: Look,
  before: string,
  after: string,
): Promise<Response> {
  const sides = await sidesFor(services, me, before, after);
  const { wasWordt, print } = say.pages;
  const hashes = [sides.before, ...(sides.after === null ? [] : [sides.after])].map(({ content }) => content);
  return printStyle({
    what: sides.before.title,
    when: wasWordt.title(sides.before.number, sides.after?.number ?? wasWordt.draft),
    proof: print.proof(hashes.join(' → ')),
  });
}

/** The same table for a spreadsheet. */
export async function wasWordtCsvFile(
  services: Services,
  me: Asker,
  { say }: Look,
  before: string,
  after: string,
): Promise<Response> {
  const { view, rows } = await rowsFor(services, say, me, before, after);
  const name = `was-wordt-${view.before.number}-${view.after?.number ?? 'concept'}.csv`;
  return new Response(wasWordtCsv(rows, say), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
