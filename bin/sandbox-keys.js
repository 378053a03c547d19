import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The make-believe credentials under which the product and the sandbox know each other, one set for each data directory.
 * Random, so that whoever reads this code cannot sign in to anybody's server; the prefix tells them from real ones.
 *
 * @param {string} dataDir
 * @returns {Promise<Record<(typeof NAMES)[number], string>>}
 */
export async function sandboxKeys(dataDir) {
  const path = join(dataDir, 'sandbox.json')
  const kept = await read(path)
  if (kept && NAMES.every((name) => kept[name] !== undefined)) return kept
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const fresh = `${path}.${randomBytes(6).toString('hex')}`
  // what an earlier version made is kept; what it did not know yet is added
  const made = { ...Object.fromEntries(NAMES.map((name) => [name, `sandbox-${random(name.endsWith('_ID') ? 16 : 32)}`])), ...kept }
  await writeFile(fresh, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  if (kept) await rename(fresh, path)
  else {
    // by link, which does nothing where another start was quicker: then its keys are the keys
    await link(fresh, path).catch((error) => {
      if (error.code !== 'EEXIST') throw error
    })
    await rm(fresh)
  }
  return (await read(path)) ?? made
}

const NAMES = /** @type {const} */ (['ZOOM_CLIENT_ID', 'ZOOM_CLIENT_SECRET', 'MIRO_CLIENT_ID', 'MIRO_CLIENT_SECRET'])

const random = (bytes) => randomBytes(bytes).toString('base64url')

async function read(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}
