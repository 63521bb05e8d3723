import { crc32 } from 'node:zlib';

/** What the bytes of a picture turn out to be: sound, cut to the picture itself, or why they are not kept. */
export type Picture =
  | { readonly kind: 'sound'; readonly bytes: Uint8Array; readonly type: 'image/png' | 'image/jpeg' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'damaged' }
  /** So many points that a reader's browser would run out of memory. */
  | { readonly kind: 'huge' };

/** Points of the largest picture: a page of A3 at 600 dots per inch. */
const MOST_POINTS = 70_000_000;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const starts = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte);

/**
 * Reads a picture as far as its frame goes: whole from its first byte to its last, and of a size that can be shown. What
 * was put behind the picture is cut off, so that a file is nothing but the picture that it shows.
 */
export function readPicture(bytes: Uint8Array): Picture {
  if (starts(bytes, PNG)) return readPng(bytes);
  if (starts(bytes, [0xff, 0xd8, 0xff])) return readJpeg(bytes);
  return { kind: 'unknown' };
}

const DAMAGED: Picture = { kind: 'damaged' };
const sized = (width: number, height: number): Picture | null =>
  width === 0 || height === 0 ? DAMAGED : width * height > MOST_POINTS ? { kind: 'huge' } : null;

/** PNG (ISO/IEC 15948): chunks of length, name, data and checksum, from IHDR to IEND, with IDAT between. */
function readPng(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = PNG.length;
  let drawn = false;
  for (let first = true; at + 12 <= bytes.length; first = false) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return DAMAGED;
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return DAMAGED;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (first !== (name === 'IHDR')) return DAMAGED;
    if (first) {
      if (length !== 13) return DAMAGED;
      const wrong = sized(view.getUint32(at + 8), view.getUint32(at + 12));
      if (wrong !== null) return wrong;
    }
    drawn ||= name === 'IDAT' && length > 0;
    if (name === 'IEND') return drawn ? { kind: 'sound', bytes: bytes.subarray(0, end), type: 'image/png' } : DAMAGED;
    at = end;
  }
  return DAMAGED;
}

/** JPEG (ISO/IEC 10918-1): marked segments up to the scans, whose bytes run on until the marker EOI. */
function readJpeg(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let framed = false;
  let scanned = false;
  for (let at = 2; at + 1 < bytes.length;) {
    if (bytes[at] !== 0xff) {
      // Within a scan anything may stand; elsewhere a segment must begin here.
      if (!scanned) return DAMAGED;
      at = bytes.indexOf(0xff, at);
      if (at === -1) return DAMAGED;
      continue;
    }
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) at += 1;
    else if (marker === 0x00 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else if (marker === 0xd9)
      return framed && scanned ? { kind: 'sound', bytes: bytes.subarray(0, at + 2), type: 'image/jpeg' } : DAMAGED;
    else {
      if (at + 4 > bytes.length) return DAMAGED;
      const length = view.getUint16(at + 2);
      if (length < 2 || at + 2 + length > bytes.length) return DAMAGED;
      // Start of a frame, in all its kinds: how high and how wide.
      if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
        if (length < 8) return DAMAGED;
        const wrong = sized(view.getUint16(at + 7), view.getUint16(at + 5));
        if (wrong !== null) return wrong;
        framed = true;
      }
      scanned ||= marker === 0xda;
      at += 2 + length;
    }
  }
  return DAMAGED;
}
