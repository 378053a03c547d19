import type { KitMeeting } from '@telaio/shared/kit'
import { draftShelf, isObject } from './draft.ts'

export const planKey = (lab: string, meeting: number): string => `telaio-plan:${lab}:${meeting}`

/** Drafts of meetings' plans. An older page may have kept something else. */
export const planShelf = draftShelf(
  (value): value is KitMeeting =>
    isObject(value) && Array.isArray(value['agenda']) && isObject(value['canvas']) && Array.isArray(value['canvas']['zones']),
)
