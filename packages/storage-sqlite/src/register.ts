import type { Register } from '@draagvlak/storage';
import type { Connection } from './connection.ts';
import type { DraftAppend } from './drafts.ts';
import type { Writer } from './writer.ts';

export function sqliteRegister(connection: Connection, reader: Connection, writer: Writer<DraftAppend>): Register {
  return {
    get: async (table, key) => {
      const [row] = await reader.all('SELECT value FROM register WHERE area = ? AND key = ?', [table, key]);
      return row ? String(row['value']) : null;
    },
    set: async (table, key, value) => {
      await writer.alone(() =>
        connection.run(
          'INSERT INTO register (area, key, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
          [table, key, value],
        ),
      );
    },
    add: (table, key, value) =>
      writer.alone(
        async () =>
          (await connection.run('INSERT INTO register (area, key, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [
            table,
            key,
            value,
          ])) === 1,
      ),
    delete: async (table, key) => {
      await writer.alone(() => connection.run('DELETE FROM register WHERE area = ? AND key = ?', [table, key]));
    },
    list: async (table, prefix = '') => {
      const end = after(prefix);
      const rows = await reader.all(
        `SELECT key, value FROM register WHERE area = ? AND key >= ?${end === null ? '' : ' AND key < ?'} ORDER BY key`,
        end === null ? [table, prefix] : [table, prefix, end],
      );
      return rows.map((row) => ({ key: String(row['key']), value: String(row['value']) }));
    },
  };
}

/** The first string, in order of UTF-8 bytes, that comes after everything with this prefix; `null`: no such string. */
function after(prefix: string): string | null {
  const points = Array.from(prefix, (char) => char.codePointAt(0) ?? 0);
  while (points.length > 0) {
    const last = points.pop() as number;
    if (last >= 0x10ffff) continue;
    // Surrogates are no characters of UTF-8: U+D7FF is followed by U+E000.
    return String.fromCodePoint(...points, last === 0xd7ff ? 0xe000 : last + 1);
  }
  return null;
}
