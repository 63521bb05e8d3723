import type { FrozenVersion } from '@draagvlak/procedure';
import type { Wording } from '@draagvlak/wording';

/** Text as a string of CSS: every sign that could end it is escaped. */
const quoted = (text: string): string =>
  `"${text.replaceAll(/["\\<\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;

/** What stands above and below every printed page of a frozen text: which text, of when, and the hash that proves it. */
export function printStyle(say: Wording, { title, number, frozenAt, content }: FrozenVersion): Response {
  const { print } = say.pages;
  const rules = [
    `--print-what:${quoted(title)}`,
    `--print-when:${quoted(print.of(number, say.dates.day(frozenAt)))}`,
    `--print-proof:${quoted(print.proof(content))}`,
  ];
  return new Response(`:root{${rules.join(';')}}\n`, {
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'private, no-store' },
  });
}
