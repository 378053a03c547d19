import { type KitMeeting, takesNotes, type Zone } from '../../kit/index.ts'
import type { CommandOf } from '../commands.ts'
import { type Contribution, isUsable, kitMeeting } from '../lab.ts'
import { accept, reject } from '../rejection.ts'
import type { NewEvent } from '../events.ts'
import { groupIdOf } from '../places.ts'
import type { Deciders } from './context.ts'

type Ask = CommandOf<'openVote'>['ask']

const ZONES_MOST = 99

/** What people are asked where nobody wrote a title or a question of their own. */
const WORDS = {
  votes: {
    title: { it: 'Voto', en: 'Vote' },
    question: { it: 'A quali note dai i tuoi punti?', en: 'Which notes do you give your dots to?' },
  },
  rating: {
    title: { it: 'Valutazione', en: 'Rating' },
    question: { it: 'Quanto vale ciascuna nota, per ogni criterio?', en: 'How does each note score, by each criterion?' },
  },
  consent: {
    title: { it: 'Consenso', en: 'Consent' },
    question: { it: 'Possiamo andare avanti con questo?', en: 'Can we go on with this?' },
  },
} as const

const answerOf = (ask: Ask, on: string): Zone['answer'] =>
  ask.type === 'rating'
    ? { type: 'rating', on, criteria: ask.criteria.map((title, i) => ({ id: `c${i + 1}`, title: { it: title, en: title } })) }
    : { ...ask, on }

/** A title that no zone of the canvas has yet: with a number behind it, if need be. */
function freeTitle(meeting: KitMeeting, wanted: Zone['title']): Zone['title'] {
  const taken = (language: 'it' | 'en', title: string) =>
    meeting.canvas.zones.some((zone) => zone.title[language].trim().toLocaleLowerCase(language) === title.toLocaleLowerCase(language))
  for (let n = 1; ; n++) {
    const title = n === 1 ? wanted : { it: `${wanted.it} ${n}`, en: `${wanted.en} ${n}` }
    if (!taken('it', title.it) && !taken('en', title.en)) return title
  }
}

/** Everybody votes on what everybody reads: notes that only their group has seen are shown first. */
function shown(about: readonly Contribution[]): NewEvent[] {
  const notes = about.filter((note) => !note.shared && !(note.plenary && note.group === 'all'))
  return notes.length === 0 ? [] : [{ type: 'contributionsShared', body: { contributions: notes.map(({ id }) => id).sort() } }]
}

/** Votes that the kit does not foresee: a zone of the running block from then on, so that all that holds for ballots holds for it. */
export const voteDeciders = {
  openVote: (lab, { meeting, on, group, notes: chosen, ask, title }) => {
    const state = lab.meetings[meeting]
    const plan = kitMeeting(lab, meeting)
    if (!state || !plan) return reject('unknown_meeting', 'meeting', { meeting })
    if (state.status !== 'open') return reject('meeting_not_open', 'meeting', { meeting })
    const block = plan.agenda.find(({ id }) => id === state.current)
    if (!block || block.kind === 'break') return reject('block_not_running', 'meeting', { meeting })
    const known = lab.kit.meetings.find(({ number, canvas }) => number <= meeting && canvas.zones.some(({ id }) => id === on))
    const about = known?.canvas.zones.find(({ id }) => id === on)
    if (!known || !about || !takesNotes(about.answer)) return reject('unknown_zone', 'on', { zone: on })
    if (group !== undefined && !lab.groups.has(group)) return reject('unknown_group', 'group', { group })
    const fits = (note: Contribution): boolean => isUsable(note) && (group === undefined || groupIdOf(note.meeting, note.group) === group)
    const stranger = chosen?.find((id) => {
      const note = lab.contributions.get(id)
      const zone = note && kitMeeting(lab, note.meeting)?.canvas.zones.find((one) => one.id === note.zone)
      return !note || !zone || !takesNotes(zone.answer) || note.meeting > meeting || !fits(note)
    })
    if (stranger !== undefined) return reject('unknown_contribution', 'notes', { contribution: stranger })
    const notes = (chosen ? [...new Set(chosen)].flatMap((id) => lab.contributions.get(id) ?? []) : [...lab.contributions.values()]).filter(
      (note) => (chosen !== undefined || note.zone === on) && fits(note),
    )
    if (!notes.some((note) => note.zone === on)) return reject('nothing_to_do', 'on')
    const words = WORDS[ask.type]
    const last = Math.max(...plan.canvas.zones.map(({ id }) => Number(id.split('.')[1])))
    if (last >= ZONES_MOST) return reject('plan_in_use', 'meeting', { what: plan.canvas.id })
    const zone: Zone = {
      id: `${plan.canvas.id}.${last + 1}`,
      title: freeTitle(
        plan,
        title === undefined
          ? { it: `${words.title.it}: ${about.title.it}`, en: `${words.title.en}: ${about.title.en}` }
          : { it: title.trim(), en: title.trim() },
      ),
      question: words.question,
      answer: answerOf(ask, on),
      mayBeAnonymous: false,
      expected: 10,
      leadsTo: [{ to: 'next-opening' }],
    }
    const after: KitMeeting = {
      ...plan,
      canvas: { ...plan.canvas, zones: [...plan.canvas.zones, zone] },
      agenda: plan.agenda.map((one) =>
        one.id === block.id ? { ...one, prompt: one.prompt ?? words.question, zones: [...one.zones, zone.id] } : one,
      ),
    }
    return accept({
      events: [
        ...(group === undefined && block.grouping.groups === 'none' ? shown(notes) : []),
        { type: 'meetingPlanned', body: { plan: after } },
        {
          type: 'voteOpened',
          body: { meeting, block: block.id, zone: zone.id, group: group ?? null, ...(chosen ? { notes: notes.map(({ id }) => id) } : {}) },
        },
      ],
      answer: { zone: zone.id },
    })
  },
} satisfies Partial<Deciders>
