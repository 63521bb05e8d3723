/** Where in the app somebody is; every page is one of these. */
export type Route =
  | { readonly page: 'overview' }
  | { readonly page: 'new-dossier' }
  | { readonly page: 'dossier'; readonly dossier: string }
  | { readonly page: 'people'; readonly dossier: string }
  | { readonly page: 'log'; readonly dossier: string }
  | { readonly page: 'words'; readonly dossier: string; readonly comment: string | null }
  | { readonly page: 'decision'; readonly dossier: string }
  | { readonly page: 'audit'; readonly dossier: string }
  | { readonly page: 'writing'; readonly dossier: string; readonly document: string }
  | { readonly page: 'processing'; readonly dossier: string; readonly document: string }
  | {
      readonly page: 'comparing';
      readonly dossier: string;
      readonly document: string;
      readonly before: string | null;
      readonly after: string | null;
    }
  | { readonly page: 'search'; readonly words: string }
  | { readonly page: 'notices'; readonly settings: boolean }
  | { readonly page: 'help' }
  | { readonly page: 'parts' }
  | { readonly page: 'unknown' };

const DOSSIER_PAGES = { mensen: 'people', logboek: 'log', besluit: 'decision', controle: 'audit' } as const;
const DOCUMENT_PAGES = { schrijven: 'writing', verwerken: 'processing' } as const;

const has = <T extends object>(table: T, key: string): key is keyof T & string => Object.hasOwn(table, key);

/** The route of an address within the app. */
export function routeOf(url: URL): Route {
  const parts = url.pathname.split('/').filter((part) => part !== '');
  if (parts.length === 0) return { page: 'overview' };
  if (parts[0] === 'onderdelen' && parts.length === 1) return { page: 'parts' };
  if (parts[0] === 'hulp' && parts.length === 1) return { page: 'help' };
  if (parts[0] === 'berichten' && parts.length === 1) return { page: 'notices', settings: false };
  if (parts[0] === 'berichten' && parts[1] === 'instellingen' && parts.length === 2)
    return { page: 'notices', settings: true };
  if (parts[0] === 'zoeken' && parts.length === 1) return { page: 'search', words: url.searchParams.get('q') ?? '' };
  if (parts[0] !== 'dossiers') return { page: 'unknown' };
  const [, dossier, room, document, ...rest] = parts;
  if (dossier === undefined || rest.length > 0) return { page: 'unknown' };
  if (room === undefined) return dossier === 'nieuw' ? { page: 'new-dossier' } : { page: 'dossier', dossier };
  if (document === undefined && room === 'woorden')
    return { page: 'words', dossier, comment: url.searchParams.get('reactie') };
  if (document === undefined)
    return has(DOSSIER_PAGES, room) ? { page: DOSSIER_PAGES[room], dossier } : { page: 'unknown' };
  if (has(DOCUMENT_PAGES, room)) return { page: DOCUMENT_PAGES[room], dossier, document };
  if (room !== 'vergelijken') return { page: 'unknown' };
  const { searchParams } = url;
  return { page: 'comparing', dossier, document, before: searchParams.get('van'), after: searchParams.get('naar') };
}

/** Whether the app itself shows this address; the reading page, files and the API are the server's. */
export function isOurs(url: URL, origin: string): boolean {
  if (url.origin !== origin) return false;
  return !/^\/(api|sync|lezen|taal|tips|was-wordt|inrichten|aanmelden|ontwikkelaars|assets)(\/|$)/.test(url.pathname);
}
