/**
 * SHA-256 (FIPS 180-4) for pages where `crypto.subtle` is missing: it needs a secure context, and a server on a local network by plain http is none.
 * Held to the platform's own by a property test.
 */
export function sha256(message: Uint8Array): Uint8Array {
  const length = message.length
  const padded = new Uint8Array(((length + 8) >> 6) * 64 + 64)
  padded.set(message)
  padded[length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(length / 0x20000000))
  view.setUint32(padded.length - 4, length << 3)
  const state = new Uint32Array(START)
  const w = new Uint32Array(64)
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(at + i * 4)
    for (let i = 16; i < 64; i++) w[i] = small1(w[i - 2]!) + w[i - 7]! + small0(w[i - 15]!) + w[i - 16]!
    let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
    for (let i = 0; i < 64; i++) {
      const t1 = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[i]! + w[i]!) | 0
      const t2 = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
    }
    for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = state[i]! + value
  }
  const out = new DataView(new ArrayBuffer(32))
  for (const [i, value] of state.entries()) out.setUint32(i * 4, value)
  return new Uint8Array(out.buffer)
}

const rotate = (x: number, n: number): number => (x >>> n) | (x << (32 - n))
const small0 = (x: number): number => rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3)
const small1 = (x: number): number => rotate(x, 17) ^ rotate(x, 19) ^ (x >>> 10)

/** The standard's constants: fractional parts of the square and cube roots of the first primes. */
const PRIMES = Array.from({ length: 312 }, (_, n) => n).filter(
  (n) => n > 1 && !Array.from({ length: Math.floor(Math.sqrt(n)) - 1 }, (_, i) => i + 2).some((k) => n % k === 0),
)
const fraction = (x: number): number => ((x - Math.floor(x)) * 0x100000000) | 0
const START = PRIMES.slice(0, 8).map((p) => fraction(Math.sqrt(p)))
const ROUNDS = PRIMES.slice(0, 64).map((p) => fraction(Math.cbrt(p)))

export const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

/** SHA-256 of a text, in base64url: by the browser where it may, else by hand. */
export async function hashText(text: string, subtle: SubtleCrypto | null = globalThis.crypto?.subtle ?? null): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  return base64url(subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : sha256(bytes))
}
