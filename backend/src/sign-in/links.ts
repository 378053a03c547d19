import type { Role } from '@telaio/shared/lab'
import { keyedHash, sameHash } from '../service/keys.ts'

/** `lab.person.version.mac`: an invite says only whom it is for; what it opens is looked up. */
const MAC = 22

const mac = (key: Buffer, text: string): string => keyedHash(key, text).slice(0, MAC)

/** The invite of a person. It follows from its id and version, so that it can be sent again, and ends when the version does. */
export function inviteToken(key: Buffer, lab: string, person: string, version: number): string {
  const text = `${lab}.${person}.${version}`
  return `${text}.${mac(key, text)}`
}

/** The lab's common link: whoever has it may ask to come in. */
export const commonToken = (key: Buffer, lab: string, version: number): string => inviteToken(key, lab, 'common', version)

export interface Invite {
  readonly lab: string
  /** Null for the common link. */
  readonly person: string | null
  readonly version: number
}

/** Where an invite leads: whoever conducts, organises or only edits into the console, everybody else into the panel. The same token opens both. */
export const inviteLink = (publicUrl: string, token: string, roles: readonly Role[]): string =>
  roles.some((role) => role === 'organiser' || role === 'facilitator') || (roles.includes('editor') && !roles.includes('participant'))
    ? `${publicUrl}/console/#invite=${token}`
    : `${publicUrl}/join/#${token}`

/** Reads an invite, as it stands after `#` in either link; null where it is forged. */
export function readInvite(key: Buffer, text: string): Invite | null {
  const token = text.trim().replace(/^invite=/, '')
  const [lab = '', person = '', version = '', given = '', ...rest] = token.split('.')
  if (rest.length > 0 || !/^\d{1,15}$/.test(version)) return null
  return sameHash(given, mac(key, `${lab}.${person}.${version}`))
    ? { lab, person: person === 'common' ? null : person, version: Number(version) }
    : null
}

/** A link for one sign-in of an organiser, good until `expires` (ms). */
export function oneTimeToken(key: Buffer, account: string, expires: number, nonce: string): string {
  const text = `${account}.${expires}.${nonce}`
  return `${text}.${mac(key, text)}`
}

export function readOneTimeToken(key: Buffer, token: string, now: number): { account: string; nonce: string; expires: number } | null {
  const [account = '', expires = '', nonce = '', given = '', ...rest] = token.trim().split('.')
  if (rest.length > 0 || !/^\d{1,15}$/.test(expires)) return null
  return sameHash(given, mac(key, `${account}.${expires}.${nonce}`)) && Number(expires) > now
    ? { account, nonce, expires: Number(expires) }
    : null
}
