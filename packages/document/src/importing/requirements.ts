import { cutStart, trimmed } from '../inline.ts';
import { type BlockJson, type DocumentJson, inlineText, LEAF, textBlocks, type TopJson } from '../json.ts';
import { outline } from '../outline.ts';
import { sectionsOfDocument } from '../templates/about-document.ts';
import type { Template } from '../templates/template.ts';

/** Why a block of a text from elsewhere may be a requirement. */
export const REQUIREMENT_SIGNS = ['label', 'column', 'obligation', 'norm'] as const;
export type RequirementSign = (typeof REQUIREMENT_SIGNS)[number];

/** A block that may be a requirement; a person says whether it is. */
export interface LikelyRequirement {
  /** Place among the blocks of the text in reading order, from 0; ids are new at every reading. */
  readonly at: number;
  readonly sign: RequirementSign;
  readonly recommendation: boolean;
  /** Units of text at the front that are a typed label ("Eis 3.2: "); numbers of requirements are derived. */
  readonly cut: number;
  /** Id of the heading that it stands under; `null` above the first. */
  readonly section: string | null;
}

/** "E1", "E-1:", "Eis 3.2", "Eis nr. 4 –", "Aanbeveling 2."; without a sign behind it a sentence must begin. */
const LABEL =
  /^\s*(eis|e|requirement|req|aanbeveling)(?:\s*(?:nr\.?|nummer))?[\s.\u00a0-]{0,2}\d{1,3}(?:\.\d{1,3})*[a-z]?(?<sign>\s*[:.)\]–—-]+\s*|[\s\u00a0]+)(?=\S)/iu;
