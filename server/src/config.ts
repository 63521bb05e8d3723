import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The secretariat, as people reach it. */
export interface Contact {
  readonly name: string;
  readonly email: string;
}

/** Everything the environment decides, read once. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly dataDir: string;
  /** Origin under which people reach us, `https://host`; `null` means: whatever host they asked for. */
  readonly publicUrl: string | null;
  /** What an empty data directory becomes; one that was chosen before is not changed by it. */
  readonly demo: boolean;
  readonly logLevel: LogLevel;
  /** Writing requests a minute for one session (or address, without one); 0 is no limit. */
  readonly rateLimit: number;
  /** Whom people ask when they are stuck, shown on every page; `null` shows nobody. */
  readonly contact: Contact | null;
  /** Folder with the built client, absolute. */
  readonly clientDir: string;
}

/** What an operator can set; `npm start` reads them from the environment. */
export const SETTINGS: Readonly<Record<string, string>> = {
  PORT: 'poort waarop de server luistert (3000; 0 kiest een vrije poort)',
  HOST: 'adres waarop de server luistert (127.0.0.1, alleen deze computer; 0.0.0.0 is elk netwerk)',
  DATA_DIR: 'map met alle gegevens, vanaf de map van het project (./data)',
  PUBLIC_URL: 'adres waaronder gebruikers de toepassing bereiken, zoals https://draagvlak.example (leeg)',
  DEMO: 'on of off: wat een lege map met gegevens bij de eerste start wordt (on)',
  LOG_LEVEL: `hoeveel de server meldt: ${LOG_LEVELS.join(', ')} (info)`,
  CLIENT_DIR: 'map met de gebouwde schermen (./client/dist)',
  CONTACT:
    'naam en e-mailadres van het secretariaat, onder elke pagina: Secretariaat <secretariaat@voorbeeld.nl> (leeg; in de demo een voorbeeld)',
  RATE_LIMIT: 'aantal schrijvende verzoeken per minuut per sessie, 0 is geen grens (1200)',
};

/** A setting with a value that cannot be meant; the message is Dutch and names the setting. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';
}

const root = fileURLToPath(new URL('../..', import.meta.url));

function wrong(name: string, value: string, expected: string): never {
  throw new WrongSetting(
    `Instelling ${name} heeft de waarde "${value}", maar ${expected}. (${name}: ${SETTINGS[name]})`,
  );
}

function whole(name: string, value: string, most: number): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (!(number <= most)) wrong(name, value, `moet een heel getal van 0 tot en met ${most} zijn`);
  return number;
}

function origin(value: string): string {
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    return wrong('PUBLIC_URL', value, 'moet een volledig adres zijn');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    wrong('PUBLIC_URL', value, 'moet met https:// of http:// beginnen');
  }
  if (url.pathname !== '/' || url.search || url.hash || url.username) {
    wrong('PUBLIC_URL', value, 'mag alleen een protocol, een naam en een poort hebben');
  }
  return url.origin;
}

/** What the demo shows; the address is reserved for examples and reaches nobody. */
const DEMO_CONTACT = 'Secretariaat SOG-P (voorbeeld) <secretariaat@draagvlak.example>';

function contactOf(value: string): Contact | null {
  if (value === '') return null;
  const [, name = '', email = ''] = /^([^<>]{1,100}?)\s*<([^\s<>@"]+@[^\s<>@"]+)>$/.exec(value) ?? [];
  return name === ''
    ? wrong('CONTACT', value, 'moet een naam zijn met een e-mailadres tussen < en >')
    : { name, email };
}

/** Reads the settings; an empty value counts as absent. Throws {@link WrongSetting}. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = (name: string, otherwise: string) => {
    const value = environment[name]?.trim() ?? '';
    return value === '' ? otherwise : value;
  };
  const demo = read('DEMO', 'on').toLowerCase();
  if (demo !== 'on' && demo !== 'off') wrong('DEMO', demo, 'moet on of off zijn');
  const level = read('LOG_LEVEL', 'info').toLowerCase();
  if (!(LOG_LEVELS as readonly string[]).includes(level)) {
    wrong('LOG_LEVEL', level, `moet een van deze zijn: ${LOG_LEVELS.join(', ')}`);
  }
  const host = read('HOST', '127.0.0.1');
  if (!/^[A-Za-z0-9.:_-]+$/.test(host)) wrong('HOST', host, 'moet een adres of naam zonder poort en protocol zijn');
  const dataDir = read('DATA_DIR', './data');
  if (dataDir.includes('\0')) wrong('DATA_DIR', dataDir, 'moet een map zijn');
  const publicUrl = read('PUBLIC_URL', '');
  return {
    port: whole('PORT', read('PORT', '3000'), 65_535),
    host,
    dataDir: isAbsolute(dataDir) ? dataDir : resolve(root, dataDir),
    publicUrl: publicUrl === '' ? null : origin(publicUrl),
    demo: demo === 'on',
    logLevel: level as LogLevel,
    rateLimit: whole('RATE_LIMIT', read('RATE_LIMIT', '1200'), 1_000_000),
    contact: contactOf(read('CONTACT', demo === 'on' ? DEMO_CONTACT : '')),
    clientDir: resolve(root, read('CLIENT_DIR', './client/dist')),
  };
}
