import type { Block } from '../../kit/index.ts'
import { type Group, kitBlock, type Lab } from '../lab.ts'
import { spotLink, summaryKey } from '../voices.ts'
import { accept, reject } from '../rejection.ts'
import { hasRole } from '../roles.ts'
import { belongs, type Deciders } from './context.ts'

/** The first of these that is no group of this meeting; -1 where all are. */
const stranger = (lab: Lab, meeting: number, groups: readonly string[]): number =>
  groups.findIndex((id) => {
    const group = lab.groups.get(id)
    return !group || (group.meeting !== null && group.meeting !== meeting)
  })

/** True where the group works in the block. */
const worksIn = (group: Group, meeting: number, { grouping }: Block): boolean =>
  grouping.groups === 'project'
    ? group.kind === 'project'
    : grouping.groups === 'mixed' && group.meeting === meeting && group.moment === grouping.moment

/** What is said to rooms, and what a group says of a block. */
export const voiceDeciders = {
  sendMessage: (lab, { meeting, groups, kind, text, spot }, { newId }) => {
    const state = lab.meetings[meeting]
    if (!state) return reject('unknown_meeting', 'meeting', { meeting })
    if (state.status !== 'open') return reject('meeting_not_open', 'meeting', { meeting })
    const to = groups && [...new Set(groups)].sort()
    const bad = to ? stranger(lab, meeting, to) : -1
    if (bad >= 0) return reject('unknown_group', `groups.${bad}`, { group: to?.[bad] ?? '' })
    if (kind === 'prompt' && state.current === null) return reject('block_not_running', 'kind', { meeting })
    if (kind === 'place' && (spot === undefined || spotLink(lab, spot) === null)) return reject('unknown_spot', 'spot')
    if (kind !== 'place' && !/\S/.test(text)) return reject('answer_unfit', 'text', { because: 'blank' })
    const message = newId('msg')
    const body = {
      message,
      meeting,
      ...(state.current === null ? {} : { block: state.current }),
      groups: to,
      kind,
      text,
      ...(kind === 'place' && spot !== undefined ? { spot } : {}),
    }
    return accept({ events: [{ type: 'messageSent', body }], answer: { message } })
  },
  withdrawMessage: (lab, { message }) => {
    const found = lab.messages.get(message)
    if (!found) return reject('unknown_message', 'message')
    return found.withdrawn ? reject('nothing_to_do', 'message') : accept({ events: [{ type: 'messageWithdrawn', body: { message } }] })
  },
  writeSummary: (lab, { meeting, block: id, group, rev, text }, { actor }) => {
    const state = lab.meetings[meeting]
    if (!state) return reject('unknown_meeting', 'meeting', { meeting })
    if (state.status === 'planned') return reject('meeting_not_open', 'meeting', { meeting })
    const block = kitBlock(lab, meeting, id)
    if (!block) return reject('unknown_block', 'block', { block: id })
    if (!state.runs[id]) return reject('block_not_started', 'block', { block: id })
    const found = lab.groups.get(group)
    if (!found || !worksIn(found, meeting, block)) return reject('unknown_group', 'group', { group })
    if (!hasRole(actor, 'facilitator') && !belongs(lab, actor.person, meeting, found.key)) return reject('not_in_group', 'group', { group })
    const before = lab.summaries.get(summaryKey(meeting, id, group))
    if ((before?.rev ?? 0) !== rev) return reject('summary_changed', 'rev', { rev: before?.rev ?? 0 })
    if ((before?.text ?? '') === text) return reject('nothing_to_do', 'text')
    return accept({ events: [{ type: 'summaryWritten', body: { meeting, block: id, group, text } }] })
  },
  shareSummaries: (lab, { meeting, block, groups }) => {
    if (!lab.meetings[meeting]) return reject('unknown_meeting', 'meeting', { meeting })
    if (!kitBlock(lab, meeting, block)) return reject('unknown_block', 'block', { block })
    const bad = groups ? stranger(lab, meeting, groups) : -1
    if (bad >= 0) return reject('unknown_group', `groups.${bad}`, { group: groups?.[bad] ?? '' })
    const ids = [...lab.summaries.values()]
      .filter((one) => one.meeting === meeting && one.block === block && !one.shared && /\S/.test(one.text))
      .map((one) => one.group)
      .filter((group) => groups === undefined || groups.includes(group))
      .sort()
    return ids.length === 0
      ? reject('nothing_to_do', 'block')
      : accept({ events: [{ type: 'summariesShared', body: { meeting, block, groups: ids } }] })
  },
} satisfies Partial<Deciders>
