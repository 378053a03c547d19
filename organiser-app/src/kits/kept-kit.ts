import type { Kit } from '@telaio/shared/kit'

/** A kit that somebody began to change and has not saved: what it began from, and how it stands. Its texts may be half written. */
export interface KeptKit {
  readonly rev: number
  readonly base: Kit
  readonly value: Kit
}

const keyOf = (name: string): string => `telaio-kit:${name}`
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
/** As far as the editor leans on it: an older page may have kept something else. */
const isKit = (value: unknown): value is Kit =>
  isObject(value) &&
  Array.isArray(value['meetings']) &&
  Array.isArray(value['methods']) &&
  Array.isArray(value['sectors']) &&
  isObject(value['assumes']) &&
  isObject(value['title']) &&
  isObject(value['finalCanvas'])
const isKept = (value: unknown): value is KeptKit =>
  isObject(value) && typeof value['rev'] === 'number' && isKit(value['base']) && isKit(value['value'])

/** The draft of a kit that this tab keeps until it is saved; null where there is none, or storage is forbidden. */
export function keptKit(name: string): KeptKit | null {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(keyOf(name)) ?? 'null')
    return isKept(read) ? read : null
  } catch {
    return null
  }
}

/** Keeps a draft, or (null) forgets it. */
export function keepKit(name: string, draft: KeptKit | null): void {
  try {
    if (draft) sessionStorage.setItem(keyOf(name), JSON.stringify(draft))
    else sessionStorage.removeItem(keyOf(name))
  } catch {
    // storage forbidden or full: the draft lives as long as the page
  }
}
