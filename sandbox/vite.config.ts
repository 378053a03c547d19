import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const pages = resolve(import.meta.dirname, 'pages')

export default defineConfig({
  root: pages,
  // Served by the sandbox itself from the root of each attendee's host name.
  base: '/',
  build: {
    outDir: resolve(import.meta.dirname, 'dist/pages'),
    emptyOutDir: true,
    rollupOptions: {
      input: {
        start: resolve(pages, 'index.html'),
        lobby: resolve(pages, 'zoom/lobby.html'),
        attendee: resolve(pages, 'zoom/attendee.html'),
      },
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
})
