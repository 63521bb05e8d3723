import type { Plugin } from 'vite';

/** One piece of a library that this application cannot reach or does twice, and what stands in its place. */
interface Cut {
  /** Which module, by the end of its path. */
  readonly of: RegExp;
  readonly from: string | RegExp;
  readonly to: string;
}

const CUTS: readonly Cut[] = [
  // The binding takes a few lines of this module; without these marks a whole description of data comes along.
  { of: /\/lib0\/dom\.js$/, from: /= \$\./g, to: '= /* @__PURE__ */ $.' },
  // We build for browsers alone: nothing is configured by the arguments or the environment of a process.
  {
    of: /\/lib0\/environment\.js$/,
    from: /^[^]*$/,
    to: 'export const isNode = false, isBrowser = true, getVariable = () => null',
  },
  // Styles within elements: ours render into the page itself and have none of their own.
  {
    of: /\/@lit\/reactive-element\/css-tag\.js$/,
    from: /^[^]*$/,
    to: 'export const adoptStyles = () => {}, getCompatibleStyle = (style) => style, css = () => {}, unsafeCSS = css, supportsAdoptingStyleSheets = false; export class CSSResult {}',
  },
  // Internet Explorer and the first Edge never read what we build (es2022).
  {
    of: /\/prosemirror-view\/dist\/index\.js$/,
    from: /const ie = .*;\nconst ie_version = .*;/,
    to: 'const ie = false, ie_version = 0;',
  },
  // Of the browsers with a broken clipboard the last could not read it either: iOS 10.
  {
    of: /\/prosemirror-view\/dist\/index\.js$/,
    from: /const brokenClipboardAPI = [^;]*;/,
    to: 'const brokenClipboardAPI = false;',
  },
  // Its names for the keys of Internet Explorer.
  {
    of: /\/w3c-keyname\/index\.js$/,
    from: /var ie = typeof navigator.*/,
    to: 'var ie = false',
  },
  // Steps and selections travel to colleagues as Yjs updates, never as JSON.
  {
    of: /\/prosemirror-(?:state|transform)\/dist\/index\.js$/,
    from: /\n {4}(?:static fromJSON|toJSON)\([^)]*\) \{(?:[^\n]*\}|[^]*?\n {4}\})(?=\n)/g,
    to: '',
  },
  { of: /\/prosemirror-transform\/dist\/index\.js$/, from: /\nStep\.jsonID\(.*\);/g, to: '' },
  // Marks on whole nodes, attributes of the document, and changes of type or wrapping that our own commands do otherwise.
  {
    of: /\/prosemirror-transform\/dist\/index\.js$/,
    from: /\n {4}(?:wrap|setBlockType|clearIncompatible|addNodeMark|removeNodeMark|setDocAttribute)\([^)]*\) \{\n[^]*?\n {4}\}(?=\n)/g,
    to: '',
  },
  // A draft is elements and words: the server refuses arrays, maps and hooks, and nothing here asks for them.
  {
    of: /\/yjs\/dist\/yjs\.mjs$/,
    from: /const typeRefs = \[\n {2}readYArray,\n {2}readYMap,([^]*?)readYXmlHook,/,
    to: 'const typeRefs = [undefined, undefined,$1undefined,',
  },
  { of: /\/yjs\/dist\/yjs\.mjs$/, from: /this\.get\(name, Y(?:Array|Map)\)/g, to: 'this.get(name)' },
  // It makes no page of its elements and is not searched by selectors: the editor does that.
  { of: /\/yjs\/dist\/yjs\.mjs$/, from: /\n {2}toDOM \([^]*?\n {2}\}\n/g, to: '\n' },
  { of: /\/yjs\/dist\/yjs\.mjs$/, from: /new YXmlTreeWalker\(/g, to: 'error.methodUnimplemented(' },
  // Nor is a draft written out as text or JSON, or copied: the editor holds it. Who would ask for that hears so.
  {
    of: /\/yjs\/dist\/yjs\.mjs$/,
    from: /\n {2}(toString|toJSON) \(\) \{\n[^]*?\n {2}\}\n/g,
    to: '\n  $1 () { throw error.methodUnimplemented() }\n',
  },
  // What changed, as lists: the binding looks at the text itself.
  { of: /\/yjs\/dist\/yjs\.mjs$/, from: /\n {2}get (?:keys|delta|changes) \(\) \{\n[^]*?\n {2}\}\n/g, to: '\n' },
  { of: /\/yjs\/dist\/yjs\.mjs$/, from: /\n {2}clone \(\) \{[^]*?\n {2}\}\n/g, to: '\n' },
  // Only for marks that may stand twice on the same words; no mark of our schema may, see its tests.
  {
    of: /\/y-prosemirror\/src\/utils\.js$/,
    from: /export const hashOfJSON = .*/,
    to: "export const hashOfJSON = () => { throw new Error('a mark that may stand twice') }",
  },
  // Showing an old snapshot in the editor: we compare versions on their own page.
  {
    of: /\/y-prosemirror\/src\/plugins\/sync-plugin\.js$/,
    from: /\n {2}_renderSnapshot \(snapshot, prevSnapshot, pluginState\) \{[^]*?\n {2}\}\n/,
    to: '\n  _renderSnapshot () {}\n',
  },
  {
    of: /\/y-prosemirror\/src\/plugins\/sync-plugin\.js$/,
    from: /if \(snapshot === undefined \|\| prevSnapshot === undefined\) \{\n(.*)\n {2}\} else \{[^]*?\n {2}\}\n/,
    to: '$1\n',
  },
  {
    of: /\/y-prosemirror\/src\/plugins\/sync-plugin\.js$/,
    from: /\n {4}if \(snapshot !== undefined\) \{[^]*?\n {4}\}\n/,
    to: '\n',
  },
  {
    of: /\/y-prosemirror\/src\/plugins\/sync-plugin\.js$/,
    from: /\n {8}if \(binding\.prosemirrorView !== null\) \{\n[^]*?\n {8}\}\n(?= {8}return pluginState)/,
    to: '\n',
  },
  {
    of: /\/y-prosemirror\/src\/plugins\/sync-plugin\.js$/,
    from: /\n {2}renderSnapshot \(snapshot, prevSnapshot\) \{\n[^]*?\n {2}unrenderSnapshot \(\) \{\n[^]*?\n {2}\}\n/,
    to: '\n  renderSnapshot () {}\n',
  },
  // The text stands in the editor before the binding does (`initProseMirrorDoc`).
  {
    of: /\/y-prosemirror\/src\/plugins\/sync-plugin\.js$/,
    from: /\n {2}_forceRerender \(\) \{\n[^]*?\n {2}\}\n/,
    to: '\n  _forceRerender () {}\n',
  },
  // Where the caret is no selection both its ends are one place; finding it passes every block before it, at every key.
  {
    of: /\/y-prosemirror\/src\/plugins\/sync-plugin\.js$/,
    from: /export const getRelativeSelection = \(pmbinding, state\) => \(\{([^]*?) {2}anchor: (absolute[^]*?\)),\n {2}head: (absolute[^]*?\))\n\}\)\n/,
    to: 'export const getRelativeSelection = (pmbinding, state) => {\n  const anchor = $2\n  return {$1  anchor,\n  head: state.selection.head === state.selection.anchor ? anchor : $3\n}}\n',
  },
  {
    of: /\/y-prosemirror\/src\/plugins\/cursor-plugin\.js$/,
    from: 'const head = absolutePositionToRelativePosition(',
    to: 'const head = selection.head === selection.anchor ? anchor : absolutePositionToRelativePosition(',
  },
  // Other tabs, see below.
  {
    of: /\/y-websocket\/src\/y-websocket\.js$/,
    from: /\n {4}this\._bcSubscriber = [^]*?\n {4}\}\n/,
    to: '\n',
  },
  {
    of: /\/y-websocket\/src\/y-websocket\.js$/,
    from: /\n {2}connectBc \(\) \{\n[^]*?\n {2}\}\n/,
    to: '\n  connectBc () {}\n',
  },
  {
    of: /\/y-websocket\/src\/y-websocket\.js$/,
    from: /\n {4}if \(this\.bcconnected\) \{\n[^]*?\n {4}\}\n/,
    to: '\n',
  },
  // A line is asked again for what it missed when it comes back, not by the clock.
  {
    of: /\/y-websocket\/src\/y-websocket\.js$/,
    from: /\n {4}if \(resyncInterval > 0\) \{\n[^]*?\n {4}\}\n/,
    to: '\n',
  },
];

