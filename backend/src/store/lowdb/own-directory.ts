import { randomBytes } from 'node:crypto'
import { chmod, link, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { join, resolve } from 'node:path'
import { realFiles } from '../files/real-files.ts'

const SOCKET = 'telaio.sock'

/** What a socket's address may take: 108 bytes with its end on Linux, 104 elsewhere; a name of ours and its additions are within 60. */
const ADDRESS_MAX = 100

export class DirectoryInUseError extends Error {
  readonly directory: string
  constructor(directory: string) {
    super(`A server is running on ${directory} already: stop it first, or give another directory with --data`)
    this.name = 'DirectoryInUseError'
    this.directory = directory
  }
}

export interface OwnedDirectory {
  /** Listens on the directory's socket; whoever owns the directory serves what comes (`http.Server.emit('connection', …)`). */
  readonly server: Server
  /** The socket's path. Longer than an address may be where the directory's is: connect with `connectToOwner`. */
  readonly path: string
  /** Gives the directory up; whoever is still connected is cut off. */
  release(): Promise<void>
}

/**
 * Takes a data directory for this process (LF5), by a Unix socket in it: as long as the process lives the socket answers, and the moment it
 * dies, however it dies, it does not. Throws `DirectoryInUseError` where another process answers.
 */
export async function ownDirectory(dataDir: string): Promise<OwnedDirectory> {
  await realFiles.makeDirectory(resolve(dataDir))
  const directory = await SocketDirectory.open(dataDir)
  const own = `${SOCKET}.${randomBytes(6).toString('hex')}`
  try {
    const server = await listen(directory.address(own))
    try {
      await chmod(join(directory.path, own), 0o600)
      if (!(await directory.take(SOCKET, own))) throw new DirectoryInUseError(directory.path)
    } catch (error) {
      await closeServer(server)
      throw error
    } finally {
      await rm(join(directory.path, own), { force: true })
    }
    await directory.sweep()
    const connected = new Set<Socket>()
    server.on('connection', (socket) => {
      connected.add(socket)
      socket.once('close', () => connected.delete(socket))
    })
    let released: Promise<void> | null = null
    const letGo = async (): Promise<void> => {
      // the name goes while we still answer: nobody ever finds a dead socket that its owner is about to take away
      await rm(join(directory.path, SOCKET), { force: true })
      for (const socket of connected) socket.destroy()
      await closeServer(server)
      await directory.close()
    }
    // once only: a second time the name would be another process's
    return { server, path: join(directory.path, SOCKET), release: () => (released ??= letGo()) }
  } catch (error) {
    await directory.close()
    throw error
  }
}

/** A connection to the server that owns a data directory; null where none does. */
export async function connectToOwner(dataDir: string): Promise<Socket | null> {
  const directory = await SocketDirectory.open(dataDir).catch(unlessMissing)
  if (!directory) return null
  try {
    return await directory.connect(SOCKET)
  } finally {
    await directory.close()
  }
}

/** Sockets by name in one directory, however long its path. */
class SocketDirectory {
  readonly path: string
  readonly #handle: Awaited<ReturnType<typeof open>>

  private constructor(path: string, handle: Awaited<ReturnType<typeof open>>) {
    this.path = path
    this.#handle = handle
  }

  static async open(path: string): Promise<SocketDirectory> {
    return new SocketDirectory(resolve(path), await open(path, 'r'))
  }

  /** What to listen on or connect to. Where the path is too long for a socket, Linux has a short one through the open directory. */
  address(name: string): string {
    const path = join(this.path, name)
    if (Buffer.byteLength(path) <= ADDRESS_MAX) return path
    if (process.platform === 'linux') return `/proc/self/fd/${this.#handle.fd}/${name}`
    throw new Error(
      `the path of ${this.path} is too long for a socket on this system: use a data directory of at most ${ADDRESS_MAX - 30} characters`,
    )
  }

  /** Connects to a socket; null where there is none, or nobody behind it. */
  connect(name: string): Promise<Socket | null> {
    return new Promise((resolved, rejected) => {
      const socket = createConnection(this.address(name))
      socket.once('connect', () => resolved(socket))
      socket.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ECONNREFUSED' || error.code === 'ENOENT' ? resolved(null) : rejected(error),
      )
    })
  }

  /**
   * Gives our listening socket `own` the name `name`, by `link`, which only one of many can do. True where we have it, false where a living
   * process does.
   *
   * A dead socket is replaced by a rename over it, and only by the process that holds the claim on it: a name made of the dead socket's
   * identity, taken in just this way. To move the dead one aside and look again would leave a moment in which a third process finds the
   * name free while a living socket is aside, and two would own the directory.
   */
  async take(name: string, own: string): Promise<boolean> {
    for (;;) {
      const linked = await link(join(this.path, own), join(this.path, name)).then(() => true, unlessThere)
      if (linked) return true
      const dead = await this.#identity(name)
      if (dead === null) continue
      if (await this.#answers(name)) return false
      const claim = `${SOCKET}.${dead}`
      if (!(await this.take(claim, own))) return false
      // with the claim in hand nobody else replaces it: if it is still the dead one, it stays so until we do
      const replaces = (await this.#identity(name)) === dead
      if (replaces) {
        const second = `${own}.2`
        await link(join(this.path, own), join(this.path, second))
        await rename(join(this.path, second), join(this.path, name))
      }
      await rm(join(this.path, claim), { force: true })
      if (replaces) return true
    }
  }

  /** Takes away the names that starts before this one left behind. */
  async sweep(): Promise<void> {
    for (const name of await readdir(this.path)) {
      if (!name.startsWith(`${SOCKET}.`) || (await this.#answers(name))) continue
      await rm(join(this.path, name), { force: true })
    }
  }

  async close(): Promise<void> {
    await this.#handle.close()
  }

  /** True where somebody is behind a socket: also where we may not speak to them, or they are too busy to answer. */
  async #answers(name: string): Promise<boolean> {
    const socket = await this.connect(name).catch(() => 'somebody' as const)
    if (socket === 'somebody') return true
    socket?.destroy()
    return socket !== null
  }

  async #identity(name: string): Promise<string | null> {
    const found = await stat(join(this.path, name), { bigint: true }).catch(unlessMissing)
    // an inode number is used again after its file is gone; a time of making beside it is not
    return found && `${found.ino}-${found.mtimeNs}`
  }
}

function listen(address: string): Promise<Server> {
  return new Promise((resolved, rejected) => {
    const server = createServer()
    // who only looks whether we are alive hangs up at once
    server.on('connection', (socket) => socket.on('error', () => undefined))
    server.once('error', rejected)
    server.listen(address, () => {
      server.off('error', rejected)
      resolved(server)
    })
  })
}

const closeServer = (server: Server): Promise<void> => new Promise((resolved) => server.close(() => resolved()))

function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

function unlessThere(error: NodeJS.ErrnoException): false {
  if (error.code === 'EEXIST') return false
  throw error
}
