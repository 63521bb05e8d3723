import type { ComparisonView, DossierView, OverviewView, PersonaView, PublishedView } from '@draagvlak/contract/client';
import { PHASES, type Phase } from '@draagvlak/procedure';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { asks, dossiersByPhase, mainDocument, read } from '../support/demo.ts';
import { Finger } from '../support/finger.ts';
import type { Hands } from '../support/hands.ts';
import { type House, openHouse } from '../support/house.ts';
import { KeyboardOnly } from '../support/keyboard-only.ts';
import { sit } from '../support/people.ts';

let browser: Browser;
let house: House;
let at: (phase: Phase) => DossierView;

beforeAll(async () => {
  [browser, house] = await Promise.all([launchBrowser(), openHouse()]);
  at = await dossiersByPhase(house.url);
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** Chooses somebody on the sign-in page, as a visitor does, and waits for the first page. */
async function enter(
  persona: PersonaView,
  hands: Hands,
): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> {
  const context = await browser.newContext({ locale: 'nl-NL', reducedMotion: 'reduce', ...hands.device });
  const page = await context.newPage();
  await page.goto(house.url);
  await hands.activate(page.getByRole('button', { name: `Kijk als deze persoon ${persona.name}` }));
  await page.getByRole('heading', { level: 1, name: 'Wat wordt er van mij verwacht' }).waitFor();
  return { page, close: () => context.close() };
}

interface Work {
  /** What the first page says that is asked. */
  readonly task: string;
  readonly phase: Phase;
  /** In the room: the thing the work is done with is there and takes it. */
  readonly inRoom: (page: Page, hands: Hands) => Promise<void>;
}

const writes = async (page: Page, hands: Hands) => {
  const text = page.locator('.draft-text');
  await page.getByText('Opgeslagen').first().waitFor();
  expect(await text.getAttribute('contenteditable')).toBe('true');
  await hands.caret(text.locator('> [data-role="paragraph"]', { hasText: /\S/u }).first());
  await hands.type(page, ' Gezien.');
  await expect.poll(() => text.innerText()).toContain('Gezien.');
};
const reacts = async (page: Page, hands: Hands) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByText('Selecteer een stuk tekst, of kies Reageer').waitFor();
  await hands.react(page.locator('.body-text p[data-block]', { hasText: 'opleiding' }).first(), 'opleiding');
  await hands.fill(page.getByLabel('Uw reactie', { exact: true }), 'Dit kan duidelijker.');
  expect(await page.getByRole('button', { name: 'Reactie versturen' }).isEnabled()).toBe(true);
};
const reads = async (page: Page) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect((await page.locator('.body-text').innerText()).length).toBeGreaterThan(1000);
};

/** The work of each persona of the demo, by key; one task that only this role has, or the one it lives for. */
const WORK: Readonly<Record<string, Work>> = {
  secretaris: {
    task: 'Zet de volgende stap',
    phase: 'preparation',
    inRoom: async (page, hands) => {
      const step = page.getByRole('button', { name: 'Opstellen beginnen' });
      await hands.activate(step);
      await page.getByRole('dialog').getByRole('button', { name: 'Opstellen beginnen' }).waitFor();
    },
  },
  voorzitter: {
    task: 'Bevestig de besluiten',
    phase: 'processing',
    inRoom: async (page, hands) => {
      await hands.activate(page.getByRole('button', { name: 'Filters', exact: true }));
      await hands.choose(page.getByLabel('Besluit', { exact: true }).first(), {
        label: 'Voorstel, nog niet bevestigd',
      });
      await hands.activate(page.locator('comment-list .row', { hasText: 'voorstel' }).last());
      await hands.activate(page.getByRole('button', { name: 'Besluit bevestigen' }));
      await page
        .getByText(/^Besluit op .* is bevestigd\.$/)
        .first()
        .waitFor();
    },
  },
  auteur: { task: 'Schrijf mee aan het concept', phase: 'drafting', inRoom: writes },
  'tweede-auteur': {
    task: 'Verwerk de reacties',
    phase: 'processing',
    inRoom: async (page, hands) => {
      await hands.activate(page.getByRole('button', { name: 'Verwerk deze reactie' }));
      await page
        .getByText(/^U verwerkt/)
        .first()
        .waitFor();
    },
  },
  opleider: { task: 'Reageer op het concept', phase: 'consultation', inRoom: reacts },
  examencentrum: { task: 'Reageer op het concept', phase: 'consultation', inRoom: reacts },
  opdrachtgever: { task: 'Reageer op het concept', phase: 'consultation', inRoom: reacts },
  partner: { task: 'Lees het 2e concept en maak zo nodig bezwaar', phase: 'inspection', inRoom: reacts },
  stuurgroep: {
    task: 'Beslis over het definitieve concept',
    phase: 'approval',
    inRoom: async (page, hands) => {
      await hands.activate(page.getByRole('button', { name: 'Akkoord', exact: true }));
      await page.getByLabel('Hoeveel leden waren aanwezig?').waitFor();
    },
  },
  werkgroep: {
    task: 'Maak de impactanalyse af',
    phase: 'processing',
    inRoom: async (page, hands) => {
      await hands.activate(page.locator('[data-act=report-impact]'));
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    },
  },
  lezer: { task: 'Lees de tekst', phase: 'in-force', inRoom: reads },
};

