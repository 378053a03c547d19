import { type AskedNote, ask, type Ledger } from './ledger.ts'
import type { Acts } from './target.ts'

/** Sends some notes of earlier lives again, as clients do that were left without an answer; what was there must be answered as before. */
export async function resend(ledger: Ledger, acts: Acts, random: () => number, many: number): Promise<string[]> {
  const faults: string[] = []
  const settled = ledger.notes.filter((note) => note.found !== undefined && note.ending !== 'refused')
  for (let i = 0; i < many && settled.length > 0; i++) {
    // the last ones were under way when the server died
    const back = Math.floor(random() * Math.min(settled.length, 80))
    const note = settled[settled.length - 1 - back]
    if (!note) break
    const before = { found: note.found, ending: note.ending, seq: note.seq, contribution: note.contribution }
    // in doubt again from here on: the power may go before the answer comes; if written only now, it stands after what its writer wrote since
    if (!before.found) {
      delete note.found
      note.ending = 'sent'
      note.writer = -1 - ledger.notes.indexOf(note)
    }
    const again = { ...note }
    const answer = await ask(again, () => act(acts, note))
    if (!answer) return faults
    if (before.found && (answer.contribution !== before.contribution || (before.ending === 'acknowledged' && answer.seq !== before.seq)))
      faults.push(`note ${note.command} sent again was answered with another answer`)
    Object.assign(note, { ending: again.ending, seq: again.seq, contribution: answer.contribution })
  }
  return faults
}

const act = (acts: Acts, { lab, command, texts }: AskedNote) => acts.note(lab, command, texts)
