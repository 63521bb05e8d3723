import type { FrozenVersion } from '@draagvlak/procedure';
import type { Wording } from '@draagvlak/wording';

/** Text as a string of CSS: every sign that could end it is escaped. */
const quoted = (text: string): string =>
  `"${text.replaceAll(/["\\<\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;

/** What stands above every printed page, left and right, and below it. */
export interface PrintWords {
  readonly what: string;
  readonly when: string;
  readonly proof: string;
}

/** A stylesheet with the words of a printed page. */
export function printStyle({ what, when, proof }: PrintWords): Response {
  const rules = [`--print-what:${quoted(what)}`, `--print-when:${quoted(when)}`, `--print-proof:${quoted(proof)}`];
  return new Response(`:root{${rules.join(';')}}\n`, {
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'private, no-store' },
  });
}

/** Of a frozen text: which text, of when, and the hash that proves it. */
export function versionPrint(say: Wording, { title, number, frozenAt, content }: FrozenVersion): PrintWords {
  const { print } = say.pages;
  return { what: title, when: print.of(number, say.dates.day(frozenAt)), proof: print.proof(content) };
}
