import { inlineText, textBlocks, type DocumentJson } from '@draagvlak/document';

/** A block whose words are not those of the version, or that is new. */
export interface ChangedBlock {
  readonly node: string;
  readonly text: string;
}

/** Blocks of the draft that differ from the version, in the order of the text. What was taken out stands nowhere. */
export function changedBlocks(version: DocumentJson, draft: DocumentJson): readonly ChangedBlock[] {
  const before = new Map([...textBlocks(version)].map(({ block }) => [block.attrs.id, inlineText(block)]));
  return [...textBlocks(draft)].flatMap(({ block }) => {
    const node = block.attrs.id;
    const text = inlineText(block);
    return node === null || before.get(node) === text ? [] : [{ node, text }];
  });
}
