const KINDS = {
  chapter: 'hoofdstuk',
  section: 'paragraaf',
  annex: 'bijlage',
  requirement: 'eis',
  recommendation: 'aanbeveling',
  table: 'tabel',
  definition: 'begrip',
};

/** What a reference points to, as far as its name needs it. */
export interface Referred {
  readonly kind: keyof typeof KINDS;
  readonly number: string | null;
  readonly title: string;
  readonly within: Referred | null;
}

function named({ kind, number, title, within }: Referred): string {
  if (number !== null) return `${KINDS[kind]} ${number}`;
  if (kind === 'table') return within === null ? 'de tabel' : `de tabel in ${named(within)}`;
  return kind === 'definition' ? `het begrip ‘${title}’` : `‘${title}’`;
}

const ABBREVIATION =
  /(?:^|[\s(])(?:\p{L}\.(?:\p{L}\.)*|bijv|resp|ca|nr|art|blz|evt|incl|excl|max|min|vgl|enz|etc|zgn)\.?$/iu;

/** Whether a sentence begins after these words of a paragraph. */
export const beginsSentence = (before: string): boolean =>
  before.trim() === '' || (/[.?!]\s+$/u.test(before) && !ABBREVIATION.test(before.trimEnd()));

/** "paragraaf 4.2", "eis 4.2.1", with a capital where a sentence begins after `before`. */
export function reference(to: Referred, before = ''): string {
  const name = named(to);
  return beginsSentence(before) ? name.charAt(0).toLocaleUpperCase('nl') + name.slice(1) : name;
}

export const referenceKinds = KINDS;
