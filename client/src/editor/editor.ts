import { schema } from '@draagvlak/document';
import { Slice, type Node, Fragment } from 'prosemirror-model';
import { EditorState, Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { initProseMirrorDoc, ySyncPlugin, yUndoPlugin } from 'y-prosemirror';
import { caretAlong } from './caret-along.ts';
import { derived, derivedPlugin } from './derived.ts';
import type { DraftSession } from './draft-session.ts';
import { editedPlugin } from './edited.ts';
import { finding } from './find-place.ts';
import { footnoteView } from './footnote-view.ts';
import { gapPlace } from './gap-place.ts';
import type { GuidanceOf } from './guidance.ts';
import { identityPlugin } from './identity.ts';
import { imageView } from './images.ts';
import type { KeyRequests } from './keys.ts';
import { keepPlaces, Later } from './later.ts';
import { holdsBack, type MassDeletion } from './mass-deletion.ts';
import { numbersPlugin } from './numbers.ts';
import { noting } from '../notes/note-place.ts';
import { type IntakeRequests, pastePlugin } from './paste.ts';
import { isFromShared, isUndo } from './origin.ts';
import { blockAt, findById } from './place.ts';
import { tablesPlugin } from './table-place.ts';
import { tableView } from './table-view.ts';
import type { TextWords } from './words.ts';

export interface EditorOptions extends KeyRequests, IntakeRequests {
  readonly mount: HTMLElement;
  readonly session: DraftSession;
  readonly label: string;
  /** Dossier of the draft, which its pictures belong to; without one there are no pictures. */
  readonly dossier?: string;
  readonly words: TextWords;
  readonly guidanceOf: GuidanceOf;
  readonly mayWrite: () => boolean;
  /** Called after every transaction; `own` when this person changed the text or the selection. */
  readonly onUpdate: (own: boolean) => void;
  /** Ids of the blocks that the author's own edit touched. */
  readonly onEdited?: (nodes: readonly string[]) => void;
  /** Asks before the author's own act takes much text away. */
  readonly onMassDeletion?: (deletion: MassDeletion) => void;
  /** Asks for the form of the requirement's measure. */
  readonly onMeasure: (requirement: string) => void;
}

/** Heading id of the section that the caret is in. */
export function sectionAtCaret(state: EditorState): string | null {
  const { outline } = derived(state);
  const index = state.selection.$from.index(0);
  let section: string | null = null;
  for (const one of outline.sections) if (one.start <= index && index < one.end) section = one.id;
  return section;
}

/** A slot of the template is filled once: a pasted heading never claims one that is taken. */
function withoutTakenSlots(slice: Slice, doc: Node): Slice {
  const taken = new Set<string>();
  doc.forEach((node) => {
    if (typeof node.attrs['slot'] === 'string') taken.add(node.attrs['slot']);
  });
  const free = (fragment: Fragment): Fragment => {
    const nodes: Node[] = [];
    fragment.forEach((node) => {
      const slot = node.attrs['slot'] as string | null | undefined;
      nodes.push(
        slot != null && taken.has(slot)
          ? node.type.create({ ...node.attrs, slot: null }, node.content, node.marks)
          : node,
      );
    });
    return Fragment.fromArray(nodes);
  };
  return new Slice(free(slice.content), slice.openStart, slice.openEnd);
}

/**
 * Mounts the editor of a draft that has been loaded, with what the first letter needs; `furnish` gives it the rest. Plain
 * ProseMirror: no element, no store, no request.
 */
export function createEditor(options: EditorOptions): EditorView {
  const { session, words } = options;
  const later = new Later();
  const { doc, mapping } = initProseMirrorDoc(session.fragment, schema);
  const state = EditorState.create({
    doc,
    plugins: [
      ySyncPlugin(session.fragment, { mapping }) as Plugin,
      yUndoPlugin({ protectedNodes: new Set(['block', 'row', 'cell', 'table']) }),
      later.carets.plugin,
      derivedPlugin(),
      numbersPlugin(words),
      later.guidance.plugin,
      later.highlights.plugin,
      finding.plugin(),
      later.held.plugin(),
      later.footnotes.plugin,
      noting.plugin(),
      later.rules.plugin,
      later.keys.plugin,
      tablesPlugin(),
      identityPlugin(),
      caretAlong(),
      pastePlugin(options),
      later.images.plugin,
      later.drop.plugin,
      later.dropLine.plugin,
      gapPlace.plugin(),
      ...(options.onEdited === undefined ? [] : [editedPlugin(options.onEdited)]),
    ],
  });
  const editable = () => session.loaded && session.ended === null && options.mayWrite();
  const hangsOver = { top: 112, bottom: 32 };
  // A colleague's change never scrolls this page: who reads further on, or presses somewhere else, would lose the place.
  let fromElsewhere = false;
  const view: EditorView = new EditorView(
    { mount: options.mount },
    {
      state,
      editable,
      attributes: () => ({
        id: 'werktekst',
        class: 'sheet text draft-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': options.label,
        'aria-readonly': String(!editable()),
        spellcheck: 'true',
        lang: 'nl',
        tabindex: '0',
      }),
      nodeViews: { footnote: footnoteView, table: tableView, image: imageView(options.dossier ?? '') },
      handleScrollToSelection: () => fromElsewhere,
      // The tools, and what can be done at the caret below them, hang over the top of the text.
      scrollThreshold: { ...hangsOver, right: 0, left: 0 },
      scrollMargin: { ...hangsOver, right: 0, left: 0 },
      transformPasted: (slice) => withoutTakenSlots(slice, view.state.doc),
      handleClickOn: (_view, _pos, _node, _nodePos, event) => openedMeasure(event, options),
      handleDOMEvents: {
        // A key or paste right after a click can come before the browser tells where the caret went.
        keydown: (own) => takeInOwn(own),
        paste: (own) => takeInOwn(own),
        cut: (own) => takeInOwn(own),
        mousedown: (_view, event) => event.target instanceof Element && event.target.closest('.measure') !== null,
        click: (_view, event) => openedMeasure(event, options),
      },
      dispatchTransaction(this: EditorView, tr) {
        // The binding tells of its own notes a moment later, when the room may have been left.
        if (this.isDestroyed) return;
        const own = withOwnCaret(this, tr);
        if (options.onMassDeletion !== undefined && holdsBack(this, own, options.onMassDeletion)) return;
        fromElsewhere = isFromShared(own) && !isUndo(own);
        const here = !fromElsewhere && (own.docChanged || own.selectionSet || own.storedMarksSet);
        this.updateState(this.state.apply(own));
        fromElsewhere = false;
        session.standIn(this.hasFocus() ? sectionAtCaret(this.state) : null);
        options.onUpdate(here);
      },
    },
  );
  session.beforeShared = () => takeInOwn(view);
  keepPlaces(view, later);
  return view;
}

/**
 * Makes the editor's state what the page shows. The browser tells of a new caret a moment after it moved; a colleague's
 * change in between would put it back, and what is typed next would land in the old place.
 */
export function takeInOwn(view: EditorView): void {
  if (view.isDestroyed) return;
  // Not in the published types, but what the editor itself calls for every change it observes.
  (view as unknown as { readonly domObserver: { flush(): void } }).domObserver.flush();
}

/** A transaction without text and selection (a colleague's caret moved) must not carry an older selection of our own. */
function withOwnCaret(view: EditorView, tr: Transaction): Transaction {
  if (tr.docChanged || tr.selectionSet || tr.storedMarksSet) return tr;
  takeInOwn(view);
  const { state } = view;
  if (state.doc === tr.doc && state.selection.eq(tr.selection)) return tr;
  // What this transaction was made for is gone; what it says is said again about the state of now.
  const again = state.tr;
  Object.assign((again as unknown as Carrying).meta, (tr as unknown as Carrying).meta);
  return again;
}

/** The notes a transaction carries for plugins; not in the published types. */
interface Carrying {
  readonly meta: Record<string, unknown>;
}

function openedMeasure(event: Event, options: EditorOptions): boolean {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('.measure') : null;
  const requirement = button?.dataset['measureOf'];
  if (requirement === undefined || requirement === '') return false;
  event.preventDefault();
  if (options.mayWrite()) options.onMeasure(requirement);
  return true;
}

/** Puts the caret at the start of a node and brings it into sight. */
export function goTo(view: EditorView, id: string, focus: boolean): boolean {
  const place = findById(view.state.doc, id);
  if (place === null) return false;
  const selection = TextSelection.near(view.state.doc.resolve(place.pos + 1));
  view.dispatch(view.state.tr.setSelection(selection));
  const element = view.nodeDOM(place.pos);
  if (element instanceof HTMLElement) element.scrollIntoView({ block: 'start' });
  if (focus) view.focus();
  return true;
}

/** The requirement around the caret. */
export function requirementAtCaret(state: EditorState): string | null {
  const block = blockAt(state.doc, state.selection.from);
  return block?.node.attrs['role'] === 'requirement' ? (block.node.attrs['id'] as string | null) : null;
}
