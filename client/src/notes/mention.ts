/** Somebody who can be mentioned. */
export interface Author {
  readonly person: string;
  readonly name: string;
}

/** What is being typed of a name after an @, from its position on; `null` when the caret is not in a mention. */
export function mentionAt(text: string, caret: number): { readonly from: number; readonly typed: string } | null {
  const from = text.lastIndexOf('@', caret - 1);
  if (from < 0 || (from > 0 && !/[\s(]/u.test(text[from - 1] ?? ''))) return null;
  const typed = text.slice(from + 1, caret);
  return /[\n@]/.test(typed) || typed.length > 60 ? null : { from, typed };
}

/** Names that begin with what was typed, also in a later word: "vries" finds Anna de Vries. */
export function matching(authors: readonly Author[], typed: string): readonly Author[] {
  const sought = typed.toLocaleLowerCase('nl');
  return authors.filter(({ name }) => {
    const known = name.toLocaleLowerCase('nl');
    return known !== sought && (known.startsWith(sought) || known.includes(` ${sought}`));
  });
}

/** Who is mentioned by full name in a text. */
export function mentionsIn(text: string, authors: readonly Author[]): readonly string[] {
  return authors.filter(({ name }) => text.includes(`@${name}`)).map(({ person }) => person);
}
