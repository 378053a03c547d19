import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomLab, steps } from '../testing/random-lab.ts'
import { SmallLab } from '../testing/small-lab.ts'
import { viewOf } from '../view/index.ts'
import { type Contribution, isBallot, type Lab, type SentAnswer, type Tally } from './index.ts'

/** Three cards to vote on, three sentences to rate and consent to, and every block of ballots under way or over. */
function ballotLab() {
  const lab = new SmallLab().start(1, 'mixed')
  const cards = [lab.ann, lab.bob, lab.cleo].map((person) => lab.note(person, 'C1.2', 'trees'))
  lab.start(1, 'vote')
  lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
  lab.start(2, 'work')
  const sentences = [lab.ann, lab.bob, lab.cleo].map((person) => lab.note(person, 'C2.1', 'We plant.'))
  lab.start(2, 'close')
  const [one = '', two = '', three = ''] = cards
  return { lab, cards, sentences, one, two, three }
}
/** A count is shown for three ballots at least: other people's, that say nothing of what a test looks at. */
const beside = (lab: SmallLab, zone: string, answer: SentAnswer, ...people: readonly string[]): void => {
  for (const person of people) lab.note(person, zone, answer)
}
const votes = (dots: Record<string, number>): SentAnswer => ({ type: 'votes', dots })
const tally = (lab: SmallLab, zone: string): Tally | undefined => lab.lab.tallies.get(`${zone[1]}/${zone}`)

