import type { DossierView } from '@draagvlak/contract/client';
import { type Phase, PHASES } from '@draagvlak/procedure';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sideways, violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { dossiersByPhase, mainDocument } from '../support/demo.ts';
import { type House, openHouse } from '../support/house.ts';
import { signIn } from '../support/people.ts';

let browser: Browser;
let house: House;
let at: (phase: Phase) => DossierView;
const contexts = new Map<string, BrowserContext>();

beforeAll(async () => {
  [browser, house] = await Promise.all([launchBrowser(), openHouse()]);
  at = await dossiersByPhase(house.url);
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** A page of this persona, who signs in once; `null` is a visitor. */
async function pageOf(persona: string | null): Promise<Page> {
  const key = persona ?? '';
  let context = contexts.get(key);
  if (!context) {
    context = await browser.newContext({
      locale: 'nl-NL',
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
    });
    if (persona !== null) await signIn(context, house.url, persona);
    contexts.set(key, context);
  }
  const page = await context.newPage();
  return page;
}

const dossier = (phase: Phase) => `/dossiers/${at(phase).id}`;
const room = (name: string, phase: Phase) => `${dossier(phase)}/${name}/${mainDocument(at(phase)).id}`;
const version = (phase: Phase, index: number) => mainDocument(at(phase)).versions.at(index)?.id;
const reading = (phase: Phase) => `/lezen/${version(phase, -1)}`;

interface Screen {
  readonly name: string;
  readonly persona: string | null;
  readonly path: () => string;
  /** Brings the screen into a telling state; resolves when it is there. */
  readonly open: (page: Page) => Promise<unknown>;
}

const heading = (name: string | RegExp) => (page: Page) =>
  page.getByRole('heading', { name, level: 1 }).first().waitFor();

const openDossier = async (page: Page) => {
  await page.getByRole('heading', { name: 'Verloop' }).waitFor();
};
const openDraft = async (page: Page) => {
  await page.getByText('Opgeslagen').first().waitFor();
  await page.locator('.draft-text .block').first().waitFor();
};
const openText = (page: Page) => page.locator('.has-side').waitFor();
const openBench = (page: Page) => page.locator('comment-pane h2, comment-pane h3').first().waitFor();
const openComparison = (page: Page) => page.getByRole('heading', { name: 'In het kort' }).waitFor();
const reactOnParagraph = async (page: Page) => {
  await page.getByText('Selecteer een stuk tekst, of kies Reageer').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await page.getByLabel('Uw reactie', { exact: true }).waitFor();
};

const screens: readonly Screen[] = [
  { name: 'signing in', persona: null, path: () => '/', open: heading('Welkom bij Draagvlak') },
  { name: 'a link that does not work', persona: null, path: () => '/aanmelden?code=x', open: heading(/werkt niet/) },
  ...['secretaris', 'auteur', 'opleider', 'stuurgroep', 'beheerder'].map((persona) => ({
    name: `the first page of ${persona}`,
    persona,
    path: () => '/',
    open: heading('Wat wordt er van mij verwacht'),
  })),
  {
    name: 'the overview with nothing that fits',
    persona: 'secretaris',
    path: () => '/?wbc=Flenzen&fase=approval',
    open: (page) => page.getByText('Niets gevonden').waitFor(),
  },
  {
    name: 'renaming a qualification',
    persona: 'secretaris',
    path: () => '/',
    open: async (page) => {
      await page.getByRole('button', { name: 'Naam wijzigen' }).first().click();
      await page.getByRole('dialog').getByLabel('Naam').waitFor();
    },
  },
  { name: 'a new dossier', persona: 'secretaris', path: () => '/dossiers/nieuw', open: heading('Dossier beginnen') },
  {
    name: 'a new dossier that is not complete',
    persona: 'secretaris',
    path: () => '/dossiers/nieuw',
    open: async (page) => {
      await page.locator('summary', { hasText: 'Planning' }).click();
      await page.getByRole('button', { name: 'Dossier beginnen' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  ...PHASES.map((phase) => ({
    name: `a dossier in ${phase}`,
    persona: 'secretaris',
    path: () => dossier(phase),
    open: openDossier,
  })),
  { name: 'a dossier for a stakeholder', persona: 'opleider', path: () => dossier('inspection'), open: openDossier },
  {
    name: 'the people of a dossier',
    persona: 'secretaris',
    path: () => `${dossier('drafting')}/mensen`,
    open: async (page) => {
      await page.getByLabel('Zoek een persoon of organisatie').fill('deelnemer');
      await page.getByText(/gevonden/).waitFor();
    },
  },
  {
    name: 'the log',
    persona: 'secretaris',
    path: () => `${dossier('approval')}/logboek`,
    open: (page) => page.getByRole('columnheader', { name: 'Wanneer' }).waitFor({ state: 'attached' }),
  },
  {
    name: 'redacting words',
    persona: 'secretaris',
    path: () => `${dossier('approval')}/woorden`,
    open: async (page) => {
      await page
        .getByRole('button', { name: /^Weglakken/ })
        .first()
        .click();
      await page.getByLabel('Zo komt de tekst te staan').waitFor();
    },
  },
  { name: 'writing', persona: 'auteur', path: () => room('schrijven', 'drafting'), open: openDraft },
  {
    name: 'writing in a table',
    persona: 'auteur',
    path: () => room('schrijven', 'drafting'),
    open: async (page) => {
      await openDraft(page);
      await page.locator('.draft-text td').first().click();
      await page.getByRole('group', { name: 'Bij deze plaats' }).waitFor();
    },
  },
  {
    name: 'the number of a requirement',
    persona: 'auteur',
    path: () => room('schrijven', 'drafting'),
    open: async (page) => {
      await openDraft(page);
      await page.locator('.draft-text [data-role="requirement"]').first().click();
      await page
        .getByRole('button', { name: /deelnemers per docent|Getal invullen/ })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'a draft that is closed for writing',
    persona: 'auteur',
    path: () => room('schrijven', 'approval'),
    open: (page) => page.locator('.draft-text .block').first().waitFor(),
  },
  { name: 'reading in a round', persona: 'opleider', path: () => reading('consultation'), open: openText },
  {
    name: 'writing a reaction',
    persona: 'opleider',
    path: () => reading('consultation'),
    open: async (page) => {
      await reactOnParagraph(page);
      await page.getByRole('button', { name: 'Tekstvoorstel toevoegen' }).click();
      await page.getByLabel('Uw tekstvoorstel').fill('Een heel andere zin.');
      await page.getByLabel('Uw reactie', { exact: true }).fill('Deze zin kan korter.');
    },
  },
  {
    name: 'a reaction that is not complete',
    persona: 'opleider',
    path: () => reading('consultation'),
    open: async (page) => {
      await reactOnParagraph(page);
      await page.getByRole('button', { name: 'Reactie versturen' }).click();
      await page.getByText('Schrijf uw reactie').waitFor();
    },
  },
  { name: 'reading for objections', persona: 'partner', path: () => reading('inspection'), open: openText },
  { name: 'reading a long text', persona: 'stuurgroep', path: () => reading('approval'), open: openText },
  {
    name: 'a text that is not there',
    persona: 'lezer',
    path: () => '/lezen/bestaat-niet',
    open: heading('Niet gevonden'),
  },
  {
    name: 'the table of before and after',
    persona: 'auteur',
    path: () => `/was-wordt/${version('approval', 0)}/${version('approval', 1)}`,
    open: heading(/Was-wordt-tabel/),
  },
  { name: 'processing', persona: 'auteur', path: () => room('verwerken', 'processing'), open: openBench },
  {
    name: 'processing one reaction',
    persona: 'auteur',
    path: () => room('verwerken', 'processing'),
    open: async (page) => {
      await openBench(page);
      await page.getByRole('button', { name: 'Verwerk deze reactie' }).click();
      await page
        .getByText(/^U verwerkt/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'talking about a reaction, with a standard answer and the sections',
    persona: 'auteur',
    path: () => room('verwerken', 'processing'),
    open: async (page) => {
      await openBench(page);
      for (const summary of ['Onderdelen', 'Werk per auteur', 'Standaardantwoorden']) {
        await page.locator('summary', { hasText: summary }).click();
      }
      await page.locator('comment-talk summary').click();
      await page.getByRole('button', { name: 'Nieuw antwoord' }).click();
      await page.getByLabel('Naam', { exact: true }).waitFor();
    },
  },
  {
    name: 'acting on many reactions',
    persona: 'auteur',
    path: () => room('verwerken', 'processing'),
    open: async (page) => {
      await openBench(page);
      await page.getByLabel(/^Alles in deze lijst/).check();
      await page.getByRole('button', { name: 'Filters', exact: true }).click();
      await page.getByRole('button', { name: /uitvouwen$/ }).click();
    },
  },
  {
    name: 'a decision on many reactions',
    persona: 'auteur',
    path: () => room('verwerken', 'processing'),
    open: async (page) => {
      await openBench(page);
      await page.getByLabel(/^Alles in deze lijst/).check();
      await page.getByRole('button', { name: 'Besluit voorstellen…' }).click();
      await page.locator('#motivering-alle').waitFor();
    },
  },
  { name: 'confirming decisions', persona: 'voorzitter', path: () => room('verwerken', 'processing'), open: openBench },
  { name: 'many reactions', persona: 'voorzitter', path: () => room('verwerken', 'approval'), open: openBench },
  {
    name: 'processing without reactions',
    persona: 'auteur',
    path: () => room('verwerken', 'drafting'),
    open: (page) => page.getByText('Er is nog geen versie waarop gereageerd kan worden.').waitFor(),
  },
  {
    name: 'comparing in the text',
    persona: 'stuurgroep',
    path: () => `${room('vergelijken', 'approval')}?van=${version('approval', 0)}&naar=${version('approval', 1)}`,
    open: openComparison,
  },
  {
    name: 'comparing side by side',
    persona: 'voorzitter',
    path: () => `${room('vergelijken', 'approval')}?van=${version('approval', 0)}&naar=${version('approval', 1)}`,
    open: async (page) => {
      await openComparison(page);
      await page.getByText('Naast elkaar').click();
    },
  },
  {
    name: 'why a change was made, with what it means',
    persona: 'stuurgroep',
    path: () => `${room('vergelijken', 'approval')}?van=${version('approval', 0)}&naar=${version('approval', -1)}`,
    open: async (page) => {
      await openComparison(page);
      await page.locator('.attention').getByRole('link', { name: '4.3 Groepsgrootte' }).first().click();
      await page.locator('why-pane').getByText('Gevolgen').waitFor();
      await page.locator('why-pane .then-now summary').first().click();
    },
  },
  {
    name: 'checking promises against deeds',
    persona: 'voorzitter',
    path: () => `${dossier('processing')}/controle`,
    open: async (page) => {
      await page.getByRole('button', { name: 'Laat zo, met reden' }).first().click();
      await page.getByLabel('Waarom mag dit zo blijven?').waitFor();
    },
  },
  {
    name: 'comparing with the draft of now',
    persona: 'auteur',
    path: () => room('vergelijken', 'processing'),
    open: openComparison,
  },
  {
    name: 'the decision',
    persona: 'stuurgroep',
    path: () => `${dossier('approval')}/besluit`,
    open: async (page) => {
      await page.getByRole('heading', { name: 'Wat besluit de Stuurgroep?' }).waitFor();
      await page.locator('said-list li').first().waitFor();
    },
  },
  {
    name: 'a decision taken',
    persona: 'secretaris',
    path: () => `${dossier('adopted')}/besluit`,
    open: (page) =>
      page
        .getByText(/Akkoord/)
        .first()
        .waitFor(),
  },
  {
    name: 'searching',
    persona: 'auteur',
    path: () => '/zoeken?q=docent',
    open: (page) =>
      page
        .getByText(/plaats(en)? gevonden/)
        .first()
        .waitFor(),
  },
  {
    name: 'searching from anywhere',
    persona: 'stuurgroep',
    path: () => '/',
    open: async (page) => {
      await page.locator('.task').first().waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByLabel('Waar zoekt u naar?').fill('docent');
      await page
        .getByRole('dialog')
        .getByText(/plaats(en)? gevonden/)
        .first()
        .waitFor();
    },
  },
  { name: 'the notices', persona: 'voorzitter', path: () => '/berichten', open: heading('Berichten') },
  {
    name: 'erasing words',
    persona: 'secretaris',
    path: () => `${dossier('approval')}/woorden`,
    open: async (page) => {
      await page
        .getByRole('button', { name: /^Wissen/ })
        .first()
        .click();
      await page.getByRole('dialog').getByLabel('Reden').waitFor();
    },
  },
  {
    name: 'taking somebody out of a dossier',
    persona: 'secretaris',
    path: () => `${dossier('drafting')}/mensen`,
    open: async (page) => {
      await page
        .getByRole('button', { name: /^Verwijderen/ })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'help', persona: 'opleider', path: () => '/hulp', open: heading(/./) },
  { name: 'the pages for developers', persona: null, path: () => '/ontwikkelaars', open: heading(/./) },
  { name: 'the parts of the screens', persona: 'lezer', path: () => '/onderdelen', open: heading(/./) },
  { name: 'an unknown page', persona: 'lezer', path: () => '/bestaat-niet', open: heading('Niet gevonden') },
];

describe('every screen, in light and dark, wide and narrow', () => {
  it.each(screens)('$name', async ({ persona, path, open }) => {
    const page = await pageOf(persona);
    await page.goto(house.url + path());
    await open(page);
    expect({ axe: await violations(page), sideways: await sideways(page) }).toEqual({ axe: [], sideways: [] });
    await page.close();
  });
});

describe('every form of a dossier', () => {
  it.each([
    ['secretaris', 'preparation'],
    ['voorzitter', 'drafting'],
    ['secretaris', 'consultation'],
    ['voorzitter', 'processing'],
    ['secretaris', 'adopted'],
  ] as const)('opens, is in order, closes with Escape and gives the focus back: %s in %s', async (persona, phase) => {
    const page = await pageOf(persona);
    await page.goto(house.url + dossier(phase));
    await openDossier(page);
    const buttons = page.locator('[data-act]:not([aria-disabled]), [data-step]:not([aria-disabled]):visible');
    const found: Record<string, readonly string[]> = {};
    expect(await buttons.count()).toBeGreaterThan(0);
    for (const button of await buttons.all()) {
      const name = (await button.innerText()).trim();
      await button.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      expect(await dialog.evaluate((one) => one.contains(document.activeElement)), `focus in ${name}`).toBe(true);
      const wrong = await violations(page, 'dialog[open]');
      if (wrong.length > 0) found[name] = wrong;
      await page.keyboard.press('Escape');
      await page.locator('.dialog-head').waitFor({ state: 'detached' });
      expect(await button.evaluate((one) => one === document.activeElement), `focus back on ${name}`).toBe(true);
    }
    expect(found).toEqual({});
    await page.close();
  });

  it('reports the impact per part', async () => {
    const page = await pageOf('werkgroep');
    await page.goto(house.url + dossier('processing'));
    await page.locator('[data-act=report-impact]').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Onderdeel toevoegen' }).click();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    expect(await violations(page, 'dialog[open]')).toEqual([]);
    await page.close();
  });

  it('names what is missing, and the link goes to the field', async () => {
    const page = await pageOf('voorzitter');
    await page.goto(house.url + dossier('drafting'));
    await page.getByRole('button', { name: 'Vraag beantwoorden' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Vraag beantwoorden' }).click();
    await dialog.getByRole('alert').getByRole('link').first().click();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    expect(await violations(page, 'dialog[open]')).toEqual([]);
    await page.close();
  });
});

describe('without a mouse', () => {
  /** Presses Tab until this has the focus, as somebody without a mouse does. */
  async function tabTo(page: Page, target: Locator, most = 40): Promise<number> {
    const passed: string[] = [];
    for (let times = 0; times < most; times += 1) {
      await page.keyboard.press('Tab');
      if (await target.evaluate((one) => one === document.activeElement)) return times;
      passed.push(await page.evaluate(() => document.activeElement?.textContent?.trim().slice(0, 30) ?? ''));
    }
    throw new Error(`not reached with ${most} times Tab, but: ${passed.join(' | ')}`);
  }

  it('skips the bar, opens the first task, and starts at the content of the next page', async () => {
    const page = await pageOf('voorzitter');
    await page.goto(house.url);
    await page.locator('.task').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Naar de inhoud');
    await page.keyboard.press('Enter');
    const first = page.locator('.task a').first();
    await tabTo(page, first, 4);
    const href = await first.getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${href}`);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('inhoud');
    await page.close();
  });

  it('reaches the step, the acts and the rooms of a dossier', async () => {
    const page = await pageOf('secretaris');
    await page.goto(house.url + dossier('consultation'));
    await openDossier(page);
    await page.locator('#inhoud').focus();
    const rooms = page.getByRole('navigation', { name: 'Kamers' });
    expect(await tabTo(page, rooms.getByRole('link').first(), 10)).toBeLessThan(3);
    expect(await tabTo(page, page.locator('[data-act]:not([aria-disabled])').first(), 60)).toBeGreaterThan(0);
    await page.close();
  });

  it('reacts on a paragraph and puts the form away again', async () => {
    const page = await pageOf('opleider');
    await page.goto(house.url + reading('consultation'));
    await reactOnParagraph(page);
    expect(await page.evaluate(() => document.activeElement?.closest('form') !== null), 'the form has the focus').toBe(
      true,
    );
    await page.keyboard.press('Escape');
    await page.getByLabel('Uw reactie', { exact: true }).waitFor({ state: 'hidden' });
    expect(
      await page.evaluate(() => document.activeElement?.closest('.body-text') !== null),
      'the text has the focus again',
    ).toBe(true);
    await page.close();
  });

  it('leaves the text for the toolbar, walks it with the arrows and comes back', async () => {
    const page = await pageOf('auteur');
    await page.goto(house.url + room('schrijven', 'drafting'));
    await openDraft(page);
    const focusIn = (selector: string) =>
      page.evaluate((where) => document.activeElement?.closest(where) !== null, selector);
    await page.locator('.draft-text > .block[data-role="paragraph"]').first().click();
    // Tab belongs to the text, for lists and tables; after Escape it leaves.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Tab');
    for (let back = 0; back < 4 && !(await focusIn('[role="toolbar"]')); back += 1)
      await page.keyboard.press('Shift+Tab');
    expect(await focusIn('[role="toolbar"]')).toBe(true);
    const before = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).not.toBe(before);
    await page.keyboard.press('Escape');
    expect(await focusIn('.draft-text')).toBe(true);
    await page.close();
  });
});

describe('the reading page as a page', () => {
  it('is complete without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
    await signIn(context, house.url, 'opleider');
    const page = await context.newPage();
    await page.goto(house.url + reading('consultation'));
    const view = await (await context.request.get(`${house.url}/api/versions/${version('consultation', -1)}`)).json();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(at('consultation').title);
    const words = (await page.locator('.body-text').innerText()).replaceAll(/\s+/g, ' ');
    for (const block of view.document.content) {
      const text = (block.content ?? []).map((one: { text?: string }) => one.text ?? '').join('');
      expect(words).toContain(text.replaceAll(/\s+/g, ' ').trim());
    }
    const headings = await page.locator('.body-text :is(h2, h3, h4)').count();
    const links = await page.locator('.toc-full a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(links.length).toBe(headings);
    for (const link of links) expect(await page.locator(`[id="${link?.slice(1)}"]`).count(), `${link}`).toBe(1);
    const notice = page.locator('noscript p');
    expect(await notice.isVisible()).toBe(true);
    expect(await notice.textContent()).toContain('Om te reageren is JavaScript nodig.');
    await context.close();
  });

  it('prints the text and not the screen around it', async () => {
    const page = await pageOf('opleider');
    await page.goto(house.url + reading('consultation'));
    await openText(page);
    await page.emulateMedia({ media: 'print' });
    const screen = 'header.top, .read-toc, .read-side form, .open-comments, footer.foot, .toast-place, button';
    const shown = page.locator(screen).filter({ visible: true });
    expect(await shown.evaluateAll((all) => all.map((one) => one.className))).toEqual([]);
    expect(await page.locator('.body-text').isVisible()).toBe(true);
    expect(await page.locator('.cover').isVisible()).toBe(true);
    await page.close();
  });
});
