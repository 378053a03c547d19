import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

const LAYOUT = '1'
const IV = 12
const TAG = 16

/** Keeps what must not be read in the data directory. */
export interface Sealer {
  /** Encrypts `text`; only whoever says the same `about` can open it. */
  readonly seal: (text: string, about: string) => string
  /** Null where it was sealed under another key, about something else, or was changed. */
  readonly open: (sealed: string, about: string) => string | null
}

/** AES-256-GCM under a key made from ENCRYPTION_KEY: `layout.key.iv.cipher+tag`, where `key` tells keys apart without saying anything of them. */
export function createSealer(encryptionKey: string): Sealer {
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(encryptionKey, 'base64url'), 'telaio', 'connections', 32))
  const name = createHash('sha256').update('name').update(key).digest('base64url').slice(0, 8)
  const aad = (about: string): Buffer => Buffer.from(`${LAYOUT}.${name}.${about}`)
  return {
    seal: (text, about) => {
      const iv = randomBytes(IV)
      const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG }).setAAD(aad(about))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return [LAYOUT, name, iv.toString('base64url'), body.toString('base64url')].join('.')
    },
    open: (sealed, about) => {
      const [layout, of, iv = '', body = ''] = sealed.split('.')
      if (layout !== LAYOUT || of !== name) return null
      try {
        const bytes = Buffer.from(body, 'base64url')
        const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), { authTagLength: TAG })
        decipher.setAAD(aad(about)).setAuthTag(bytes.subarray(-TAG))
        return Buffer.concat([decipher.update(bytes.subarray(0, -TAG)), decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}