describe('ballots', () => {
  it('[CMD10] are one a person a zone: a second replaces the first', () => {
    const { lab, one, two } = ballotLab()
    const first = lab.note(lab.ann, 'C1.4', votes({ [one]: 3 }))
    expect(lab.note(lab.ann, 'C1.4', votes({ [one]: 1, [two]: 1 }))).toBe(first)
    lab.note(lab.bob, 'C1.4', votes({ [two]: 2 }))
    expect(tally(lab, 'C1.4')).toMatchObject({ ballots: 2, dots: { [one]: 1, [two]: 3 } })
    expect([...lab.lab.ballots.keys()]).toHaveLength(2)
    expect(lab.lab.contributions.get(first)?.answer).toEqual({ type: 'votes', dots: { [one]: 1, [two]: 1 } })
  })

  it('[CMD10] may be changed, taken back and cast anew', () => {
    const { lab, sentences, one } = ballotLab()
    const consent = lab.note(lab.ann, 'C2.5', { type: 'consent', choice: 'objection', reason: 'too dear' })
    lab.do(lab.ann, { type: 'editContribution', contribution: consent, answer: { type: 'consent', choice: 'agree' } })
    expect(tally(lab, 'C2.5')).toMatchObject({ ballots: 1, consents: { agree: 1, objection: 0 } })
    lab.do(lab.ann, { type: 'withdrawContribution', contribution: consent })
    expect(tally(lab, 'C2.5')).toMatchObject({ ballots: 0, consents: { agree: 0, objection: 0 } })
    expect(lab.note(lab.ann, 'C2.5', { type: 'consent', choice: 'can-live-with' })).not.toBe(consent)
    expect(tally(lab, 'C2.5')).toMatchObject({ ballots: 1, consents: { 'can-live-with': 1 } })
    const rating = lab.note(lab.ann, 'C2.4', { type: 'rating', scores: { [sentences[0] ?? '']: { useful: 5 } } })
    lab.note(lab.bob, 'C2.4', { type: 'rating', scores: { [sentences[0] ?? '']: { useful: 2 } } })
    expect(tally(lab, 'C2.4')?.scores).toEqual({ [sentences[0] ?? '']: { useful: { sum: 7, count: 2 } } })
    lab.do(lab.ann, { type: 'withdrawContribution', contribution: rating })
    expect(tally(lab, 'C2.4')?.scores).toEqual({ [sentences[0] ?? '']: { useful: { sum: 2, count: 1 } } })
    expect(lab.send(lab.bob, { type: 'editContribution', contribution: rating, answer: votes({ [one]: 1 }) })).toMatchObject({
      code: 'not_yours',
    })
  })

  it('[CMD10] stay one a person when an earlier one, long withdrawn, is redacted', () => {
    const { lab } = ballotLab()
    const first = lab.note(lab.ann, 'C2.5', { type: 'consent', choice: 'objection', reason: 'too dear' })
    lab.do(lab.ann, { type: 'withdrawContribution', contribution: first })
    const second = lab.note(lab.ann, 'C2.5', { type: 'consent', choice: 'agree' })
    lab.do(lab.fay, { type: 'redact', contribution: first })
    expect(lab.note(lab.ann, 'C2.5', { type: 'consent', choice: 'can-live-with' })).toBe(second)
    expect(tally(lab, 'C2.5')).toMatchObject({ ballots: 1, consents: { agree: 0, 'can-live-with': 1 } })
  })

  it('[CMD10] are about usable notes of the zone that is voted on, and have as many dots as there are', () => {
    const { lab, sentences, one, two, three } = ballotLab()
    lab.do(lab.fay, { type: 'hideContribution', contribution: one })
    lab.do(lab.bob, { type: 'withdrawContribution', contribution: two })
    const unread = lab.note(lab.ann, 'C1.2', 'private', { private: true })
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 2 })
    lab.do(lab.fay, { type: 'openMeeting', meeting: 1 })
    lab.do(lab.fay, { type: 'startBlock', meeting: 1, block: 'vote' })
    for (const target of [one, two, unread, sentences[0] ?? '', lab.newId('con')])
      expect(lab.write(lab.ann, 'C1.4', votes({ [three]: 1, [target]: 1 }))).toEqual({
        code: 'unknown_contribution',
        field: 'answer',
        facts: { contribution: target },
      })
    expect(lab.write(lab.ann, 'C2.4', { type: 'rating', scores: { [three]: { useful: 1 } } })).toMatchObject({
      code: 'unknown_contribution',
    })
    expect(lab.write(lab.ann, 'C1.4', votes({ [three]: 4 }))).toMatchObject({ code: 'answer_unfit', facts: { because: 'too-many-dots' } })
    expect(tally(lab, 'C1.4')).toBeUndefined()
  })

  it('[CMD8] [CMD10] that come late may be about notes that went meanwhile', () => {
    const { lab, one } = ballotLab()
    lab.do(lab.fay, { type: 'hideContribution', contribution: one })
    expect(lab.lab.meetings[1]?.status).toBe('closed')
    lab.note(lab.ann, 'C1.4', votes({ [one]: 1 }))
    expect(tally(lab, 'C1.4')).toMatchObject({ ballots: 1 })
  })

  it('[CMD10] are secret until a facilitator reveals them, whatever their author says', () => {
    const { lab, one } = ballotLab()
    const ballot = lab.note(lab.ann, 'C1.4', votes({ [one]: 3 }), { private: false })
    lab.note(lab.ann, 'C2.5', { type: 'consent', choice: 'objection', reason: 'TOO-DEAR' }, { private: false })
    expect(lab.send(lab.ann, { type: 'revealNotes', meeting: 1, contributions: [ballot] })).toMatchObject({ code: 'forbidden' })
    for (const person of [lab.bob, lab.fay, lab.oscar, lab.otto, lab.organiser]) {
      const view = viewOf(lab.viewer(person), lab.scene)
      expect(JSON.stringify(view)).not.toMatch(/TOO-DEAR|"dots":\{"con/)
      expect(view.results['1/C1.4'] ?? {}).not.toHaveProperty('dots')
      expect(view.results['2/C2.5'] ?? {}).not.toHaveProperty('consents')
    }
    expect(viewOf(lab.viewer(lab.ann), lab.scene).mine[ballot]?.answer).toEqual(votes({ [one]: 3 }))
  })

  it('[CMD10] are shown as counts once revealed, the reasons of objections without their author', () => {
    const { lab, one } = ballotLab()
    lab.note(lab.ann, 'C1.4', votes({ [one]: 3 }))
    beside(lab, 'C1.4', votes({}), lab.cleo, lab.dan)
    const objection = lab.note(lab.ann, 'C2.5', { type: 'consent', choice: 'objection', reason: 'too dear' })
    beside(lab, 'C2.5', { type: 'consent', choice: 'agree' }, lab.cleo, lab.dan)
    lab.do(lab.ann, { type: 'setConsents', consents: { name: true, directory: true, credits: true } })
    for (const meeting of [1, 2]) lab.do(lab.fay, { type: 'revealNotes', meeting })
    lab.do(lab.fay, { type: 'shareNotes', meeting: 2 })
    for (const person of [lab.bob, lab.fay, lab.oscar, lab.otto, lab.organiser]) {
      const view = viewOf(lab.viewer(person), lab.scene)
      expect(view.results['1/C1.4']).toMatchObject({ ballots: 3, revealed: true, dots: { [one]: 3 } })
      expect(view.results['2/C2.5']).toMatchObject({ consents: { agree: 2, objection: 1 } })
      expect(view.notes[objection]).toMatchObject({ answer: { type: 'consent', choice: 'objection', reason: 'too dear' } })
      expect(view.authors[objection]).toBeUndefined()
      expect(view.groupAuthors[objection]?.person ?? null).toBeNull()
      expect(Object.values(view.notes).filter((note) => note.answer.type === 'votes')).toEqual([])
    }
  })

  it('[CMD10] [VT1] that come, or change, after the count was shown change nothing of it until it is shown anew, for three at least', () => {
    const { lab, one, two } = ballotLab()
    const shown = () => viewOf(lab.viewer(lab.otto), lab.scene).results['1/C1.4']
    lab.note(lab.ann, 'C1.4', votes({ [one]: 3 }))
    beside(lab, 'C1.4', votes({}), lab.cleo, lab.dan)
    lab.do(lab.fay, { type: 'revealNotes', meeting: 1, zone: 'C1.4' })
    lab.note(lab.bob, 'C1.4', votes({ [two]: 1 }))
    lab.note(lab.ann, 'C1.4', votes({ [two]: 1 }))
    expect(shown()).toMatchObject({ revealed: true, ballots: 3, dots: { [one]: 3 } })
    const again = { type: 'revealNotes', meeting: 1, zone: 'C1.4' } as const
    expect(lab.send(lab.fay, again)).toMatchObject({ code: 'too_few_ballots', facts: { least: 3 } })
    lab.note(lab.cleo, 'C1.4', votes({ [two]: 2 }))
    lab.do(lab.fay, again)
    expect(shown()).toMatchObject({ ballots: 4, dots: { [two]: 4 } })
    expect(tally(lab, 'C1.4')).toMatchObject({ ballots: 4, dots: { [two]: 4 } })
  })

  it('[VT1] are not shown for fewer than three, by zone or with all else, and those who conduct see how many have voted', () => {
    const { lab, one } = ballotLab()
    const card = lab.note(lab.ann, 'C1.2', 'private', { private: true })
    for (const [cast, person] of [lab.ann, lab.bob].entries()) {
      lab.note(person, 'C1.4', votes({ [one]: 3 }))
      expect(lab.send(lab.fay, { type: 'revealNotes', meeting: 1, zone: 'C1.4' })).toMatchObject({
        code: 'too_few_ballots',
        facts: { least: 3 },
      })
      expect(viewOf(lab.viewer(lab.fay), lab.scene).results['1/C1.4']).toEqual({
        meeting: 1,
        zone: 'C1.4',
        ballots: cast + 1,
        revealed: false,
      })
      expect(viewOf(lab.viewer(lab.otto), lab.scene).results['1/C1.4']).toBeUndefined()
    }
    // what can be shown is shown, the count is not
    lab.do(lab.fay, { type: 'revealNotes', meeting: 1 })
    expect(lab.lab.contributions.get(card)?.private).toBe(false)
    expect(lab.lab.results.size).toBe(0)
    // one who took theirs back is none of three
    const back = lab.note(lab.cleo, 'C1.4', votes({ [one]: 1 }))
    lab.do(lab.cleo, { type: 'withdrawContribution', contribution: back })
    expect(lab.send(lab.fay, { type: 'revealNotes', meeting: 1, zone: 'C1.4' })).toMatchObject({ code: 'too_few_ballots' })
    lab.note(lab.dan, 'C1.4', votes({ [one]: 1 }))
    lab.do(lab.fay, { type: 'revealNotes', meeting: 1, zone: 'C1.4' })
    expect(viewOf(lab.viewer(lab.otto), lab.scene).results['1/C1.4']).toMatchObject({ ballots: 3, dots: { [one]: 7 } })
  })

  it('[VT1] say nothing by their moment: all reasons of a count bear that of its revealing, and a changed one is unseen again', () => {
    const { lab } = ballotLab()
    const reasons = [lab.ann, lab.bob].map((person) => {
      lab.pass(61_000)
      return lab.note(person, 'C2.5', { type: 'consent', choice: 'objection', reason: 'too dear' })
    })
    beside(lab, 'C2.5', { type: 'consent', choice: 'agree' }, lab.cleo)
    lab.pass(61_000)
    lab.do(lab.fay, { type: 'revealNotes', meeting: 2, zone: 'C2.5' })
    lab.pass(61_000)
    const notes = () => viewOf(lab.viewer(lab.fay), lab.scene).notes
    const moments = reasons.map((id) => notes()[id]?.at)
    expect(new Set(moments).size).toBe(1)
    for (const id of reasons) expect(notes()[id]).toMatchObject({ editedAt: null, late: false })
    lab.note(lab.bob, 'C2.5', { type: 'consent', choice: 'objection', reason: 'far too dear' })
    expect(Object.keys(notes()).filter((id) => reasons.includes(id))).toEqual([reasons[0]])
    expect(JSON.stringify(viewOf(lab.viewer(lab.fay), lab.scene))).not.toContain('far too dear')
  })

  it('[VT1] are not revealed with one group’s notes', () => {
    const lab = new SmallLab().start(1, 'mixed')
    const card = lab.note(lab.ann, 'C1.2', 'trees')
    lab.do(lab.fay, { type: 'openVote', meeting: 1, on: 'C1.2', ask: { type: 'votes', dots: 2 } })
    lab.write(lab.ann, 'C1.5', votes({ [card]: 1 }))
    lab.note(lab.cleo, 'C1.2', 'private', { private: true })
    lab.do(lab.fay, { type: 'revealNotes', meeting: 1, group: 'x1-1' })
    expect(lab.lab.results.size).toBe(0)
  })

  it('[VT2] once shown are asked for on the board where the meeting’s area stands', () => {
    const { lab, one } = ballotLab()
    beside(lab, 'C1.4', votes({ [one]: 3 }), lab.ann, lab.bob, lab.cleo)
    const board = 'uXjVboard1='
    lab.record([
      { type: 'boardConnected', body: { board, meeting: null, name: 'Board', link: 'https://board.example/b', writer: 'w'.repeat(43) } },
      { type: 'placementRequested', body: { area: 'm1', board } },
      { type: 'placementStarted', body: { area: 'm1', board, left: 0, top: 0, items: 0 } },
      { type: 'placementEnded', body: { area: 'm1', outcome: 'done' } },
    ])
    lab.do(lab.fay, { type: 'revealNotes', meeting: 1, zone: 'C1.4' })
    expect(lab.lab.placements.get('m1')?.status).toBe('requested')
  })
})

