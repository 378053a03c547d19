import { createDecipheriv, createHash } from 'node:crypto'
import * as z from 'zod'

/** A full context is about 630 characters; anything near this cap is none. */
const LONGEST = 4096
/** Clocks may differ by this much, in ms. */
const SKEW = 60_000

const Context = z.object({
  typ: z.string(),
  uid: z.string().optional(),
  mid: z.string().optional(),
  pid: z.string().optional(),
  bmid: z.string().optional(),
  attendrole: z.string().optional(),
  iss: z.string().optional(),
  aud: z.string(),
  ts: z.number(),
  exp: z.number(),
})
export type ZoomContext = z.infer<typeof Context>

/**
 * Opens a Zoom app context: AES-256-GCM under SHA-256 of the client secret, laid out as
 * `[ivLen:u8][iv][aadLen:u16 LE][aad][cipherLen:i32 LE][cipher][tag]`, base64url. Null where it is forged, expired or not for this app.
 * Source: Zoom's own sample (`cipher.js`) and its documented fields; the tag's length is pinned, since Node otherwise takes a four-byte tag.
 */
export function openZoomContext(
  text: string,
  { clientId, clientSecret, now }: { clientId: string; clientSecret: string; now: number },
): ZoomContext | null {
  if (text.length > LONGEST || !/^[A-Za-z0-9_+/=-]+$/.test(text)) return null
  const bytes = Buffer.from(text, 'base64url')
  let at = 0
  const take = (length: number): Buffer => {
    if (length < 0 || at + length > bytes.length) throw new RangeError('context is cut short')
    at += length
    return bytes.subarray(at - length, at)
  }
  try {
    const iv = take(take(1).readUInt8())
    const aad = take(take(2).readUInt16LE())
    const cipher = take(take(4).readInt32LE())
    const tag = bytes.subarray(at)
    if (iv.length !== 12 || tag.length !== 16) return null
    const decipher = createDecipheriv('aes-256-gcm', createHash('sha256').update(clientSecret).digest(), iv, { authTagLength: 16 })
      .setAAD(aad)
      .setAuthTag(tag)
    const plain = Buffer.concat([decipher.update(cipher), decipher.final()]).toString('utf8')
    const context = Context.safeParse(JSON.parse(plain))
    if (!context.success) return null
    const { aud, exp, ts, iss } = context.data
    if (aud !== clientId || (iss !== undefined && iss !== 'marketplace.zoom.us')) return null
    return exp > now && ts <= now + SKEW ? context.data : null
  } catch {
    return null
  }
}
