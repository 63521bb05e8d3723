import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readPicture } from './picture-bytes.ts';

const chunk = (name: string, data: Uint8Array) => {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(name, 4, 'latin1');
  out.set(data, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
};
const header = (width: number, height: number) => {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([8, 0], 8);
  return chunk('IHDR', data);
};
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const png = (width = 2, height = 2) =>
  Buffer.concat([
    SIGNATURE,
    header(width, height),
    chunk('IDAT', deflateSync(Buffer.alloc(6))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
/** A frame of a JPEG as cameras write it: a thumbnail in APP1, a frame, a scan with a stuffed byte, the end. */
const jpeg = (width = 8, height = 8) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 8, 0xff, 0xd8, 0xff, 0xd9, 0, 0]),
    Buffer.from([0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]),
    Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]),
  ]);
const kind = (bytes: Uint8Array) => readPicture(bytes).kind;

describe('the bytes of a picture', () => {
  test('a picture is what its bytes are, whatever it is called', () => {
    expect(readPicture(png())).toEqual({ kind: 'sound', bytes: png(), type: 'image/png' });
    expect(readPicture(jpeg())).toEqual({ kind: 'sound', bytes: jpeg(), type: 'image/jpeg' });
  });

  test.each([
    ['a drawing that can hold a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['an animation', Buffer.from('GIF89a\u0001\u0000\u0001\u0000')],
    ['nothing', Buffer.alloc(0)],
  ])('%s is none', (_name, bytes) => expect(kind(bytes)).toBe('unknown'));

  test('what was put behind a picture is cut off, also where it is a page or an archive', () => {
    for (const whole of [png(), jpeg()]) {
      const both = Buffer.concat([whole, Buffer.from('<script>alert(1)</script>PK\u0003\u0004')]);
      expect(readPicture(both)).toMatchObject({ kind: 'sound', bytes: whole });
    }
  });

  test('a picture that was cut short is damaged, wherever it was cut', () => {
    for (const whole of [png(), jpeg()])
      for (let length = 12; length < whole.length; length += 1) expect(kind(whole.subarray(0, length))).toBe('damaged');
  });

  test('a byte that fell over is noticed in a PNG, for its parts are summed', () => {
    for (let at = 8; at < png().length; at += 1) {
      const broken = png();
      broken[at] = (broken[at] as number) ^ 1;
      expect(kind(broken)).toBe('damaged');
    }
  });

  test('a small file that unfolds to more points than a page needs is refused before anybody unfolds it', () => {
    expect(kind(png(60_000, 60_000))).toBe('huge');
    expect(kind(jpeg(65_000, 65_000))).toBe('huge');
    expect(kind(png(0, 5))).toBe('damaged');
  });

  test('whatever the bytes, there is an answer at once', () => {
    let seed = 1;
    const next = () => (seed = (seed * 48_271) % 2_147_483_647);
    for (let run = 0; run < 2000; run += 1) {
      const first = [SIGNATURE, Buffer.from([0xff, 0xd8, 0xff]), png(), jpeg()][run % 4] as Buffer;
      const rest = Buffer.from(Array.from({ length: next() % 60 }, next));
      const whole = Buffer.concat([first.subarray(0, 3 + (next() % first.length)), rest]);
      expect(['sound', 'damaged', 'huge', 'unknown']).toContain(kind(whole));
    }
    const long = Buffer.concat([jpeg().subarray(0, 30), Buffer.alloc(10_000_000, 0xff)]);
    const began = performance.now();
    expect(kind(long)).toBe('damaged');
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
