import type { Answered, Commit, Lab, LabEvent } from '@telaio/shared/lab'
import { StoreError } from '@telaio/shared/ports'
import { createdCommit, erasureCommit, noteCommit, personCommit, redaction, testId } from '@telaio/shared/testing'
import type { Stores } from '../src/store/index.ts'
import { type Acts, Refused } from './target.ts'

interface Wanted {
  readonly commit: Commit
  readonly rewrite?: (event: LabEvent) => LabEvent
}

/** The acts straight on the stores, as the server's commands do them: the register's row before its event, its erasure after. */
export function actOn({ labs, registers }: Stores): Acts {
  const answer = async (lab: string, command: string, wanted: (state: Lab) => Wanted): Promise<Answered> => {
    const { result } = await labs
      .commit<Answered | undefined>(lab, (state) => {
        const known = state.receipts.get(command)
        if (known) return { result: known.answer }
        const { commit, rewrite } = wanted(state)
        return { commit, result: commit.receipt?.answer, ...(rewrite ? { rewrite } : {}) }
      })
      .catch(orRefused)
    if (!result) throw new Error('a commit without an answer')
    return result
  }
  return {
    note: async (lab, command, [text = '', ...edits]) => {
      const { seq, contribution } = await answer(lab, command, (state) => ({
        commit: noteCommit(state, { n: numberOf(command), text, edits }),
      }))
      return { seq, contribution: String(contribution) }
    },
    redact: async (lab, command, contribution) => answer(lab, command, (state) => redaction(state, contribution, numberOf(command))),
    addPerson: async (lab, command, name) => {
      const row = testId('reg', numberOf(command))
      await registers.put(lab, [[row, { kind: 'person', name }]]).catch(orRefused)
      const { seq, person } = await answer(lab, command, (state) => ({ commit: personCommit(state, numberOf(command), row) }))
      return { seq, person: String(person) }
    },
    erasePerson: async (lab, command, person) => {
      // the row is the person's for life, and known before the erasure takes its name out of the log
      const { lab: before } = await labs.head(lab)
      const row = before.people.get(person)?.row ?? ''
      const answered = await answer(lab, command, (state) => ({ commit: erasureCommit(state, numberOf(command), person) }))
      // from here on it is done, and a fault leaves it half done until the next start sweeps
      await registers.sweep(lab, (id) => id !== row)
      return answered
    },
  }
}

/** Makes a lab; again where it was made before. */
export async function createLab({ labs }: Stores, command: string): Promise<string> {
  const lab = testId('lab', numberOf(command))
  if (!(await labs.list()).includes(lab)) await labs.create(lab, createdCommit(lab))
  return lab
}

/** Takes away rows that no person of the lab has: what a crash between register and log leaves. A server does so when it starts. */
export async function sweepRows({ labs, registers }: Stores, rowsOf: (lab: Lab) => ReadonlySet<string>): Promise<void> {
  for (const id of await labs.list()) {
    const { lab } = await labs.head(id)
    const named = rowsOf(lab)
    await registers.sweep(id, (row) => named.has(row))
  }
}

const numberOf = (command: string): number => Number(command.replace('command-', ''))

function orRefused(error: unknown): never {
  throw error instanceof StoreError && error.code === 'full' ? new Refused(error.code) : error
}
