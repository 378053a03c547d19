/** Where one is in the console. Everything after `#`, so that one page serves all and a place can be shared or gone back to. */
export type Place =
  | { readonly room: 'overview' }
  | { readonly room: 'calendar' }
  | MeetingPlace
  | { readonly room: 'people'; readonly tab: 'list' | 'import' | 'invites' | 'notice' }
  | { readonly room: 'groups'; readonly set: string }
  | { readonly room: 'canvas'; readonly block: string | null }
  | { readonly room: 'boards' }
  | { readonly room: 'documents' }
  | { readonly room: 'settings' }

/** A page of a meeting: what is planned, changing it, the sheet to print, conducting it, what came of it. */
export interface MeetingPlace {
  readonly room: 'meeting'
  readonly meeting: number
  readonly tab: 'plan' | 'edit' | 'run-sheet' | 'conduct' | 'outputs'
}

/** A part of a kit: reading it, its head with its check, its final canvas, or one of its meetings. `at`: the block or zone of the meeting that one comes for. */
export type KitPart =
  | { readonly part: 'read' }
  | { readonly part: 'edit' }
  | { readonly part: 'final-canvas' }
  | { readonly part: 'meeting'; readonly meeting: number; readonly at: string | null }

export type Route =
  | { readonly page: 'labs' }
  /** `kit`: the one to begin with. */
  | { readonly page: 'new-lab'; readonly kit: string | null }
  | { readonly page: 'kits' }
  | { readonly page: 'kit'; readonly kit: string; readonly part: KitPart }
  | { readonly page: 'methods'; readonly method: string | null }
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
    case 'documents':
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

function kitPartOf([part, number, at]: readonly string[]): KitPart | null {
  if (part === undefined) return { part: 'read' }
  if (part === 'edit' || part === 'final-canvas') return { part }
  return part === 'meetings' && /^\d{1,2}$/.test(number ?? '') ? { part: 'meeting', meeting: Number(number), at: at ?? null } : null
}

/** Reads the part of the address after `#`. */
export function readRoute(hash: string): Route {
  const parts = hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decoded)
  const [first, second, ...rest] = parts
  if (first === undefined) return { page: 'labs' }
  if (first === 'methods') return { page: 'methods', method: second ?? null }
  if (first === 'kits') {
    if (second === undefined) return { page: 'kits' }
    const part = kitPartOf(rest)
    return part ? { page: 'kit', kit: second, part } : { page: 'lost' }
  }
  if (first !== 'labs') return { page: 'lost' }
  if (second === undefined) return { page: 'labs' }
  if (second === 'new') return { page: 'new-lab', kit: rest[0] ?? null }
  const place = placeOf(rest)
  return place ? { page: 'lab', lab: second, place } : { page: 'lost' }
}

function pathOf(place: Place): string {
  switch (place.room) {
    case 'overview':
      return ''
    case 'calendar':
    case 'boards':
    case 'documents':
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
export const newLabFrom = (kit: string): string => `${NEW_LAB}/${encodeURIComponent(kit)}`
export const KITS = '#/kits'
export const METHODS = '#/methods'
export const methodHref = (method: string): string => `${METHODS}/${encodeURIComponent(method)}`

export function kitHref(kit: string, part: KitPart): string {
  const base = `${KITS}/${encodeURIComponent(kit)}`
  if (part.part === 'read') return base
  if (part.part !== 'meeting') return `${base}/${part.part}`
  return `${base}/meetings/${part.meeting}${part.at === null ? '' : `/${encodeURIComponent(part.at)}`}`
}
