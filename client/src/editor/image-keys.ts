import { NodeSelection, Plugin } from 'prosemirror-state';
import { ImageWantedEvent } from './images.ts';

/** Enter on a chosen picture opens its form. */
export function imagesPlugin(): Plugin {
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        const { selection } = view.state;
        if (event.key !== 'Enter' || !(selection instanceof NodeSelection)) return false;
        if (selection.node.type.name !== 'image' || !view.editable) return false;
        view.dom.dispatchEvent(new ImageWantedEvent({ id: selection.node.attrs['id'] as string | null }));
        return true;
      },
    },
  });
}
