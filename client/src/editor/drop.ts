import { NodeSelection, Plugin } from 'prosemirror-state';
import { moveRun, type Run } from './move.ts';

/**
 * Takes over dropping of whole blocks: ProseMirror deletes and inserts in one transaction, which would cost the moved
 * text and much around it its identity. Dropped words are left to ProseMirror.
 */
export function dropPlugin(): Plugin {
  let dragged: Run | null = null;
  return new Plugin({
    props: {
      handleDOMEvents: {
        dragstart: (view) => {
          const { selection } = view.state;
          const whole = selection instanceof NodeSelection && selection.$from.depth === 0;
          dragged = whole ? { from: selection.$from.index(0), to: selection.$to.indexAfter(0) } : null;
          return false;
        },
        dragend: () => {
          dragged = null;
          return false;
        },
      },
      handleDrop: (view, event, _slice, moved) => {
        if (!moved || dragged === null) return false;
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (at === null) return false;
        const $at = view.state.doc.resolve(at.pos);
        const index = $at.index(0);
        const after = $at.depth > 0 && $at.pos > ($at.start(1) + $at.end(1)) / 2;
        event.preventDefault();
        moveRun(view, dragged, index + (after ? 1 : 0));
        dragged = null;
        return true;
      },
    },
  });
}
