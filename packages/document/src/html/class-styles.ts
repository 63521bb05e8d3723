/** What a class says of how words look, as a `style` would. */
export type ClassStyles = ReadonlyMap<string, string>;

/** Properties that say something of a text; how a page is laid out is no business of a document. */
const TELLING =
  /^(?:font-weight|font-style|text-decoration|text-decoration-line|vertical-align|display|visibility|color|background-color|list-style-type)$/u;
/** No program writes a longer sheet or more classes. */
const LONGEST_SHEET = 1_000_000;
const MOST_CLASSES = 5000;

/**
 * The rules of a style sheet for a class alone (`.c12{font-weight:700}`), as Google Docs writes its pages. Rules for an
 * element with a class are those of Word, which says again on the element what matters.
 */
export function classStyles(sheet: string): ClassStyles {
  const styles = new Map<string, string>();
  for (const [, name = '', rules = ''] of sheet
    .slice(0, LONGEST_SHEET)
    .matchAll(/(?<=^|[}\s])\.([\w-]{1,60})\s{0,9}\{([^{}]{0,2000})\}/gu)) {
    const telling = rules
      .split(';')
      .filter((rule) =>
        TELLING.test(
          rule
            .slice(0, Math.max(0, rule.indexOf(':')))
            .trim()
            .toLowerCase(),
        ),
      )
      .join(';');
    if (telling !== '' && styles.size < MOST_CLASSES) styles.set(name, `${styles.get(name) ?? ''}${telling};`);
  }
  return styles;
}

/** Attributes with what their classes say before what the element says itself, which therefore holds. */
export function withClassStyle(
  attributes: Readonly<Record<string, string>>,
  styles: ClassStyles,
): Readonly<Record<string, string>> {
  const said = (attributes['class'] ?? '')
    .split(/\s+/u, 20)
    .map((name) => styles.get(name) ?? '')
    .join('');
  return said === '' ? attributes : { ...attributes, style: `${said}${attributes['style'] ?? ''}` };
}
