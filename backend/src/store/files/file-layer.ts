/**
 * What the stores ask of a file system, and nothing more: so that a test can put a disk under them that loses power
 * (`testing/simulated-disk.ts`). Nothing is durable before the sync that says so: bytes by `OpenFile.sync`, names by `syncDirectory`.
 */
export interface FileLayer {
  /** Makes a directory, its parents too; durable before it resolves. */
  makeDirectory(path: string): Promise<void>
  /** Names of the files in a directory, in no order; none where there is no such directory. */
  list(directory: string): Promise<string[]>
  /** Opens a file for reading and writing; null where there is none. */
  open(path: string): Promise<OpenFile | null>
  /** Makes a file, or empties the one that is there, for reading and writing. */
  create(path: string): Promise<OpenFile>
  /** Gives a file a name; a file that had it is gone. */
  rename(from: string, to: string): Promise<void>
  /** Takes a name away; no fault where there is none. */
  remove(path: string): Promise<void>
  syncDirectory(path: string): Promise<void>
}

export interface OpenFile {
  size(): Promise<number>
  /** The bytes from `from` up to `to`, fewer where the file ends before. */
  read(from: number, to: number): Promise<Buffer>
  /** Writes at a position and says how many bytes were taken: fewer where room ran out. */
  write(bytes: Uint8Array, at: number): Promise<number>
  truncate(length: number): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}