const SENTENCE = /^["“‘'(]?\p{Lu}/u;
/** "Eis: de opleider …" */
const BARE_LABEL = /^\s*(?:(eis|aanbeveling)\s*[:–—]\s*)(?=\S)/iu;

const OBLIGATION =
  /(?<!\p{L})(?:moet|moeten|(?:dient|dienen)(?=[^.;]{0,160}\s(?:te|vast\s+te)\s)|mag\s+(?:niet|geen|alleen|uitsluitend|ten\s+hoogste)|mogen\s+(?:niet|geen|alleen|uitsluitend|ten\s+hoogste)|(?:is|zijn)\s+verplicht|draagt\s+(?:er\s+)?zorg\s+voor|zorgt\s+ervoor\s+dat|toont\s+aan\s+dat)(?!\p{L})/iu;
const RECOMMENDATION =
  /(?<!\p{L})(?:zou(?:den)?\s+(?:\p{L}+\s+){0,3}moeten|wordt\s+aanbevolen|verdient\s+aanbeveling|bij\s+voorkeur|\(aanbeveling\))/iu;
/** Who a requirement of this sector speaks to. */
const ADDRESSEE =
  /^(?:de|het|een|elke|iedere?|alle)\s+(?:erkende\s+)?(?:opleiders?|docent(?:en)?|examinator(?:en)?|assessor(?:en|s)?|examencentr(?:um|a)|deelnemers?|kandida(?:at|ten)|instructeurs?|opdrachtgevers?|opleiding(?:en)?|groep(?:en)?|praktijk\p{L}*|theorie\p{L}*|lokaal|lokalen|oefenobject(?:en)?)(?!\p{L})/iu;
const BOUND =
  /(?<!\p{L})(?:(?:ten\s+(?:minste|hoogste|laatste)|tenminste|minimaal|maximaal|minstens|hoogstens|uiterlijk|niet\s+(?:meer|minder|langer|korter|ouder)\s+dan|binnen)\s+(?:\p{L}+\s+){0,2}(?:\d+|één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|anderhalf|anderhalve|half|halve)(?!\p{L}))/iu;
/** What somebody does as a rule: "De opleider bewaart …", not "De opleider is …" or "Een docent die …". */
const DOES =
  /^\s+(?!(?:dat|niet|met|uit|het|wat|moet|mist|wordt|bestaat)(?!\p{L}))\p{Ll}{2,}(?:t|doet|geeft)(?!\p{L})/u;
/** Chapters in which words as "moet" are explained, not used. */
const EXPLAINS =
  /^(?:inleiding|status\b.*|begrippen|definities|termen\b.*|leeswijzer|samenvatting|voorwoord|toelichting|verantwoording|documentgegevens|wijzigingen|colofon)$/iu;
const REQUIREMENT_COLUMN = /^(?:eis|eisen|requirement|omschrijving\s+(?:van\s+de\s+)?eis)$/iu;
const QUOTED = /["“”„«»][^"“”„«»]{0,200}["“”„«»]|(?<!\p{L})[‘'][^‘’']{0,200}[’'](?!\p{L})/gu;

/**
 * Finds blocks that read as requirements: with a typed label, in a column of requirements, with words that oblige, or
 * as what somebody of the trade does or keeps to. Only proposals: what a text obliges to is for its author to say.
 */
export function likelyRequirements(document: DocumentJson, template: Template): LikelyRequirement[] {
  const { sections } = outline(document);
  const ofDocument = sectionsOfDocument(document, template);
  const quiet = new Set<string>();
  for (const { id, title, parent } of sections)
    if (ofDocument.has(id) || EXPLAINS.test(title.trim()) || (parent !== null && quiet.has(parent))) quiet.add(id);
  const found: LikelyRequirement[] = [];
  let section: string | null = null;
  let next = 0;
  for (const [at, { block, top, cell }] of [...textBlocks(document)].entries()) {
    while (next < sections.length && (sections[next]?.start ?? Infinity) <= top) section = sections[next++]?.id ?? null;
    const { role } = block.attrs;
    if (role === 'heading' || role === 'quote' || role === 'definition' || role === 'note') continue;
    const text = inlineText(block);
    const sign = signOf(text, role === 'requirement');
    if (cell !== null) {
      const { header, column } = cell.cell.attrs;
      if (header || text.trim() === '') continue;
      const first = cell.cell.content?.[0] === block;
      if (sign?.sign !== 'label' && !(first && isRequirementColumn(cell.table, column))) continue;
      found.push({ ...(sign ?? NONE), ...(sign?.sign === 'label' ? {} : { sign: 'column', cut: 0 }), at, section });
      continue;
    }
    if (sign === null) continue;
    // A lone "moet" in a text without headings, or where the word is explained, says too little.
    if (sign.sign !== 'label' && (section === null || quiet.has(section))) continue;
    found.push({ ...sign, at, section });
  }
  return found;
}

type Sign = Pick<LikelyRequirement, 'sign' | 'recommendation' | 'cut'>;
const NONE: Sign = { sign: 'column', recommendation: false, cut: 0 };

function signOf(text: string, already: boolean): Sign | null {
  const label = labelOf(text);
  const said = text.replaceAll(QUOTED, ' ').trim();
  const recommendation = /^aanbeveling$/iu.test(label?.[1] ?? '') || RECOMMENDATION.test(said);
  if (label !== null) return { sign: 'label', recommendation, cut: label[0].length };
  if (already || said === '' || said.endsWith('?')) return null;
  if (OBLIGATION.test(said) || recommendation) return { sign: 'obligation', recommendation, cut: 0 };
  const who = ADDRESSEE.exec(said);
  if (who !== null && (BOUND.test(said) || DOES.test(said.slice(who[0].length))))
    return { sign: 'norm', recommendation, cut: 0 };
  return null;
}

function labelOf(text: string): RegExpExecArray | null {
  const label = LABEL.exec(text);
  if (label === null) return BARE_LABEL.exec(text);
  // "Eis 3.2 is vervallen" speaks of a requirement and is none.
  return label.groups?.['sign']?.trim() !== '' || SENTENCE.test(text.slice(label[0].length)) ? label : null;
}

function isRequirementColumn(table: Extract<TopJson, { type: 'table' }>, column: string | null): boolean {
  const head = table.content?.[0]?.content?.find(({ attrs }) => attrs.header && attrs.column === column);
  const title = (head?.content ?? []).map((one) => (one.type === 'block' ? inlineText(one) : '')).join(' ');
  return REQUIREMENT_COLUMN.test(title.trim());
}

/** Makes requirements of these blocks; a typed label goes, for the number is derived from now on. */
export function withRequirements(document: DocumentJson, chosen: readonly LikelyRequirement[]): DocumentJson {
  const byPlace = new Map(chosen.map((one) => [one.at, one]));
  let at = -1;
  const made = (block: BlockJson): BlockJson => {
    at += 1;
    const one = byPlace.get(at);
    if (one === undefined) return block;
    const { id } = block.attrs;
    const content = one.cut === 0 ? block.content : trimmed(cutStart(block.content ?? [], one.cut));
    const { content: _, ...bare } = block;
    return {
      ...bare,
      attrs: {
        ...block.attrs,
        id,
        role: 'requirement',
        level: 0,
        kind: one.recommendation ? 'recommendation' : null,
        indent: 0,
        slot: null,
        term: null,
      },
      ...(content === undefined || content.length === 0 ? {} : { content }),
    };
  };
  const content = (document.content ?? []).map((node): TopJson => {
    if (node.type === 'block') return made(node);
    if (node.type !== 'table') return node;
    return {
      ...node,
      content: (node.content ?? []).map((row) => ({
        ...row,
        content: (row.content ?? []).map((cell) => ({
          ...cell,
          content: (cell.content ?? []).map((one) => (one.type === 'block' ? made(one) : one)),
        })),
      })),
    };
  });
  return { ...document, content };
}

/** The beginning of a block's words, from `cut` units on, as a person is asked about them. */
export function excerpt(block: BlockJson, cut: number, most = 160): string {
  const text = inlineText(block).slice(cut).replaceAll(LEAF, ' ').replaceAll(/\s+/gu, ' ').trim();
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
