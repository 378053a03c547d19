import { createHmac, randomBytes, randomUUID } from 'node:crypto'

/** Ids in the shapes of Zoom's own, so that what parses or escapes them wrongly fails here first. */
export interface Ids {
  /** 16 bytes in base64: ends with "==", may hold "/" and "+". */
  readonly meetingUuid: () => string
  /** As getBreakoutRoomList gives it, braces and capitals included. */
  readonly roomGuid: () => string
  readonly participantUuid: () => string
  readonly invitationUuid: () => string
}

export const randomIds: Ids = {
  meetingUuid: () => randomBytes(16).toString('base64'),
  roomGuid: () => `{${randomUUID().toUpperCase()}}`,
  participantUuid: () => randomUUID().toUpperCase(),
  invitationUuid: () => randomUUID().toUpperCase(),
}

/** A person's Zoom account: the same in every meeting and after a restart, another one in another data directory (its secret differs). */
export function accountIdOf(personKey: string, clientSecret: string): string {
  return createHmac('sha256', clientSecret).update(`zoom account of ${personKey}`).digest().subarray(0, 16).toString('base64url')
}

/** A key that stands in an address: "Niccolò De' Bardi" → "niccolo-de-bardi". */
export function keyFromName(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return plain === '' ? 'attendee' : plain
}
