import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { link, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectToOwner, DirectoryInUseError, ownDirectory } from './own-directory.ts'

const OWNER = fileURLToPath(new URL('../testing/owner.ts', import.meta.url))

describe('a data directory', () => {
  let base = ''
  const children: ChildProcess[] = []
  beforeEach(async () => {
    base = await mkdtemp(join(tmpdir(), 'telaio-own-'))
  })
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
    await rm(base, { recursive: true, force: true })
  })

  const start = async (directory: string) => {
    const child = spawn(process.execPath, ['--conditions=@telaio/source', '--import', 'tsx', OWNER, directory], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    children.push(child)
    const [said] = (await once(child.stdout, 'data')) as [Buffer]
    const die = async (signal: 'SIGKILL' | 'release') => {
      const gone = once(child, 'exit')
      if (signal === 'SIGKILL') child.kill('SIGKILL')
      else child.stdin.write('release\n')
      await gone
    }
    return { said: said.toString().trim(), die }
  }

  it('[LF5] is held by one server at a time, who is named to the other', async () => {
    const owned = await ownDirectory(base)
    await expect(ownDirectory(base)).rejects.toThrow(DirectoryInUseError)
    // says only what there is to do
    await expect(ownDirectory(base)).rejects.toThrow(/stop it first, or give another directory with --data$/)
    await expect(ownDirectory(base)).rejects.toThrow(base)
    expect(await start(base)).toMatchObject({ said: 'DirectoryInUseError' })
    await owned.release()
    await owned.release()
    expect(await readdir(base)).toEqual([])
    const next = await ownDirectory(base)
    await next.release()
  })

  it('[LF5] answers whoever connects, and nobody when it is free', async () => {
    expect(await connectToOwner(base)).toBeNull()
    expect(await connectToOwner(join(base, 'nowhere'))).toBeNull()
    const owned = await ownDirectory(base)
    owned.server.on('connection', (socket) => socket.end('hello'))
    const socket = await connectToOwner(base)
    if (!socket) throw new Error('nobody answers')
    const [said] = (await once(socket, 'data')) as [Buffer]
    expect(said.toString()).toBe('hello')
    await owned.release()
    expect(await connectToOwner(base)).toBeNull()
  })

  it('[LF5] may have a path longer than a socket address', async () => {
    const long = join(base, 'x'.repeat(80), 'y'.repeat(80))
    await mkdir(long, { recursive: true })
    const owned = await ownDirectory(long)
    expect(owned.path.length).toBeGreaterThan(108)
    await expect(ownDirectory(long)).rejects.toThrow(DirectoryInUseError)
    const socket = await connectToOwner(long)
    expect(socket).not.toBeNull()
    socket?.destroy()
    await owned.release()
    expect(await readdir(long)).toEqual([])
  })

  it('[LF5] is free at once after its server was killed, and leaves nothing that stops the next', async () => {
    for (let i = 0; i < 3; i++) {
      const { said, die } = await start(base)
      expect(said).toBe('owner')
      await die('SIGKILL')
    }
    const owned = await ownDirectory(base)
    expect(await readdir(base)).toEqual(['telaio.sock'])
    await owned.release()
  }, 20_000)

  /** What a killed server leaves: a socket with nobody behind it. */
  const leaveDead = async (name: string) => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(join(base, 'bound'), resolve))
    await link(join(base, 'bound'), join(base, name))
    await new Promise((resolve) => server.close(resolve))
    const { ino, mtimeNs } = await stat(join(base, name), { bigint: true })
    return `telaio.sock.${ino}-${mtimeNs}`
  }

  it('[LF5] of many who start at once after a kill, one gets it', async () => {
    for (let round = 0; round < 30; round++) {
      // in some rounds the killed one left its claim on one killed before, and that one too
      let claim = await leaveDead('telaio.sock')
      for (let deep = 0; deep < round % 3; deep++) claim = await leaveDead(claim)
      const tried = await Promise.allSettled(Array.from({ length: 12 }, () => ownDirectory(base)))
      const owners = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      expect(owners).toHaveLength(1)
      expect(tried.filter((one) => one.status === 'rejected' && one.reason instanceof DirectoryInUseError)).toHaveLength(11)
      await owners[0]?.release()
    }
    expect(await readdir(base)).toEqual([])
  }, 20_000)

  it('[LF5] of many processes that start at once after a kill, one gets it', async () => {
    for (let round = 0; round < 2; round++) {
      const started = await Promise.all(Array.from({ length: 4 }, () => start(base)))
      expect(started.filter(({ said }) => said === 'owner')).toHaveLength(1)
      expect(started.filter(({ said }) => said === 'DirectoryInUseError')).toHaveLength(3)
      for (const child of started) if (child.said === 'owner') await child.die('SIGKILL')
    }
  }, 20_000)
})
