import type { DossierView } from '@draagvlak/contract/client';
import type { Phase } from '@draagvlak/procedure';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { dossiersByPhase, read } from '../support/demo.ts';
import { Finger } from '../support/finger.ts';
import { act as does, type Hands } from '../support/hands.ts';
import { type House, openHouse } from '../support/house.ts';
import { KeyboardOnly } from '../support/keyboard-only.ts';
import { Office } from '../support/office.ts';

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

const dossier = (phase: Phase) => `/dossiers/${at(phase).id}`;

interface Telling {
  readonly name: string;
  readonly hands: Hands;
  /** What each telling takes for itself, so that the other finds the dossiers as they were. */
  readonly published: Phase;
  readonly analysed: Phase;
  readonly mended: readonly [was: string, becomes: string];
}

const keyboard = new KeyboardOnly('light');
const TELLINGS: readonly Telling[] = [
  {
    name: keyboard.name,
    hands: keyboard,
    published: 'finalisation',
    analysed: 'consultation',
    mended: ['bij werk in een besloten ruimte', 'bij werk in elke besloten ruimte'],
  },
  {
    name: 'with one finger on a phone',
    hands: new Finger(),
    published: 'in-force',
    analysed: 'processing',
    mended: ['de identiteit en het VCA-diploma', 'de identiteit en het geldige VCA-diploma'],
  },
];

