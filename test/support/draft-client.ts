import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { DRAFT } from './draft-server.ts';

export interface DraftClient {
  readonly name: string;
  readonly doc: Y.Doc;
  readonly fragment: Y.XmlFragment;
  readonly provider: WebsocketProvider;
  /** Close code that stopped the client for good, if one did. */
  stopped(): number | null;
  /** What the server said last to be stored. */
  saved(): { readonly vector: Uint8Array; readonly messages: number } | null;
  /** Writing messages sent over the present connection. */
  sent(): number;
  synced(): Promise<void>;
  leave(): void;
}

export interface ClientOptions {
  readonly params?: Record<string, string>;
  readonly draft?: string;
  readonly doc?: Y.Doc;
  readonly connect?: boolean;
  /** Header of the handshake, as a browser sends it. */
  readonly cookie?: string;
}

/** A stock y-websocket client; it asks to be told what is saved. */
export function draftClient(url: string, name: string, options: ClientOptions = {}): DraftClient {
  const doc = options.doc ?? new Y.Doc();
  let saved: { vector: Uint8Array; messages: number } | null = null;
  let sent = 0;
  let stopped: number | null = null;
  class Counting extends WebSocket {
    constructor(address: string) {
      super(address, options.cookie === undefined ? {} : { headers: { cookie: options.cookie } });
    }
    override send(data: Uint8Array): void {
      if (data[0] === 0 && (data[1] === 1 || data[1] === 2)) sent += 1;
      super.send(data);
    }
  }
  const provider = new WebsocketProvider(url, options.draft ?? DRAFT, doc, {
    connect: false,
    params: { as: name, ...options.params },
    disableBc: true,
    WebSocketPolyfill: Counting as never,
    maxBackoffTime: 200,
  });
  provider.messageHandlers[100] = (_encoder: encoding.Encoder, decoder: decoding.Decoder) => {
    saved = { vector: decoding.readVarUint8Array(decoder), messages: decoding.readVarUint(decoder) };
  };
  provider.on('status', ({ status }: { status: string }) => {
    if (status !== 'connected') return;
    sent = 0;
    saved = null;
    provider.ws?.send(Uint8Array.of(100));
  });
  provider.on('closed', ({ code }: { code: number }) => (stopped = code));
  if (options.connect !== false) provider.connect();
  return {
    name,
    doc,
    fragment: doc.getXmlFragment('prosemirror'),
    provider,
    stopped: () => stopped,
    saved: () => saved,
    sent: () => sent,
    synced: () => until(() => provider.synced, `${name} is synced`),
    leave: () => provider.destroy(),
  };
}

/** Waits until it holds; rejects after ten seconds. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, within = 10_000): Promise<void> {
  const end = Date.now() + within;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`still not: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Appends a paragraph as y-prosemirror writes one. */
export function addParagraph(fragment: Y.XmlFragment, text: string, id: string | null = null): Y.XmlText {
  const content = new Y.XmlText();
  const block = new Y.XmlElement('block');
  fragment.doc?.transact(() => {
    content.insert(0, text);
    if (id !== null) block.setAttribute('id', id);
    block.insert(0, [content]);
    fragment.insert(fragment.length, [block]);
  });
  return content;
}

/** The text of every top-level block. */
export const lines = (fragment: Y.XmlFragment): string[] =>
  fragment.toArray().map((block) =>
    (block as Y.XmlElement)
      .toArray()
      .map((text) =>
        (text as Y.XmlText)
          .toDelta()
          .map((part: { insert: string }) => part.insert)
          .join(''),
      )
      .join(''),
  );

/** The text of a block, to type in. */
export const textOf = (fragment: Y.XmlFragment, block: number): Y.XmlText =>
  (fragment.get(block) as Y.XmlElement).get(0) as Y.XmlText;
