/** Where one is in the console. Everything after `#`, so that one page serves all and a place can be shared or gone back to. */
export type Place =
  | { readonly room: 'overview' }
  | { readonly room: 'calendar' }
  | MeetingPlace
  | { readonly room: 'people'; readonly tab: 'list' | 'import' | 'invites' | 'notice' }
  | { readonly room: 'groups'; readonly set: string }
  | { readonly room: 'canvas'; readonly block: string | null }
  | { readonly room: 'boards' }
  | { readonly room: 'settings' }

/** A page of a meeting: what is planned, changing it, the sheet to print, conducting it, what came of it. */
export interface MeetingPlace {
  readonly room: 'meeting'
  readonly meeting: number
  readonly tab: 'plan' | 'edit' | 'run-sheet' | 'conduct' | 'outputs'
}

export type Route =
  | { readonly page: 'labs' }
  | { readonly page: 'new-lab' }
  | { readonly page: 'lab'; readonly lab: string; readonly place: Place }
  | { readonly page: 'lost' }

const oneOf = <T extends string>(text: string | undefined, known: readonly T[], otherwise: T): T =>
  known.find((one) => one === text) ?? otherwise

function placeOf([room, first, second]: readonly string[]): Place | null {
  switch (room) {
    case undefined:
      return { room: 'overview' }
    case 'calendar':
    case 'boards':
    case 'settings':
      return { room }
    case 'people':
      return { room, tab: oneOf(first, ['list', 'import', 'invites', 'notice'], 'list') }
    case 'groups':
      return { room, set: first ?? 'project' }
    case 'canvas':
      return { room, block: first ?? null }
    case 'meetings':
      return /^\d{1,2}$/.test(first ?? '')
        ? { room: 'meeting', meeting: Number(first), tab: oneOf(second, ['plan', 'edit', 'run-sheet', 'conduct', 'outputs'], 'plan') }
        : null
    default:
      return null
  }
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Reads the part of the address after `#`. */
export function readRoute(hash: string): Route {
  const parts = hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decoded)
  const [first, second, ...rest] = parts
  if (first === undefined) return { page: 'labs' }
  if (first !== 'labs') return { page: 'lost' }
  if (second === undefined) return { page: 'labs' }
  if (second === 'new') return { page: 'new-lab' }
  const place = placeOf(rest)
  return place ? { page: 'lab', lab: second, place } : { page: 'lost' }
}

function pathOf(place: Place): string {
  switch (place.room) {
    case 'overview':
      return ''
    case 'calendar':
    case 'boards':
    case 'settings':
      return `/${place.room}`
    case 'people':
      return place.tab === 'list' ? '/people' : `/people/${place.tab}`
    case 'groups':
      return place.set === 'project' ? '/groups' : `/groups/${encodeURIComponent(place.set)}`
    case 'canvas':
      return place.block === null ? '/canvas' : `/canvas/${encodeURIComponent(place.block)}`
    case 'meeting':
      return `/meetings/${place.meeting}${place.tab === 'plan' ? '' : `/${place.tab}`}`
  }
}

export const LABS = '#/labs'
export const NEW_LAB = '#/labs/new'
export const hrefOf = (lab: string, place: Place): string => `#/labs/${encodeURIComponent(lab)}${pathOf(place)}`
