import type { ComparisonView, DossierView } from '@draagvlak/contract/client';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sideways, violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { dossiersByPhase, mainDocument, read } from '../support/demo.ts';
import { type House, openHouse } from '../support/house.ts';
import { KeyboardOnly } from '../support/keyboard-only.ts';
import { Office } from '../support/office.ts';

let browser: Browser;
let house: House;
let office: Office;
let about: DossierView;
const hands = new KeyboardOnly('light');

beforeAll(async () => {
  [browser, house] = await Promise.all([launchBrowser(), openHouse()]);
  office = new Office(browser, house, hands.device);
  about = (await dossiersByPhase(house.url))('processing');
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const room = (name: string) => `/dossiers/${about.id}/${name}/${mainDocument(about).id}`;
const control = () => `/dossiers/${about.id}/controle`;
const compared = async (page: Page) => {
  const { id, versions } = mainDocument(about);
  const query = new URLSearchParams({ document: id, before: versions[0]?.id ?? '', after: 'draft' });
  return read<ComparisonView>(page.request, `${house.url}/api/comparisons?${query.toString()}`);
};
const block = (page: Page, words: string) => page.locator('.draft-text .block').filter({ hasText: words }).first();
const finding = (page: Page, words: string) => page.locator('audit-finding').filter({ hasText: words }).first();

describe('before the second concept is frozen', () => {
  it('an author writes without a reason, and moves words that somebody reacted on', async () => {
    const page = await office.at('auteur', room('schrijven'));
    await page.getByText('Opgeslagen').first().waitFor();
    await hands.caret(block(page, 'Middelen worden gekeurd'));
    await hands.type(page, ' Een tolk mag helpen bij de intake.');
    // The passage of a reaction goes, and the very same words appear once in another part.
    const watched = block(page, 'De docent houdt tijdens de praktijk voortdurend toezicht');
    await hands.caret(watched);
    const letters = (await watched.textContent())?.length ?? 0;
    for (let letter = 0; letter < letters; letter += 1) await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Delete');
    await hands.caret(block(page, 'Elke deelnemer voert elke oefening'));
    await hands.type(page, ' De docent houdt tijdens de praktijk voortdurend toezicht.');
    await page.getByText('Opgeslagen').first().waitFor();
    const unexplained = async () => {
      const { findings, comparison } = await compared(page);
      const keys = findings.filter(({ kind }) => kind === 'change-without-ground').map(({ change }) => change);
      return comparison.changes.filter(({ key }) => keys.includes(key)).map(({ after }) => after?.text);
    };
    await expect.poll(unexplained).toContainEqual(expect.stringContaining('Een tolk mag helpen'));
  });

  it('the chair comes from the condition to the list, which passes axe and fits a phone', async () => {
    const page = await office.at('voorzitter', `/dossiers/${about.id}`);
    await hands.activate(page.getByRole('link', { name: 'Naar de controle' }));
    await page.getByRole('heading', { name: 'Controle van wat is toegezegd' }).waitFor();
    await expect
      .poll(() => page.locator('audit-finding').allInnerTexts())
      .toContainEqual(expect.stringContaining('Een tolk mag helpen'));
    expect({ axe: await violations(page), sideways: await sideways(page) }).toEqual({ axe: [], sideways: [] });
  });

  it('attaches a reason of the committee, which is told apart from what was recorded', async () => {
    const page = await office.at('voorzitter');
    const one = finding(page, 'Een tolk mag helpen');
    await hands.activate(one.getByRole('button', { name: 'Reden toevoegen' }));
    await hands.activate(one.getByRole('button', { name: 'Reden opslaan' }));
    await one.getByRole('alert').getByText('Schrijf waarom deze wijziging nodig is.').waitFor();
    await hands.fill(one.getByLabel('Toelichting'), 'Gevraagd door de Stuurgroep.');
    await hands.activate(one.getByRole('button', { name: 'Reden opslaan' }));
    await one.waitFor({ state: 'detached' });
    const view = await compared(page);
    const link = view.links.find(({ reason }) => reason === 'Gevraagd door de Stuurgroep.');
    expect(link).toMatchObject({ how: 'attached', comment: null });
    await page.goto(
      `${house.url}${room('vergelijken')}?van=${view.before.id}&naar=draft&wijziging=${link?.change ?? ''}`,
    );
    await page.locator('why-pane .attached-ground').getByText('achteraf gekoppeld').waitFor();
  });

  it('records why a point may stay, and the condition counts it', async () => {
    const page = await office.at('voorzitter', control());
    const open = page.locator('document-audit .section-head .end');
    const before = Number.parseInt(await open.innerText(), 10);
    const one = page.locator('audit-finding').filter({ hasText: 'R05' }).first();
    await hands.activate(one.getByRole('button', { name: 'Laat zo, met reden' }));
    await hands.fill(
      one.getByLabel('Waarom mag dit zo blijven?'),
      'De steun is ter kennisgeving; de indiener is gebeld.',
    );
    await page.keyboard.press('Control+Enter');
    await hands.activate(page.locator('document-audit details summary', { hasText: 'Afgehandeld' }));
    await page.getByText('Afgehandeld: De steun is ter kennisgeving; de indiener is gebeld.').waitFor();
    expect(Number.parseInt(await open.innerText(), 10)).toBe(before - 1);
  });

  it('confirms or corrects where a reaction stands when only a person can tell', async () => {
    const page = await office.at('voorzitter', control());
    const places = page.locator('uncertain-places');
    const one = places.locator('.finding').filter({ hasText: 'R04' });
    await one.waitFor();
    await hands.choose(one.getByRole('combobox'), { label: await labelOf(page, 'Docenten') });
    // Nothing is confirmed on the way: the choice counts on Enter.
    expect(await one.count()).toBe(1);
    await page.keyboard.press('Enter');
    await one.waitFor({ state: 'detached' });
    await page.getByText('De plaats van R04 is bevestigd.').waitFor({ state: 'attached' });
    const placed = (await compared(page)).comments.find(({ number }) => number === 'R04')!.placement;
    expect(placed).toMatchObject({ rung: 'section', confirmed: true });
    expect(office.complaints).toEqual([]);
    expect(hands.lost).toEqual([]);
  });
});

/** What the list of parts calls the part with this title. */
async function labelOf(page: Page, title: string): Promise<string> {
  const labels = await page.locator('uncertain-places select option').allInnerTexts();
  return labels.find((label) => label.endsWith(title)) ?? '';
}
