/** What a standard answer can say of the comment it is used for. */
export interface Blanks {
  readonly nummer: string;
  readonly onderdeel: string;
  readonly versie: string;
}

/** An answer with the blanks it names filled in. */
export function filledIn(text: string, blanks: Blanks): string {
  return text.replaceAll(/\[(nummer|onderdeel|versie)\]/giu, (_all, name: string) => {
    return blanks[name.toLowerCase() as keyof Blanks];
  });
}

/** The first blank that who writes still has to fill in: from and to, in UTF-16 units; `null` when none is left. */
export function nextBlank(text: string): readonly [number, number] | null {
  const found = /\[[^\][]+\]/u.exec(text);
  return found === null ? null : [found.index, found.index + found[0].length];
}

/** A motivation with an answer added after what stands there. */
export function withAnswer(motivation: string, answer: string): string {
  const before = motivation.trimEnd();
  return before === '' ? answer : `${before} ${answer}`;
}
