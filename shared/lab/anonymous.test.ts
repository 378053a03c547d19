import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomLab, steps } from '../testing/random-lab.ts'
import { SmallLab } from '../testing/small-lab.ts'
import type { Actor, LabEvent } from './index.ts'

const KEY = 'k'.repeat(43)
const OTHER_KEY = 'q'.repeat(43)
const birds = { type: 'cards' as const, text: 'birds' }

/** Ann has written "trees" in the mixed block without her name, some time after it began. */
function withNote(more: { private?: boolean } = {}) {
  const lab = new SmallLab().start(1, 'mixed')
  lab.pass(123_456)
  const note = lab.note(lab.ann, 'C1.2', 'trees', { anonymous: KEY, writtenAt: '2026-09-29T15:01:02.003Z', ...more })
  const startedAt = lab.lab.meetings[1]?.runs['mixed']?.startedAt ?? ''
  const holder: Actor = lab.actor(lab.ann, { editKeys: [OTHER_KEY, KEY] })
  return { lab, note, startedAt, holder }
}
const lastEvents = (lab: SmallLab): readonly LabEvent[] => lab.commits.at(-1)?.events ?? []

describe('a note without author', () => {
  it('[CMD9] holds nobody: actor null, the beginning of the block as its time, no time of writing', () => {
    const { lab, note, startedAt } = withNote()
    const [event] = lastEvents(lab)
    expect(event).toMatchObject({ type: 'contributed', actor: null, at: startedAt, body: { author: null, editKey: KEY } })
    expect(event?.body).not.toHaveProperty('writtenAt')
    expect(lab.lab.contributions.get(note)).toMatchObject({ author: null, at: startedAt, writtenAt: null, group: 'x1-1' })
    expect(JSON.stringify(lab.commits.at(-1))).not.toContain(lab.ann)
  })

  it('[CMD9] is counted nowhere as somebody’s, only as one more that is not yet revealed', () => {
    const { lab } = withNote({ private: true })
    expect([...lab.lab.wrote.entries()]).toEqual([])
    expect(lab.lab.unrevealed.get('m1/x1-1/C1.2')).toBe(1)
  })

  it('[CMD9] is for zones that allow it', () => {
    const { lab } = withNote()
    expect(lab.write(lab.ann, 'C1.3', 'commons', { anonymous: KEY })).toEqual({
      code: 'not_anonymous',
      field: 'anonymous',
      facts: { zone: 'C1.3' },
    })
  })

  it('[CMD9] takes the beginning of the block also when it comes late', () => {
    const { lab, startedAt } = withNote()
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    lab.pass(3_600_000)
    lab.note(lab.ann, 'C1.2', 'late', { anonymous: KEY })
    expect(lastEvents(lab)).toMatchObject([{ actor: null, at: startedAt, body: { late: true } }])
  })

  it('[CMD9] two of them are two, whoever wrote them', () => {
    const { lab, note } = withNote()
    expect(lab.note(lab.ann, 'C1.2', 'trees', { anonymous: KEY })).not.toBe(note)
  })
})