describe('every persona finds their work one click from the first page', () => {
  it('knows the work of everybody whom the demo offers', async () => {
    const personas = (await (await fetch(`${house.url}/api/demo/personas`)).json()) as PersonaView[];
    expect(personas.map(({ persona }) => persona).toSorted()).toEqual([...Object.keys(WORK), 'beheerder'].toSorted());
  });

  // By turns with the keyboard alone and on a phone.
  const keyboard = new KeyboardOnly('light');
  const finger = new Finger();
  const seats = Object.keys(WORK).map((key, index) => ({ key, hands: index % 2 === 0 ? finger : keyboard }));

  it.each(seats)('$key, $hands.name', async ({ key, hands }) => {
    const work = WORK[key]!;
    const personas = (await (await fetch(`${house.url}/api/demo/personas`)).json()) as PersonaView[];
    const { page, close } = await enter(
      personas.find(({ persona }) => persona === key)!,
      hands,
    );
    const about = at(work.phase);
    const titles = [about.title, ...about.documents.map(({ title }) => title)];
    const line = page
      .locator('.task')
      .filter({ has: page.getByRole('heading', { name: work.task }) })
      .filter({ hasText: new RegExp(titles.map((title) => `${title}\\.`).join('|')) });
    const listed = page.locator('.to-read a').filter({ hasText: new RegExp(`^(${titles.join('|')})$`) });
    await hands.activate(line.getByRole('heading').getByRole('link').or(listed).first());
    await work.inRoom(page, hands);
    expect(new URL(page.url()).pathname).not.toBe('/');
    await close();
  });

  it('tells the administrator, who has no say in any text, that nothing is asked', async () => {
    const personas = (await (await fetch(`${house.url}/api/demo/personas`)).json()) as PersonaView[];
    const { page, close } = await enter(
      personas.find(({ persona }) => persona === 'beheerder')!,
      keyboard,
    );
    await page.locator('task-list').waitFor();
    expect(await page.locator('task-list').innerText()).toContain('Er wordt nu niets van u verwacht.');
    await close();
  });
});

it('shows the work of somebody else as soon as the strip says so', async () => {
  const { page, complaints, context } = await sit(browser, house.url, 'opleider');
  const strip = page.getByLabel('Demo, u kijkt als');
  const task = (name: string) => page.getByRole('heading', { name });
  await task('Reageer op het concept').first().waitFor();
  await strip.selectOption('stuurgroep');
  await task('Beslis over het definitieve concept').waitFor();
  await strip.selectOption('secretaris');
  await page.getByRole('link', { name: 'Dossier beginnen' }).waitFor();
  expect(await task('Beslis over het definitieve concept').count()).toBe(0);
  // On a text it stays the same text, as the other may see it.
  await page.goto(`${house.url}/lezen/${mainDocument(at('consultation')).versions[0]?.id}`);
  await strip.selectOption('opleider');
  await expect.poll(() => strip.inputValue()).toBe('opleider');
  expect(complaints).toEqual([]);
  await context.close();
});

