import { render } from 'lit';
import { language } from '../stores/words.ts';
import { commentRow, type RowLook } from './comment-row.ts';
import type { Row } from './workbench-list.ts';

interface Kept {
  readonly line: HTMLLIElement;
  /** What the line was made of. */
  shown: readonly unknown[];
}

/**
 * The lines of the list, kept while filters and order put them in and out of sight: of hundreds only those that changed
 * are made again.
 */
export class RowKeeper {
  readonly #kept = new Map<string, Kept>();

  of(row: Row, look: RowLook): HTMLLIElement {
    const { comment, bundle, inside } = row;
    const kept = this.#kept.get(comment.id) ?? this.#begin(comment.id);
    const { current, picked, saving, stop } = look;
    const how = [inside, current, picked, saving, stop, language.value];
    const shown = [comment, bundle?.comments.length, bundle?.open, ...how];
    if (kept.shown.length > 0 && shown.every((part, index) => part === kept.shown[index])) return kept.line;
    kept.shown = shown;
    render(commentRow(row, look), kept.line);
    return kept.line;
  }

  #begin(comment: string): Kept {
    const line = document.createElement('li');
    line.className = 'row-li';
    const kept: Kept = { line, shown: [] };
    this.#kept.set(comment, kept);
    return kept;
  }
}
