import {
  type BlockAttributes,
  type BlockJson,
  type CellJson,
  type DocumentJson,
  type InlineJson,
  type RowJson,
  type TopJson,
  PLAIN_BLOCK,
} from '@draagvlak/document';

/** Small documents for tests, by hand. */
export const block = (
  id: string,
  content: string | readonly InlineJson[],
  more: Partial<BlockAttributes> = {},
): BlockJson => ({
  type: 'block',
  attrs: {
    ...PLAIN_BLOCK,
    id,
    ...more,
  },
  content: typeof content === 'string' ? [{ type: 'text', text: content }] : content,
});

export const heading = (id: string, text: string, level = 1): BlockJson => block(id, text, { role: 'heading', level });

export const cell = (id: string, column: string, text: string): CellJson => ({
  type: 'cell',
  attrs: { id, column, header: false, colspan: 1, rowspan: 1, colwidth: null },
  content: [block(`${id}-b`, text)],
});

export const row = (id: string, ...content: CellJson[]): RowJson => ({ type: 'row', attrs: { id }, content });

export const table = (id: string, ...content: RowJson[]): TopJson => ({
  type: 'table',
  attrs: { id, caption: null },
  content,
});

export const document = (...content: TopJson[]): DocumentJson => ({ type: 'doc', content });
