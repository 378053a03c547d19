import { configDefaults, defineConfig } from 'vitest/config'

const resolve = { conditions: ['@telaio/source'] }
const common = {
  // not UTC and not a whole hour: code that forgets a time zone fails here
  env: { TZ: 'Asia/Kathmandu' },
  setupFiles: ['./tools/test-setup.ts'],
  exclude: [...configDefaults.exclude, '**/dist/**'],
}
/** Views in tests are drawn as the apps draw them. */
const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const
const project = (name: string, include: string[], more: object = {}) => ({
  resolve,
  oxc,
  ssr: { resolve },
  test: { name, include, ...common, ...more },
})

export default defineConfig({
  test: {
    // one a core: of two cores Vitest would leave one to itself
    maxWorkers: '100%',
    projects: [
      // pure modules, which may stay loaded from file to file: to load them again takes longer than most files
      project('shared-node', ['shared/**/*.test.ts'], { isolate: false, testTimeout: 30_000 }),
      // what apps load of the domain, without Node's own globals; its long property tests run once, in Node
      project('shared-dom', ['shared/{client,words,kit}/**/*.test.ts', 'shared/lab/{lab,commands,answers,carry,plan}.test.ts'], {
        environment: 'happy-dom',
        testTimeout: 30_000,
      }),
      project('backend', ['backend/**/*.test.ts'], { testTimeout: 30_000 }),
      project('zoom-app', ['zoom-app/src/**/*.test.{ts,tsx}'], { environment: 'happy-dom' }),
      project('miro-app', ['miro-app/src/**/*.test.{ts,tsx}'], { environment: 'happy-dom' }),
      project('organiser-app', ['organiser-app/src/**/*.test.{ts,tsx}'], { environment: 'happy-dom' }),
      project('sandbox', ['sandbox/src/**/*.test.ts'], { testTimeout: 20_000 }),
      project('tools', ['tools/**/*.test.ts']),
    ],
  },
})
