import { canonical, type DocumentJson, textBlocks } from '@draagvlak/document';
import { type Actor, latestVersion } from '@draagvlak/procedure';
import type { Services } from '../services.ts';
import { actsOf } from './apply-edit.ts';
import { organisations, people } from './cast.ts';
import type { Stage } from './stage.ts';

/** Ids and content of every text block, to see what an edit touched. */
function blocks(document: DocumentJson): Map<string, string> {
  return new Map([...textBlocks(document)].map(({ block }) => [block.attrs.id ?? '', canonical(block)]));
}

/** A refusal in the middle of a story is a bug of the story, so it is thrown. */
function expectDone(acted: { readonly kind: string }, what: string): void {
  if (acted.kind !== 'done') throw new Error(`${what} was not done: ${JSON.stringify(acted)}`);
}

/** Adds the cast to the register and lets its members use the product, each act at its own moment. */
export async function openStage(services: Services, createdAt: string): Promise<Stage> {
  const { identity, rooms, dossiers } = services;
  const newId = () => services.newId();
  const organisationIds = new Map(organisations.map(({ key }) => [key, newId()]));
  const personIds = new Map(people.map(({ key }) => [key, newId()]));
  const organisation = (key: string) => organisationIds.get(key) ?? fail(`no organisation ${key}`);
  const person = (key: string) => personIds.get(key) ?? fail(`nobody is called ${key}`);
  const actor = (key: string): Actor => ({
    person: person(key),
    administrator: false,
    secretariat: people.find((one) => one.key === key)?.role === 'secretary',
  });
  for (const { key, name, party } of organisations) {
    await identity.people.addOrganisation({ id: organisation(key), name, party });
  }
  let writers = 0;
  for (const [index, { key, name, party, organisation: of, role, persona }] of people.entries()) {
    const writes = role === 'wbc-member' || role === 'wbc-chair' || role === 'secretary';
    await identity.people.addPerson({
      id: person(key),
      name,
      party,
      organisation: of === null ? null : organisation(of),
      administrator: role === 'administrator',
      secretariat: role === 'secretary',
      // Those who write together can be told apart.
      colour: (((writes ? (writers += 1) : 0) % 4) + 1) as 1 | 2 | 3 | 4,
      persona: persona === undefined ? null : { key, role: persona },
      // One after the other, which is the order in which the sign-in page shows them.
      createdAt: new Date(Date.parse(createdAt) + index).toISOString(),
    });
  }

  return {
    newId,
    person,
    organisation,
    async open(role, at, opening) {
      const { id, acted } = await dossiers.openDossier(actor(role), opening, { now: at });
      expectDone(acted, `opening ${opening.title}`);
      return id;
    },
    async act(role, at, dossier, command) {
      expectDone(await dossiers.act(dossier, actor(role), command, { now: at }), `${command.type} by ${role} at ${at}`);
    },
    async start(role, at, dossier, document, markdown) {
      const beginning = markdown === null ? ({ from: 'template' } as const) : ({ from: 'import', markdown } as const);
      expectDone(
        await dossiers.startDraft(dossier, document, actor(role), beginning, { now: at }),
        `starting ${document}`,
      );
    },
    async revise(role, at, dossier, document, version) {
      const acted = await dossiers.startDraft(
        dossier,
        document,
        actor(role),
        { from: 'version', version },
        { now: at },
      );
      expectDone(acted, `revising ${version}`);
    },
    async edit(role, at, draft, comment, edits) {
      const author = { person: person(role), at, comment };
      const start = blocks((await rooms.read(draft)).document);
      for (const edit of edits) {
        const { document } = await rooms.read(draft);
        for (const act of actsOf(document, edit, newId)) {
          if ('edit' in act) await rooms.edit(draft, author, act.edit);
          else await rooms.move(draft, author, act.move, act.before);
        }
      }
      const end = blocks((await rooms.read(draft)).document);
      const touched = [...end].filter(([id, content]) => start.get(id) !== content).map(([id]) => id);
      // A part that only moved is borne out by the heading that moved.
      const moved = edits.flatMap((edit) => ('moveSection' in edit ? [edit.moveSection[0]] : []));
      const headings = moved.flatMap((title) =>
        [...end]
          .filter(([, content]) => content.includes('"role":"heading"') && content.includes(title))
          .map(([id]) => id),
      );
      return [...touched, ...headings];
    },
    keepAnswer: async (dossier, title, text) => {
      await services.standardAnswers.save(dossier, { id: newId(), title, text });
    },
    draft: async (draft) => (await rooms.read(draft)).document,
    version: async (dossier, id) => {
      const loaded = await dossiers.store.load(dossier);
      const version = loaded?.dossier.versions.find((one) => one.id === id);
      if (!version) throw new Error(`no version ${id}`);
      return (await dossiers.texts.version(version)).document;
    },
    newest: async (id) => {
      const dossier = (await dossiers.store.load(id))?.dossier;
      return dossier?.documents.flatMap((document) => latestVersion(dossier, document.id) ?? []) ?? [];
    },
    async evidence(id, document) {
      const dossier = (await dossiers.store.load(id))?.dossier;
      const about = dossier?.documents.find((one) => one.id === document);
      const evidence = dossier && about ? await dossiers.evidence.present(dossier, about) : null;
      if (!evidence) throw new Error('there is nothing to compare yet');
      return evidence;
    },
  };
}

function fail(message: string): never {
  throw new Error(message);
}
