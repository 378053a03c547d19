import type { Method } from '../kit/index.ts'
import { groupIdOf, isBallot, labConversion, type Lab, type Meeting } from '../lab/index.ts'
import type { Language } from '../words/bilingual.ts'
import { blocksOf, posterOf, printableEntries } from './canvas.ts'
import type { Content, GroupOutputs, MeetingContent, MethodUsed, Numbers, ProjectContent } from './content.ts'
import { distinct, groupName, sectorsOf } from './evidence.ts'
import { choicesOf, outputsOf } from './outputs.ts'
import { adviceOf, glossaryOf, goalsOf, manifestoOf, type NotesByZone, notesByZone, practiceOf, stepsOf } from './practice.ts'

export interface DocumentsOptions {
  readonly language: Language
  /** Names of those who consented to appear among the credits, from the register; of nobody else. */
  readonly names: readonly string[]
  /** The repertoire's methods; the kit's own are known. */
  readonly methods: readonly Method[]
  /** The public page, while there is one. */
  readonly link: string | null
  /** Only these entries, and what they make; left out: all. */
  readonly only?: ReadonlySet<string> | undefined
}

/** The content of all documents, from the lab as it stands. Pure: the same lab gives the same content. */
export function documentsOf(lab: Lab, { language, names, methods, link, only }: DocumentsOptions): Content {
  const notes = notesByZone(lab)
  const goals = goalsOf(lab, notes)
  const entries = printableEntries(lab, only)
  const blocks = blocksOf(lab, entries, goals, language)
  const held = Object.values(lab.meetings)
    .flatMap(({ date, openedAt }) => (openedAt === null ? [] : [date ?? openedAt.slice(0, 10)]))
    .sort()
  const { documents } = lab
  return {
    lab: { id: lab.id, title: lab.title, language: lab.language, archived: lab.archived },
    language,
    canvas: lab.kit.finalCanvas.title[language],
    kit: { title: lab.kit.title[language], credits: lab.kit.credits[language], licence: lab.kit.licence },
    sectors: lab.kit.sectors.map(({ id, title, thread }) => ({ id, title: title[language], thread })),
    dates: { first: held[0] ?? null, last: held.at(-1) ?? null },
    numbers: numbersOf(
      lab,
      blocks.reduce((sum, { sentences, more }) => sum + sentences.length + more.length, 0),
    ),
    blocks,
    poster: posterOf(lab, blocks),
    manifesto: manifestoOf(lab, notes, goals, language),
    advice: adviceOf(lab, notes, entries, language),
    practice: practiceOf(lab, notes, language),
    steps: stepsOf(lab, notes, language),
    glossary: glossaryOf(lab, notes, language),
    methods: methodsOf(lab, methods, language),
    projects: projectsOf(lab, notes, goals, language),
    meetings: lab.kit.meetings.map((meeting) => meetingOf(lab, meeting.number, notes, language)),
    strays: straysOf(lab),
    names: [...names].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)),
    look: { theme: documents.theme, colour: documents.colour, logos: documents.logos },
    licence: documents.licence,
    credits: documents.credits,
    promoters: documents.promoters,
    others: (['partners', 'coPromoters', 'supporters'] as const).flatMap((role) =>
      documents[role].length === 0 ? [] : [{ role, names: documents[role] }],
    ),
    link,
  }
}

/** `sentences`: how many these documents print, which may be fewer than the canvas has. */
function numbersOf(lab: Lab, sentences: number): Numbers {
  const { notes, triples, voted } = labConversion(lab)
  const participants = [...lab.people.values()].filter(({ roles }) => roles.includes('participant')).map(({ id }) => id)
  const groups = [...lab.groups.values()]
  const project = groups.filter(({ kind }) => kind === 'project')
  return {
    participants: participants.length,
    groups: (project.length > 0 ? project : groups).length,
    meetings: Object.values(lab.meetings).filter(({ openedAt }) => openedAt !== null).length,
    sectors: sectorsOf(lab, participants).length,
    notes,
    triples,
    voted,
    sentences,
  }
}

