import type { compare as nl } from '../nl/compare.ts';

const unit = (name: string) => ({
  name,
  inserted: `New ${name}`,
  deleted: `Deleted ${name}`,
  moved: `Moved ${name}`,
});

const attributes: Readonly<Record<string, string>> = {
  role: 'Kind of paragraph',
  level: 'Heading level',
  kind: 'Form',
  indent: 'Indentation',
  slot: 'Section of the template',
  term: 'Term',
  quantity: 'What is measured',
  comparator: 'Limit',
  value: 'Number',
  unit: 'Unit',
  src: 'Picture',
  alt: 'Description',
  width: 'Width',
  title: 'Title',
  owner: 'Owner',
  number: 'Number',
  adopted: 'Adopted',
  href: 'Address',
  caption: 'Caption',
  header: 'Header cell',
  colspan: 'Merged columns',
  rowspan: 'Merged rows',
  colwidth: 'Column width',
};

const values: Readonly<Record<string, string>> = {
  item: 'list item',
  bullet: 'bullet',
  ordered: 'numbered',
  unnumbered: 'without number',
  'at-least': 'at least',
  'at-most': 'at most',
  'more-than': 'more than',
  'less-than': 'less than',
  true: 'yes',
  false: 'no',
};

const marks: Readonly<Record<string, string>> = { emphasis: 'italics', strong: 'bold', dated: 'reference date' };

const rules: Readonly<Record<string, string>> = {
  spacing: 'white space only',
  punctuation: 'punctuation only; commas and brackets do not count as editorial',
  capitals: 'capitals only',
  spelling: 'spelling of the same word only',
  formatting: 'formatting only, no words',
  layout: 'layout only, no words',
  paragraphing: 'paragraphs split or merged only',
};

const quoted = (text: string) => (text === '' ? '' : ` at ‘${text.length > 60 ? `${text.slice(0, 57)}…` : text}’`);

export const compare = {
  was: 'Was',
  becomes: 'Becomes',
  wasVersion: (version) => `Was, ${version}`,
  becomesVersion: (version) => `Becomes, ${version}`,
  wasSpoken: 'Was: ',
  becomesSpoken: 'Becomes: ',
  deleted: 'deleted: ',
  endDeleted: ' end of deletion ',
  inserted: 'inserted: ',
  endInserted: ' end of insertion ',
  changeNumber: (number, what) => `Change ${number}, ${what}`,
  notBefore: 'Was not there',
  notAfter: 'Is no longer there',
  unchanged: 'unchanged',
  unchangedParts: (count) => (count === 1 ? '1 part of the text unchanged' : `${count} parts of the text unchanged`),
  beforeFirstHeading: 'Beginning of the document',
  noChanges: 'There are no differences between these versions.',
  limited:
    'In some places these versions differ so much that they cannot be compared sentence by sentence. That text is shown as deleted and new.',
  noGround: 'No reason known',
  ownInitiative: 'Own initiative',
  movedFrom: (from) => `Was in ${from}`,
  movedTo: (to) => `Moved to ${to}`,
  movedWithin: 'Was in another place in this section',
  moveStub: (from, to) => `${from} has moved to ${to}`,
  movedUnchanged: 'This section has moved. The text is otherwise the same.',
  movedAndEdited: (count) =>
    count === 1
      ? 'This section has moved and there is 1 change in the text:'
      : `This section has moved and there are ${count} changes in the text:`,
  splitFrom: (from) => `Split off from ${from}`,
  mergedInto: (to) => `Merged into ${to}`,
  number: (from, to) => `Number ${from} becomes ${to}`,
  paragraphMark: 'new paragraph',
  valueChanged: 'Number changed',
  pictureReplaced: 'The picture was replaced.',
  empty: 'empty',
  units: {
    section: unit('section'),
    block: unit('paragraph'),
    item: unit('item'),
    requirement: unit('requirement'),
    table: unit('table'),
    row: unit('row'),
    column: unit('column'),
    cell: unit('cell'),
    image: unit('picture'),
    source: unit('source'),
    footnote: unit('footnote'),
  },
  attribute: (name) => attributes[name] ?? name,
  value: (value) => (value === null ? 'none' : (values[String(value)] ?? String(value))),
  mark: (mark, kind, before, after, text) => {
    const name = marks[mark] ?? mark;
    const was = before === null ? '' : ` ${before}`;
    const now = after === null ? '' : ` ${after}`;
    if (kind === 'added') return `New: ${name}${now}${quoted(text)}`;
    if (kind === 'removed') return `Removed: ${name}${was}${quoted(text)}`;
    return `${name}${quoted(text)}: was${was}, becomes${now}`;
  },
  rule: (code) => rules[code] ?? code,
  ruleExplained:
    'A change is editorial only if all of it is white space, punctuation, capitals, spelling of the same word, formatting or layout. Another number, a negation or a word such as must, may, can or ought always counts as substantive.',
  table: {
    caption: 'Table of changes',
    number: 'No.',
    sectionBefore: 'Section was',
    sectionAfter: 'Section becomes',
    textBefore: 'Text was',
    textAfter: 'Text becomes',
    kind: 'Kind',
    reason: 'Reason',
    explanation: 'Explanation',
  },
  kinds: {
    substantive: 'changed',
    editorial: 'editorial',
    moved: 'moved',
    renumbered: 'renumbered',
    new: 'new',
    deleted: 'deleted',
  },
  movedRoute: (from, to) => `moved from ${from} to ${to}`,
  noReason: 'no reason recorded',
} satisfies typeof nl;
