import { randomUUID } from 'node:crypto';
import type { ComparisonView, DossierCommand, DossierView, OverviewView } from '@draagvlak/contract/client';
import { type DocumentJson, inlineText, textBlocks } from '@draagvlak/document';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { asks, read } from '../support/demo.ts';
import { type House, openHouse } from '../support/house.ts';
import { type Person, signIn, sit } from '../support/people.ts';

let browser: Browser;
let house: House;
const everybody: [persona: string, person: Person][] = [];
let id = '';

beforeAll(async () => {
  [browser, house] = await Promise.all([launchBrowser(), openHouse()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function at(persona: string, path: string): Promise<Page> {
  const known = everybody.find(([name]) => name === persona)?.[1];
  if (known) {
    await signIn(known.context, house.url, persona);
    await known.page.goto(house.url + path);
    return known.page;
  }
  const person = await sit(browser, house.url, persona, path);
  everybody.push([persona, person]);
  return person.page;
}

const view = async (persona = 'secretaris'): Promise<DossierView> =>
  read(await asks(house.url, persona), `/api/dossiers/${id}`);
const day = (ahead = 0) => new Date(house.now() + ahead * 86_400_000).toISOString().slice(0, 10);

/** An act for which the dossier page has a plain form; the forms themselves are tried where they matter. */
async function act(persona: string, ...commands: readonly DossierCommand[]): Promise<void> {
  const api = await asks(house.url, persona);
  for (const command of commands) {
    const answer = await api.post(`/api/dossiers/${id}/commands`, { data: command });
    expect(`${command.type}: ${answer.status()} ${await answer.text()}`).toMatch(/: 200 /);
  }
}

/** Opens an act's or a step's form on the dossier page and sends it. */
async function send(page: Page, opener: string): Promise<void> {
  await page.locator(opener).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('button[type=submit]').click();
  await dialog.waitFor({ state: 'hidden' });
}

async function select(page: Page, block: string, words: string): Promise<void> {
  await page
    .locator('[data-block]', { hasText: block })
    .first()
    .evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const from = node.textContent?.indexOf(wanted) ?? -1;
        if (from < 0) continue;
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, from + wanted.length);
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
        return;
      }
      throw new Error(`"${wanted}" is not in one piece`);
    }, words);
}

async function comment(page: Page, body: string, proposal: string | null): Promise<void> {
  await page.keyboard.press('r');
  await page.locator('#reactie-tekst').fill(body);
  if (proposal !== null) {
    await page.getByRole('button', { name: 'Tekstvoorstel toevoegen' }).click();
    await page.locator('#reactie-voorstel').fill(proposal);
  }
  await page.getByRole('button', { name: 'Reactie versturen' }).click();
  await page.getByText('Uw reactie is verstuurd.').waitFor();
}

