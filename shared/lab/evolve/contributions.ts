import { blankAnswer, isBallot } from '../answer.ts'
import { quotes, wordlessMark } from '../board.ts'
import { shownParts } from '../board-notes.ts'
import type { Contribution, Lab, Tally } from '../lab.ts'
import { isUsable, kitBlock } from '../lab.ts'
import { blockKey, noteKey, zoneKey } from '../places.ts'
import type { Table } from '../table.ts'
import { fold } from '../text.ts'
import { stillTheirs, withoutCompiled } from './compile.ts'
import type { Evolvers } from './evolvers.ts'
import { addToTally, emptyTally } from './tally.ts'
import { voicesRedacted } from './voices.ts'

const countsAsUnrevealed = (note: Contribution | undefined): boolean =>
  note !== undefined && note.private && !note.withdrawn && !note.redacted
const counts = (note: Contribution | undefined): boolean => note !== undefined && !note.withdrawn && !note.redacted

const add = (table: Table<number>, key: string, by: number): Table<number> => {
  if (by === 0) return table
  const sum = (table.get(key) ?? 0) + by
  return sum === 0 ? table.delete(key) : table.set(key, sum)
}

/** True for a block without groups: what is written there is everybody's. */
const plenaryBlock = (lab: Lab, meeting: number, block: string | undefined): boolean =>
  block !== undefined && kitBlock(lab, meeting, block)?.grouping.groups === 'none'

const ballotKey = (note: Contribution): string => `${note.meeting}/${note.zone}`

function castBy(ballots: Table<string>, note: Contribution): Table<string> {
  const key = `${ballotKey(note)}|${note.author}`
  if (counts(note)) return ballots.set(key, note.id)
  // an earlier ballot, withdrawn and now redacted, does not take the present one along
  return ballots.get(key) === note.id ? ballots.delete(key) : ballots
}

function tallied(tallies: Table<Tally>, before: Contribution | undefined, note: Contribution): Table<Tally> {
  const known = tallies.get(ballotKey(note)) ?? emptyTally(note.meeting, note.zone)
  const without = before && counts(before) ? addToTally(known, before.answer, -1) : known
  const next = counts(note) ? addToTally(without, note.answer, 1) : without
  return tallies.set(ballotKey(note), next)
}

/** What people say of themselves stays theirs, not the group's, until it is revealed. */
function brought(brings: Lab['brings'], note: Contribution): Lab['brings'] {
  if (note.answer.type !== 'person' || note.author === null) return brings
  const before = brings.get(note.author) ?? []
  const others = before.filter(({ contribution }) => contribution !== note.id)
  const all = isUsable(note) && note.answer.row !== null ? [...others, { contribution: note.id, row: note.answer.row }] : others
  if (all.length === 0) return before.length === 0 ? brings : brings.delete(note.author)
  return brings.set(note.author, all)
}

/** Puts a note in and keeps the two tallies that views show: notes not yet revealed, and who has written in a block. */
function put(lab: Lab, note: Contribution): Lab {
  const before = lab.contributions.get(note.id)
  const place = zoneKey(note.meeting, note.group, note.zone)
  const writer = note.block !== null && note.author !== null ? `${blockKey(note.meeting, note.block)}|${note.author}` : null
  const ballot = isBallot(note.answer.type)
  return {
    ...lab,
    contributions: lab.contributions.set(note.id, note),
    ballots: ballot && note.author !== null ? castBy(lab.ballots, note) : lab.ballots,
    tallies: ballot ? tallied(lab.tallies, before, note) : lab.tallies,
    brings: brought(lab.brings, note),
    unrevealed: add(lab.unrevealed, place, Number(countsAsUnrevealed(note)) - Number(countsAsUnrevealed(before))),
    wrote: writer === null ? lab.wrote : add(lab.wrote, writer, Number(counts(note)) - Number(counts(before))),
  }
}

const change = (lab: Lab, id: string, patch: (note: Contribution) => Partial<Contribution>): Lab => {
  const note = lab.contributions.get(id)
  return note ? put(lab, { ...note, ...patch(note) }) : lab
}

/** What was last written of redacted notes goes too; the notes themselves stay known, to be taken off the board. */
function withoutText(notes: Lab['boardNotes'], redacted: readonly string[]): Lab['boardNotes'] {
  if (notes.size === 0) return notes
  let next = notes
  for (const [key, note] of notes.entries())
    if (redacted.includes(note.contribution)) next = next.set(key, { ...note, text: '', wrote: '', passing: [] })
  return next
}

/** Words that go out of the lab and that its board was never surely given: they may stand there all the same. */
function passedBy(lab: Lab, note: Contribution | undefined): Lab['boardNotes'] {
  let next = lab.boardNotes
  if (next.size === 0 || !note || note.redacted) return next
  for (const { part, text } of shownParts(lab, note)) {
    const key = noteKey(note.id, part)
    const known = next.get(key)
    const words = fold(text)
    if (known?.state === 'written' && known.wrote !== words && !known.passing.includes(words))
      next = next.set(key, { ...known, passing: [...known.passing, words] })
  }
  return next
}

