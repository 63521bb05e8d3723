import { describe, expect, it } from 'vitest';
import { isOurs, routeOf } from './routes.ts';

const at = (path: string) => routeOf(new URL(path, 'http://draagvlak.test'));

describe('the address of a page', () => {
  it('leads to the room it names', () => {
    expect(at('/')).toEqual({ page: 'overview' });
    expect(at('/?fase=drafting')).toEqual({ page: 'overview' });
    expect(at('/dossiers/nieuw')).toEqual({ page: 'new-dossier' });
    expect(at('/dossiers/d1')).toEqual({ page: 'dossier', dossier: 'd1' });
    expect(at('/dossiers/d1/')).toEqual({ page: 'dossier', dossier: 'd1' });
    expect(at('/dossiers/d1/besluit')).toEqual({ page: 'decision', dossier: 'd1' });
    expect(at('/dossiers/d1/controle')).toEqual({ page: 'audit', dossier: 'd1' });
    expect(at('/dossiers/d1/schrijven/o1')).toEqual({ page: 'writing', dossier: 'd1', document: 'o1' });
    expect(at('/dossiers/d1/vergelijken/o1?van=a&naar=draft')).toEqual({
      page: 'comparing',
      dossier: 'd1',
      document: 'o1',
      before: 'a',
      after: 'draft',
    });
  });
  it('is unknown when it names none', () => {
    for (const path of [
      '/iets',
      '/dossiers',
      '/dossiers/d1/toString',
      '/dossiers/d1/schrijven',
      '/dossiers/d/mensen/x',
    ])
      expect(at(path)).toEqual({ page: 'unknown' });
  });
  it('is left to the server where the server makes the page', () => {
    const ours = (path: string) => isOurs(new URL(path, 'http://draagvlak.test'), 'http://draagvlak.test');
    expect(ours('/dossiers/d1')).toBe(true);
    expect(ours('/lezenswaard')).toBe(true);
    for (const path of ['/lezen/v1', '/was-wordt/a/b', '/api/openapi.json', 'https://elders.test/'])
      expect(ours(path)).toBe(false);
  });
});
