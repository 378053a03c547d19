import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { build, type Plugin, type UserConfig } from 'vite'

const squeeze = promisify(brotliCompress)

/**
 * A script of its own before the page's: whole, since a module that shares a file with the page's would come no sooner than that file.
 * `entry`: absolute path.
 */
export function scriptAhead(entry: string, { resolve, build: options }: UserConfig): Plugin {
  let name = ''
  return {
    name: 'telaio-script-ahead',
    apply: 'build',
    async buildStart() {
      const made = await build({
        configFile: false,
        logLevel: 'warn',
        ...(resolve ? { resolve } : {}),
        build: {
          target: options?.target ?? 'safari16',
          write: false,
          reportCompressedSize: false,
          lib: { entry, formats: ['iife'], name: 'telaio' },
        },
      })
      const [file] = (Array.isArray(made) ? made : [made]).flatMap((one) => ('output' in one ? one.output : []))
      if (file?.type !== 'chunk') throw new Error(`${entry} gave no script`)
      name = `assets/ahead-${createHash('sha256').update(file.code).digest('base64url').slice(0, 8)}.js`
      this.emitFile({ type: 'asset', fileName: name, source: file.code })
    },
    transformIndexHtml: () => [
      { tag: 'script', attrs: { async: true, fetchpriority: 'high', src: `./${name}` }, injectTo: 'head-prepend' },
    ],
  }
}

/** Beside each script and style one squeezed as far as it goes, which takes too long under way: `pages.ts` of the server gives it to whoever reads brotli. */
export const squeezed = (): Plugin => ({
  name: 'telaio-squeezed',
  apply: 'build',
  enforce: 'post',
  async writeBundle({ dir = '' }, bundle) {
    const names = Object.keys(bundle).filter((name) => /\.(?:js|css)$/.test(name))
    await Promise.all(
      names.map(async (name) => {
        const path = join(dir, name)
        await writeFile(`${path}.br`, await squeeze(await readFile(path)))
      }),
    )
  },
})
