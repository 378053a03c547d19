import { resolve } from 'node:path'
import { build, defineConfig, type Plugin } from 'vite'

const pages = resolve(import.meta.dirname, 'pages')

/** The Web SDK's double: one classic script at Miro's own path, as apps load it; it shares nothing with the pages. */
const miroSdk = (): Plugin => ({
  name: 'sandbox-miro-sdk',
  async generateBundle() {
    const built = await build({
      configFile: false,
      logLevel: 'warn',
      build: {
        write: false,
        target: 'es2022',
        lib: { entry: resolve(pages, 'miro/sdk/miro.ts'), formats: ['iife'], name: 'telaioMiroSdk' },
      },
    })
    const [output] = Array.isArray(built) ? built : [built]
    const chunk = output && 'output' in output ? output.output[0] : undefined
    if (chunk) this.emitFile({ type: 'asset', fileName: 'miro/app/static/sdk/v2/miro.js', source: chunk.code })
  },
})

/** Whoever builds (also `vite build` from the repository's root, which names a root of its own), the pages land in `dist/pages`. */
const ownRoot = (): Plugin => ({ name: 'sandbox-own-root', config: () => ({ root: pages }) })

export default defineConfig({
  root: pages,
  // Served by the sandbox itself from the root of each person's host name.
  base: '/',
  plugins: [ownRoot(), miroSdk()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/pages'),
    emptyOutDir: true,
    // Fonts stay files: the pages' policy lets none be inlined.
    assetsInlineLimit: 0,
    rollupOptions: {
      // React Flow says "use client", which means nothing to a page that is all client.
      onLog: (level, log, tell) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && tell(level, log),
      input: {
        start: resolve(pages, 'index.html'),
        lobby: resolve(pages, 'zoom/lobby.html'),
        attendee: resolve(pages, 'zoom/attendee.html'),
        boards: resolve(pages, 'miro/start.html'),
        board: resolve(pages, 'miro/board.html'),
        authorize: resolve(pages, 'miro/authorize.html'),
        stage: resolve(pages, 'stage/stage.html'),
      },
    },
  },
  // Which JSX a page speaks, its nearest tsconfig says: Preact, and React on the board, for React Flow.
})
