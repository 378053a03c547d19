import { Buffer } from 'node:buffer'
import type { Logo } from '@telaio/shared/lab'
import { Resvg } from '@resvg/resvg-js'

/** A logo as an office takes it: its bytes and how large it is by itself, in pixels. */
export interface Picture {
  readonly type: 'png' | 'jpg'
  readonly data: Buffer
  readonly width: number
  readonly height: number
}

/** Pixels across a drawing made into a picture: sharp in print at the size of a logo. */
const DRAWN_WIDTH = 600

/** Width and height of a PNG, by its header (W3C PNG, IHDR). */
function pngSize(data: Buffer): readonly [number, number] | null {
  return data.length >= 24 ? [data.readUInt32BE(16), data.readUInt32BE(20)] : null
}

/** Width and height of a JPEG, by its first start-of-frame segment (ITU-T T.81, B.2.2). */
function jpegSize(data: Buffer): readonly [number, number] | null {
  let at = 2
  while (at + 9 < data.length) {
    if (data[at] !== 0xff) return null
    const marker = data[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return [data.readUInt16BE(at + 7), data.readUInt16BE(at + 5)]
    at += 2 + data.readUInt16BE(at + 2)
  }
  return null
}

/** A logo as a picture: a drawing is drawn. A drawing that cannot be drawn gives null. */
export function pictureOf({ type, data }: Logo): Picture | null {
  const bytes = Buffer.from(data, 'base64')
  if (type === 'image/svg+xml')
    try {
      const drawn = new Resvg(bytes.toString('utf8'), {
        fitTo: { mode: 'width', value: DRAWN_WIDTH },
        font: { loadSystemFonts: false },
      }).render()
      return { type: 'png', data: Buffer.from(drawn.asPng()), width: drawn.width, height: drawn.height }
    } catch {
      return null
    }
  const [width, height] = (type === 'image/png' ? pngSize(bytes) : jpegSize(bytes)) ?? [3, 2]
  return { type: type === 'image/png' ? 'png' : 'jpg', data: bytes, width: Math.max(1, width), height: Math.max(1, height) }
}

/** The largest size with these proportions that fits into a box. */
export function fitInto(
  picture: Pick<Picture, 'width' | 'height'>,
  box: { readonly width: number; readonly height: number },
): { width: number; height: number } {
  const scale = Math.min(box.width / picture.width, box.height / picture.height)
  return { width: Math.max(1, Math.round(picture.width * scale)), height: Math.max(1, Math.round(picture.height * scale)) }
}
