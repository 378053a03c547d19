import preact from '@preact/preset-vite'
import { defineConfig, type Plugin, type UserConfig } from 'vite'
import { tokensCss } from '../shared/look/tokens.ts'

/** `import 'virtual:look.css'`: the tokens as CSS custom properties, from the one file that holds them. */
const look = (): Plugin => ({
  name: 'telaio-look',
  resolveId: (id) => (id === 'virtual:look.css' ? '\0virtual:look.css' : null),
  load: (id) => (id === '\0virtual:look.css' ? tokensCss() : null),
})

/** How each of the three apps is built: Preact, no inline script or style (the pages' policy forbids them), paths that work under any folder. */
export const app = (more: UserConfig = {}): UserConfig =>
  defineConfig({
    base: './',
    plugins: [preact(), look()],
    resolve: { conditions: ['@telaio/source', 'module', 'browser', 'development|production'] },
    build: { target: 'safari16', assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: true },
    ...more,
  })
