const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML, for element content and for quoted attributes alike. Characters that HTML forbids become U+FFFD. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] as string)
    // A carriage return would be read as a line feed, and a control character not at all: both would move offsets.
    .replaceAll(/(?![\t\n])\p{Cc}/gu, '\ufffd');

/** Attributes as they stand in a tag, each with a space before it; `null` and `false` leave one out, `true` names it. */
export const attributes = (values: Readonly<Record<string, string | number | boolean | null>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== null && value !== false)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`))
    .join('');

/** An element; `content` is HTML already. */
export const element = (
  name: string,
  values: Readonly<Record<string, string | number | boolean | null>>,
  content: string,
): string => `<${name}${attributes(values)}>${content}</${name}>`;
