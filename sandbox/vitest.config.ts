import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'sandbox',
    include: ['src/**/*.test.ts'],
    // An offset that is neither UTC nor a whole hour: code that forgets the time zone fails here.
    env: { TZ: 'Asia/Kathmandu' },
  },
  // vitest hands these to Node for require too: "import" or "module" among them would give CommonJS packages ES modules.
  ssr: { resolve: { conditions: ['@telaio/source', 'node'] } },
})
