import {
  type BlockAttributes,
  type BlockJson,
  type CellJson,
  type DocumentJson,
  PLAIN_BLOCK,
  type TableJson,
  type TopJson,
} from '../json.ts';
import { type Template, type TemplateSection, templateSections } from './template.ts';

/**
 * The first document of a template: its headings with an empty paragraph each, and the tables to start with. Guidance
 * stays in the template, so it can never print.
 *
 * @param facts words for the second column of a table with fixed rows, by the words of the first ("Kwalificatie")
 */
export function templateDocument(
  template: Template,
  newId: () => string,
  facts: Readonly<Record<string, string>> = {},
): DocumentJson {
  const block = (attributes: Partial<BlockAttributes>, text = ''): BlockJson => ({
    type: 'block',
    attrs: { ...PLAIN_BLOCK, ...attributes, id: newId() },
    ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
  });
  const table = ({ header, rows = [''] }: NonNullable<TemplateSection['table']>): TableJson => {
    const columns = header.map(() => newId());
    const cell = (text: string, column: number, isHeader: boolean): CellJson => ({
      type: 'cell',
      attrs: {
        id: newId(),
        column: columns[column] as string,
        header: isHeader,
        colspan: 1,
        rowspan: 1,
        colwidth: null,
      },
      content: [block({}, text)],
    });
    const row = (cells: CellJson[]) => ({ type: 'row' as const, attrs: { id: newId() }, content: cells });
    return {
      type: 'table',
      attrs: { id: newId(), caption: null },
      content: [
        row(header.map((text, column) => cell(text, column, true))),
        ...rows.map((name) =>
          row(
            header.map((_, column) =>
              cell(column === 0 ? name : column === 1 ? (facts[name] ?? '') : '', column, column === 0 && name !== ''),
            ),
          ),
        ),
      ],
    };
  };
  const content: TopJson[] = [];
  for (const { section, level } of templateSections(template)) {
    content.push(block({ role: 'heading', level, kind: section.kind ?? null, slot: section.slot }, section.title));
    if (section.table) content.push(table(section.table));
    else if (!section.sections) content.push(block({}));
  }
  return { type: 'doc', content };
}
