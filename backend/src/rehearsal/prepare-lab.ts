import type { Api } from '@telaio/shared/client'
import type { BlockItem, Items, ZoneItem } from '@telaio/shared/view'
import type { Bilingual } from '@telaio/shared/words'
import { csvOf } from '../documents/csv.ts'
import { type Character, inventCast } from './cast.ts'
import { type Client, createClient, patiently } from './client.ts'
import { dateOf, momentOf, TIME, ZONE } from './dates.ts'
import { createLine } from './line.ts'
import { planNotes } from './notes-plan.ts'
import type { Place } from './place.ts'
import type { Random } from './random.ts'
import type { Programme, Stage } from './stage.ts'
import { createWriter, THEMES } from './words/answers.ts'

export interface LabPlan {
  readonly title: string
  readonly kit: string
  readonly participants: number
  readonly groups: number
  /** First and last meeting to be held; `last` null for the kit's last. */
  readonly first: number
  readonly last: number | null
  /** Words of cards, from a file. */
  readonly notes: readonly string[] | null
}

/** What was asked for does not fit the server: which, in words. */
export class CannotRehearse extends Error {
  override readonly name = 'CannotRehearse'
  readonly words: Bilingual
  constructor(it: string, en: string) {
    super(en)
    this.words = { it, en }
  }
}

const FACILITATORS = 2
const OBSERVERS = 1
/** Anonymous notes of one person: more than a kit has zones for them, less than a header may hold. */
const KEYS = 8

const NOTICE = {
  it: 'Prova generale: le persone di questo laboratorio sono inventate. Nome, indirizzo e organizzazione servono a invitarti e a mostrarti nel tuo gruppo; puoi chiederne la cancellazione in ogni momento.',
  en: 'A rehearsal: the people of this lab are invented. Name, address and organisation serve to invite you and to show you in your group; you may ask for them to be erased at any time.',
}

/** Makes a lab as an organiser does: from the kit, with notice, people, roles, invites and dates. */
export async function prepareLab(place: Place, plan: LabPlan, random: Random): Promise<Stage> {
  const nobody: Character = {
    name: 'Organizzazione',
    email: '',
    organisation: '',
    profession: '',
    sector: '',
    territory: '',
    role: 'facilitator',
    consents: { name: false, directory: false, credits: false },
    interest: 0,
  }
  const opener = createClient({ place, character: nobody, person: '', keys: 0, signIn: (api) => api.signInOrganiser(place.organiserToken) })
  const api = await opener.ready()
  await checkKit(api, plan)
  const making = place.commandId()
  const { id: lab } = await patiently(() => api.makeLab({ id: making, title: plan.title, kit: plan.kit, language: 'it', timeZone: ZONE }))
  const line = createLine(lab, random.fork('line'))
  const must = async (command: Parameters<typeof line.send>[1]): Promise<void> => {
    if (!(await line.send(opener, command))) throw new Error(line.problems.at(-1))
  }
  await must({ id: place.commandId(), type: 'setNotice', notice: NOTICE })

  const view = await api.view(lab)
  const programme = programmeOf(plan.kit, view.items)
  const cast = inventCast(
    {
      participants: plan.participants,
      facilitators: FACILITATORS,
      observers: OBSERVERS,
      sectors: programme.sectors.map(({ id }) => id),
      themes: THEMES.length,
    },
    random.fork('cast'),
  )
  const people = await addPeople(opener, lab, cast, place)
  const organiserPerson = view.items.me['me']?.person ?? ''
  await must({ id: place.commandId(), type: 'issueInvites', people: [organiserPerson, ...people] })
  for (const { number } of programme.meetings)
    await must({
      id: place.commandId(),
      type: 'scheduleMeeting',
      meeting: number,
      date: dateOf(number),
      time: TIME,
      zoomLink: `https://zoom.example.org/j/91234${String(50_000 + number)}`,
    })

  const { invites } = await api.invites(lab)
  const clientOf = (person: string, character: Character): Client => {
    const token = invites.find((invite) => invite.person === person)?.link.split('#')[1] ?? ''
    return createClient({
      place,
      character,
      person,
      keys: character.role === 'participant' ? KEYS : 0,
      signIn: (own) => own.signInInvite(token),
    })
  }
  const clients = cast.map((character, i) => clientOf(people[i] ?? '', character))
  const withRole = (role: Character['role']): Client[] => clients.filter(({ character }) => character.role === role)
  const held = programme.meetings.filter(({ number }) => number >= plan.first && number <= (plan.last ?? number))
  const cardZones = held.flatMap(({ number, agenda }) =>
    [...new Set(agenda.flatMap((block) => programme.blockOf(number, block).zones))]
      .map((id) => programme.zoneOf(number, id))
      .filter(({ answer }) => answer.type === 'cards')
      .map(({ id, expected }) => ({ meeting: number, zone: id, weight: expected })),
  )
  return {
    place,
    lab,
    line,
    random,
    programme,
    writer: createWriter(plan.kit),
    organiser: clientOf(organiserPerson, nobody),
    facilitators: withRole('facilitator'),
    observers: withRole('observer'),
    participants: withRole('participant'),
    groupCount: plan.groups,
    projectGroups: [],
    greeted: new Set(),
    notes: plan.notes ? planNotes(plan.notes, cardZones, random.fork('notes')) : null,
    beginningOf: (meeting) => momentOf(dateOf(meeting), TIME, ZONE),
  }
}

