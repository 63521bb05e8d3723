import type { ComparisonView, DossierCommand } from '@draagvlak/contract/client';
import type { RemarkKind } from '@draagvlak/procedure';

/** What the reader adds to a change; the room sends it. */
export type ChangeAct =
  | { readonly act: 'read'; readonly read: boolean }
  | { readonly act: 'attach'; readonly comment: string | null; readonly reason: string }
  | { readonly act: 'settle'; readonly finding: string; readonly reason: string }
  | { readonly act: 'remark'; readonly kind: RemarkKind; readonly about: string | null; readonly body: string };

export class ChangeActEvent extends Event {
  readonly detail: ChangeAct;
  constructor(detail: ChangeAct) {
    super('change-act', { bubbles: true });
    this.detail = detail;
  }
}

/** The command that an act on this change becomes; `newId` names what it makes. */
export function commandOf(
  act: Exclude<ChangeAct, { act: 'read' }>,
  view: Pick<ComparisonView, 'document' | 'before' | 'after'>,
  change: string,
  newId: () => string,
): DossierCommand {
  const { document } = view;
  const before = view.before.id;
  const after = view.after?.id ?? null;
  switch (act.act) {
    case 'attach':
      return { type: 'attach-ground', document, before, after, change, comment: act.comment, reason: act.reason };
    case 'settle':
      return { type: 'settle-finding', document, finding: act.finding, reason: act.reason };
    case 'remark': {
      const { kind, about, body } = act;
      return {
        type: 'remark-on-change',
        remark: newId(),
        document,
        before,
        after: after ?? '',
        change,
        kind,
        about,
        body,
      };
    }
  }
}

declare global {
  interface HTMLElementEventMap {
    'change-act': ChangeActEvent;
  }
}