it('has a dossier in every phase, each with its own page', async () => {
  const api = await asks(house.url, 'secretaris');
  const { dossiers, qualifications } = await read<OverviewView>(api, '/api/overview');
  expect([...new Set(dossiers.map(({ phase }) => phase))].toSorted()).toEqual([...PHASES].toSorted());
  expect(qualifications.length).toBe(15);
  expect(qualifications.filter(({ provisional }) => provisional).map(({ number }) => number)).toEqual([12, 13, 14, 15]);
  await api.dispose();
});

it('tells of a public text that a newer one, not published yet, has taken its place', async () => {
  const api = await asks(house.url, 'beheerder');
  const texts = await read<readonly PublishedView[]>(api, '/api/published');
  const ofPhase = (phase: Phase) => texts.find(({ dossier }) => dossier === at(phase).id);
  expect(ofPhase('adopted')).toMatchObject({ number: '0.2', superseded: true, effective: null });
  expect(ofPhase('in-force')).toMatchObject({ number: '1.0', superseded: false });
  await api.dispose();
});

describe('what the sample hides is found', () => {
  /** Where the sample changes without any reaction, and a word of the change. */
  const HIDDEN: readonly (readonly [label: string, words: string])[] = [
    ['2.1 Doelgroep', 'hoofdstuk 4 van het taakprofiel'],
    ['3.1 Tabel met leerdoelen', 'meetplan'],
    ['3.1 Tabel met leerdoelen', 'praktijk'],
    ['5.1 Theorie', 'inertgas'],
    ['5.1 Theorie', 'kruisgevoeligheid'],
    ['5.2 Praktijk', 'aanzuigtijd'],
    ['6.4 Incidenten', 'namen'],
    ['7.1 Leslokaal', 'op papier of digitaal'],
    ['8.2 Didactiek', '100 lesuren'],
    ['12.3 Afwijken', 'Afwijken'],
  ];
  const between = () => {
    const { id, versions } = mainDocument(at('approval'));
    return { document: id, before: versions[0]?.id, after: versions[1]?.id };
  };

  it('names exactly the changes of the second concept that nothing explains', async () => {
    const api = await asks(house.url, 'stuurgroep');
    const { document, before, after } = between();
    const view = await read<ComparisonView>(
      api,
      `/api/comparisons?document=${document}&before=${before}&after=${after}`,
    );
    const changes = new Map(view.comparison.changes.map((change) => [change.key, change]));
    const unexplained = view.findings
      .filter(({ kind }) => kind === 'change-without-ground')
      .map(({ change }) => changes.get(change ?? '')?.after)
      .map((side) => [side?.label, side?.text] as const);
    expect(unexplained.map(([label]) => label)).toEqual(HIDDEN.map(([label]) => label));
    for (const [index, [, words]] of HIDDEN.entries()) expect(unexplained[index]?.[1]).toContain(words);
    const remaining = view.findings.find(({ kind }) => kind === 'words-remain');
    expect(remaining?.text).toBe('moeten');
    const comment = view.comments.find(({ id }) => id === remaining?.comment);
    expect(comment?.standing?.motivation).toContain('moet');
    await api.dispose();
  });

  it('shows them to the Stuurgroep above the comparison', async () => {
    const { page, complaints, context } = await sit(browser, house.url, 'stuurgroep', `/dossiers/${at('approval').id}`);
    const { document, before, after } = between();
    await page.goto(`${house.url}/dossiers/${at('approval').id}/vergelijken/${document}?van=${before}&naar=${after}`);
    const line = page.locator('.attention > div').filter({ hasText: 'Zonder reden' });
    await line.getByRole('button', { name: /Nog \d+ tonen/ }).click();
    expect(await line.getByRole('link').allInnerTexts()).toEqual(HIDDEN.map(([label]) => label));
    // The chapter's number in 2.1 changed together with words that a reaction explains.
    expect(await line.locator('li', { hasText: '(deels)' }).allInnerTexts()).toEqual([
      expect.stringContaining('2.1 Doelgroep'),
    ]);
    await page.locator('.summary').getByText('waarvan bij 1 voor een deel').waitFor();
    await page.locator('.attention').getByText('moeten').first().waitFor();
    await line.getByRole('link').last().click();
    await page.locator('.why-pane').getByText('Geen reden bekend').first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
