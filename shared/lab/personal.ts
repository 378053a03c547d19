import type { Answer, SentAnswer } from './answer.ts'
import type { AnyCommand, Decidable } from './commands.ts'

/** A row of the register. Emptied when its person is erased; a row that the lab no longer names is swept. */
export type RegisterRow =
  | { readonly kind: 'person'; readonly name: string; readonly email?: string; readonly organisation?: string }
  | { readonly kind: 'answer'; readonly text: string }

export interface SetApart {
  readonly rows: readonly (readonly [id: string, row: RegisterRow])[]
  readonly command: Decidable
}

/**
 * Takes what belongs to the register out of a command: names, e-mails, organisations, answers of type *person*.
 * `rowId(n)` must give the same id for the same command and n, so that a command sent again writes the same rows.
 */
export function setApart(command: AnyCommand, rowId: (n: number) => string): SetApart {
  switch (command.type) {
    case 'addPeople': {
      const rows = command.people.map(({ name, email, organisation }, n) => [rowId(n), personRow(name, email, organisation)] as const)
      const people = command.people.map(({ roles, sector, profession, territory }, n) => ({
        row: rowId(n),
        roles,
        ...(sector === undefined ? {} : { sector }),
        ...(profession === undefined ? {} : { profession }),
        ...(territory === undefined ? {} : { territory }),
      }))
      return { rows, command: { id: command.id, type: command.type, people } }
    }
    case 'changePerson': {
      const { row, ...rest } = command
      if (row === undefined) return { rows: [], command: rest }
      return { rows: [[rowId(0), personRow(row.name, row.email, row.organisation)]], command: { ...rest, row: rowId(0) } }
    }
    case 'requestJoin': {
      const { name, ...rest } = command
      return { rows: [[rowId(0), personRow(name, undefined, undefined)]], command: { ...rest, row: rowId(0) } }
    }
    case 'presentAttendee': {
      const { name, ...rest } = command
      return { rows: [[rowId(0), personRow(name, undefined, undefined)]], command: { ...rest, row: rowId(0) } }
    }
    case 'contribute': {
      const [rows, answer] = answerApart(command.answer, rowId)
      return { rows, command: { ...command, answer, sent: command.answer } }
    }
    case 'editContribution': {
      const [rows, answer] = answerApart(command.answer, rowId)
      return { rows, command: { ...command, answer, sent: command.answer } }
    }
    default:
      return { rows: [], command }
  }
}

const personRow = (name: string, email: string | undefined, organisation: string | undefined): RegisterRow => ({
  kind: 'person',
  name,
  ...(email === undefined ? {} : { email }),
  ...(organisation === undefined ? {} : { organisation }),
})

const answerApart = (answer: SentAnswer, rowId: (n: number) => string): [SetApart['rows'], Answer] =>
  answer.type === 'person' ? [[[rowId(0), { kind: 'answer', text: answer.text }]], { type: 'person', row: rowId(0) }] : [[], answer]
