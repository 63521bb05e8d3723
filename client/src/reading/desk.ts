import type { Anchor } from '@draagvlak/review';
import type { DraftKeeper } from './draft-keeper.ts';
import type { CommentForm } from './form.ts';
import type { Marks } from './marks.ts';
import type { ReadingStore } from './reading-store.ts';
import type { SidePanel } from './side-panel.ts';
import type { Toast } from './toast.ts';

/** What the forms find on the page: what they are about, where they stand, and the way back to the list. */
export interface Desk {
  readonly store: ReadingStore;
  readonly text: HTMLElement;
  readonly panel: SidePanel;
  readonly marks: Marks;
  readonly drafts: DraftKeeper;
  readonly toast: Toast;
  /** Shows a form in the pane, with what it is about marked and in sight. */
  showForm(form: CommentForm, title: string, anchor: Anchor): void;
  showList(): void;
  /** Puts away a form that is done with. */
  leaveForm(): void;
  /** Puts away a form of which the draft is kept. */
  close(): void;
}
