/**
 * The seam of the crash tests: what they drive and kill. `child-target.ts` drives the stores in a process of their own; another target may
 * drive the whole server over HTTP. Only the labs' logs and registers that it leaves in the data directory are looked at afterwards.
 */
export interface CrashTarget {
  readonly name: string
  /** How many texts one commit can take: 1 where a note is one event. */
  readonly texts: number
  /** Starts a server on a data directory, its own or the one a killed server left; resolves when it takes work. */
  start(dataDir: string): Promise<RunningServer>
}

export interface RunningServer {
  /** Makes a lab in which every writer may write; its id. */
  createLab(command: string): Promise<string>
  /** One of many connections that work at the same time. */
  connect(writer: number): Promise<Acts>
  /** Kills the process with SIGKILL; resolves when it is gone, at once where it is. What it had not answered is never answered. */
  kill(): Promise<void>
}

/** Commands of one writer. Each resolves when it is acknowledged; the same command again gives the same answer. Throws `Refused` where it surely was not done. */
export interface Acts {
  /** Writes a note with these texts, the first and its corrections, in one commit. The answer's `seq` is the last event's. */
  note(lab: string, command: string, texts: readonly string[]): Promise<{ readonly seq: number; readonly contribution: string }>
  redact(lab: string, command: string, contribution: string): Promise<{ readonly seq: number }>
  /** A person in the log, whose name is in the register. */
  addPerson(lab: string, command: string, name: string): Promise<{ readonly seq: number; readonly person: string }>
  erasePerson(lab: string, command: string, person: string): Promise<{ readonly seq: number }>
}

/** The command was refused and left nothing behind. Any other fault leaves in doubt whether it was done. */
export class Refused extends Error {
  constructor(code: string) {
    super(`refused: ${code}`)
    this.name = 'Refused'
  }
}
