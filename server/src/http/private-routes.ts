import { routes } from '@draagvlak/contract/server';
import { dismissedHints, dismissHint } from '../identity/hints.ts';
import type { Services } from '../services.ts';
import { type Api, signedIn } from './answer.ts';
import { draftFor, versionFor } from './asker.ts';
import { HttpProblem } from './http-problem.ts';

export function privateRoutes(api: Api, services: Services): void {
  const { privateTexts } = services;

  const { register } = services.storage;
  signedIn(api, routes.hints, async ({ me }) => ({ dismissed: [...(await dismissedHints(register, me.person.id))] }));
  signedIn(api, routes.dismissHint, ({ me, body }) => dismissHint(register, me.person.id, body.hint, body.dismissed));

  signedIn(api, routes.commentDrafts, async ({ me, query }) => {
    await versionFor(services, me, query.version);
    return [...(await privateTexts.drafts(me.person.id, query.version))];
  });

  signedIn(api, routes.saveCommentDraft, async ({ me, query, body }) => {
    await versionFor(services, me, query.version);
    if (body.anchor.version !== query.version) throw new HttpProblem('invalid-request', { field: 'anchor.version' });
    const draft = { ...body, savedAt: services.now() };
    await privateTexts.saveDraft(me.person.id, query.version, draft);
    return draft;
  });

  signedIn(api, routes.deleteCommentDraft, async ({ me, query }) => {
    await versionFor(services, me, query.version);
    await privateTexts.deleteDraft(me.person.id, query.version, query.id);
  });

  signedIn(api, routes.keptTexts, async ({ me, query }) => {
    await draftFor(services, me, query.draft, 'read-draft');
    return [...(await privateTexts.kept(me.person.id, query.draft))];
  });

  signedIn(api, routes.saveKeptText, async ({ me, query, body }) => {
    await draftFor(services, me, query.draft, 'read-draft');
    const text = { ...body, block: null, at: services.now() };
    await privateTexts.keep(me.person.id, query.draft, text);
    return text;
  });

  signedIn(api, routes.deleteKeptText, async ({ me, query }) => {
    await draftFor(services, me, query.draft, 'read-draft');
    await privateTexts.letGo(me.person.id, query.draft, query.id);
  });
}
