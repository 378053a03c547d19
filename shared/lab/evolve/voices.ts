import type { EventBody } from '../events.ts'
import type { Lab } from '../lab.ts'
import { summaryKey } from '../voices.ts'
import type { Evolvers } from './evolvers.ts'

/** What is said to rooms, what groups say of a block, and votes that were opened on the spot. */
export const voices = {
  messageSent: (lab, { body, actor, at }) => ({
    ...lab,
    messages: lab.messages.set(body.message, {
      id: body.message,
      meeting: body.meeting,
      block: body.block ?? null,
      groups: body.groups,
      kind: body.kind,
      text: body.text,
      spot: body.spot ?? null,
      by: actor,
      at,
      withdrawn: false,
      redacted: false,
    }),
  }),
  messageWithdrawn: (lab, { body }) => ({
    ...lab,
    messages: lab.messages.update(body.message, (message) => ({ ...message, withdrawn: true })),
  }),
  summaryWritten: (lab, { body, actor, at, seq }) => {
    const key = summaryKey(body.meeting, body.block, body.group)
    const { meeting, block, group, text } = body
    const shared = lab.summaries.get(key)?.shared ?? false
    return { ...lab, summaries: lab.summaries.set(key, { meeting, block, group, text, by: actor, at, rev: seq, shared }) }
  },
  summariesShared: (lab, { body }) => ({
    ...lab,
    summaries: body.groups.reduce(
      (table, group) => table.update(summaryKey(body.meeting, body.block, group), (summary) => ({ ...summary, shared: true })),
      lab.summaries,
    ),
  }),
  voteOpened: (lab, { body: { meeting, block, zone, group, notes } }) => {
    const key = `${meeting}/${zone}`
    return {
      ...lab,
      voters: group === null ? lab.voters : lab.voters.set(key, group),
      voteNotes: notes === undefined ? lab.voteNotes : lab.voteNotes.set(key, notes),
      spotVotes: lab.spotVotes.set(key, block),
    }
  },
} satisfies Partial<Evolvers>

/** A redaction's part in what is said: the words go, and a summary counts as changed. */
export const voicesRedacted = (lab: Lab, { messages = [], summaries = [] }: EventBody<'textRedacted'>, seq: number): Lab => ({
  ...lab,
  messages: messages.reduce((table, id) => table.update(id, (message) => ({ ...message, text: '', redacted: true })), lab.messages),
  summaries: summaries.reduce((table, key) => table.update(key, (summary) => ({ ...summary, text: '', rev: seq })), lab.summaries),
})
