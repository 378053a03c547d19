import { type Lab, type LabEvent, type LabEventOf, labToJson } from '@telaio/shared/lab'
import type { Stores } from '../src/store/index.ts'
import { MemoryLabStore } from '../src/store/memory/lab-store.ts'
import type { AskedNote, AskedPerson, Ledger } from './ledger.ts'

type Fault = (what: string) => void

/** Texts that must be gone from every file: what was redacted or erased and acknowledged. Looked for before anything is opened. */
export function checkBytes(ledger: Ledger, bytes: string): string[] {
  const gone = [
    ...ledger.notes.flatMap((note) => (note.redaction?.ending === 'acknowledged' || note.redaction?.found ? note.texts : [])),
    ...ledger.people.flatMap((person) => (person.erasure?.ending === 'acknowledged' ? [person.name] : [])),
  ]
  return gone.filter((text) => bytes.includes(text)).map((text) => `"${text}" was taken out and is in a file`)
}

/**
 * Everything that was acknowledged is there, once, whole, in its place; what was refused is not; what was in doubt is there whole or not at
 * all, and stays so from now on (the ledger notes it down). Gives what is wrong.
 */
export async function checkStores(ledger: Ledger, labs: readonly string[], stores: Stores): Promise<string[]> {
  const faults: string[] = []
  for (const id of labs) {
    const fault: Fault = (what) => faults.push(`${id}: ${what}`)
    try {
      await checkLab(ledger, id, stores, fault)
    } catch (error) {
      fault(String(error))
    }
  }
  return faults
}

async function checkLab(ledger: Ledger, id: string, { labs, registers }: Stores, fault: Fault): Promise<void> {
  const events = await labs.events(id)
  for (const [i, event] of events.entries()) if (event.seq !== i + 1) fault(`event ${i + 1} has the number ${event.seq}`)
  const { lab } = await labs.head(id)
  const folded = await new MemoryLabStore().restore(id, await labs.dump(id))
  if (textOf(lab) !== textOf(folded.lab)) fault('the lab is not what its log folds to')

  const notes = ledger.notes.filter((note) => note.lab === id)
  checkNotes(notes, events, lab, fault)
  checkRedactions(notes, events, lab, fault)
  const rows = await registers.rows(id)
  for (const person of ledger.people) if (person.lab === id) checkPerson(person, events, lab, (row) => rows.get(row), fault)
}

function checkNotes(notes: readonly AskedNote[], events: readonly LabEvent[], lab: Lab, fault: Fault): void {
  const written = events.filter((event): event is LabEventOf<'contributed'> => event.type === 'contributed')
  const byId = new Map(written.map((event) => [event.body.contribution, event]))
  const byText = new Map(written.map((event) => [textOfAnswer(event.body.answer), event]))
  if (byId.size !== written.length) fault('a note is there twice')
  const known = new Set<string>()
  const last = new Map<number, number>()
  for (const note of notes) {
    const event = note.contribution === '' ? byText.get(note.texts[0] ?? '') : byId.get(note.contribution)
    const isThere = settle(note, event !== undefined, `note ${note.command}`, fault)
    if (isThere !== lab.receipts.has(note.command)) fault(`note ${note.command}: its events and its receipt do not agree`)
    if (!event) continue
    note.contribution = event.body.contribution
    known.add(note.contribution)
    const isBlank = lab.contributions.get(note.contribution)?.redacted === true
    const own = events.slice(event.seq - 1, event.seq - 1 + note.texts.length)
    const texts = own.map((one) =>
      'answer' in one.body && one.body.contribution === note.contribution ? textOfAnswer(one.body.answer) : null,
    )
    if (JSON.stringify(texts) !== JSON.stringify(note.texts.map((text) => (isBlank ? '' : text))))
      fault(`note ${note.command} is not whole: ${JSON.stringify(texts)}`)
    const seq = event.seq + note.texts.length - 1
    if (note.ending === 'acknowledged' && (note.seq !== seq || lab.receipts.get(note.command)?.answer.seq !== seq))
      fault(`note ${note.command} stands at ${seq}, not where it was said to be`)
    // a writer sends one command after another: so they stand in the log
    if (seq <= (last.get(note.writer) ?? 0)) fault(`note ${note.command} stands before an earlier one of its writer`)
    last.set(note.writer, seq)
  }
  for (const event of written) if (!known.has(event.body.contribution)) fault(`nobody wrote the note at ${event.seq}`)
}

function checkRedactions(notes: readonly AskedNote[], events: readonly LabEvent[], lab: Lab, fault: Fault): void {
  const said = events.flatMap((event) => (event.type === 'textRedacted' ? event.body.contributions : []))
  if (new Set(said).size !== said.length) fault('a redaction is there twice')
  for (const note of notes) {
    const isSaid = said.includes(note.contribution) && note.contribution !== ''
    const isDone = lab.contributions.get(note.contribution)?.redacted === true
    if (isSaid !== isDone) fault(`the redaction of ${note.command} is half done`)
    if (note.redaction) settle(note.redaction, isSaid, `the redaction of ${note.command}`, fault)
    else if (isSaid) fault(`nobody redacted ${note.command}`)
  }
}

function checkPerson(asked: AskedPerson, events: readonly LabEvent[], lab: Lab, rowOf: (row: string) => unknown, fault: Fault): void {
  const receipt = lab.receipts.get(asked.command)
  const isThere = settle(asked, receipt !== undefined, `person ${asked.command}`, fault)
  if (!isThere) return
  if (asked.person === '') asked.person = String([receipt?.answer['person'] ?? receipt?.answer['people']].flat()[0])
  const added = events.filter((event) => event.type === 'personAdded' && event.body.person === asked.person)
  if (added.length !== 1) fault(`person ${asked.command} is there ${added.length} times`)
  const person = lab.people.get(asked.person)
  const isErased = person?.erased === true
  if (asked.erasure) settle(asked.erasure, isErased, `the erasure of ${asked.command}`, fault)
  else if (isErased) fault(`nobody erased ${asked.command}`)
  const row = rowOf(person?.row ?? '')
  if (!isErased && JSON.stringify(row) !== JSON.stringify({ kind: 'person', name: asked.name }))
    fault(`the name of ${asked.command} is not in the register: ${JSON.stringify(row)}`)
}

/** What was promised is kept; what was in doubt is decided now and noted down. */
function settle(asked: { ending: string; found?: boolean }, isThere: boolean, what: string, fault: Fault): boolean {
  if (asked.ending === 'acknowledged' && !isThere) fault(`${what} was acknowledged and is not there`)
  if (asked.ending === 'refused' && isThere) fault(`${what} was refused and is there`)
  if (asked.found !== undefined && asked.found !== isThere) fault(`${what} was ${asked.found ? '' : 'not '}there after an earlier crash`)
  asked.found = isThere
  return isThere
}

const textOf = (lab: Lab): string => JSON.stringify(labToJson(lab))
const textOfAnswer = (answer: { readonly type: string }): string => ('text' in answer ? String(answer.text) : JSON.stringify(answer))