describe.each(TELLINGS)('the rooms around the text, $name', (telling) => {
  const { hands } = telling;
  let office: Office;
  beforeAll(() => {
    office = new Office(browser, house, hands.device);
  });
  afterAll(async () => {
    await office.leave();
  });
  // `SHOTS` names a folder for what everybody saw where a journey broke off.
  afterEach(async ({ task }) => {
    const folder = process.env['SHOTS'];
    if (folder && task.result?.state === 'fail') await office.picture(folder);
  });

  const act = (page: Page, name: string, fill?: Parameters<typeof does>[3]) => does(hands, page, name, fill);
  const press = (page: Page, name: string | RegExp) => hands.activate(page.getByRole('button', { name }).first());

  it('the secretary takes somebody out of the dossier and puts them back', async () => {
    const page = await office.at('secretaris', `${dossier('inspection')}/mensen`);
    await page.getByRole('heading', { name: 'Betrokkenen' }).waitFor();
    const row = page.locator('.people-table tr', { hasText: 'Karin Toorenaar' });
    await hands.activate(row.getByRole('button', { name: /Verwijderen/ }));
    await hands.activate(page.getByRole('dialog').getByRole('button', { name: 'Verwijderen', exact: true }));
    await row.waitFor({ state: 'detached' });
    await hands.choose(page.getByLabel('Toevoegen als'), { label: 'Belanghebbende' });
    await hands.fill(page.getByLabel('Zoek een persoon of organisatie'), 'Toorenaar');
    await press(page, /^Toevoegen\s*: Karin Toorenaar/);
    await row.waitFor();
    expect(await row.count()).toBe(1);
  });

  it('changes the planning, adds a link and takes it away', async () => {
    const page = await office.at('secretaris', dossier('inspection'));
    await act(page, 'Planning aanpassen', async (form) => {
      await hands.date(
        form.getByLabel('Besluit van de Stuurgroep: tot en met'),
        hands === keyboard ? '2033-03-31' : '2033-04-30',
      );
      await hands.fill(form.getByLabel('Waarom verandert de planning?'), 'De Stuurgroep vergadert later.');
    });
    await act(page, 'Naslag toevoegen', async (form) => {
      await hands.check(form.getByLabel('Een link'));
      await hands.fill(form.getByLabel('Titel'), 'Regels van nu');
      await hands.fill(form.getByLabel('Adres van de pagina'), 'https://example.org/regels');
    });
    await page.getByRole('link', { name: 'Regels van nu' }).waitFor();
    await press(page, /Verwijder.*Regels van nu/);
    await expect.poll(() => page.getByRole('link', { name: 'Regels van nu' }).count()).toBe(0);
  });

  it('records a survey and a meeting with its report, and gives a round more time', async () => {
    const page = await office.at('secretaris', dossier('consultation'));
    await act(page, 'Enquête vastleggen', (form) => hands.fill(form.getByLabel('Hoeveel antwoorden'), '12'));
    await act(page, 'Overleg vastleggen', async (form) => {
      await hands.check(form.getByRole('radio').first());
      await hands.fill(form.getByLabel('Verslag'), 'De vragen gingen over de praktijkdag.');
    });
    await page.goto(house.url + dossier('inspection'));
    const round = at('inspection').rounds.at(-1)!;
    const later = new Date(Date.parse(round.closes) + (hands === keyboard ? 7 : 14) * 86_400_000);
    await act(page, 'Termijn verlengen', async (form) => {
      await hands.date(form.getByLabel('Tot en met welke dag?'), later.toISOString().slice(0, 10));
      await hands.fill(form.getByLabel('Reden'), 'De feestdagen vallen in de termijn.');
    });
    const { rounds } = await read<DossierView>(page.request, `${house.url}/api${dossier('inspection')}`);
    expect(rounds.at(-1)?.closes.slice(0, 10)).toBe(later.toISOString().slice(0, 10));
  });

  it('publishes the reactions, and takes a name out of the words for everybody', async () => {
    const page = await office.at('secretaris', dossier(telling.published));
    await act(page, 'Reacties publiceren');
    await page.goto(`${house.url}${dossier('approval')}/woorden`);
    await hands.fill(page.getByLabel('Zoek in de woorden'), 'docent');
    const line = page.locator('.words-lines li').filter({ hasNotText: 'Weggelakt' }).first();
    await hands.activate(line.getByRole('button', { name: /^Weglakken/ }));
    const form = page.getByRole('dialog');
    await hands.fill(form.getByLabel('Reden'), 'naam van een derde');
    await hands.fill(form.getByLabel('Zo komt de tekst te staan'), 'Deze docent is [weggelakt].');
    await hands.activate(form.getByRole('button', { name: 'Weglakken', exact: true }));
    const struck = page.getByText('Weggelakt: naam van een derde');
    await expect.poll(() => struck.count()).toBe(hands === keyboard ? 1 : 2);
  });

  it('the chair mends a mistake in a frozen text, and reads the new number', async () => {
    const page = await office.at('voorzitter', dossier('consultation'));
    await hands.activate(page.locator('[data-act=make-erratum]'));
    const form = page.getByRole('dialog');
    await hands.fill(form.getByLabel('De woorden zoals ze er staan'), 'Deze woorden staan er niet');
    await hands.fill(form.getByLabel('De woorden zoals ze horen te zijn'), 'Deze ook niet');
    await hands.fill(form.getByLabel('Waarom is dit een fout?'), 'Een tikfout.');
    await hands.activate(form.getByRole('button', { name: 'Erratum maken' }));
    await form.getByText('Deze woorden staan niet in de versie.').waitFor();
    expect(await violations(page, 'dialog[open]')).toEqual([]);
    await hands.fill(form.getByLabel('De woorden zoals ze er staan'), telling.mended[0]);
    await hands.fill(form.getByLabel('De woorden zoals ze horen te zijn'), telling.mended[1]);
    await hands.activate(form.getByRole('button', { name: 'Erratum maken' }));
    await form.getByText(/is vastgelegd/).waitFor();
    await hands.activate(form.getByRole('link', { name: /lezen/ }));
    await page.getByText('Dit is een verbetering van versie').first().waitFor();
  });

  it('the impact group reports what the concept means for a part of it', async () => {
    const page = await office.at('werkgroep', dossier(telling.analysed));
    await act(page, 'Rapport impactanalyse vastleggen', async (form) => {
      await hands.fill(form.getByLabel('Rapport'), 'Uitvoerbaar met een langere overgang.');
      await hands.activate(form.getByRole('button', { name: 'Onderdeel toevoegen' }));
      const part = form.getByRole('group', { name: /1/ }).last();
      await hands.choose(part.getByRole('combobox'), { index: 2 });
      await hands.fill(part.getByRole('textbox').first(), 'Beter te toetsen.');
    });
    const { impact } = await read<DossierView>(page.request, `${house.url}/api${dossier(telling.analysed)}`);
    expect(JSON.stringify(impact)).toContain('Beter te toetsen.');
  });

  it('the chair says why a point of the check may stay', async () => {
    const page = await office.at('voorzitter', `${dossier('processing')}/controle`);
    const settle = page.getByRole('button', { name: 'Laat zo, met reden' });
    await settle.first().waitFor();
    const before = await settle.count();
    await hands.activate(settle.first());
    await hands.fill(page.getByLabel('Waarom mag dit zo blijven?'), 'Afgesproken in de vergadering.');
    await press(page, 'Afhandelen');
    await expect.poll(() => settle.count()).toBe(before - 1);
  });

  it('anybody searches from anywhere, and comes to the place', async () => {
    const page = await office.at('auteur', '/');
    await page.locator('.task').first().waitFor();
    if (hands === keyboard) await page.keyboard.press('Control+k');
    else {
      await press(page, 'Menu');
      await hands.activate(page.locator('.menu-search').getByRole('link'));
    }
    await hands.fill(page.getByLabel('Waar zoekt u naar?'), 'docent');
    const first = page.locator('.search-results a').first();
    await first.waitFor();
    const href = (await first.getAttribute('href')) ?? '';
    await hands.activate(first);
    await expect.poll(() => new URL(page.url()).pathname).toBe(new URL(href, house.url).pathname);
  });

  it('reads the notices, leaves a topic out, and finds help and the hints again', async () => {
    const page = await office.at('examencentrum', '/');
    await hands.activate(page.locator('notice-bell a'));
    await page.getByRole('heading', { name: 'Berichten', level: 1 }).waitFor();
    await hands.activate(page.getByRole('link', { name: 'Instellingen' }).first());
    const topic = page.getByRole('checkbox', { name: 'Inspraak en inzage' });
    await topic.waitFor();
    await hands.check(topic, !(await topic.isChecked()));
    await page.getByText('Uw keuze is bewaard.').waitFor();
    await hands.activate(page.getByRole('link', { name: 'Hulp', exact: true }).last());
    await hands.activate(page.locator('.help-roles a').first());
    await press(page, 'Toon de tips weer');
    await expect.poll(() => page.getByText('De tips staan weer aan.').count()).toBe(1);
  });

  it('no browser complained on the way, and the focus was never lost', () => {
    expect(office.complaints).toEqual([]);
    expect(keyboard.lost).toEqual([]);
  });
});
