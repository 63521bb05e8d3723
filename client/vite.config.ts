import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    {
      // The binding takes a few lines of this module; without these marks a whole description of data comes along.
      name: 'lib0-without-schema',
      transform: {
        filter: { id: /\/lib0\/dom\.js$/ },
        handler: (code) => ({ code: code.replaceAll('= $.', '= /* @__PURE__ */ $.'), map: null }),
      },
    },
  ],
  server: {
    proxy: {
      '/api': 'http://localhost:3000',
      '/lezen': 'http://localhost:3000',
      '/taal': 'http://localhost:3000',
      '/tips': 'http://localhost:3000',
      '/was-wordt': 'http://localhost:3000',
      '/inrichten': 'http://localhost:3000',
      '/aanmelden': 'http://localhost:3000',
      '/sync': { target: 'ws://localhost:3000', ws: true },
    },
  },
  // Two copies of any of these break the shared document or the editor.
  resolve: { dedupe: ['yjs', 'lib0', 'y-protocols', 'prosemirror-model', 'prosemirror-state', 'prosemirror-view'] },
  build: {
    target: 'es2022',
    sourcemap: true,
    manifest: true,
    // The content security policy takes files of our own origin only, no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index.html', 'src/reading/main.ts', 'src/reading/main-en.ts'],
      output: {
        codeSplitting: {
          groups: [
            { name: 'yjs', test: /node_modules\/(yjs|lib0|y-protocols|y-websocket)\//, priority: 3 },
            {
              name: 'prosemirror',
              test: /node_modules\/(prosemirror-(?!tables|gapcursor|dropcursor)[a-z]+|y-prosemirror|orderedmap|rope-sequence|w3c-keyname)\//,
              priority: 2,
            },
            { name: 'lit', test: /node_modules\/(lit|@lit|lit-html|lit-element)\//, priority: 1 },
          ],
        },
      },
    },
  },
});