function methodsOf(lab: Lab, repertoire: readonly Method[], language: Language): MethodUsed[] {
  const known = new Map([...repertoire, ...lab.kit.methods].map((method) => [method.id, method]))
  const meetings = new Map<string, number[]>()
  for (const { number, agenda } of lab.kit.meetings)
    for (const { method } of agenda) if (method !== undefined) meetings.set(method, distinct([...(meetings.get(method) ?? []), number]))
  return [...meetings].flatMap(([id, used]) => {
    const method = known.get(id)
    return method
      ? [
          {
            id,
            title: method.title[language],
            summary: method.summary[language],
            credit: method.credit[language],
            licence: method.licence,
            source: method.source ?? null,
            meetings: used,
          },
        ]
      : []
  })
}

function projectsOf(lab: Lab, notes: NotesByZone, goals: ReadonlyMap<string, readonly number[]>, language: Language): ProjectContent[] {
  const groups = [...lab.groups.values()].filter(({ kind }) => kind === 'project')
  const byGroup = new Map<string, NonNullable<ReturnType<NotesByZone['get']>>[number][]>()
  for (const note of [...notes.values()].flat()) {
    const there = byGroup.get(note.group)
    if (there) there.push(note)
    else byGroup.set(note.group, [note])
  }
  return groups
    .sort((a, b) => Number(a.key.slice(1)) - Number(b.key.slice(1)))
    .map(({ id, key, name, people }) => ({
      id,
      name,
      people: people.length,
      sectors: sectorsOf(lab, people),
      goals: goals.get(key) ?? [],
      meetings: lab.kit.meetings.flatMap((meeting) => {
        const outputs = outputsOf(meeting, byGroup.get(key) ?? [], language)
        return outputs.length === 0 ? [] : [{ number: meeting.number, title: meeting.title[language], outputs }]
      }),
    }))
}

/** Minutes that a block took, pauses apart. */
function minutesHeld(run: Meeting['runs'][string] | undefined): number | null {
  if (!run || run.endedAt === null) return null
  return Math.max(0, Math.round((Date.parse(run.endedAt) - Date.parse(run.startedAt) - run.pausedMs) / 60_000))
}

function meetingOf(lab: Lab, number: number, notes: NotesByZone, language: Language): MeetingContent {
  const kit = lab.kit.meetings.find((one) => one.number === number)
  const state = lab.meetings[number]
  if (!kit || !state) throw new Error(`meeting ${number} is not of this lab`)
  const here = [...notes.values()].flat().filter(({ meeting }) => meeting === number)
  const marks = { present: 0, late: 0, left: 0, absent: 0, unmarked: 0 }
  for (const { id, roles, erased } of lab.people.values())
    if (roles.includes('participant') && !erased) marks[lab.attendance.get(`${number}|${id}`)?.state ?? 'unmarked']++
  const wrote = new Set<string>()
  for (const { meeting, author, withdrawn } of lab.contributions.values())
    if (meeting === number && author !== null && !withdrawn) wrote.add(author)
  const keys = distinct(here.map(({ group }) => group)).sort((a, b) => (a === 'all' ? 1 : b === 'all' ? -1 : a < b ? -1 : 1))
  return {
    number,
    title: kit.title[language],
    purpose: kit.purpose[language],
    date: state.date ?? state.openedAt?.slice(0, 10) ?? null,
    held: state.openedAt !== null,
    agenda: kit.agenda.map(({ id, title, kind, minutes }) => ({
      title: title[language],
      kind,
      planned: minutes,
      held: minutesHeld(state.runs[id]),
      started: state.runs[id]?.startedAt ?? null,
    })),
    attendance: marks,
    wrote: wrote.size,
    groups: distinct(keys.map((key) => groupIdOf(number, key))).flatMap((id) => {
      const group = lab.groups.get(id)
      return group ? [{ name: group.name, people: group.people.length }] : []
    }),
    outputs: keys.flatMap((key): GroupOutputs[] => {
      const own = here.filter(({ group }) => group === key)
      const outputs = outputsOf(kit, own, language)
      const [first] = own
      return outputs.length === 0 || !first ? [] : [{ group: groupName(lab, first, language), outputs }]
    }),
    choices: choicesOf(lab, kit, language),
    lateNotes: here.filter(({ late, answer }) => late && !isBallot(answer.type)).length,
  }
}

function straysOf(lab: Lab): Content['strays'] {
  const counts = new Map<string, number>()
  for (const { reason } of lab.strays.values()) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reason, count]) => ({ reason, count }))
}
