import { expect, test } from 'vitest';
import { mediaType } from './sniff.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const zip = (...names: string[]) => new Uint8Array([0x50, 0x4b, 3, 4, ...names.flatMap((name) => [...bytes(name)])]);

test('a file is what its bytes are', () => {
  expect(mediaType(bytes('%PDF-1.7\n'))).toBe('application/pdf');
  expect(mediaType(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]))).toBe('image/png');
  expect(mediaType(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
  expect(mediaType(bytes('Eisen aan de opleiding: één uur.\r\n'))).toBe('text/plain; charset=utf-8');
  expect(mediaType(zip('[Content_Types].xml', 'word/document.xml'))).toMatch(/wordprocessingml/);
});

test.each([
  ['an empty file', new Uint8Array()],
  ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1])],
  ['any other archive', zip('photos/one.jpg')],
  ['a Word file with macros', zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin')],
  ['bytes that are no UTF-8', new Uint8Array([0x61, 0xff, 0xfe])],
])('%s is not kept', (_, content) => expect(mediaType(content)).toBeNull());

test('HTML is kept as the plain text it is, so no browser runs it', () => {
  expect(mediaType(bytes('<script>alert(1)</script>'))).toBe('text/plain; charset=utf-8');
});
