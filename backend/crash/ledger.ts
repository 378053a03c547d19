/** How a command ended, as far as whoever sent it knows: `sent` is in doubt until a check has looked. */
type Ending = 'sent' | 'acknowledged' | 'refused'

interface Asked {
  readonly lab: string
  readonly command: string
  writer: number
  ending: Ending
  seq: number
  /** Settled by a check after a crash: it is there, or it is not, and must stay so. */
  found?: boolean
}

export interface AskedNote extends Asked {
  /** First text and corrections, each unlike any other text of the run. */
  readonly texts: readonly string[]
  contribution: string
  redaction?: Asked
}

export interface AskedPerson extends Asked {
  readonly name: string
  person: string
  erasure?: Asked
}

/** What the writers asked for and what they were told, over several lives of one data directory. */
export class Ledger {
  readonly notes: AskedNote[] = []
  readonly people: AskedPerson[] = []
  #commands = 0

  /** A command's id: random enough for the test, and readable. */
  newCommand(): string {
    this.#commands += 1
    return `command-${String(this.#commands).padStart(22, '0')}`
  }

  get acknowledged(): number {
    return this.#all().filter(({ ending }) => ending === 'acknowledged').length
  }

  /** Commands that nobody has answered. */
  get underWay(): { readonly notes: number; readonly redactions: number; readonly people: number } {
    return {
      notes: unanswered(this.notes),
      redactions: unanswered(this.notes.map(({ redaction }) => redaction)),
      people: unanswered(this.people) + unanswered(this.people.map(({ erasure }) => erasure)),
    }
  }

  #all(): Asked[] {
    return [...this.notes, ...this.people].flatMap((one) => [
      one,
      ...('redaction' in one && one.redaction ? [one.redaction] : []),
      ...('erasure' in one && one.erasure ? [one.erasure] : []),
    ])
  }
}

const unanswered = (all: readonly (Asked | undefined)[]): number =>
  all.filter((one) => one?.ending === 'sent' && one.found === undefined).length

/** Sends a command and notes down how it ended. False where it ended in doubt: the server is gone, or takes no more. */
export async function ask<A extends { readonly seq: number }>(asked: Asked, send: () => Promise<A>): Promise<A | false> {
  try {
    const answer = await send()
    asked.ending = 'acknowledged'
    asked.seq = answer.seq
    return answer
  } catch (error) {
    if (!(error instanceof Error && error.name === 'Refused')) return false
    asked.ending = 'refused'
    throw error
  }
}
