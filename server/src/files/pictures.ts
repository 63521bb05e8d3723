import type { Files } from './files.ts';
import { type Picture, readPicture } from './picture-bytes.ts';

/** Keeps the picture in these bytes beside a dossier, or says why not. */
export async function keepPicture(
  files: Files,
  dossier: string,
  sent: Uint8Array,
  by: string,
  at: string,
): Promise<
  { readonly kind: 'kept'; readonly blob: string; readonly type: string } | Exclude<Picture, { kind: 'sound' }>
> {
  const read = readPicture(sent);
  if (read.kind !== 'sound') return read;
  const kept = await files.keep(dossier, read.bytes, by, at);
  return kept === null ? { kind: 'unknown' } : { kind: 'kept', ...kept };
}