describe('its key', () => {
  it('[CMD9] and nothing else lets it be edited, and leaves no trace of who did', () => {
    const { lab, note, startedAt, holder } = withNote()
    for (const from of [lab.ann, lab.cleo, lab.fay, lab.actor(lab.ann, { editKeys: [OTHER_KEY] })])
      expect(lab.send(from, { type: 'editContribution', contribution: note, answer: birds })).toMatchObject({ code: 'not_yours' })
    lab.do(holder, { type: 'editContribution', contribution: note, answer: birds })
    expect(lastEvents(lab)).toMatchObject([{ type: 'contributionEdited', actor: null, at: startedAt }])
    expect(lab.lab.contributions.get(note)).toMatchObject({ answer: birds, editedAt: startedAt, author: null })
  })

  it('[CMD9] and nothing else lets it be withdrawn', () => {
    const { lab, note, startedAt, holder } = withNote()
    for (const from of [lab.ann, lab.cleo, lab.fay])
      expect(lab.send(from, { type: 'withdrawContribution', contribution: note })).toMatchObject({ code: 'not_yours' })
    lab.do(holder, { type: 'withdrawContribution', contribution: note })
    expect(lastEvents(lab)).toMatchObject([{ type: 'contributionWithdrawn', actor: null, at: startedAt }])
  })

  it('[CMD9] lets it be revealed; a facilitator reveals it with all that stand there', () => {
    const { lab, note, startedAt, holder } = withNote({ private: true })
    for (const from of [lab.ann, lab.cleo, lab.fay])
      expect(lab.send(from, { type: 'revealNotes', meeting: 1, contributions: [note] })).toMatchObject({ code: 'not_yours' })
    lab.do(holder, { type: 'revealNotes', meeting: 1, contributions: [note] })
    expect(lastEvents(lab)).toMatchObject([{ type: 'contributionsRevealed', actor: null, at: startedAt }])

    const second = lab.note(lab.ann, 'C1.2', 'moss', { anonymous: KEY, private: true })
    lab.do(lab.fay, { type: 'revealNotes', meeting: 1, zone: 'C1.2' })
    expect(lastEvents(lab)).toMatchObject([{ type: 'contributionsRevealed', actor: lab.fay, body: { contributions: [second] } }])
  })

  it('[CMD9] works in any hand that holds it', () => {
    const { lab, note } = withNote()
    lab.do(lab.actor(lab.dan, { editKeys: [KEY] }), { type: 'editContribution', contribution: note, answer: birds })
    expect(lab.lab.contributions.get(note)?.answer).toEqual(birds)
  })

  it('[CMD9] is worth nothing to who may not write at all', () => {
    const { lab, note } = withNote()
    expect(
      lab.send(lab.actor(lab.otto, { editKeys: [KEY] }), { type: 'editContribution', contribution: note, answer: birds }),
    ).toMatchObject({ code: 'forbidden' })
  })
})

describe('any lab', () => {
  it('[CMD9] says of no note without author who wrote, edited or withdrew it, or when', () => {
    let met = 0
    fc.assert(
      fc.property(steps(), (todo) => {
        const { lab } = randomLab(todo)
        const holders = [...lab.lab.people.values()].map((person) => lab.actor(person.id, { editKeys: [KEY, OTHER_KEY] }))
        for (const note of [...lab.lab.contributions.values()].filter((one) => one.editKey !== null))
          for (const holder of holders) {
            lab.send(holder, { type: 'editContribution', contribution: note.id, answer: birds })
            if (note.id.endsWith('4')) lab.send(holder, { type: 'withdrawContribution', contribution: note.id })
          }
        const events = lab.commits.flatMap((commit) => commit.events)
        const begun = events.flatMap((event) =>
          event.type === 'blockStarted' ? [`${event.body.meeting}/${event.body.block}@${event.at}`] : [],
        )
        const written = events.flatMap((event) => (event.type === 'contributed' && event.body.editKey !== undefined ? [event] : []))
        for (const event of written) {
          expect(event).toMatchObject({ actor: null, body: { author: null } })
          expect(event.body).not.toHaveProperty('writtenAt')
          expect(begun).toContain(`${event.body.meeting}/${event.body.block}@${event.at}`)
        }
        const at = new Map(written.map((event) => [event.body.contribution, event.at]))
        const later = events.flatMap((event) =>
          (event.type === 'contributionEdited' || event.type === 'contributionWithdrawn') && at.has(event.body.contribution) ? [event] : [],
        )
        met += later.length
        for (const event of later) expect(event).toMatchObject({ actor: null, at: at.get(event.body.contribution) })
      }),
      { numRuns: 150 },
    )
    expect(met).toBeGreaterThan(20)
  })
})
