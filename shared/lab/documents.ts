import * as z from 'zod/mini'
import { Language } from '../words/bilingual.ts'
import { ContributionId, EntryId } from './ids.ts'
import { FreeLine, FreeText, Line } from './text.ts'
import type { Instant } from './time.ts'

/** `house`: Telaio's own look · `public-body`: that of Italian public bodies, for those entitled to it. */
export const DocumentTheme = z.enum(['house', 'public-body'])
export type DocumentTheme = z.infer<typeof DocumentTheme>

/** Under which terms the documents may go on (SPDX, or all rights reserved). */
export const DocumentLicence = z.enum(['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'CC-BY-NC-SA-4.0', 'CC0-1.0', 'all-rights-reserved'])
export type DocumentLicence = z.infer<typeof DocumentLicence>

const WebLink = z.string().check(z.maxLength(500), z.regex(/^https?:\/\/[^\s]+$/, 'must be a web address that starts with https://'))
const Colour = z.string().check(z.regex(/^#[0-9A-Fa-f]{6}$/, 'must be a colour such as #1D5B79'))
/** Documents that may be offered on the public page, by the name of their paper. */
export const PublicPaper = z.enum(['poster', 'map', 'manifesto', 'vademecum', 'article', 'sheet', 'conclusion'])
export type PublicPaper = z.infer<typeof PublicPaper>

const Organisations = z.optional(z.array(Line).check(z.maxLength(30)))

/** What organisers say of their documents; what is left out stays as it was. */
export const DocumentSettings = z.strictObject({
  theme: z.optional(DocumentTheme),
  /** Null: the theme's own. */
  colour: z.optional(z.nullable(Colour)),
  licence: z.optional(DocumentLicence),
  /** Thanks, funders, whoever is to be named: a few lines. */
  credits: z.optional(FreeText),
  /** Organisations, not people, by what they do for the lab: those that propose it first. */
  promoters: Organisations,
  /** Who works it out with them. */
  partners: Organisations,
  /** Who promotes it too, among their own people. */
  coPromoters: Organisations,
  /** Who pays for it or lends it their name. */
  supporters: Organisations,
  /** Entries for the poster; a block without one shows its first that is short enough. */
  poster: z.optional(z.array(EntryId).check(z.maxLength(40))),
  /** Statements of the manifesto, in order; none: those that the lab adopted. */
  manifesto: z.optional(z.array(ContributionId).check(z.maxLength(10))),
})
export type DocumentSettings = z.infer<typeof DocumentSettings>

/** Longest logo, in characters of base64: 190 KB of picture. */
export const LOGO_MAX = 260_000
export const LogoId = z.string().check(z.regex(/^logo-[a-z0-9]{6,40}$/, 'must be the id of a logo'))
export const LogoData = z
  .string()
  .check(z.maxLength(LOGO_MAX, 'must be a picture of at most 190 KB'), z.regex(/^[A-Za-z0-9+/]+={0,2}$/, 'must be base64'))
export const LogoType = z.enum(['image/png', 'image/jpeg', 'image/svg+xml'])
export type LogoType = z.infer<typeof LogoType>

/** What the public page shows. Entries that are withheld or removed later vanish from it by themselves. */
export const Publication = z.strictObject({
  entries: z.array(EntryId).check(z.minLength(1), z.maxLength(2000)),
  papers: z.array(PublicPaper).check(z.maxLength(7)),
  /** Whether search engines may list it. */
  indexable: z.boolean(),
  /** Where to write about accessibility and personal data. */
  contact: FreeLine,
  /** The organiser's own declaration of accessibility, where it has one. */
  declaration: z.optional(WebLink),
  language: Language,
})
export type Publication = z.infer<typeof Publication>

export interface Logo {
  readonly id: string
  readonly type: LogoType
  /** Alternative text: whose logo it is. */
  readonly alt: string
  readonly data: string
}

export interface LabDocuments {
  readonly theme: DocumentTheme
  readonly colour: string | null
  readonly licence: DocumentLicence
  readonly credits: string
  readonly promoters: readonly string[]
  readonly partners: readonly string[]
  readonly coPromoters: readonly string[]
  readonly supporters: readonly string[]
  readonly poster: readonly string[]
  readonly manifesto: readonly string[]
  readonly logos: readonly Logo[]
  /** What is public now, and since when; null: nothing. */
  readonly published: (Publication & { readonly at: Instant }) | null
}

export const NO_DOCUMENTS: LabDocuments = {
  theme: 'house',
  colour: null,
  licence: 'CC-BY-SA-4.0',
  credits: '',
  promoters: [],
  partners: [],
  coPromoters: [],
  supporters: [],
  poster: [],
  manifesto: [],
  logos: [],
  published: null,
}

const COLOUR_PARTS = [1, 3, 5] as const
/** WCAG 2 relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = COLOUR_PARTS.map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255).map((c) =>
    c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
/** Contrast of a colour with white paper by WCAG 2, from 1 to 21. Headings and figures are printed in it: 4.5 is the least. */
export const contrastOnPaper = (hex: string): number => 1.05 / (luminance(hex) + 0.05)
export const CONTRAST_LEAST = 4.5

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
/** The first bytes of base64 text, or all of them. The domain has no decoder of the platform's. */
function bytesOf(base64: string, most = Number.POSITIVE_INFINITY): number[] {
  const bytes: number[] = []
  let value = 0
  let bits = 0
  for (const letter of base64) {
    const six = ALPHABET.indexOf(letter)
    if (six < 0 || bytes.length >= most) break
    value = ((value << 6) | six) & 0xffffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes.push((value >> bits) & 255)
    }
  }
  return bytes
}

/** What a file says of itself by its first bytes. */
const MAGIC: readonly (readonly [LogoType, readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
]
/** What a drawing may not hold: scripts, handlers of events, anything that asks for another file, entities that could hide either. */
const UNSAFE_SVG =
  /<\s*(?:[\w-]+:)?(?:script|foreignObject|iframe|object|embed|audio|video|handler|animate|set|use)\b|\son[a-z]+\s*=|javascript:|<!|<\?xml-stylesheet|&#|@import|(?:href|src)\s*=\s*["']?\s*(?!["']?#|["']?data:image\/(?:png|jpeg);)|url\(\s*["']?\s*(?!#)/i

/**
 * Which kind of picture this is, or why it cannot be a logo. A drawing (SVG) that could run or fetch anything is refused whole: what is taken out of one is
 * easily missed.
 */
export function readLogo(data: string): { readonly type: LogoType } | { readonly fault: 'no-picture' | 'script' } {
  const first = bytesOf(data, 8)
  const raster = MAGIC.find(([, magic]) => magic.every((byte, i) => first[i] === byte))
  if (raster) return { type: raster[0] }
  const text = String.fromCharCode(...bytesOf(data, 400))
  if (!/^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<svg[\s>]/i.test(text)) return { fault: 'no-picture' }
  const whole = bytesOf(data).reduce((sum, byte) => sum + String.fromCharCode(byte), '')
  return UNSAFE_SVG.test(whole) ? { fault: 'script' } : { type: 'image/svg+xml' }
}
