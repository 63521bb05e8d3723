import type { Lost } from '@draagvlak/document/pasted';
import { Plugin, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** What the author's own paste or drop brings along that the editor asks the screen around it for. */
export interface IntakeRequests {
  /** Shows a picture before it comes in, at the selection of then. */
  readonly addImage?: (file: File) => void;
  /** Tells what was left out of what was pasted; nothing, when all of it came in. */
  readonly onPasted?: (lost: readonly Lost[]) => void;
  /** Something that was to be pasted could not be read. */
  readonly onPasteFailed?: () => void;
}

/** What reads copied HTML; fetched once typing is possible, since nobody pastes before. */
let reader: Promise<typeof import('./pasted.ts')> | null = null;
const loadReader = () => {
  reader ??= import('./pasted.ts').catch((error: unknown) => {
    // Asked again at the next paste.
    reader = null;
    throw error;
  });
  return reader;
};

/** A copy made in an editor of ours, which carries its blocks and attributes already. */
const isOwnCopy = (html: string) => html.includes('data-pm-slice');

/**
 * Takes over pasting of HTML from elsewhere, and of pictures pasted or dropped. Copies of our own, plain text and what is
 * dragged within the draft are left to ProseMirror.
 */
export function pastePlugin(requests: IntakeRequests): Plugin {
  const take = (view: EditorView, html: string, event: Event) => {
    event.preventDefault();
    void loadReader().then(
      ({ paste }) => {
        if (view.isDestroyed || !view.editable) return;
        const { lost, pictures } = paste(view, html, event);
        requests.onPasted?.(lost);
        for (const file of pictures) requests.addImage?.(file);
      },
      () => requests.onPasteFailed?.(),
    );
  };
  // Also a file that is no picture: the form says so, where a browser would leave the draft to open it.
  const files = (view: EditorView, list: FileList, event: Event): boolean => {
    if (requests.addImage === undefined || !view.editable) return false;
    event.preventDefault();
    for (const file of list) requests.addImage(file);
    return true;
  };
  return new Plugin({
    view: () => {
      const started = setTimeout(() => void loadReader().catch(() => {}), 2000);
      addEventListener('dragover', stay);
      addEventListener('drop', stay);
      return {
        destroy: () => {
          clearTimeout(started);
          removeEventListener('dragover', stay);
          removeEventListener('drop', stay);
        },
      };
    },
    props: {
      handleDOMEvents: {
        paste: (view, event) => {
          const data = event.clipboardData;
          if (data === null || !view.editable) return false;
          const html = data.getData('text/html');
          // A picture that was copied by itself comes as a file, and as HTML with nothing but its foreign address.
          if (data.files.length > 0 && !holdsWords(html)) return files(view, data.files, event);
          if (html === '' || isOwnCopy(html)) return false;
          take(view, html, event);
          return true;
        },
        drop: (view, event) => {
          const data = event.dataTransfer;
          if (data === null || view.dragging !== null || !view.editable) return false;
          const isFile = data.files.length > 0;
          const html = data.getData('text/html');
          if (!isFile && (html === '' || isOwnCopy(html))) return false;
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (at !== null) dropCaret(view, at.pos);
          if (isFile) return files(view, data.files, event);
          take(view, html, event);
          return true;
        },
      },
    },
  });
}

/** A file that lands beside the draft must not take the page away. */
function stay(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files') !== true || event.defaultPrevented) return;
  if (event.target instanceof HTMLInputElement) return;
  event.preventDefault();
}

function dropCaret(view: EditorView, pos: number): void {
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos))));
  view.focus();
}

/** Whether there is text between the tags. */
const holdsWords = (html: string): boolean =>
  html
    .replaceAll(/<!--[^]*?-->|<(style|title|script)\b[^]*?<\/\1>|<[^>]*>/giu, '')
    .replaceAll('&nbsp;', '')
    .trim() !== '';
