import { type AskedNote, type AskedPerson, ask, type Ledger } from './ledger.ts'
import { type Acts, Refused } from './target.ts'

export interface WritersOptions {
  readonly ledger: Ledger
  readonly labs: readonly string[]
  readonly random: () => number
  /** Most texts of one commit. */
  readonly texts: number
  /** Called at each acknowledgement and each refusal: here a test decides to kill. */
  readonly onEnding: () => void
  /** Called when a command that rewrites files is on its way. */
  readonly onSent: (what: 'redaction' | 'person') => void
}

export const WRITERS = 50

/** Fifty writers, each with one command under way at a time, until the server is gone or `isOver` says so. */
export async function write(acts: readonly Acts[], options: WritersOptions, isOver: () => boolean): Promise<void> {
  await Promise.all(
    acts.map(async (act, writer) => {
      while (!isOver() && (await step(act, writer, options).catch(goOn)));
    }),
  )
}

function goOn(error: unknown): true {
  if (error instanceof Refused) return true
  throw error
}

/** One command of one writer. False where it was left in doubt. */
async function step(act: Acts, writer: number, { ledger, labs, random, texts, onEnding, onSent }: WritersOptions): Promise<boolean> {
  const lab = labs[Math.floor(random() * labs.length)] ?? ''
  const command = ledger.newCommand()
  const asked = { lab, command, writer, ending: 'sent' as const, seq: 0 }
  const dice = random()
  const ended = await (async () => {
    if (dice < 0.03) {
      const note = pick(ledger.notes, random, (one) => one.lab === lab && one.ending === 'acknowledged' && !one.redaction)
      if (note) {
        const redaction = (note.redaction = { ...asked })
        onSent('redaction')
        return ask(redaction, () => act.redact(lab, command, note.contribution))
      }
    } else if (dice < 0.045) {
      const person = pick(ledger.people, random, (one) => one.lab === lab && one.ending === 'acknowledged' && !one.erasure)
      if (person) {
        const erasure = (person.erasure = { ...asked })
        onSent('person')
        return ask(erasure, () => act.erasePerson(lab, command, person.person))
      }
    } else if (dice < 0.09) {
      const person: AskedPerson = { ...asked, name: `Name ${ledger.people.length}.`, person: '' }
      ledger.people.push(person)
      onSent('person')
      const answer = await ask(person, () => act.addPerson(lab, command, person.name))
      if (answer) person.person = answer.person
      return answer
    }
    const many = 1 + Math.floor(random() * texts)
    const note: AskedNote = {
      ...asked,
      texts: Array.from({ length: many }, (_, i) => `Text ${ledger.notes.length}/${i}.`),
      contribution: '',
    }
    ledger.notes.push(note)
    const answer = await ask(note, () => act.note(lab, command, note.texts))
    if (answer) note.contribution = answer.contribution
    return answer
  })().finally(onEnding)
  return ended !== false
}

function pick<T>(all: readonly T[], random: () => number, fits: (one: T) => boolean): T | undefined {
  // a few tries: a test need not find one each time
  for (let tries = 0; tries < 5; tries++) {
    const one = all[Math.floor(random() * all.length)]
    if (one !== undefined && fits(one)) return one
  }
  return undefined
}