/** Looks before anything is made. */
async function checkKit(api: Api, { kit, last }: LabPlan): Promise<void> {
  const { kits } = await patiently(() => api.kits())
  const found = kits.find(({ name }) => name === kit)
  if (!found)
    throw new CannotRehearse(
      `Il kit «${kit}» non c’è. Ci sono: ${kits.map(({ name }) => name).join(', ')}.`,
      `There is no kit “${kit}”. There are: ${kits.map(({ name }) => name).join(', ')}.`,
    )
  if (last !== null && last > found.meetings)
    throw new CannotRehearse(`Il kit «${kit}» ha ${found.meetings} incontri.`, `The kit “${kit}” has ${found.meetings} meetings.`)
}

/** Participants by CSV, as an organiser brings them in; who conducts or watches by hand, with their roles. Ids in the order of the cast. */
async function addPeople(opener: Client, lab: string, cast: readonly Character[], place: Place): Promise<string[]> {
  const api = await opener.ready()
  const participants = cast.filter(({ role }) => role === 'participant')
  const header = ['nome', 'e-mail', 'organizzazione', 'professione', 'settore', 'territorio']
  const rows = participants.map(({ name, email, organisation, profession, sector, territory }) => [
    name,
    email,
    organisation,
    profession,
    sector,
    territory,
  ])
  const command = place.commandId()
  const imported = await patiently(() => api.importPeople(lab, csvOf([header, ...rows], 'raw'), command, 'all'))
  const others = cast.filter(({ role }) => role !== 'participant')
  const id = place.commandId()
  const added = await patiently(() =>
    api.send(lab, {
      id,
      type: 'addPeople',
      people: others.map(({ name, email, organisation, profession, sector, territory, role }) => ({
        name,
        email,
        organisation,
        profession,
        sector,
        territory,
        roles: [role],
      })),
    }),
  )
  return [...imported.people, ...(added['people'] as readonly string[])]
}

function itemIn<T>(collection: Readonly<Record<string, T>>, id: string): T {
  const item = collection[id]
  if (!item) throw new Error(`the view has no ${id}`)
  return item
}

/** The programme, from what a view holds of it. */
function programmeOf(kit: string, items: Items): Programme {
  const blockOf = (meeting: number, block: string): BlockItem => itemIn(items.blocks, `m${meeting}/${block}`)
  const zoneOf = (meeting: number, zone: string): ZoneItem => itemIn(items.zones, `m${meeting}/${zone}`)
  const meetings = Object.values(items.meetings).sort((a, b) => a.number - b.number)
  return {
    kit,
    sectors: items.lab['lab']?.sectors ?? [],
    meetings,
    blockOf,
    zoneOf,
    blocksWith: (meeting, zone) =>
      (items.meetings[String(meeting)]?.agenda ?? []).map((block) => blockOf(meeting, block)).filter(({ zones }) => zones.includes(zone)),
  }
}
