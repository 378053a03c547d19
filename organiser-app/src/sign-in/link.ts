/** The one-time token of a sign-in link in the part of the address after `#`; null where it is none. */
export const tokenInHash = (hash: string): string | null => /^#sign-in=([^&\s]+)$/.exec(hash)?.[1] ?? null

/** The token in what somebody pasted: the whole link, its end, or the bare token. */
export function tokenInText(text: string): string | null {
  const trimmed = text.trim()
  const link = /#?sign-in=([^&\s]+)\s*$/.exec(trimmed)?.[1]
  if (link !== undefined) return link
  return /^acc_[\w-]+\.\d+\.[\w-]+\.[\w-]+$/.test(trimmed) ? trimmed : null
}
