import * as z from 'zod/mini'

/** Kinds of id of ours. Ids are random, 128 bits, prefix and 26 characters of Crockford's base 32; never time-ordered. */
export const ID_PREFIXES = ['lab', 'per', 'con', 'ent', 'hlp', 'joi', 'req', 'reg', 'acc', 'msg', 'thm', 'cmt', 'lnk'] as const
export type IdPrefix = (typeof ID_PREFIXES)[number]

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Writes 16 random bytes as an id: `con_` and 26 characters. */
export function idFrom(prefix: IdPrefix, bytes: Uint8Array): string {
  let bits = 0
  let value = 0
  let text = ''
  for (const byte of bytes.subarray(0, 16)) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET[(value >>> bits) & 31]
    }
    value &= (1 << bits) - 1
  }
  if (bits > 0) text += ALPHABET[(value << (5 - bits)) & 31]
  return `${prefix}_${text}`
}

const idOf = (prefix: IdPrefix) =>
  z.string().check(z.regex(new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`), `must be an id that starts with ${prefix}_`))

export const LabId = idOf('lab')
export const PersonId = idOf('per')
export const ContributionId = idOf('con')
export const EntryId = idOf('ent')
export const HelpId = idOf('hlp')
export const JoinId = idOf('joi')
export const RequestId = idOf('req')
export const MessageId = idOf('msg')
export const RegisterId = idOf('reg')
export const AccountId = idOf('acc')
export const ThemeId = idOf('thm')
export const CommentId = idOf('cmt')
export const LinkId = idOf('lnk')

/** A command's id: random, made by the client, at least 128 bits (a UUID, 32 hex digits, 22 characters of base64url, …). */
export const CommandId = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{22,64}$/, 'must be a random id of at least 128 bits, for instance a UUID'))

/** A board's and an item's id as the platform gives them. */
export const BoardId = z.string().check(z.regex(/^[A-Za-z0-9_=-]{1,64}$/, 'must be the id of a board, as it stands in its link'))
export const ItemId = z.string().check(z.regex(/^[A-Za-z0-9_=-]{1,64}$/, 'must be the id of an item on a board'))
