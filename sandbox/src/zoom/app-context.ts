import { createCipheriv, createHash, randomBytes } from 'node:crypto'

/** What Zoom tells an app's server about who has it open; the fields and their spelling are Zoom's (facts/zoom.md §3.1). */
export interface AppContext {
  readonly typ: 'meeting'
  /** The Zoom account; a guest has none. */
  readonly uid?: string
  /** Where the person is: the meeting, or the breakout room's own meeting id. */
  readonly mid: string
  /** The main meeting, only when `mid` is a breakout room. */
  readonly pid?: string
  /** The breakout room's id in getBreakoutRoomList, only inside one. */
  readonly bmid?: string
  readonly attendrole?: 'host' | 'co-host' | 'participant'
  /** The invitation that opened the app, for five minutes. */
  readonly iid?: string
  readonly entitlements?: readonly string[]
  readonly iss?: 'marketplace.zoom.us'
  readonly aud?: string
  readonly ts: number
  readonly exp: number
}

export interface Salt {
  readonly iv: Buffer
  readonly aad: Buffer
}

const freshSalt = (): Salt => ({ iv: randomBytes(12), aad: randomBytes(16) })

/**
 * Encrypts a context as Zoom does: AES-256-GCM under SHA-256 of the client secret, written
 * `[iv length: u8][iv][aad length: u16 LE][aad][cipher length: i32 LE][cipher][tag: 16]`, base64url without padding.
 */
export function sealAppContext(context: AppContext, clientSecret: string, { iv, aad }: Salt = freshSalt()): string {
  const key = createHash('sha256').update(clientSecret).digest()
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: 16 })
  cipher.setAAD(aad)
  const text = Buffer.concat([cipher.update(JSON.stringify(context), 'utf8'), cipher.final()])
  const lengths = { iv: Buffer.alloc(1), aad: Buffer.alloc(2), text: Buffer.alloc(4) }
  lengths.iv.writeUInt8(iv.length)
  lengths.aad.writeUInt16LE(aad.length)
  lengths.text.writeInt32LE(text.length)
  return Buffer.concat([lengths.iv, iv, lengths.aad, aad, lengths.text, text, cipher.getAuthTag()]).toString('base64url')
}
