import type { ComparisonView, DossierView } from '@draagvlak/contract/client';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { asks, mainDocument, read } from '../support/demo.ts';
import { type House, openHouse } from '../support/house.ts';
import { Finger } from '../support/finger.ts';
import { act as does, type Hands } from '../support/hands.ts';
import { KeyboardOnly } from '../support/keyboard-only.ts';
import { Office } from '../support/office.ts';

let browser: Browser;
let house: House;
let office: Office;
let hands: Hands;
/** Address of the dossier of this story. */
let home = '';

beforeAll(async () => {
  [browser, house] = await Promise.all([launchBrowser(), openHouse()]);
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

// `SHOTS` names a folder for what everybody saw where the story broke off.
afterEach(async ({ task }) => {
  const folder = process.env['SHOTS'];
  if (folder && task.result?.state === 'fail') await office.picture(folder);
});

/** The dossier as its secretary knows it now. */
async function dossier(): Promise<DossierView> {
  const api = await asks(house.url, 'secretaris');
  const view = await read<DossierView>(api, `/api${home}`);
  await api.dispose();
  return view;
}
const room = async (name: string) => `${home}/${name}/${mainDocument(await dossier()).id}`;
const version = async (number: string) => {
  const found = mainDocument(await dossier()).versions.find((one) => one.number === number);
  if (!found) throw new Error(`there is no version ${number}`);
  return found.id;
};

const sheet = (page: Page) => page.locator('.draft-text');
const saved = (page: Page) => page.locator('.saved:not(.busy)').getByText('Opgeslagen om').waitFor();
/** The first block under the heading of a template section. */
const under = (page: Page, slot: string) =>
  sheet(page).locator(
    `xpath=./*[@data-slot="${slot}"]/following-sibling::*[contains(concat(" ", @class, " "), " block ")][1]`,
  );
const table = (page: Page, slot: string) =>
  sheet(page).locator(`xpath=./*[@data-slot="${slot}"]/following-sibling::*[.//table][1]`);
const block = (page: Page, words: string) => sheet(page).locator('.block', { hasText: words }).last();
/** The words of every block, without numbers, carets and explanations. */
const textOf = (page: Page) =>
  sheet(page).evaluate((text) => {
    const copy = text.cloneNode(true) as HTMLElement;
    for (const extra of copy.querySelectorAll('.caret, .req-no, .guidance')) extra.remove();
    return [...copy.querySelectorAll('.block')].map((one) => one.textContent).join('\n');
  });
/** Until the reading page says how to react. */
const mayReact = (page: Page) => page.getByText('Selecteer een stuk tekst, of kies Reageer').waitFor();
/** Until the list beside the text counts this many reactions; on a phone it may be folded away. */
const counted = (page: Page, many: string) =>
  page.locator('.read-side h2', { hasText: new RegExp(`^${many}$`) }).waitFor({ state: 'attached' });
const act = (page: Page, name: string, fill?: (form: Locator) => Promise<unknown>, send?: string) =>
  does(hands, page, name, fill, send);
const press = (page: Page | Locator, name: string | RegExp) =>
  hands.activate(page.getByRole('button', { name, exact: typeof name === 'string' }).first());
const field = (page: Page | Locator, name: string) =>
  page.getByLabel(name, { exact: ['Uw reactie', 'Getal'].includes(name) });
async function write(page: Page, slot: string, words: string): Promise<void> {
  await hands.caret(under(page, slot));
  await hands.type(page, words);
}
/** Opens a reaction on the workbench, whose list may be folded away on a phone. */
async function chooseReaction(page: Page, name: string | RegExp): Promise<void> {
  const link = page.locator('comment-list').getByRole('link', { name });
  const unfold = page.getByRole('button', { name: 'Lijst tonen' });
  await link.or(unfold).first().waitFor();
  if (await unfold.isVisible()) await hands.activate(unfold);
  await hands.activate(link);
}
/** Fills cells of a row from the first on. */
async function fillRow(page: Page, row: Locator, words: readonly string[]): Promise<void> {
  const cells = row.locator('td');
  for (const [index, word] of words.entries()) {
    await (index === 0 ? hands.caret(cells.first()) : hands.nextCell(page, cells.nth(index)));
    await hands.type(page, word);
  }
}
async function chapters(page: Page): Promise<readonly (string | null)[]> {
  return sheet(page)
    .locator('.block[data-role="heading"][data-level="1"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-slot')));
}

