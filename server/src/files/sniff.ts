const starts = (bytes: Uint8Array, ...magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte);

/** Whether the ZIP holds a file whose name starts so; names stand uncompressed in a ZIP. */
function zipHolds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, 'latin1');
}

function plainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // Control characters other than tab and line ends mean that it is no text.
    // oxlint-disable-next-line no-control-regex
    return !/[\u0000-\u0008\u000e-\u001f\u007f]/.test(text);
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Media type by what the bytes are, never by a name or a header; `null` for what we do not keep. */
export function mediaType(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return null;
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    const word = zipHolds(bytes, '[Content_Types].xml') && zipHolds(bytes, 'word/document.xml');
    return word && !zipHolds(bytes, 'vbaProject.bin')
      ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
      : null;
  }
  return plainText(bytes) ? 'text/plain; charset=utf-8' : null;
}
