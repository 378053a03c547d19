import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The make-believe credentials under which the product and the sandbox know each other, one set for each data directory.
 * Random, so that whoever reads this code cannot sign in to anybody's server; the prefix tells them from real ones.
 */
export async function sandboxKeys(dataDir) {
  const path = join(dataDir, 'sandbox.json')
  const kept = await read(path)
  if (kept) return kept
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const fresh = `${path}.${randomBytes(6).toString('hex')}`
  const made = { ZOOM_CLIENT_ID: `sandbox-${random(16)}`, ZOOM_CLIENT_SECRET: `sandbox-${random(32)}` }
  await writeFile(fresh, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  // by link, which does nothing where another start was quicker: then its keys are the keys
  await link(fresh, path).catch((error) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(fresh)
  return (await read(path)) ?? made
}

const random = (bytes) => randomBytes(bytes).toString('base64url')

async function read(path) {
  let text
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
  const { ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET } = JSON.parse(text)
  return { ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET }
}
