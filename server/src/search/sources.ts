import { type DocumentJson, outline, spokenText, textBlocks } from '@draagvlak/document';
import type { Dossier, FrozenVersion } from '@draagvlak/procedure';
import type { Words } from '@draagvlak/review';
import { nl } from '@draagvlak/wording';
import { currentWords } from '../dossiers/word-store.ts';

/** Where a text that can be found comes from: what its rights and its place follow from. */
export type Source =
  | { readonly kind: 'dossier' }
  | {
      readonly kind: 'text';
      readonly version: string;
      /** Id of the block, the same in every version. */
      readonly block: string;
      /** Id of what the reading page can jump to. */
      readonly place: string;
      readonly section: string | null;
    }
  | { readonly kind: 'note'; readonly version: string }
  | { readonly kind: 'comment' | 'proposal'; readonly comment: string }
  | { readonly kind: 'reply'; readonly comment: string }
  | { readonly kind: 'motivation'; readonly comment: string; readonly disposition: string }
  | { readonly kind: 'remark'; readonly remark: string }
  | { readonly kind: 'report'; readonly of: 'dossier' | 'impact' | 'decision' }
  | { readonly kind: 'reference'; readonly reference: string };

/** Words of somebody, under a name that changes when they are redacted and goes when they are erased. */
export interface WordSource {
  readonly key: string;
  readonly source: Source;
  readonly words: Words;
}

/** A heading weighs more than the text below it. */
const HEADING = 1.6;

/** Everything people wrote about a dossier that some view shows, whoever may read it. */
export function wordSources(dossier: Dossier): readonly WordSource[] {
  const found: WordSource[] = [];
  const add = (name: string, source: Source, words: Words | null | undefined) => {
    if (!words || 'words' in words) return;
    const blob = currentWords(words.blob, dossier);
    if (blob !== null) found.push({ key: `${name} ${blob}`, source, words });
  };
  for (const { id, note } of dossier.versions) add(`note ${id}`, { kind: 'note', version: id }, note);
  for (const { id, body, proposal, replies, dispositions } of dossier.comments) {
    add(`comment ${id}`, { kind: 'comment', comment: id }, body);
    add(`proposal ${id}`, { kind: 'proposal', comment: id }, proposal);
    for (const reply of replies) add(`reply ${id} ${reply.id}`, { kind: 'reply', comment: id }, reply.body);
    for (const { id: disposition, decision } of dispositions) {
      add(`motivation ${disposition}`, { kind: 'motivation', comment: id, disposition }, decision.motivation);
    }
  }
  for (const { remark, body } of dossier.remarks) add(`remark ${remark}`, { kind: 'remark', remark }, body);
  const report = (name: string, of: 'dossier' | 'impact' | 'decision', words: Words | null | undefined) =>
    add(`report ${name}`, { kind: 'report', of }, words);
  for (const [index, meeting] of dossier.meetings.entries()) report(`meeting ${index}`, 'dossier', meeting.report);
  for (const [index, survey] of dossier.surveys.entries()) report(`survey ${index}`, 'dossier', survey.report);
  for (const [index, decision] of dossier.decisions.entries())
    report(`decision ${index}`, 'decision', decision.reasons);
  report('rules', 'dossier', dossier.rulesQuestion?.list);
  report('adoption', 'dossier', dossier.adoption?.transition);
  const { impact } = dossier;
  report('impact', 'impact', impact?.type === 'impact-reported' ? impact.report : impact?.reason);
  return found;
}

export interface TextSource {
  readonly key: string;
  readonly source: Source;
  readonly text: string;
  readonly weight: number;
}

/** The text of a version in pieces that can be jumped to, and the labels of its sections. */
export function versionSources(
  version: Pick<FrozenVersion, 'id'>,
  document: DocumentJson,
): { readonly texts: readonly TextSource[]; readonly sections: ReadonlyMap<string, string> } {
  const { sections, sectionOf, target } = outline(document);
  const say = (id: string, before: string) => {
    const to = target(id);
    return to === undefined ? '' : nl.document.reference(to, before);
  };
  const texts: TextSource[] = [];
  for (const { block, cell } of textBlocks(document)) {
    const { id, role } = block.attrs;
    const text = spokenText(block.content, say).trim();
    if (id === null || text === '') continue;
    texts.push({
      key: `text ${version.id} ${id}`,
      source: {
        kind: 'text',
        version: version.id,
        block: id,
        place: cell?.cell.attrs.id ?? id,
        section: sectionOf(id)?.id ?? null,
      },
      text,
      weight: role === 'heading' ? HEADING : 1,
    });
  }
  const label = ({ number, title }: (typeof sections)[number]) => (number === null ? title : `${number} ${title}`);
  return { texts, sections: new Map(sections.map((section) => [section.id, label(section)])) };
}
