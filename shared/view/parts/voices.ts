import { type Lab, type Message, type Person, spotLink, type Summary } from '../../lab/index.ts'
import type { Collections } from '../items.ts'
import type { MessageItem, SummaryItem } from '../voice-items.ts'
import { collect, differ, NOBODY, owned, ownedWhole, perPair, type Projection, whole } from '../projection.ts'
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

/** Tables of messages of which one leads to a board. */
const leading = new WeakMap<Lab['messages'], boolean>()

/** What messages follow from: boards too, where one of them leads there. */
const said = ({ lab }: Scene): unknown[] => {
  const leads = leading.get(lab.messages) ?? [...lab.messages.values()].some(({ spot }) => spot !== null)
  leading.set(lab.messages, leads)
  return leads ? [lab.messages, lab.boards, lab.placed] : [lab.messages]
}

type Shown<P extends Part> = (message: Message, part: P, lab: Lab) => readonly [string, MessageItem] | undefined

const messages =
  <P extends Part>(shown: Shown<P>) =>
  ({ lab }: Scene, part: P): (readonly [string, MessageItem])[] =>
    [...lab.messages.values()].flatMap((message) => {
      const one = message.redacted ? undefined : shown(message, part, lab)
      return one ? [one] : []
    })

const messagesTo = <P extends Part>(shown: Shown<P>) => whole<P, 'messages'>('messages', messages(shown), said)

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

/** A frame as whoever is led there sees it. */
function frameItem(lab: Lab, key: string): Collections['frames'] | undefined {
  const href = spotLink(lab, key)
  const [, meeting = '', group = 'all'] = /^m(\d+)(?:\/(.+))?$/.exec(key) ?? []
  return href === null ? undefined : { meeting: Number(meeting), group, href }
}

/** Frames that these viewers are led to, by key. */
const frames = <P extends Part>(mine: (key: string) => boolean): Projection<P> =>
  collect<P, 'frames', unknown>('frames', {
    from: ({ lab }) => lab.placed,
    globals: ({ lab }) => [lab.boards],
    item: ({ lab }, _placed, _part, key) => (mine(key) ? frameItem(lab, key) : undefined),
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
  ownedWhole<Group, 'messages'>(
    'messages',
    messages<Group>((message, part, lab) =>
      message.groups?.includes(part.group) && !message.withdrawn
        ? [`${message.id}@${part.group}`, { ...messageItem(lab, message), groups: [part.group] }]
        : undefined,
    ),
    perPair((before, after) => (differ(said(before), said(after)) ? null : NOBODY)),
  ),
  owned('summaries', {
    from: ({ lab }) => lab.summaries,
    owner: ({ group }) => group,
    item: (_scene, one) => (stands(one) ? { ...summaryItem(one), by: one.by } : undefined),
  }),
  owned<Group, 'frames', unknown>('frames', {
    from: ({ lab }) => lab.placed,
    globals: ({ lab }) => [lab.boards],
    owner: (_placed, key) => groupOfFrame(key),
    item: ({ lab }, _placed, _part, key) => frameItem(lab, key),
  }),
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
