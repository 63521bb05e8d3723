import type { Dossier } from '@draagvlak/procedure';
import { SearchIndex } from '@draagvlak/search';
import { createBreath } from '../breath.ts';
import type { Texts } from '../dossiers/texts.ts';
import type { WordStore } from '../dossiers/word-store.ts';
import { type Source, versionSources, wordSources } from './sources.ts';

/** A text that can be found, as it stands. */
export interface Indexed {
  readonly source: Source;
  readonly text: string;
}

/** Titles before running text. */
const TITLE = 2;

/**
 * Every text of one dossier that somebody may read, by its words. It knows no rights: whoever asks is asked about at
 * each hit. It follows the dossier's journal, so it needs no storage and can be thrown away.
 */
export class DossierIndex {
  readonly index = new SearchIndex();
  readonly #texts: Texts;
  readonly #words: WordStore;
  readonly #indexed = new Map<string, Indexed>();
  /** Labels of the sections of each version that was read. */
  readonly #sections = new Map<string, ReadonlyMap<string, string>>();
  #version = 0;
  #running: Promise<void> = Promise.resolve();

  constructor(texts: Texts, words: WordStore) {
    this.#texts = texts;
    this.#words = words;
  }

  get(key: string): Indexed | undefined {
    return this.#indexed.get(key);
  }

  sectionLabel(version: string, section: string | null): string | null {
    return section === null ? null : (this.#sections.get(version)?.get(section) ?? null);
  }

  /** Takes in what came, and forgets what was redacted or erased, up to this state of the dossier at least. */
  async follow(dossier: Dossier): Promise<void> {
    this.#running = this.#running.catch(() => undefined).then(() => this.#catchUp(dossier));
    return this.#running;
  }

  async #catchUp(dossier: Dossier): Promise<void> {
    if (dossier.version <= this.#version) return;
    const words = wordSources(dossier);
    const known = new Set(words.map(({ key }) => key));
    for (const [key, { source }] of this.#indexed) {
      if (source.kind !== 'text' && !known.has(key)) this.#forget(key);
    }
    const read = await Promise.all(
      words
        .filter(({ key }) => !this.#indexed.has(key))
        .map(async ({ key, source, words: written }) => ({
          key,
          source,
          text: await this.#words.text(written, dossier),
        })),
    );
    // Thousands of texts at once would keep who types waiting.
    const breathe = createBreath(() => performance.now());
    for (const { key, source, text } of read) {
      if (text !== null) this.#add(key, { source, text }, 1);
      await breathe();
    }
    for (const version of dossier.versions) {
      if (this.#sections.has(version.id)) continue;
      const { document } = await this.#texts.version(version);
      const { texts, sections } = versionSources(version, document);
      for (const { key, source, text, weight } of texts) {
        this.#add(key, { source, text }, weight);
        await breathe();
      }
      this.#sections.set(version.id, sections);
    }
    const titles = [dossier.title, ...dossier.documents.map(({ title }) => title)].join('. ');
    this.#add('dossier', { source: { kind: 'dossier' }, text: titles }, TITLE);
    for (const { id, title } of dossier.references) {
      this.#add(`reference ${id}`, { source: { kind: 'reference', reference: id }, text: title }, TITLE);
    }
    this.#version = dossier.version;
  }

  #add(key: string, indexed: Indexed, weight: number): void {
    this.index.add(key, indexed.text, weight);
    this.#indexed.set(key, indexed);
  }

  #forget(key: string): void {
    this.index.remove(key);
    this.#indexed.delete(key);
  }
}
