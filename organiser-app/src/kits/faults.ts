import { checkKit, Kit, type KitFault } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { type Bilingual, issueWords, kitFaultWords } from '@telaio/shared/words'
import type { KitPart } from '../shell/route.ts'
import { kitsWords as our } from './words.ts'

type Path = readonly (string | number)[]

/** A fault of a kit as its author reads it. */
export interface ShownFault {
  /** The kit cannot even be saved with it. */
  readonly must: boolean
  readonly path: Path
  readonly message: Bilingual
}

const isBlankTitle = ({ code, facts }: KitFault): boolean => code === 'title-twice' && facts['title'] === ''

/** What its schema finds in a draft: texts that are missing first of all. */
function formFaults(kit: Kit): ShownFault[] {
  const read = Kit.safeParse(kit)
  if (read.success) return []
  return read.error.issues.map((issue): ShownFault => {
    const path = issue.path.filter((step) => typeof step !== 'symbol')
    const last = path.at(-1)
    const missing = issue.code === 'invalid_format' && (last === 'it' || last === 'en')
    const words = issueWords(issue)
    return {
      must: true,
      path,
      message: missing
        ? last === 'it'
          ? our.missingIt
          : our.missingEn
        : { it: `${String(last)}: ${words.it}.`, en: `${String(last)}: ${words.en}.` },
    }
  })
}

/** All that is wrong with a draft, what keeps it from being saved first. `known`: ids of the repertoire's methods; left out, methods are not looked up. */
export function faultsOf(kit: Kit, known: ReadonlySet<string> | undefined): readonly ShownFault[] {
  const rules = checkKit(kit, known).filter((fault) => !isBlankTitle(fault))
  return [...formFaults(kit), ...rules.map((fault) => ({ must: false, path: fault.path, message: kitFaultWords(fault) }))]
}

/** The part of the kit that a fault is about: its address in the console, and its name. */
export function placeOf(kit: Kit, [room, at, what, second, third]: Path): { readonly part: KitPart; readonly text: string } {
  if (room === 'finalCanvas') return { part: { part: 'final-canvas' }, text: say(our.placeFinal) }
  const meeting = room === 'meetings' ? kit.meetings[Number(at)] : undefined
  if (!meeting) {
    const method = room === 'methods' ? kit.methods[Number(at)] : undefined
    return { part: { part: 'edit' }, text: method ? say(our.placeMethod, { title: say(method.title) }) : say(our.placeHead) }
  }
  const n = meeting.number
  const inMeeting = (id: string | null, text: string) => ({ part: { part: 'meeting', meeting: Number(at) + 1, at: id } as const, text })
  const block = what === 'agenda' ? meeting.agenda[Number(second)] : undefined
  if (block && second !== undefined) return inMeeting(block.id, say(our.placeBlock, { n, title: say(block.title) || block.id }))
  const zone = what === 'canvas' && second === 'zones' ? meeting.canvas.zones[Number(third)] : undefined
  if (zone && third !== undefined) return inMeeting(zone.id, say(our.placeZone, { n, zone: zone.id }))
  return inMeeting(null, say(our.placeMeeting, { n }))
}
