import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { foldDump, LabRecord } from '../admin/lab-record.ts'
import { ServerPart } from '../admin/server-part.ts'
import { seal, sumOfLine, unseal } from '../store/log/sealed-line.ts'

/** Version of the format. A file of a later one is refused, never guessed at. */
const FORMAT = 1

/*
 * A backup is JSON Lines, compressed. Each line carries the checksum of the rest of it, as the lines of a log do; those after the first are salted
 * with the first one's, so that no line of another backup passes for one of this. First the server's part, then a line a lab, last how many there were.
 */

export interface BackupHead {
  readonly at: string
  readonly server: ServerPart
}

/** Why a file is no backup that can be used. */
export class BadBackup extends Error {
  override readonly name = 'BadBackup'
}

/** Writes a backup: under another name until all of it is on the disk. */
export async function writeBackup(path: string, { at, server }: BackupHead, labs: AsyncIterable<LabRecord>): Promise<void> {
  const fresh = `${path}.new`
  async function* lines(): AsyncGenerator<string> {
    const first = seal(JSON.stringify({ telaio: 'backup', format: FORMAT, at, server }))
    yield `${first}\n`
    const salt = sumOfLine(first)
    let count = 0
    for await (const record of labs) {
      count += 1
      yield `${seal(JSON.stringify(record), salt)}\n`
    }
    yield `${seal(JSON.stringify({ end: count }), salt)}\n`
  }
  try {
    // names and addresses are in it: nobody else on the machine reads it
    await pipeline(Readable.from(lines()), createGzip(), createWriteStream(fresh, { mode: 0o600, flags: 'w' }))
    const file = await open(fresh, 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(fresh, path)
  } catch (error) {
    await rm(fresh, { force: true })
    throw error
  }
}

export type BackupItem =
  | { readonly kind: 'head'; readonly head: BackupHead }
  | { readonly kind: 'lab'; readonly record: LabRecord; readonly title: string; readonly seq: number }

/** Reads a backup, checked line by line, each lab folded. Throws `BadBackup`, at the latest at its end: read it whole before acting on any of it. */
export async function* readBackup(path: string): AsyncGenerator<BackupItem> {
  let salt: string | null = null
  let count = 0
  let ended = false
  for await (const line of linesOf(path)) {
    if (ended) throw new BadBackup('there is something after its end')
    if (salt === null) {
      yield { kind: 'head', head: headOf(line) }
      salt = sumOfLine(line)
      continue
    }
    const sealed = unseal(line, salt)
    if (!sealed) throw new BadBackup(`line ${count + 2} is not as it was written`)
    const value = JSON.parse(sealed.json) as unknown
    if (typeof value === 'object' && value !== null && 'end' in value) {
      if (value.end !== count) throw new BadBackup('labs are missing')
      ended = true
      continue
    }
    count += 1
    yield labOf(value, count)
  }
  if (!ended) throw new BadBackup('it is cut short')
}

function headOf(line: string): BackupHead {
  const sealed = unseal(line)
  const head = sealed && (JSON.parse(sealed.json) as { telaio?: unknown; format?: unknown; at?: unknown; server?: unknown })
  if (head?.telaio !== 'backup') throw new BadBackup('it was not written by telaio backup')
  if (head.format !== FORMAT) throw new BadBackup(`a later version of Telaio wrote it (format ${String(head.format)})`)
  return { at: String(head.at), server: ServerPart.parse(head.server) }
}

function labOf(value: unknown, n: number): BackupItem {
  const read = LabRecord.safeParse(value)
  if (!read.success) throw new BadBackup(`line ${n + 1} holds no lab`)
  const record = read.data as LabRecord
  try {
    const { title, seq } = foldDump(record.lab, record.dump)
    return { kind: 'lab', record, title, seq }
  } catch (error) {
    throw new BadBackup(`lab ${record.lab}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Lines end in a newline and nothing else: readline would also cut at U+2028, which a note may hold. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const chunks: Buffer[] = []
  const unzipped = createGunzip()
  const file = createReadStream(path).on('error', (error) => unzipped.destroy(error))
  try {
    file.pipe(unzipped)
    for await (const chunk of unzipped as AsyncIterable<Buffer>) {
      let rest = chunk
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
        yield Buffer.concat([...chunks.splice(0), rest.subarray(0, end)]).toString('utf8')
        rest = rest.subarray(end + 1)
      }
      if (rest.length > 0) chunks.push(rest)
    }
  } catch (error) {
    const { code } = error as { code?: string }
    if (code?.startsWith('Z_')) throw new BadBackup(code === 'Z_BUF_ERROR' ? 'it is cut short' : 'it is not compressed as a backup is')
    throw error
  } finally {
    // also where whoever reads goes away in the middle
    file.destroy()
    unzipped.destroy()
  }
  if (chunks.length > 0) throw new BadBackup('it is cut short')
}
