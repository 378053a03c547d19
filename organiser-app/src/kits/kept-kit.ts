import type { Kit } from '@telaio/shared/kit'
import { draftShelf, isObject } from '../planning/draft.ts'

export const kitKey = (name: string): string => `telaio-kit:${name}`

/** Drafts of kits. An older page may have kept something else. */
export const kitShelf = draftShelf(
  (value): value is Kit =>
    isObject(value) &&
    Array.isArray(value['meetings']) &&
    Array.isArray(value['methods']) &&
    Array.isArray(value['sectors']) &&
    isObject(value['assumes']) &&
    isObject(value['title']) &&
    isObject(value['finalCanvas']),
)
