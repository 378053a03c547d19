import { inviteIn } from '@telaio/shared/client'

/** What opens the console: a one-time link into the server's account, or somebody's invite to one lab. */
export interface Key {
  readonly kind: 'account' | 'invite'
  readonly token: string
}

const account = (text: string): Key | null => {
  const token = /#?sign-in=([^&\s]+)\s*$/.exec(text)?.[1]
  return token === undefined ? null : { kind: 'account', token }
}
const invite = (text: string): Key | null => {
  const token = inviteIn(text)
  return token === null ? null : { kind: 'invite', token }
}

/** The key in the part of the address after `#`; null where it is none. An invite counts in the form of the panel's link, too. */
export const keyInHash = (hash: string): Key | null =>
  /^#sign-in=[^&\s]+$/.test(hash) ? account(hash) : /^#(?:invite=)?lab_/.test(hash) ? invite(hash) : null

/** The key in what somebody pasted: a whole link, its end, or the bare token. */
export function keyInText(text: string): Key | null {
  const trimmed = text.trim()
  const bare = /^acc_[\w-]+\.\d+\.[\w-]+\.[\w-]+$/.test(trimmed) ? ({ kind: 'account', token: trimmed } as const) : null
  return account(trimmed) ?? bare ?? invite(trimmed)
}
