import type { Change, ChangeKind } from './comparison.ts';

/** Kinds that one block can pass between while an author goes on editing: the key must not change with them. */
const EDITS: readonly ChangeKind[] = ['text', 'rewritten', 'attribute', 'mark', 'split', 'merged', 'retitled'];

/**
 * The key of a change: made from what it is and the identities on both sides, so that the same change keeps its key when
 * the versions are compared again or the author edits further in the same block. Safe in an HTML id and in an address.
 */
export function changeKey(change: Pick<Change, 'kind' | 'unit' | 'before' | 'after'>): string {
  const kind = EDITS.includes(change.kind) ? 'edit' : change.kind;
  const names = (nodes: readonly string[] | undefined) => (nodes ?? []).slice(0, 1).join(' ');
  return hash(
    `${kind}\n${change.unit === 'section' ? 'section' : ''}\n${names(change.before?.nodes)}\n${names(change.after?.nodes)}`,
  );
}

/** 64 bits of FNV-1a in two halves, written in base 36. */
function hash(text: string): string {
  let one = 0x811c9dc5;
  let two = 0xcbf29ce4;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ (code + at), 0x01000197);
  }
  return `${(one >>> 0).toString(36)}${(two >>> 0).toString(36)}`;
}
