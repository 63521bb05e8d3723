import { renderContents, renderDocument } from '@draagvlak/render';
import { fold, stem } from '@draagvlak/search';
import { nl, type Wording } from '@draagvlak/wording';
import {
  type Actor,
  can,
  currentRound,
  type DocumentKind,
  type Dossier,
  type FrozenVersion,
  isRoundOver,
} from '@draagvlak/procedure';
import { perSection } from '../dossiers/comments-view.ts';
import { commentsToRead, mayComment } from '../dossiers/version-views.ts';
import { actorFor, type Asker, versionFor } from '../http/asker.ts';
import type { Services } from '../services.ts';
import { errataNotice } from './errata.ts';
import { readingHint } from './hint.ts';
import { html, type Html, trusted } from './html.ts';
import type { Look } from './look.ts';
import { page } from './page.ts';

/** Forms of one Dutch word are one term: "docent" and "docenten". */
const formOf = (word: string): string => stem(fold(word));

/** Entry of the client that decorates the page: selecting text, commenting, counts; each with the words of one language. */
const SCRIPTS = { nl: 'src/reading/main.ts', en: 'src/reading/main-en.ts' } as const;

/** A frozen text as a complete page, set like a well-made printed one; nothing on it needs a script. */
export async function readingPage(services: Services, me: Asker, look: Look, id: string): Promise<string> {
  const { say } = look;
  const actor = actorFor(me);
  const { dossier, version } = await versionFor(services, me, id);
  const { document } = await services.dossiers.texts.version(version);
  const comments = await commentsToRead(services, { dossier, version }, actor);
  // Who reads along from outside has a text to read, and nothing of the dossier around it.
  const isMember = can(actor, 'read-dossier', { dossier }) === true;
  const counts = new Map(Object.entries(perSection(comments)));
  const image = (src: string) =>
    src.startsWith('blob:') ? `/api/dossiers/${dossier.id}/files/${encodeURIComponent(src.slice(5))}` : null;
  const { kind } = documentOf(dossier, version);
  const reacts = mayComment({ dossier, version }, actor, services.now()) === true;
  const hint = isMember && me !== null ? await readingHint(services, look, me.person.id, reacts) : null;
  const main = html`${hint}
    <div class="read-grid">
      <nav class="read-toc" aria-label="${say.pages.contentsFull}">
        <h2>${say.reading.contents}</h2>
        <div lang="nl">${trusted(renderContents(document, { words: nl, depth: 1, comments: counts }))}</div>
        ${tools(say, actor, dossier, version, isMember)}
      </nav>
      <article class="book" id="document">
        <header class="cover">
          <p class="cover-kind">${say.vocabulary.documentKinds[kind]}</p>
          <h1 lang="nl">${titleUnder(kind, version.title)}</h1>
          <p class="cover-sub">
            ${say.pages.versionLine(statusOf(say, dossier, version), version.number, say.dates.day(version.frozenAt))}
          </p>
          ${await facts(services, say, dossier, version)}
        </header>
        ${await errataNotice(services, say, actor, dossier, version, comments)}
        ${isMember && roundNotice(say, dossier, version, services.now())}
        <details class="toc-full" open>
          <summary><h2>${say.pages.contentsFull}</h2></summary>
          <div lang="nl">${trusted(renderContents(document, { words: nl, className: 'book-toc' }))}</div>
        </details>
        <div class="text body-text" lang="nl">
          ${trusted(renderDocument(document, { words: nl, image, comments: counts, formOf }))}
        </div>
        ${!isMember && (await impactReport(services, say, actor, dossier))}
      </article>
    </div>`;
  const entry = services.assets.entry(SCRIPTS[look.language]);
  return page({
    look,
    title: `${version.title} ${version.number}`,
    screen: 'screen-read',
    entry: isMember ? entry : entry && { ...entry, scripts: [], preloads: [] },
    contact: services.config.contact,
    printStyle: `/lezen/${version.id}/afdruk.css`,
    main,
    footer: html`<span>${say.pages.footer}</span
      ><span class="end"
        >${
          isMember
            ? html`<a href="/dossiers/${dossier.id}">${say.pages.backToDossier}</a>`
            : html`<a href="/api/versions/${version.id}/bytes">${say.pages.bytes}</a>`
        }</span
      >`,
    data: isMember ? { reading: '', version: version.id, dossier: dossier.id } : {},
  });
}

