import { type Lab, noteLink, overtaken, type Step, type StepChange } from '../../lab/index.ts'
import { isUsable } from '../../lab/index.ts'
import type { CitedItem, StepItem } from '../compile-items.ts'
import { collect, type Projection, whole } from '../projection.ts'
import { authorItem, nameOf, shownAnswer } from '../show.ts'
import type { Part, Scene } from '../viewer.ts'

type Editor = Extract<Part, { kind: 'editor' }>

/** Longest piece of a text that a step shows. */
const ABOUT = 160

function wordsOf(lab: Lab, change: StepChange): string {
  switch (change.of) {
    case 'entries':
      return change.before?.text ?? lab.entries.get(change.id)?.text ?? ''
    case 'order':
    case 'accepted':
      return lab.entries.get(change.id)?.text ?? ''
    case 'themes':
      return change.before?.title ?? lab.themes.get(change.id)?.title ?? ''
    case 'asides':
      return change.before?.reason ?? lab.asides.get(change.id)?.reason ?? ''
    case 'triple':
      return change.after?.text ?? change.before?.text ?? ''
    case 'links':
      return ''
  }
}

const cut = (text: string): string => (text.length <= ABOUT ? text : `${text.slice(0, ABOUT - 1).replace(/[\uD800-\uDBFF]$/, '')}…`)

/** A step as those who run the lab see it. */
export function stepItem(lab: Lab, { changes, ...step }: Step): StepItem {
  const why = overtaken(lab, { ...step, changes })
  return {
    ...step,
    about: cut(changes.map((change) => wordsOf(lab, change)).find((text) => text !== '') ?? ''),
    many: changes.length,
    overtaken: why === null ? null : 'gone' in why ? why.gone : (why.by ?? 0),
  }
}

/** Notes, where a step completed a triple and so depends on it; null where none did, so that no note written has steps worked out again. */
export const heldBy = ({ steps, contributions }: Lab): Lab['contributions'] | null =>
  [...steps.values()].some(({ changes: [first] }) => first?.of === 'triple') ? contributions : null

/** What was said of entries that are there, to whoever may read it. */
export const comments = <P extends Part>(): Projection<P> =>
  collect<P, 'comments', Scene['lab']['comments'] extends { get: (id: string) => infer V } ? NonNullable<V> : never>('comments', {
    from: ({ lab }) => lab.comments,
    globals: ({ lab, people }) => [lab.entries, lab.people, people],
    item: (scene, { redacted, ...comment }) => {
      if (redacted || comment.resolved === 'withdrawn' || !scene.lab.entries.has(comment.entry)) return undefined
      const person = comment.by === null ? undefined : scene.lab.people.get(comment.by)
      return { ...comment, name: person ? nameOf(scene, person.row) : '' }
    },
  })

function citedBy(scene: Scene, id: string): CitedItem | undefined {
  const note = scene.lab.contributions.get(id)
  if (!note || !isUsable(note)) return undefined
  const author = authorItem(scene, note)
  const consented = note.author !== null && scene.lab.people.get(note.author)?.consents.name === true
  return {
    contribution: id,
    meeting: note.meeting,
    group: note.group,
    zone: note.zone,
    answer: shownAnswer(scene, note.answer),
    anonymous: note.author === null && note.editKey !== null,
    name: consented && author?.name ? author.name : null,
    sector: author?.sector ?? null,
    link: noteLink(scene.lab, note),
  }
}

/** The editorial group: the notes behind the entries, and what is said of these. Entries themselves are everybody's. */
export const editor: readonly Projection<Editor>[] = [
  comments<Editor>(),
  whole<Editor, 'cited'>(
    'cited',
    (scene) => {
      const ids = new Set([...scene.lab.entries.values()].flatMap(({ withheld, sources }) => (withheld ? [] : sources)))
      return [...ids].flatMap((id) => {
        const item = citedBy(scene, id)
        return item ? [[id, item] as const] : []
      })
    },
    ({ lab, people }) => [lab.entries, lab.contributions, lab.people, people, lab.boardNotes, lab.placed, lab.boards],
  ),
]
