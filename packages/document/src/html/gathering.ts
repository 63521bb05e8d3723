import { cutStart, trimmed } from '../inline.ts';
import { type BlockAttributes, type ImageJson, type InlineJson, PLAIN_BLOCK, type TopJson } from '../json.ts';
import { paragraphsIn, plainHeading, textLength, tidy } from './tidy.ts';

/** What the next block is: the first words of an item are the item, what follows in it continues it. */
export interface Frame {
  readonly first: Partial<BlockAttributes>;
  readonly rest: Partial<BlockAttributes>;
  /** Characters of a typed sign to take off the front of the first block. */
  readonly cut: number;
  /** Numbers that the item's sign may stand for. */
  readonly numbers: readonly number[];
  used: boolean;
}

/** The frame around blocks of one kind, or around one whose first block differs. */
export const frame = (
  first: Partial<BlockAttributes>,
  rest = first,
  cut = 0,
  numbers: readonly number[] = [],
): Frame => ({ first, rest, cut, numbers, used: false });

/** Blocks in the making: words gather until their block ends, and then are what the frame around them says. */
export class Gathering {
  readonly #newId: () => string;
  /** What the items were numbered where the text comes from, by id. */
  readonly numbered = new Map<string, readonly number[]>();
  #out: TopJson[] = [];
  #inline: InlineJson[] = [];
  /** Pictures within the words that are gathered; they come behind them. */
  #images: ImageJson[] = [];
  #frame: Frame = frame({});

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  /** Words for the block that is being made. */
  add(node: InlineJson): void {
    this.#inline.push(node);
  }

  addImage(image: ImageJson): void {
    this.#images.push(image);
  }

  /** Ends the block that words are gathered for. */
  flush(): void {
    const gathered = this.#inline;
    this.#inline = [];
    for (const run of paragraphsIn(gathered)) this.#make(run);
    this.#out.push(...this.#images.splice(0));
  }

  /** Puts what is made already behind the blocks so far. */
  place(nodes: readonly TopJson[]): void {
    this.#out.push(...nodes);
  }

  /** The frame has its first block: what follows in it continues it. */
  useFrame(): void {
    this.#frame.used = true;
  }

  /** Gathers within a frame of its own; words before it are a block of their own. */
  framed(own: Frame, gather: () => void): void {
    this.flush();
    const around = this.#frame;
    this.#frame = own;
    gather();
    this.flush();
    this.#frame = around;
  }

  /** Gathers a run of its own, apart from the blocks around it. */
  apart(gather: () => void): TopJson[] {
    const kept = [this.#out, this.#inline, this.#images, this.#frame] as const;
    [this.#out, this.#inline, this.#images, this.#frame] = [[], [], [], frame({})];
    gather();
    this.flush();
    const made = this.#out;
    [this.#out, this.#inline, this.#images, this.#frame] = kept;
    return made;
  }

  #make(gathered: readonly InlineJson[]): void {
    const own = this.#frame;
    const attributes = own.used ? own.rest : own.first;
    let content = tidy(gathered);
    if (!own.used && own.cut > 0) content = trimmed(cutStart(content, Math.min(own.cut, textLength(content))));
    if (attributes.role === 'heading') content = plainHeading(content);
    if (content.length === 0) return;
    const id = this.#newId();
    if (!own.used && own.numbers.length > 0) this.numbered.set(id, own.numbers);
    own.used = true;
    this.#out.push({ type: 'block', attrs: { ...PLAIN_BLOCK, ...attributes, id }, content });
  }
}
