import { Fragment, type Mark, type MarkType, type Node, type NodeType } from 'prosemirror-model';
import * as Y from 'yjs';
import { schema } from '../schema.ts';

/** What in a draft the schema does not know, with the shared type it sits in. */
export interface Fault {
  readonly kind: 'node' | 'attribute' | 'mark' | 'text';
  /** Name of the node, attribute or mark. */
  readonly name: string;
  /** Id of the nearest identified ancestor, itself included. */
  readonly near: string | null;
  readonly type: Y.XmlElement | Y.XmlText | Y.XmlHook;
}

/** Node or text nodes that each shared type stands for, as `updateYFragment` wants it. */
type Mapping = Map<Y.AbstractType<unknown>, Node | Node[]>;

export interface ReadFragment {
  readonly node: Node;
  readonly mapping: Mapping;
  readonly faults: readonly Fault[];
}

/** y-prosemirror appends "--" and eight base64 characters to a mark that may overlap itself. */
const HASH = /--[a-zA-Z0-9+/=]{8}$/;

type Validators = { readonly validate?: (value: unknown) => void; readonly hasDefault: boolean };

/** The given attributes as far as the type knows them and finds them valid; null when one that it needs is missing. */
function attributesOf(
  type: NodeType | MarkType,
  given: Record<string, unknown>,
  report: (name: string) => void,
): Record<string, unknown> | null {
  const known = (type as unknown as { attrs: Record<string, Validators> }).attrs;
  const attributes: Record<string, unknown> = {};
  for (const name of Object.keys(given)) if (!Object.hasOwn(known, name)) report(name);
  for (const [name, attribute] of Object.entries(known)) {
    const value = given[name];
    if (value === undefined) {
      if (!attribute.hasDefault) return null;
      continue;
    }
    try {
      attribute.validate?.(value);
      attributes[name] = value;
    } catch (error) {
      // The validator's only way to say no; anything else is a fault of the program.
      if (!(error instanceof RangeError)) throw error;
      report(name);
      if (!attribute.hasDefault) return null;
    }
  }
  return attributes;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function marksOf(attributes: Record<string, unknown> | undefined, report: (name: string) => void): readonly Mark[] {
  let marks: readonly Mark[] = [];
  for (const [key, value] of Object.entries(attributes ?? {})) {
    const name = key.replace(HASH, '');
    const type = Object.hasOwn(schema.marks, name) ? schema.marks[name] : undefined;
    let sound = type !== undefined && isRecord(value);
    const attrs = type && isRecord(value) ? attributesOf(type, value, () => (sound = false)) : null;
    if (type && attrs && sound) marks = type.create(attrs).addToSet(marks);
    else report(key);
  }
  return marks;
}

/**
 * Reads a shared fragment into a node of the schema without ever writing to it: the conversion of y-prosemirror deletes
 * what it cannot read and joins neighbouring texts, so it must not see a live draft. What the schema does not know is
 * left out of the node and listed.
 */
export function readFragment(fragment: Y.XmlFragment): ReadFragment {
  const mapping: Mapping = new Map();
  const faults: Fault[] = [];

  const readText = (text: Y.XmlText, near: string | null): Node[] => {
    const nodes: Node[] = [];
    for (const part of text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
      if (typeof part.insert !== 'string') {
        faults.push({ kind: 'text', name: 'embed', near, type: text });
        continue;
      }
      const marks = marksOf(part.attributes, (name) => faults.push({ kind: 'mark', name, near, type: text }));
      nodes.push(schema.text(part.insert, marks));
    }
    mapping.set(text as never, nodes);
    return nodes;
  };

  const readChildren = (parent: Y.XmlFragment, type: NodeType, near: string | null): Node[] =>
    parent.toArray().flatMap((child): Node[] => {
      if (child instanceof Y.XmlText) {
        if (type.contentMatch.matchType(schema.nodes['text'] as NodeType)) return readText(child, near);
        if (child.length > 0) faults.push({ kind: 'node', name: 'text', near, type: child });
        return [];
      }
      const name = child instanceof Y.XmlElement ? child.nodeName : 'hook';
      const childType = Object.hasOwn(schema.nodes, name) ? (schema.nodes[name] as NodeType) : undefined;
      const read =
        child instanceof Y.XmlElement && childType && !childType.isText && type.contentMatch.matchType(childType)
          ? readElement(child, childType, near)
          : null;
      if (read) return [read];
      faults.push({ kind: 'node', name, near, type: child as Y.XmlElement });
      return [];
    });

  const readElement = (element: Y.XmlElement, type: NodeType, near: string | null): Node | null => {
    const id: unknown = element.getAttribute('id');
    const here = typeof id === 'string' ? id : near;
    const attributes = attributesOf(type, element.getAttributes() as Record<string, unknown>, (name) =>
      faults.push({ kind: 'attribute', name, near: here, type: element }),
    );
    if (!attributes) return null;
    const node = type.create(attributes, Fragment.fromArray(type.isLeaf ? [] : readChildren(element, type, here)));
    if (type.isLeaf && element.length > 0)
      faults.push({ kind: 'node', name: 'content', near: here, type: element.get(0) as Y.XmlElement });
    mapping.set(element as never, node);
    return node;
  };

  const node = schema.topNodeType.create(null, readChildren(fragment, schema.topNodeType, null));
  mapping.set(fragment as never, node);
  return { node, mapping, faults };
}