/** What a zone adds up to, counted from the notes alone. */
function recount(lab: Lab): Map<string, Tally> {
  const ballots = [...lab.contributions.values()].filter((note) => isBallot(note.answer.type))
  return new Map(
    [...new Set(ballots.map((note) => `${note.meeting}/${note.zone}`))].map((key) => [
      key,
      countOf(ballots.filter((note) => `${note.meeting}/${note.zone}` === key)),
    ]),
  )
}
function countOf(all: readonly Contribution[]): Tally {
  const [{ meeting, zone } = { meeting: 0, zone: '' }] = all
  const cast = all.filter((note) => !note.withdrawn && !note.redacted)
  const dots: Record<string, number> = {}
  const scores: Record<string, Record<string, { sum: number; count: number }>> = {}
  const consents = { agree: 0, 'can-live-with': 0, objection: 0 }
  for (const { answer } of cast) {
    if (answer.type === 'consent') consents[answer.choice]++
    if (answer.type === 'votes') for (const [id, n] of Object.entries(answer.dots)) dots[id] = (dots[id] ?? 0) + n
    if (answer.type !== 'rating') continue
    for (const [id, row] of Object.entries(answer.scores))
      for (const [criterion, score] of Object.entries(row)) {
        const { sum, count } = scores[id]?.[criterion] ?? { sum: 0, count: 0 }
        ;(scores[id] ??= {})[criterion] = { sum: sum + score, count: count + 1 }
      }
  }
  return { meeting, zone, ballots: cast.length, dots, scores, consents }
}

