import { Plugin, type PluginView } from 'prosemirror-state';

/** Shows where something that is dragged would land; fetched when something is first dragged over the text. */
export function dropLine(): Plugin {
  return new Plugin({
    view(view) {
      let line: PluginView | null = null;
      let asked = false;
      let gone = false;
      const begin = async (): Promise<void> => {
        if (asked) return;
        asked = true;
        try {
          const { dropCursor } = await import('prosemirror-dropcursor');
          if (!gone) line = dropCursor({ class: 'drop-line', color: false }).spec.view?.(view) ?? null;
        } catch {
          // Dropping works without the line, and the next drag asks again.
          asked = false;
        }
      };
      const entered = () => void begin();
      view.dom.addEventListener('dragenter', entered);
      return {
        update: (now, before) => line?.update?.(now, before),
        destroy: () => {
          gone = true;
          view.dom.removeEventListener('dragenter', entered);
          line?.destroy?.();
        },
      };
    },
  });
}
