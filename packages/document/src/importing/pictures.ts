import type { BlockJson, DocumentJson, ImageJson, TopJson } from '../json.ts';

/** A picture that stands in a text itself, as an address of kind `data:`. */
export interface TextPicture {
  /** Place among these pictures in reading order, from 0. */
  readonly at: number;
  readonly src: string;
  readonly alt: string;
}

/** Kinds of picture that every browser shows and that hold no script. */
const DATA_PICTURE = /^data:image\/(?:png|jpe?g);base64,[a-z0-9+/=\s]+$/iu;

/** Whether an address holds a picture that can come along. */
export const isDataPicture = (src: string): boolean => DATA_PICTURE.test(src.trim());

/** The bytes of such an address, without what browsers leave out too. */
export const base64Of = (src: string): string => src.slice(src.indexOf(',') + 1).replaceAll(/\s+/gu, '');

/** The pictures that a text brought along within itself. */
export function picturesIn(document: DocumentJson): TextPicture[] {
  const found: TextPicture[] = [];
  withPictures(document, ({ at, src, alt }) => {
    found.push({ at, src, alt });
    return null;
  });
  return found;
}

/** Gives pictures of the text another address and description, or takes them out where `become` gives `null`. */
export function withPictures(
  document: DocumentJson,
  become: (picture: TextPicture) => { readonly src: string; readonly alt: string } | null,
): DocumentJson {
  let at = -1;
  const made = (image: ImageJson): ImageJson[] => {
    if (!image.attrs.src.startsWith('data:')) return [image];
    at += 1;
    const now = become({ at, src: image.attrs.src, alt: image.attrs.alt });
    return now === null ? [] : [{ ...image, attrs: { ...image.attrs, ...now } }];
  };
  const content = (document.content ?? []).flatMap((node): TopJson[] => {
    if (node.type === 'image') return made(node);
    if (node.type !== 'table') return [node];
    const rows = (node.content ?? []).map((row) => ({
      ...row,
      content: (row.content ?? []).map((cell) => ({
        ...cell,
        content: (cell.content ?? []).flatMap((one): (BlockJson | ImageJson)[] =>
          one.type === 'image' ? made(one) : [one],
        ),
      })),
    }));
    return [{ ...node, content: rows }];
  });
  return { ...document, content };
}
