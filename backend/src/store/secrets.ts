import { randomBytes } from 'node:crypto'
import type { FileLayer } from './files/file-layer.ts'
import { realFiles } from './files/real-files.ts'
import { readWhole, writeWhole } from './files/write-whole.ts'

/** Bytes of a secret: what HMAC-SHA-256 and AES-256 take. */
const LENGTH = 32

/** Names as in the environment, so that a secret can be moved there and back. */
const NAMES = ['TOKEN_SECRET', 'ENCRYPTION_KEY'] as const
type SecretName = (typeof NAMES)[number]
/** 32 random bytes each, in base64url; or what was given instead. */
export type Secrets = Readonly<Record<SecretName, string>>

export interface ReadSecretsOptions {
  readonly dataDir: string
  /** From the environment: stand before those of the file, and are never written to it. */
  readonly given?: { readonly [name in SecretName]?: string | undefined }
  readonly files?: FileLayer
  readonly random?: (length: number) => Uint8Array
}

/**
 * The server's secrets: those given, else those kept in the data directory, else new ones, kept there from now on. A file that cannot be
 * read is an error and never replaced: what was encrypted with its key could not be read any more.
 */
export async function readSecrets({ dataDir, given = {}, files = realFiles, random = randomBytes }: ReadSecretsOptions): Promise<Secrets> {
  const path = `${dataDir}/secrets.json`
  if (NAMES.every((name) => given[name])) return pick((name) => given[name] ?? '')
  await files.makeDirectory(dataDir)
  const kept = parse(await readWhole(files, path), path)
  const all = pick((name) => kept[name] ?? (given[name] ? '' : Buffer.from(random(LENGTH)).toString('base64url')))
  const isNew = NAMES.some((name) => all[name] !== (kept[name] ?? ''))
  const toKeep = Object.fromEntries(Object.entries(all).filter(([, secret]) => secret !== ''))
  if (isNew) await writeWhole(files, path, Buffer.from(`${JSON.stringify(toKeep, null, 2)}\n`), path)
  return pick((name) => given[name] || all[name])
}

const pick = (secret: (name: SecretName) => string): Secrets => ({
  TOKEN_SECRET: secret('TOKEN_SECRET'),
  ENCRYPTION_KEY: secret('ENCRYPTION_KEY'),
})

function parse(bytes: Buffer | null, path: string): { readonly [name in SecretName]?: string } {
  if (!bytes) return {}
  try {
    const kept = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>
    for (const name of NAMES)
      if (kept[name] !== undefined && !isSecret(kept[name])) throw new Error(`${name} is not ${LENGTH} bytes in base64url`)
    return kept
  } catch (error) {
    throw new Error(`${path} cannot be read; put it back from a backup, or remove it and connect Miro again and send new links`, {
      cause: error,
    })
  }
}

const isSecret = (value: unknown): boolean =>
  typeof value === 'string' && /^[\w-]+$/.test(value) && Buffer.from(value, 'base64url').length === LENGTH
