import { existsSync } from 'node:fs'
import { request } from 'node:http'
import type { Socket } from 'node:net'
import { resolve } from 'node:path'
import type { Language } from '@telaio/shared/words'
import { pino } from 'pino'
import { openDirectory } from '../admin/open-directory.ts'
import { readConfig } from '../config.ts'
import { connectToOwner } from '../store/lowdb/own-directory.ts'
import { Refused } from './command.ts'
import type { Terminal } from './terminal.ts'

/** Whoever owns the data directory, as the command line speaks to it: a running server, or this process itself. */
export interface Owner {
  readonly get: <T>(path: string) => Promise<T>
  readonly send: <T>(method: 'POST' | 'PUT', path: string, body?: unknown) => Promise<T>
  /** True where a server was running already. */
  readonly isServer: boolean
}

export interface WithOwnerOptions {
  readonly terminal: Terminal
  readonly dataDir: string
  /** Whether a data directory that is not there is made. */
  readonly make?: boolean
}

/**
 * Works with the owner of a data directory. Where no server runs this process takes the directory, answers on its socket and asks itself: one way
 * for both, so that a command cannot do one thing with a server and another without.
 */
export async function withOwner<R>({ terminal, dataDir, make = false }: WithOwnerOptions, work: (owner: Owner) => Promise<R>): Promise<R> {
  const directory = resolve(dataDir)
  const running = await connectToOwner(directory)
  if (running) {
    running.destroy()
    return work(ownerOf(directory, terminal, true))
  }
  if (!make && !existsSync(directory))
    throw new Refused(
      `La cartella dei dati ${directory} non c’è: scegline un’altra con --data.`,
      `There is no data directory ${directory}: choose another with --data.`,
    )
  const config = readConfig({ LOG_LEVEL: 'silent', ...terminal.env, DATA_DIR: directory })
  const opened = await openDirectory({ config, logger: pino({ level: config.LOG_LEVEL }, pino.destination(2)) })
  try {
    return await work(ownerOf(directory, terminal, false))
  } finally {
    await opened.close()
  }
}

const ownerOf = (directory: string, terminal: Terminal, isServer: boolean): Owner => ({
  isServer,
  get: (path) => ask(directory, terminal, 'GET', path),
  send: (method, path, body) => ask(directory, terminal, method, path, body),
})

async function ask<T>(directory: string, { language }: Terminal, method: string, path: string, body?: unknown): Promise<T> {
  const socket = await connectToOwner(directory)
  if (!socket)
    throw new Refused('Il server si è fermato mentre gli parlavo: riprova.', 'The server stopped while I was speaking to it: try again.')
  const sent = body === undefined ? undefined : JSON.stringify(body)
  const { status, text } = await exchange(socket, method, path, sent, language).finally(() => socket.destroy())
  const answered = JSON.parse(text) as unknown
  if (status < 300) return answered as T
  const { detail } = answered as { detail?: string }
  throw new Refused(detail ?? String(status), detail ?? String(status))
}

const exchange = (
  socket: Socket,
  method: string,
  path: string,
  sent: string | undefined,
  language: Language,
): Promise<{ status: number; text: string }> =>
  new Promise((done, fail) => {
    const headers = {
      host: 'telaio',
      'accept-language': language,
      connection: 'close',
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
    }
    // no agent: one would look for the host by its name
    const asking = request({ createConnection: () => socket, method, path, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => done({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }))
      answer.on('error', fail)
    })
    asking.on('error', fail)
    asking.end(sent)
  })

export interface LabLine {
  readonly id: string
  readonly title: string
  readonly archived: boolean
  readonly damaged: boolean
}

export const labsOf = async (owner: Owner): Promise<readonly LabLine[]> => (await owner.get<{ labs: readonly LabLine[] }>('/labs')).labs
