const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A new id: 14 random letters and digits. Works on plain http too, where `randomUUID` does not exist. */
export function newId(): string {
  let id = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(14))) id += ALPHABET[byte % ALPHABET.length];
  return id;
}