it('walks one qualification from an empty draft to what changed and why', { timeout: 300_000 }, async () => {
  // The secretary opens a dossier: who, what and when.
  const demo = await asks(house.url, 'secretaris');
  const { dossiers } = await read<OverviewView>(demo, '/api/overview');
  const example = await read<DossierView>(demo, `/api/dossiers/${dossiers[0]?.id}`);
  const register = await read<{ people: { person: string; organisation: string | null }[] }>(demo, '/api/people?q=');
  const opened = await demo.post('/api/dossiers', {
    data: {
      definition: 'sog-p',
      title: 'Statische verticale hoogwerker',
      qualifications: ['hoogwerker-statisch-verticaal'],
      documents: [
        { id: randomUUID(), kind: 'opleiderdocument', title: 'Opleiderdocument hoogwerker', draft: randomUUID() },
      ],
      members: example.members.map(({ person, role }) => ({
        person: person.person,
        role,
        party: person.party ?? 'overig',
        organisation: register.people.find((one) => one.person === person.person)?.organisation ?? null,
      })),
    },
  });
  expect(`${opened.status()} ${await opened.text()}`).toMatch(/^201 /);
  id = ((await opened.json()) as { id: string }).id;
  const phases = ['drafting', 'consultation', 'processing', 'inspection', 'finalisation', 'approval'] as const;
  for (const [index, phase] of phases.entries()) {
    await act('secretaris', {
      type: 'set-planning',
      phase,
      from: day(index * 25),
      until: day(index * 25 + 24),
      reason: '',
    });
  }
  const secretary = await at('secretaris', `/dossiers/${id}`);
  await send(secretary, '[data-step=drafting]');
  await send(secretary, '[data-act=start-draft]');
  const document = (await view()).documents[0]!;

  // Two authors fill the empty template at the same time, each the places the other does not.
  const draft = `/dossiers/${id}/schrijven/${document.id}`;
  const [anna, bram] = [await at('auteur', draft), await at('tweede-auteur', draft)];
  for (const page of [anna, bram])
    await page
      .getByText(/Opgeslagen/)
      .first()
      .waitFor();
  const empty = await read<DocumentJson>(await asks(house.url, 'auteur'), `/api/drafts/${document.draft}/document`);
  const places = [...textBlocks(empty)].flatMap(({ block }) =>
    block.attrs.role !== 'heading' && inlineText(block) === '' ? [block.attrs.id] : [],
  );
  expect(places.length).toBeGreaterThan(12);
  const write = async (page: Page, whose: number) => {
    for (const [index, place] of places.entries()) {
      if (index % 2 !== whose) continue;
      // The page moves under the pointer while a colleague types above: look where the caret is before typing.
      await expect
        .poll(async () => {
          await page.locator(`.ProseMirror .block[data-id="${place}"]`).click();
          return page.evaluate(() => {
            const node = getSelection()?.anchorNode;
            return (node instanceof Element ? node : node?.parentElement)?.closest('.block')?.getAttribute('data-id');
          });
        })
        .toBe(place);
      await page.keyboard.insertText(
        `Plek ${index}: ten hoogste 12 deelnemers oefenen samen onder toezicht van een docent.`,
      );
    }
  };
  await Promise.all([write(anna, 0), write(bram, 1)]);
  const text = (page: Page) =>
    page
      .locator('.ProseMirror')
      .evaluate((sheet) => (sheet.textContent ?? '').match(/Plek \d+: ten hoogste 12/g)?.length);
  await expect.poll(() => text(anna)).toBe(places.length);
  await expect.poll(() => text(bram)).toBe(places.length);
  await expect
    .poll(async () =>
      (await view()).documents[0]?.completeness.filter((one) => one.mandatory && one.state !== 'filled'),
    )
    .toEqual([]);

  // The first concept: frozen by the chair, then laid before everybody.
  await act('voorzitter', { type: 'answer-rules-question', changesRules: false, list: '' });
  const chair = await at('voorzitter', `/dossiers/${id}`);
  await send(chair, '[data-act=freeze]');
  await expect.poll(async () => (await view()).documents[0]?.versions.length).toBe(1);
  const first = (await view()).documents[0]!.versions[0]!;
  expect(first.number).toBe('0.1');
  await act('secretaris', {
    type: 'record-committee-decision',
    on: day(),
    minutes: 'De WBC legt het eerste concept voor.',
  });
  const round = randomUUID();
  await act(
    'secretaris',
    { type: 'enter-phase', phase: 'consultation', reason: '', closes: day(28), round },
    { type: 'publish', versions: [first.id], where: 'ssvv.nl' },
    { type: 'record-notices', round, people: 20 },
    { type: 'record-meeting', kind: 'presentation', on: day(), report: '' },
  );
  // What the authors have on the screen is closed, and says so.
  await expect.poll(() => anna.locator('.ProseMirror').getAttribute('contenteditable')).toBe('false');

  // Two stakeholders react on the words themselves; each sees only the own reaction, the committee sees both at once.
  const bench = await at('auteur', `/dossiers/${id}`);
  const opleider = await at('opleider', `/lezen/${first.id}`);
  await opleider.locator('main[data-reading]').waitFor();
  await select(opleider, 'Plek 4:', 'ten hoogste 12 deelnemers');
  await comment(opleider, 'Met twaalf staat de helft te wachten.', 'ten hoogste 8 deelnemers');
  const examencentrum = await at('examencentrum', `/lezen/${first.id}`);
  await select(examencentrum, 'Plek 7:', 'onder toezicht van een docent');
  await comment(examencentrum, 'Mag dit ook een praktijkbegeleider zijn?', null);
  expect(await examencentrum.getByText('Met twaalf staat de helft te wachten.').count()).toBe(0);
  await bench.getByText('2 reacties binnen').first().waitFor();

  // Time passes; the round closes and the results are discussed.
  house.pass(30);
  await act(
    'secretaris',
    { type: 'record-survey', round, responses: 9, report: '' },
    { type: 'record-meeting', kind: 'summary', on: day(), report: '' },
  );
  const closed = (await view()).rounds[0];
  if (closed?.closedAt === null && closed.open) await act('voorzitter', { type: 'close-round', round });
  await act('voorzitter', { type: 'enter-phase', phase: 'processing', reason: '', closes: null, round: null });
  await act('secretaris', {
    type: 'declare-impact-not-applicable',
    reason: 'Er verandert niets aan regels of uitvoering.',
  });

  // Processing: a proposal put in the text with one click, and words typed for a reaction.
  const work = await at('auteur', `/dossiers/${id}/verwerken/${document.id}`);
  await work.getByRole('button', { name: 'Voorstel in de tekst zetten' }).click();
  await expect.poll(() => work.locator('.ProseMirror').textContent()).toContain('Plek 4: ten hoogste 8 deelnemers');
  await work.getByRole('button', { name: 'Besluit voorstellen' }).click();
  await expect.poll(async () => (await view('auteur')).counts.proposed).toBe(1);
  await work.keyboard.press('Escape');
  await work.locator('body').click({ position: { x: 700, y: 5 } });
  await work.keyboard.press('j');
  await work.getByText('Mag dit ook een praktijkbegeleider zijn?').waitFor();
  await work.getByRole('button', { name: 'Verwerk deze reactie' }).click();
  await work.locator('.ProseMirror .block', { hasText: 'Plek 7:' }).click();
  await work.keyboard.press('End');
  await work.keyboard.type(' Een praktijkbegeleider mag helpen.');
  await expect.poll(() => work.locator('save-state').first().textContent()).toContain('Opgeslagen');
  await work.getByLabel('Gedeeltelijk overgenomen').check({ force: true });
  await work.getByLabel('Motivering').fill('Helpen mag, toezicht houden niet.');
  await work.getByRole('button', { name: 'Besluit voorstellen' }).click();
  await expect.poll(async () => (await view('auteur')).counts.proposed).toBe(2);
  const confirming = await at('voorzitter', `/dossiers/${id}/verwerken/${document.id}`);
  for (const done of [1, 2]) {
    await confirming
      .getByRole('button', { name: /bevestigen/i })
      .first()
      .click();
    await expect.poll(async () => (await view('voorzitter')).counts.confirmed).toBe(done);
    if (done === 1) {
      await confirming.locator('body').click({ position: { x: 700, y: 5 } });
      await confirming.keyboard.press('j');
    }
  }
  await at('voorzitter', `/dossiers/${id}`);
  await send(chair, '[data-act=freeze]');
  await expect.poll(async () => (await view()).documents[0]?.versions.length).toBe(2);
  const second = (await view()).documents[0]!.versions.find(({ number }) => number === '0.2')!;

  // What changed, and why: every change has its author and its reaction.
  const compared = await read<ComparisonView>(
    await asks(house.url, 'voorzitter'),
    `/api/comparisons?before=${first.id}&after=${second.id}&document=${document.id}`,
  );
  const numbers = new Map(compared.comments.map((one) => [one.id, one.number]));
  const grounds = (words: string) => {
    const change = compared.comparison.changes.find(({ after }) => after?.text.includes(words));
    return compared.links
      .filter((link) => link.change === change?.key && link.how === 'recorded')
      .map(({ comment: of }) => numbers.get(of ?? ''));
  };
  expect(grounds('ten hoogste 8 deelnemers')).toEqual(['R01']);
  expect(grounds('Een praktijkbegeleider mag helpen')).toEqual(['R02']);

  // Inspection, two weeks; the objector hears, the committee answers, and the steering group decides on exact texts.
  const inspection = randomUUID();
  await act(
    'secretaris',
    { type: 'enter-phase', phase: 'inspection', reason: '', closes: day(14), round: inspection },
    { type: 'publish', versions: [second.id], where: 'ssvv.nl' },
    { type: 'record-notices', round: inspection, people: 20 },
  );
  const objector = await at('opleider', `/lezen/${second.id}`);
  await select(objector, 'Plek 4:', 'ten hoogste 8 deelnemers');
  await comment(objector, 'Wij blijven bij zes.', null);
  house.pass(17);
  await act('secretaris', { type: 'enter-phase', phase: 'finalisation', reason: '', closes: null, round: null });
  const objection = (
    await read<{ comments: { id: string }[] }>(await asks(house.url, 'auteur'), `/api/versions/${second.id}/workbench`)
  ).comments[0]!;
  const disposition = randomUUID();
  await act('auteur', {
    type: 'propose-disposition',
    disposition,
    comment: objection.id,
    decision: { kind: 'not-accepted', motivation: 'Geen nieuwe argumenten.', places: [], into: null },
    supersedes: null,
  });
  await act('voorzitter', { type: 'confirm-disposition', disposition });
  await at('voorzitter', `/dossiers/${id}`);
  await send(chair, '[data-act=freeze]');
  await act('voorzitter', {
    type: 'enter-phase',
    phase: 'approval',
    reason: 'Alleen het bezwaar is beantwoord.',
    closes: null,
    round: null,
  });

  const member = await at('stuurgroep', `/dossiers/${id}/vergelijken/${document.id}?van=${first.id}&naar=${second.id}`);
  await member.getByText('In het kort').waitFor();
  await member.keyboard.press('j');
  await member.getByText('Met twaalf staat de helft te wachten.').first().waitFor();
  await at('stuurgroep', `/dossiers/${id}/besluit`);
  await member.locator('[data-outcome=approved]').click();
  const dialog = member.getByRole('dialog');
  const present = dialog.getByRole('spinbutton');
  if ((await present.count()) > 0) await present.fill('5');
  await dialog.locator('button[type=submit]').click();
  await expect.poll(async () => (await view()).decisions.length).toBe(1);
  const decided = await view();
  expect(decided.decisions[0]?.decidedOn.map(({ hash }) => hash)).toEqual([
    decided.documents[0]?.versions.find(({ number }) => number === '0.9')?.hash,
  ]);
  await act('secretaris', { type: 'enter-phase', phase: 'adopted', reason: '', closes: null, round: null });
  expect((await view()).phase).toBe('adopted');

  // Signed out while the clock moved, and cut off while a room closed: the network said so, nothing else complained.
  const complaints = everybody.flatMap(([, person]) => person.complaints);
  expect(complaints.filter((line) => !/Failed to load resource|WebSocket connection/.test(line))).toEqual([]);
});