/** Modules of libraries that this application never calls, and what they are then. */
const EMPTY: Readonly<Record<string, string>> = {
  // Other tabs are told nothing (`disableBc`): they must never show text that the server does not have.
  'lib0/broadcastchannel': 'export const publish = () => {}, subscribe = publish, unsubscribe = publish',
  // Colours and time stamps for what a library says in the console, which it does in two places.
  'lib0/logging':
    "export const [BOLD, ORANGE, RED, UNBOLD] = ['', '', '', ''], print = (...all) => console.log(...all), warn = (...all) => console.warn(...all)",
};

/** Leaves out of libraries what cannot be reached here. A piece that is not found stops the build: the library changed. */
export function trimmed(): Plugin {
  const found = new Set<Cut>();
  return {
    name: 'trimmed-libraries',
    enforce: 'pre',
    apply: 'build',
    resolveId: { filter: { id: /^lib0\/(?:broadcastchannel|logging)$/ }, handler: (id) => `\0${id}` },
    load: { filter: { id: /^\0lib0\// }, handler: (id) => EMPTY[id.slice(1)] },
    transform: {
      filter: {
        id: /\/(yjs|lib0|prosemirror-(?:state|transform|view)|reactive-element|w3c-keyname|y-prosemirror|y-websocket)\//,
      },
      handler(code, id) {
        const cuts = CUTS.filter(({ of }) => of.test(id));
        if (cuts.length === 0) return null;
        let left = code;
        for (const cut of cuts) {
          const next = left.replace(cut.from, cut.to);
          if (next === left) this.error(`nothing to leave out of ${id}: ${cut.from}`);
          left = next;
          found.add(cut);
        }
        return { code: left, map: null };
      },
    },
  };
}
