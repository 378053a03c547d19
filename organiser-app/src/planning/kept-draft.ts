import type { KitMeeting } from '@telaio/shared/kit'

/** A plan that was begun and not saved: what it began from, and how it stands. Its texts may be half written. */
export interface KeptDraft {
  /** `planRev` that it began from. */
  readonly rev: number
  readonly base: KitMeeting
  readonly value: KitMeeting
}

const keyOf = (lab: string, meeting: number): string => `telaio-plan:${lab}:${meeting}`

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
/** As far as this page leans on it: an older page may have kept something else. */
const isPlan = (value: unknown): value is KitMeeting =>
  isObject(value) && Array.isArray(value['agenda']) && isObject(value['canvas']) && Array.isArray(value['canvas']['zones'])
const isKept = (value: unknown): value is KeptDraft =>
  isObject(value) && typeof value['rev'] === 'number' && isPlan(value['base']) && isPlan(value['value'])

/** The draft of a meeting's plan that this tab keeps until it is saved; null where there is none, or storage is forbidden. */
export function keptDraft(lab: string, meeting: number): KeptDraft | null {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(keyOf(lab, meeting)) ?? 'null')
    return isKept(read) ? read : null
  } catch {
    return null
  }
}

/** Keeps a draft, or (null) forgets it. */
export function keepDraft(lab: string, meeting: number, draft: KeptDraft | null): void {
  try {
    if (draft) sessionStorage.setItem(keyOf(lab, meeting), JSON.stringify(draft))
    else sessionStorage.removeItem(keyOf(lab, meeting))
  } catch {
    // storage forbidden or full: the draft lives as long as the page
  }
}