const more = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)

/** Everything that a lab counts: as it was kept up with each event, and counted from its notes alone. */
function countsOf({ lab }: { lab: Lab }) {
  const ballots = new Map<string, string>()
  const unrevealed = new Map<string, number>()
  const wrote = new Map<string, number>()
  let cast = 0
  for (const note of lab.contributions.values()) {
    if (note.withdrawn || note.redacted) continue
    if (note.private) more(unrevealed, `m${note.meeting}/${note.group}/${note.zone}`)
    if (note.author === null) continue
    more(wrote, `m${note.meeting}/${note.block}|${note.author}`)
    if (!isBallot(note.answer.type)) continue
    cast++
    ballots.set(`${note.meeting}/${note.zone}|${note.author}`, note.id)
  }
  const kept = { tallies: lab.tallies, ballots: lab.ballots, unrevealed: lab.unrevealed, wrote: lab.wrote }
  return {
    kept: {
      ...Object.fromEntries(Object.entries(kept).map(([name, table]) => [name, new Map<string, unknown>(table.entries())])),
      cast: lab.ballots.size,
    },
    counted: { tallies: recount(lab), ballots, unrevealed, wrote, cast },
  }
}

describe('counts', () => {
  it('[CMD10] are exactly what counting from scratch gives, at every point of any lab', () => {
    fc.assert(
      fc.property(steps(), (todo) => {
        for (const scene of randomLab(todo).lab.scenes) {
          const { kept, counted } = countsOf(scene)
          expect(kept).toEqual(counted)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('[CMD10] are exact after any number of ballots cast, changed, withdrawn, redacted and revealed', () => {
    const op = fc.record({ what: fc.nat(11), who: fc.nat(3), a: fc.nat(2), b: fc.integer({ min: 1, max: 3 }), c: fc.nat(99) })
    fc.assert(
      fc.property(fc.array(op, { minLength: 5, maxLength: 40, size: 'max' }), (todo) => {
        const { lab, cards, sentences } = ballotLab()
        const writers = [lab.ann, lab.bob, lab.cleo, lab.dan]
        for (const { what, who, a, b, c } of todo) {
          const person = writers[who] ?? lab.ann
          const ballots = [...lab.lab.contributions.values()].filter((note) => isBallot(note.answer.type))
          const ballot = ballots[c % Math.max(1, ballots.length)]
          const answers: Record<string, SentAnswer> = {
            'C1.4': votes({ [cards[a] ?? '']: b }),
            'C2.4': { type: 'rating', scores: { [sentences[a] ?? '']: { useful: b + 2 }, [sentences[2] ?? '']: { useful: b } } },
            'C2.5': {
              type: 'consent',
              choice: (['agree', 'can-live-with', 'objection'] as const)[a] ?? 'agree',
              ...(b > 1 ? { reason: `because ${c}` } : {}),
            },
          }
          const zone = ['C1.4', 'C2.4', 'C2.5'][what % 3] ?? 'C1.4'
          if (what < 6) lab.write(person, zone, answers[zone] ?? votes({}))
          else if (what < 8 && ballot)
            lab.send(ballot.author ?? '', { type: 'editContribution', contribution: ballot.id, answer: answers[ballot.zone] ?? votes({}) })
          else if (what === 8 && ballot) lab.send(ballot.author ?? '', { type: 'withdrawContribution', contribution: ballot.id })
          else if (what === 9 && ballot) lab.send(lab.fay, { type: 'redact', contribution: ballot.id })
          else if (what === 10) lab.send(lab.fay, { type: 'revealNotes', meeting: 1 + (c % 2) })
          else lab.send(lab.fay, { type: 'hideContribution', contribution: (c % 2 ? cards : sentences)[a] ?? '' })
          const { kept, counted } = countsOf(lab)
          expect(kept).toEqual(counted)
        }
      }),
      { numRuns: 80 },
    )
  })
})
