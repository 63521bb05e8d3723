import { defineConfig } from 'vite';
import { chunkNames } from './chunks.ts';
import { trimmed } from './trim.ts';

export default defineConfig({
  plugins: [trimmed()],
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
    modulePreload: {
      polyfill: false,
      // Lists of what to fetch ahead weigh; only the room with the most to fetch has one.
      resolveDependencies: (file, files) => (/writing-room-/.test(file) ? files : []),
    },
    rolldownOptions: {
      input: ['index.html', 'src/reading/main.ts', 'src/reading/main-en.ts'],
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'drafting',
              test: /node_modules\/(?:yjs|lib0(?!\/indexeddb)|y-protocols|y-websocket|prosemirror-(?:model|state|transform|view)|y-prosemirror(?!\/src\/plugins\/cursor)|orderedmap)\/|lib0\/(?:broadcastchannel|logging)$/,
              priority: 2,
            },
            {
              name: 'lit',
              test: /node_modules\/(?:@lit|lit-element|lit-html)\/(?!directives|async-directive|directive-helpers)/,
              priority: 1,
            },
            { name: chunkNames(), debugName: 'what comes together' },
          ],
        },
      },
    },
  },
});