/** Items of boards that quote what was redacted keep their place and lose the digests of its words. */
function withoutMarks(placed: Lab['placed'], redacted: readonly string[]): Lab['placed'] {
  const ids = new Set(redacted)
  let next = placed
  for (const [key, one] of placed.entries())
    if (quotes(key, ids))
      next = next.set(key, { ...one, mark: wordlessMark(one.mark), next: one.next === null ? null : wordlessMark(one.next) })
  return next
}

const quoting = (lab: Lab, entry: string, sources: readonly string[]): Lab => ({
  ...lab,
  quoted: lab.quoted.set(entry, [...new Set([...(lab.quoted.get(entry) ?? []), ...sources])]),
})

export const contributions = {
  contributed: (lab, { body, at }) =>
    put(lab, {
      id: body.contribution,
      meeting: body.meeting,
      group: body.group,
      zone: body.zone,
      block: body.block ?? null,
      lane: body.lane ?? null,
      answer: body.answer,
      author: body.author,
      editKey: body.editKey ?? null,
      private: body.private,
      plenary: plenaryBlock(lab, body.meeting, body.block),
      shared: false,
      hidden: false,
      withdrawn: false,
      redacted: false,
      late: body.late,
      at,
      editedAt: null,
      writtenAt: body.writtenAt ?? null,
      derivedFrom: body.derivedFrom ?? null,
      settled: null,
      board: body.board ?? null,
      command: null,
      completed: {},
    }),
  contributionEdited: (lab, { body, at }) =>
    change({ ...lab, boardNotes: passedBy(lab, lab.contributions.get(body.contribution)) }, body.contribution, (note) =>
      note.redacted
        ? {}
        : {
            answer: body.answer,
            editedAt: at,
            completed: stillTheirs(note, body.answer),
            ...(isBallot(body.answer.type) ? { private: true } : {}),
          },
    ),
  contributionWithdrawn: (lab, { body }) => change(lab, body.contribution, () => ({ withdrawn: true })),
  contributionsRevealed: (lab, { body, at }) => {
    const shown = body.contributions.reduce(
      // all ballots of a count bear the moment of its revealing: their own would say whose they are
      (state, id) =>
        change(state, id, (note) => (isBallot(note.answer.type) ? { private: false, at, editedAt: null } : { private: false })),
      lab,
    )
    let { results } = shown
    for (const id of body.contributions) {
      const note = shown.contributions.get(id)
      const tally = note && isBallot(note.answer.type) ? shown.tallies.get(ballotKey(note)) : undefined
      if (note && tally) results = results.set(ballotKey(note), tally)
    }
    return { ...shown, results }
  },
  contributionsShared: (lab, { body }) => body.contributions.reduce((state, id) => change(state, id, () => ({ shared: true })), lab),
  commitmentSettled: (lab, { body: { contribution, status } }) =>
    change(lab, contribution, () => ({ settled: status === 'open' ? null : status })),
  contributionHidden: (lab, { body }) => change(lab, body.contribution, () => ({ hidden: body.hidden })),

  entryAdded: (lab, { body, seq, actor }) => ({
    ...quoting(lab, body.entry, body.sources),
    entries: lab.entries.set(body.entry, {
      id: body.entry,
      block: body.block,
      text: body.text,
      sources: body.sources,
      position: seq,
      compiled: body.compiled,
      accepted: !body.compiled,
      withheld: false,
      rev: seq,
      by: actor,
    }),
  }),
  entryEdited: (lab, { body, seq }) => ({
    ...quoting(lab, body.entry, body.sources ?? []),
    entries: lab.entries.update(body.entry, (entry) => ({
      ...entry,
      block: body.block ?? entry.block,
      text: body.text ?? entry.text,
      sources: body.sources ?? entry.sources,
      position: body.position ?? entry.position,
      accepted: entry.accepted || body.text !== undefined,
      withheld: body.text === undefined ? entry.withheld : false,
      rev: seq,
    })),
  }),

  textRedacted: (lab, { body, seq }) => {
    let next = body.contributions.reduce(
      (state, id) => change(state, id, (note) => ({ answer: blankAnswer(note.answer), redacted: true, completed: {} })),
      lab,
    )
    next = {
      ...next,
      boardNotes: withoutText(next.boardNotes, body.contributions),
      placed: withoutMarks(next.placed, [...body.contributions, ...body.entries]),
    }
    for (const id of body.entries)
      next = { ...next, entries: next.entries.update(id, (entry) => ({ ...entry, text: '', withheld: true, rev: seq })) }
    next = withoutCompiled(next, body)
    for (const id of body.helps) next = { ...next, helps: next.helps.update(id, (help) => ({ ...help, reason: '' })) }
    return voicesRedacted(next, body, seq)
  },
} satisfies Partial<Evolvers>