const keyboard = new KeyboardOnly('dark');
const TELLINGS = [
  [keyboard, 'Werken aan flensverbindingen volgens protocol met torque- en tensioning-apparatuur'],
  [new Finger(), 'Werken met een mobiele verticale hoogwerker'],
] as const;

describe.each(TELLINGS.map(([by, qualification]) => ({ by, qualification, name: by.name })))(
  'one qualification, from an empty draft to what changed and why, $name',
  (telling) => {
    const QUALIFICATION = telling.qualification;
    beforeAll(() => {
      hands = telling.by;
      office = new Office(browser, house, hands.device);
      home = '';
    });
    afterAll(async () => {
      await office.leave();
    });

    it('the secretary begins the dossier, with its people and its planning', async () => {
      const page = await office.at('secretaris');
      await hands.activate(page.getByRole('link', { name: 'Dossier beginnen' }));
      await hands.check(page.getByRole('checkbox', { name: QUALIFICATION, exact: true }));
      expect(await page.getByLabel('Naam van het dossier').inputValue()).toBe(QUALIFICATION);
      await hands.check(page.getByRole('checkbox', { name: 'Taakprofiel' }), false);
      const choose = async (part: string, role: string, name: string) => {
        const section = page.getByRole('region', { name: part, exact: true });
        await hands.choose(section.getByLabel('Toevoegen als'), { label: role });
        await hands.fill(section.getByLabel('Zoek een persoon of organisatie'), name);
        await hands.activate(section.getByRole('button', { name: new RegExp(`Toevoegen\\s*: ${name}`) }));
      };
      await choose('WBC', 'WBC-voorzitter', 'Henk Postma');
      await choose('WBC', 'WBC-lid', 'Anna Vermeer');
      await choose('WBC', 'WBC-lid', 'Bram Osinga');
      await choose('Belanghebbenden', 'Belanghebbende', 'Karin Toorenaar');
      await choose('Belanghebbenden', 'Belanghebbende', 'Joris Deltaweg');
      await choose('Belanghebbenden', 'Partner', 'Wim Toezicht');
      await choose('Belanghebbenden', 'Stuurgroeplid', 'Els van Duin');
      await hands.activate(page.locator('summary', { hasText: 'Planning' }));
      const inputs = page.locator('table.planning input');
      for (const [index, input] of (await inputs.all()).entries()) {
        await hands.date(input, office.day(Math.ceil(index / 2) * 30 + (index % 2 === 0 && index > 0 ? 1 : 0)));
      }
      await press(page, 'Dossier beginnen');
      await page.waitForURL(/\/dossiers\/[0-9a-f-]{36}$/);
      home = new URL(page.url()).pathname;
      await act(page, 'Opstellen beginnen');
      await page.getByText('De WBC schrijft het eerste concept.').waitFor();
      expect((await dossier()).phase).toBe('drafting');
    });

    it('an author starts the draft from the template', async () => {
      const page = await office.at('auteur');
      await hands.activate(page.locator('.task', { hasText: QUALIFICATION }).getByRole('link').first());
      await act(page, 'Concept beginnen', (form) => hands.check(form.getByLabel('Met de onderdelen van het sjabloon')));
      await hands.activate(page.getByRole('link', { name: 'Schrijven' }).first());
      await under(page, 'docenten').waitFor();
      expect((await chapters(page)).length).toBeGreaterThan(10);
    });

    it('two authors fill the mandatory sections at once, and end with one text', async () => {
      const anna = await office.at('auteur', await room('schrijven'));
      const bram = await office.at('tweede-auteur', await room('schrijven'));
      await Promise.all([saved(anna), saved(bram)]);
      await Promise.all([
        (async () => {
          await write(anna, 'inleiding.doel', 'Dit document stelt eisen aan opleiders.');
          await write(anna, 'inleiding.status', 'Elke eis is verplicht, tenzij er aanbeveling bij staat.');
          const terms = table(anna, 'inleiding.begrippen').locator('tr');
          await fillRow(anna, terms.nth(1), ['Flens', 'Verbinding tussen twee pijpen.']);
          await press(anna, 'Rij eronder');
          await fillRow(anna, terms.nth(2), ['Torque', 'Draaimoment.']);
          await write(anna, 'toelating.doelgroep', 'De doelgroep staat in het taakprofiel.');
          await write(anna, 'toelating.toelating', 'De deelnemer is ten minste 18 jaar.');
          await write(anna, 'toelating.intake', 'De opleider houdt een intake.');
          await write(anna, 'toelating.locatie', 'Opleiden bij een werkgever mag.');
          const aim = table(anna, 'leerdoelen.tabel').locator('tr').nth(1);
          await fillRow(anna, aim, ['L1', 'een flens sluiten', 'toepassen', 'praktijk', 'taak 1']);
          await write(anna, 'leerdoelen.dekking', 'Het lesplan noemt alle leerdoelen.');
        })(),
        (async () => {
          const hours = table(bram, 'duur.duur').locator('tr');
          for (const [row, words] of ['4 uur', '8 uur', '12 uur'].entries()) {
            await hands.caret(
              hours
                .nth(row + 1)
                .locator('td')
                .last(),
            );
            await hands.type(bram, words);
          }
          await write(bram, 'duur.verdeling', 'De uren vallen binnen een week.');
          await write(bram, 'duur.groepsgrootte', 'Bij praktijk zijn er ten hoogste 12 deelnemers per docent.');
          await hands.tool(bram.getByRole('button', { name: 'Eis', exact: true }));
          await hands.tool(bram.locator('.context-bar').getByRole('button', { name: 'Getal invullen' }));
          await hands.fill(bram.getByLabel('Waarover gaat het'), 'groepsgrootte praktijk');
          await hands.choose(bram.getByLabel('Grens'), { label: 'ten hoogste' });
          await hands.fill(field(bram, 'Getal'), '12');
          await hands.fill(bram.getByLabel('Eenheid'), 'deelnemers per docent');
          await press(bram, 'Getal opslaan');
          await write(bram, 'duur.herhaling', 'Verlengen duurt een dag.');
          await write(bram, 'duur.digitaal', 'De theorie mag online.');
          await write(bram, 'programma.theorie', '- soorten flenzen\ngereedschap\ngevaren van druk');
          await write(bram, 'programma.praktijk', 'Elke deelnemer sluit drie flenzen.');
          await write(bram, 'veiligheid', 'De opleider heeft een actuele RI&E.');
          await write(bram, 'faciliteiten', 'Er is een lokaal met acht werkplekken.');
          await write(bram, 'docenten', 'Een docent heeft ten minste vijf jaar werkervaring.');
        })(),
      ]);
      await Promise.all([
        (async () => {
          await write(anna, 'lesmateriaal', 'Het lesmateriaal is in het Nederlands.');
          await write(anna, 'examen', 'De opleider meldt de deelnemer aan na de opleiding.');
        })(),
        write(bram, 'kwaliteit', 'De opleider bewaart de presentielijst twee jaar.'),
      ]);
      // Bram moves the chapter on teachers up, while Anna types in it.
      const before = await chapters(anna);
      await hands.caret(block(anna, 'Een docent heeft'));
      await hands.caret(sheet(bram).locator('[data-slot="docenten"]'));
      const chapter = anna.locator('draft-outline li', { hasText: 'Docenten' });
      await chapter.getByText('Bram Osinga is hier').waitFor({ state: 'attached' });
      await hands.tool(bram.getByRole('button', { name: 'Onderdeel omhoog' }));
      await expect.poll(async () => (await chapters(anna)).indexOf('docenten')).toBe(before.indexOf('docenten') - 1);
      await hands.caret(block(anna, 'Een docent heeft'));
      await hands.type(anna, ' Stage telt mee.');
      await Promise.all([saved(anna), saved(bram)]);
      await expect.poll(async () => (await textOf(bram)).includes('Stage telt mee.')).toBe(true);
      await expect.poll(async () => (await textOf(anna)) === (await textOf(bram))).toBe(true);
      await anna.getByText('Alle verplichte onderdelen zijn gevuld.').waitFor({ state: 'attached' });
      expect(
        (await dossier()).documents[0]?.completeness.filter((one) => one.mandatory && one.state !== 'filled'),
      ).toEqual([]);
    });

    it('the chair freezes the first concept, and the text is closed', async () => {
      const page = await office.at('voorzitter', home);
      await act(page, 'Vraag beantwoorden', (form) => hands.check(form.getByLabel('nee')));
      await act(page, 'Vastleggen als versie', async () => {}, 'Vastleggen');
      await act(page, 'Besluit van de WBC vastleggen', (form) =>
        hands.fill(form.getByLabel('Verslag'), 'De WBC legt voor.'),
      );
      await page
        .getByText(/Vastgelegd als 0\.1|0\.1/)
        .first()
        .waitFor();
      expect(mainDocument(await dossier()).versions.map(({ number }) => number)).toEqual(['0.1']);
    });

    it('the secretary opens the consultation, publishes, tells everybody and presents', async () => {
      const page = await office.at('secretaris', home);
      await act(page, 'Inspraak openen', (form) =>
        hands.date(form.getByLabel('Tot en met welke dag?'), office.day(23)),
      );
      await act(page, 'Publicatie vastleggen', (form) =>
        hands.fill(form.getByLabel('Waar is het gepubliceerd?'), 'ssvv.nl'),
      );
      await act(page, 'Berichten vastleggen');
      await act(page, 'Overleg vastleggen', (form) =>
        hands.fill(form.getByLabel('Verslag'), 'Online, met 20 deelnemers.'),
      );
      await page.getByText('Het eerste concept ligt ter inspraak.').waitFor();
      const round = (await dossier()).rounds[0];
      expect([round?.open, round?.notified, round?.closes.slice(0, 10)]).toEqual([true, 8, office.day(23)]);
    });

    it('two stakeholders react on words and on a section, and see only their own; the WBC sees both at once', async () => {
      const reading = `/lezen/${await version('0.1')}`;
      const anna = await office.at('auteur', reading);
      await counted(anna, '0 reacties');
      const karin = await office.at('opleider', reading);
      await mayReact(karin);
      const sentence = karin.locator('.body-text [data-block]', { hasText: 'ten minste vijf jaar' }).last();
      await hands.react(sentence, 'Een docent heeft ten minste vijf jaar werkervaring.');
      await hands.fill(field(karin, 'Uw reactie'), 'Vijf jaar is te lang, zo vinden wij geen docenten.');
      await press(karin, 'Tekstvoorstel toevoegen');
      const proposal = karin.getByLabel('Uw tekstvoorstel');
      await hands.fill(proposal, (await proposal.inputValue()).replace('vijf jaar', 'drie jaar'));
      await press(karin, 'Reactie versturen');
      await karin.getByText(/Uw reactie is verstuurd. Het nummer is R0*1\./).waitFor();
      await counted(anna, '1 reactie');

      const joris = await office.at('examencentrum', reading);
      await mayReact(joris);
      await hands.react(joris.locator('.body-text h2', { hasText: 'Examen' }).first(), 'Examen');
      await hands.choose(joris.getByLabel('Waarop reageert u?'), { label: /^Het onderdeel/ });
      await hands.check(field(joris, 'Vraag'));
      await hands.fill(field(joris, 'Uw reactie'), 'Wie controleert de aanmelding?');
      await press(joris, 'Reactie versturen');
      await counted(anna, '2 reacties');
      await press(joris, 'Terugnemen');
      await joris.getByText('Uw reactie is teruggenomen.').waitFor();
      await counted(anna, '1 reactie');
      await press(joris, 'Verder schrijven');
      await hands.fill(field(joris, 'Uw reactie'), 'Wie controleert de aanmelding, en wanneer?');
      await press(joris, 'Reactie versturen');
      // The number that was taken back is not given again.
      await joris.getByText(/Uw reactie is verstuurd. Het nummer is R0*3\./).waitFor();
      await counted(anna, '2 reacties');

      for (const [page, own] of [
        [karin, 'Vijf jaar is te lang'],
        [joris, 'Wie controleert'],
      ] as const) {
        await page.reload();
        await counted(page, '1 reactie');
        expect(await page.locator('.read-side .said').allInnerTexts()).toEqual([expect.stringContaining(own)]);
      }
    });

    it('after the closing date nobody reacts, and the chair begins the processing', async () => {
      await office.pass(25);
      const karin = await office.at('opleider', `/lezen/${await version('0.1')}`);
      await karin.locator('.has-side').waitFor();
      await counted(karin, '1 reactie');
      expect(await karin.getByRole('button', { name: 'Reageer' }).count()).toBe(0);
      const secretary = await office.at('secretaris', home);
      await act(secretary, 'Enquête vastleggen', (form) =>
        hands.fill(form.getByLabel('Hoeveel antwoorden kwamen er?'), '9'),
      );
      await act(secretary, 'Overleg vastleggen', async (form) => {
        expect(await form.getByLabel('Op welke dag?').inputValue()).toBe(office.day());
        await hands.fill(form.getByLabel('Verslag'), 'De hoofdlijnen zijn teruggekoppeld.');
      });
      const chair = await office.at('voorzitter', home);
      await act(chair, 'Verwerken beginnen');
      await chair.getByText('De WBC verwerkt de reacties').waitFor();
    });

    it('an author applies a proposal with one click, and types for the other reaction', async () => {
      const anna = await office.at('auteur');
      const task = anna.locator('.task', { hasText: QUALIFICATION });
      await hands.activate(task.getByRole('link', { name: 'Verwerk de reacties' }));
      await chooseReaction(anna, 'Vakschool De Toren');
      await press(anna, 'Voorstel in de tekst zetten');
      await anna.getByText('Het voorstel staat in de tekst.').waitFor();
      await expect.poll(() => textOf(anna)).toContain('ten minste drie jaar werkervaring');
      expect(await anna.getByRole('radio', { name: 'Overgenomen', exact: true }).isChecked()).toBe(true);
      await press(anna, 'Besluit voorstellen');
      await anna
        .getByText(/^Besluit op R0*1 is voorgesteld\.$/)
        .first()
        .waitFor();

      await chooseReaction(anna, 'Examencentrum Delta Toetsing');
      await press(anna, 'Verwerk deze reactie');
      await anna
        .getByText(/^U verwerkt R/)
        .first()
        .waitFor();
      await hands.caret(block(anna, 'De opleider meldt'));
      await hands.type(anna, ' Het examencentrum controleert de aanmelding.');
      await press(anna, 'Stoppen');
      await hands.check(field(anna, 'Gedeeltelijk overgenomen'));
      await hands.fill(
        field(anna, 'Motivering'),
        'Wie controleert, staat er nu. Het moment bepaalt het examencentrum.',
      );
      await press(anna, 'Besluit voorstellen');
      await anna
        .getByText(/^Besluit op R0*3 is voorgesteld\.$/)
        .first()
        .waitFor();

      // A change of Bram's own, for no reaction at all.
      const bram = await office.at('tweede-auteur', await room('schrijven'));
      await hands.caret(block(bram, 'Er is een lokaal met'));
      await hands.type(bram, ' Het lokaal is verwarmd.');
      await saved(bram);
      await expect.poll(() => textOf(anna)).toContain('Het lokaal is verwarmd.');
    });

    it('the chair confirms, gives the change without a reaction its reason, and freezes the second concept', async () => {
      const chair = await office.at('voorzitter', await room('verwerken'));
      for (const number of [1, 3]) {
        const reaction = new RegExp(`^R0*${number}\\b`);
        await chooseReaction(chair, reaction);
        await press(chair, 'Besluit bevestigen');
        await chair
          .getByText(new RegExp(`^Besluit op R0*${number} is bevestigd\\.$`))
          .first()
          .waitFor();
      }
      await chair.goto(`${house.url}${await room('vergelijken')}?van=${await version('0.1')}`);
      const without = chair.locator('.attention > div').filter({ hasText: 'Zonder reden' });
      await hands.activate(without.getByRole('link'));
      await chair.locator('.why-pane').getByText('Bram Osinga').waitFor();
      await press(chair, 'Reden toevoegen');
      await hands.fill(field(chair, 'Toelichting'), 'Vergeten in het eerste concept.');
      await press(chair, 'Reden opslaan');
      await chair.getByText('Bij elke wijziging staat een reden.').waitFor();
      await chair.goto(house.url + home);
      await act(chair, 'Vastleggen als versie', async () => {}, 'Vastleggen');
      const secretary = await office.at('secretaris', home);
      await act(secretary, 'Ter inzage leggen', (form) =>
        hands.date(form.getByLabel('Tot en met welke dag?'), office.day(16)),
      );
      await act(secretary, 'Publicatie vastleggen', (form) =>
        hands.fill(form.getByLabel('Waar is het gepubliceerd?'), 'ssvv.nl'),
      );
      await act(secretary, 'Berichten vastleggen');
      expect((await dossier()).phase).toBe('inspection');
    });

    it('the comparison says of every change who made it and for which reaction', async () => {
      const [before, after] = [await version('0.1'), await version('0.2')];
      const page = await office.at('voorzitter', `${await room('vergelijken')}?van=${before}&naar=${after}`);
      const api = await asks(house.url, 'voorzitter');
      const view = await read<ComparisonView>(
        api,
        `/api/comparisons?before=${before}&after=${after}&document=${mainDocument(await dossier()).id}`,
      );
      await api.dispose();
      const number = new Map(view.comments.map((comment) => [comment.id, comment.number.replace(/^R0*/, 'R')]));
      const told = view.comparison.changes.map((change) => ({
        words: change.after?.text ?? '',
        by: view.attributions
          .find(({ key }) => key === change.key)
          ?.people.map((person) => view.people[person]?.name ?? ''),
        grounds: view.links
          .filter((link) => link.change === change.key && link.how !== 'overlap')
          .map(({ comment, how }) => `${how}: ${comment === null ? 'ambtshalve' : number.get(comment)}`),
      }));
      const about = (words: string) => told.find((one) => one.words.includes(words));
      expect(about('drie jaar')).toMatchObject({
        by: ['Anna Vermeer'],
        grounds: expect.arrayContaining(['recorded: R1']),
      });
      expect(about('controleert de aanmelding')).toMatchObject({
        by: ['Anna Vermeer'],
        grounds: expect.arrayContaining(['recorded: R3']),
      });
      expect(about('verwarmd')).toMatchObject({ by: ['Bram Osinga'], grounds: ['attached: ambtshalve'] });
      expect(view.findings.filter(({ settled }) => settled === null)).toEqual([]);

      // And the screen says the same, change by change.
      await page.getByText('Bij elke wijziging staat een reden.').waitFor();
      const seen: string[] = [];
      for (let turn = 0; turn < view.comparison.changes.length; turn += 1) {
        await press(page, /^Volgende/);
        await page.getByRole('heading', { name: `Waarom wijziging ${turn + 1}` }).waitFor();
        seen.push(await page.locator('.why-pane').innerText());
      }
      expect(seen.some((text) => text.includes('Anna Vermeer') && /R0*1\b/.test(text))).toBe(true);
      expect(seen.some((text) => text.includes('Anna Vermeer') && /R0*3\b/.test(text))).toBe(true);
      expect(seen.some((text) => text.includes('Bram Osinga') && text.includes('Ambtshalve'))).toBe(true);
    });

    it('an objection in the inspection is answered, and the definitive concept goes to the Stuurgroep', async () => {
      const karin = await office.at('opleider', `/lezen/${await version('0.2')}`);
      await mayReact(karin);
      await hands.react(karin.locator('.body-text [data-block]', { hasText: 'drie jaar' }).last(), 'drie jaar');
      await hands.choose(karin.getByLabel('Gaat dit over een eerdere reactie van u?'), { index: 1 });
      await hands.fill(field(karin, 'Uw reactie'), 'Ook drie jaar is lang. Wij vragen om twee jaar.');
      await press(karin, 'Reactie versturen');
      await karin.getByText('Uw reactie is verstuurd.').waitFor();
      await office.pass(17);
      const secretary = await office.at('secretaris', home);
      await act(secretary, 'Definitief concept maken');
      const anna = await office.at('auteur', await room('verwerken'));
      await chooseReaction(anna, 'Vakschool De Toren');
      await hands.check(field(anna, 'Niet overgenomen'));
      await hands.fill(field(anna, 'Motivering'), 'Drie jaar is nodig om alle storingen te hebben meegemaakt.');
      await press(anna, 'Besluit voorstellen');
      await anna
        .getByText(/^Besluit op .* is voorgesteld\.$/)
        .first()
        .waitFor();
      const chair = await office.at('voorzitter', await room('verwerken'));
      await chooseReaction(chair, 'Vakschool De Toren');
      await press(chair, 'Besluit bevestigen');
      await chair
        .getByText(/^Besluit op .* is bevestigd\.$/)
        .first()
        .waitFor();
      // What only the definitive concept needs is still empty, and the text cannot be frozen without it.
      await chair.goto(house.url + home);
      expect(await chair.locator('[data-act=freeze]').getAttribute('aria-disabled')).toBe('true');
      await anna.goto(house.url + (await room('schrijven')));
      await write(anna, 'overgang', 'Wie al begonnen is, maakt de opleiding af volgens de oude eisen.');
      await saved(anna);
      await chair.locator('[data-act=freeze]:not([aria-disabled=true])').waitFor();
      await act(chair, 'Vastleggen als versie', async () => {}, 'Vastleggen');
      // The text changed after it was on inspection: why that asks for no second one is on the record.
      await act(chair, 'Voorleggen aan de Stuurgroep', (form) =>
        hands.fill(form.getByRole('textbox'), 'Alleen het bezwaar is beantwoord en de overgang beschreven.'),
      );
      expect((await dossier()).phase).toBe('approval');
    });

    it('the Stuurgroep reads what changed, decides, and the document comes into force', async () => {
      const els = await office.at('stuurgroep');
      await hands.activate(els.locator('.task', { hasText: QUALIFICATION }).getByRole('link', { name: 'Beslis over' }));
      await hands.activate(els.getByRole('link', { name: 'Wat is er veranderd sinds 0.1' }));
      // What was written at the very end stands there as what it is: a change that nothing explains.
      await hands.activate(els.locator('.attention > div').filter({ hasText: 'Zonder reden' }).getByRole('link'));
      await els.locator('.why-pane').getByText('Anna Vermeer').waitFor();
      await hands.activate(els.getByRole('link', { name: 'Akkoord', exact: true }));
      const decision = els.getByRole('dialog');
      await hands.fill(field(decision, 'Hoeveel leden waren aanwezig?'), '6');
      await press(decision, 'Akkoord');
      await els.getByText('Besloten over:').waitFor();
      const decided = await dossier();
      expect(decided.decisions[0]?.decidedOn.map(({ hash }) => hash)).toEqual([
        mainDocument(decided).versions.find(({ number }) => number === '0.9')?.hash,
      ]);
      const secretary = await office.at('secretaris', home);
      await act(secretary, 'Vaststellen en publiceren');
      await act(secretary, 'Vastleggen als versie', async () => {}, 'Vastleggen');
      await act(secretary, 'Publicatie vastleggen', (form) =>
        hands.fill(form.getByLabel('Waar is het gepubliceerd?'), 'ssvv.nl'),
      );
      await act(secretary, 'Ingangsdatum vastleggen', (form) =>
        hands.date(form.getByLabel('Ingangsdatum'), office.day()),
      );
      await act(secretary, 'In werking laten treden');
      await secretary.getByText('De documenten zijn vastgesteld en gelden.').waitFor();
      const reader = await office.at('opleider', `/lezen/${await version('1.0')}`);
      await reader.getByRole('heading', { level: 1 }).waitFor();
      expect(await reader.locator('.body-text').innerText()).toContain('ten minste drie jaar werkervaring');
    });

    it('no browser complained on the way, and the focus was never lost', () => {
      expect(office.complaints).toEqual([]);
      expect(keyboard.lost).toEqual([]);
    });
  },
);