/** What the impact analysis found, for who reads from outside; others have it in the dossier. */
async function impactReport(services: Services, say: Wording, actor: Actor, dossier: Dossier): Promise<Html | null> {
  const { impact } = dossier;
  if (impact === null || can(actor, 'read-impact', { dossier }) !== true) return null;
  const said = await services.dossiers.words.text(
    impact.type === 'impact-reported' ? impact.report : impact.reason,
    dossier,
  );
  if (said === null) return null;
  return html`<details class="public-impact">
    <summary><h2>${say.pages.impact}</h2></summary>
    ${said.split(/\n+/).map((paragraph) => html`<p>${paragraph}</p>`)}
  </details>`;
}

/** The title without the kind of document that stands above it: "Gasmeten" under "Opleiderdocument". */
function titleUnder(kind: DocumentKind, title: string): string {
  const name = nl.vocabulary.documentKinds[kind];
  const rest = title.startsWith(`${name} `) ? title.slice(name.length).trim() : '';
  return rest === '' ? title : rest;
}

function documentOf(dossier: Dossier, version: FrozenVersion) {
  const document = dossier.documents.find(({ id }) => id === version.document);
  if (document === undefined) throw new Error(`version ${version.id} is of an unknown document`);
  return document;
}

/** What a reader is told of this text: as its round has it while that runs, else what it was frozen for. */
function statusOf(say: Wording, dossier: Dossier, { id, phase }: FrozenVersion): string {
  const { statuses } = say.vocabulary;
  const inRound = currentRound(dossier)?.versions.includes(id) ?? false;
  if (inRound || dossier.phase === 'withdrawn') return statuses[dossier.phase];
  return phase === 'drafting' || phase === 'processing' ? say.pages.frozenFor[phase] : statuses[phase];
}

async function facts(services: Services, say: Wording, dossier: Dossier, version: FrozenVersion): Promise<Html> {
  const names = new Map((await services.identity.qualifications.all()).map(({ id, name }) => [id, name]));
  const words = say.pages.facts;
  const note = await services.dossiers.words.text(version.note, dossier);
  const corrected = dossier.versions.find(({ id }) => id === version.erratumOf);
  const rows: readonly (readonly [string, string])[] = [
    [words.qualifications, dossier.qualifications.map((id) => names.get(id) ?? id).join(', ')],
    [words.version, version.number],
    [words.frozenAt, say.dates.full(version.frozenAt)],
    ...(version.publishedAt === null ? [] : [[words.published, say.dates.day(version.publishedAt)] as const]),
    [words.words, say.pages.wordCount(say.numbers.number(version.words))],
    ...(corrected ? [[say.pages.erratumOf(corrected.number), note ?? ''] as const] : []),
    ...(note !== null && !corrected ? [[words.note, note] as const] : []),
    [words.hash, say.pages.fingerprint(version.content.slice(0, 8), version.content.slice(-8))],
  ];
  return html`<dl class="cover-facts">
    ${rows.map(
      ([term, value]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function tools(say: Wording, actor: Actor, dossier: Dossier, version: FrozenVersion, isMember: boolean): Html {
  const earlier = dossier.versions.filter(
    ({ document, frozenAt, id }) =>
      document === version.document &&
      id !== version.id &&
      frozenAt < version.frozenAt &&
      can(actor, 'read-version', { dossier, version: id }) === true,
  );
  const before = earlier.at(-1);
  const compare = `/dossiers/${dossier.id}/vergelijken/${version.document}?van=${before?.id ?? ''}&naar=${version.id}`;
  return html`<ul class="read-tools" aria-label="${say.pages.tools}">
    ${isMember ? html`<li><a href="/dossiers/${dossier.id}">${say.pages.backToDossier}</a></li>` : html`<li><a href="/">${say.pages.published}</a></li>`}
    ${
      before &&
      html`${isMember && html`<li><a href="${compare}">${say.pages.changesSince(before.number)}</a></li>`}
        <li><a href="/was-wordt/${before.id}/${version.id}">${say.pages.beforeAfter(before.number)}</a></li>`
    }
  </ul>`;
}

function roundNotice(say: Wording, dossier: Dossier, version: FrozenVersion, now: string): Html | null {
  const round = currentRound(dossier);
  if (round === null || !round.versions.includes(version.id) || isRoundOver(round, now)) return null;
  const words = say.pages[round.kind];
  return html`<aside class="notice inzage" aria-label="${say.vocabulary.statuses[dossier.phase]}">
    <div>
      <p><b>${words.title(say.dates.until(round.closes))}</b></p>
      <p>${words.text}</p>
      <noscript><p>${say.pages.withoutScript}</p></noscript>
    </div>
  </aside>`;
}
