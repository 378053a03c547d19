import { type Lab, type Message, type Person, spotLink, type Summary } from '../../lab/index.ts'
import type { MessageItem, SummaryItem } from '../voice-items.ts'
import { collect, type Projection, whole } from '../projection.ts'
import type { Part, Scene } from '../viewer.ts'

type Participant = Extract<Part, { kind: 'participant' }>
type Group = Extract<Part, { kind: 'group' }>

const messageItem = (lab: Lab, { id, meeting, block, groups, kind, text, spot, at }: Message): MessageItem => ({
  message: id,
  meeting,
  block,
  groups,
  kind,
  text,
  at,
  href: spot === null ? null : spotLink(lab, spot),
})

/** What messages follow from: boards too, where one of them leads there. */
const said = ({ lab }: Scene): unknown[] => {
  const leads = [...lab.messages.values()].some(({ spot }) => spot !== null)
  return leads ? [lab.messages, lab.boards, lab.placed] : [lab.messages]
}

const messagesTo = <P extends Part>(shown: (message: Message, part: P, lab: Lab) => readonly [string, MessageItem] | undefined) =>
  whole<P, 'messages'>(
    'messages',
    ({ lab }, part) =>
      [...lab.messages.values()].flatMap((message) => {
        const one = message.redacted ? undefined : shown(message, part, lab)
        return one ? [one] : []
      }),
    said,
  )

const summaryItem = ({ by: _by, ...rest }: Summary): SummaryItem => rest
const stands = ({ text }: Summary): boolean => /\S/.test(text)

/** Of what everybody looks at: the frame of what is done together, and the beginning of a meeting's area. */
const EVERYBODYS = /^m\d+(\/all)?$/
const GROUPS = /^m(\d+)\/(g\d+|x\d-\d+)$/

/** Id of the group that a frame is of: `m2/g3` is `g3`'s, `m1/x2-3` that group's; null for other keys. */
function groupOfFrame(key: string): string | null {
  const [, meeting, group = ''] = GROUPS.exec(key) ?? []
  return meeting === undefined ? null : group.startsWith('g') ? group : `m${meeting}/${group}`
}

/** Frames that these viewers are led to, by key. */
const frames = <P extends Part>(mine: (key: string, part: P) => boolean): Projection<P> =>
  collect<P, 'frames', unknown>('frames', {
    from: ({ lab }) => lab.placed,
    globals: ({ lab }) => [lab.boards],
    item: ({ lab }, _placed, part, key) => {
      const href = mine(key, part) ? spotLink(lab, key) : null
      const [, meeting = '', group = 'all'] = /^m(\d+)(?:\/(.+))?$/.exec(key) ?? []
      return href === null ? undefined : { meeting: Number(meeting), group, href }
    },
  })

/** Those who run the lab see all that was said, withdrawn or not, and by whom; an observer what stands, and not by whom. */
export const voicesFor = <P extends Part>(who: 'staff' | 'observer'): readonly Projection<P>[] => [
  messagesTo<P>((message, _part, lab) => {
    const item = messageItem(lab, message)
    if (who === 'observer') return message.withdrawn ? undefined : [message.id, item]
    return [message.id, { ...item, by: message.by, ...(message.withdrawn ? { withdrawn: true as const } : {}) }]
  }),
  collect<P, 'summaries', Summary>('summaries', {
    from: ({ lab }) => lab.summaries,
    item: (_scene, one) => (stands(one) ? { ...summaryItem(one), ...(who === 'staff' ? { by: one.by } : {}) } : undefined),
  }),
  frames<P>((key) => EVERYBODYS.test(key) || GROUPS.test(key)),
]

/** What all participants are told: messages to everybody, summaries shown in plenary. */
export const voicesForAll: readonly Projection<Participant>[] = [
  messagesTo<Participant>((message, _part, lab) =>
    message.groups === null && !message.withdrawn ? [message.id, messageItem(lab, message)] : undefined,
  ),
  collect('sharedSummaries', {
    from: ({ lab }) => lab.summaries,
    item: (_scene, one) => (one.shared && stands(one) ? summaryItem(one) : undefined),
  }),
  frames<Participant>((key) => EVERYBODYS.test(key)),
]

/** What one group is told, and its own summaries. Which other groups were told the same is not theirs to know. */
export const voicesForGroup: readonly Projection<Group>[] = [
  messagesTo<Group>((message, part, lab) =>
    message.groups?.includes(part.group) && !message.withdrawn
      ? [`${message.id}@${part.group}`, { ...messageItem(lab, message), groups: [part.group] }]
      : undefined,
  ),
  collect('summaries', {
    from: ({ lab }) => lab.summaries,
    item: (_scene, one, part) => (one.group === part.group && stands(one) ? { ...summaryItem(one), by: one.by } : undefined),
  }),
  frames<Group>((key, part) => groupOfFrame(key) === part.group),
]

/** What somebody brings, in their own words: their revealed answers in zones that lead to the directory, where they agreed to stand in it. */
export function bringsOf({ lab, people }: Scene, { id, consents }: Person): string {
  if (!consents.directory) return ''
  const words = (lab.brings.get(id) ?? []).flatMap(({ contribution, row }) => {
    const note = lab.contributions.get(contribution)
    const zone = note && lab.kit.meetings.find(({ number }) => number === note.meeting)?.canvas.zones.find((one) => one.id === note.zone)
    const found = people.get(row)
    return zone?.leadsTo.some(({ to }) => to === 'directory') && found?.kind === 'answer' && /\S/.test(found.text) ? [found.text] : []
  })
  return words.join(' · ')
}
