import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createApi } from '@telaio/shared/client'
import { describe, expect, it } from 'vitest'
import { inventCast } from '../rehearsal/cast.ts'
import { randomFrom } from '../rehearsal/random.ts'
import { openStores } from '../store/index.ts'
import { baseOf, stateOf, useDesk } from './testing/desk.ts'
import { typed } from './testing/typed.ts'

const desk = useDesk()

/** Every file of a directory, with its bytes. */
async function bytesOf(directory: string): Promise<(readonly [string, string])[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
  return Promise.all(paths.sort().map(async (path) => [path, (await readFile(path)).toString('base64')] as const))
}

describe('move', () => {
  it('copies everything into an empty directory and leaves the source as it is', async () => {
    const { running, lab } = await desk.withLab()
    const before = await stateOf(running, lab)
    const to = join(desk.folder(), 'new')
    const busy = await desk.run('move', '--to', to)
    expect(busy.code).toBe(1)
    expect(busy.err).toContain('Stop the server first')
    await desk.stop()
    // as a crash leaves it: no snapshot, a torn last line
    await rm(join(desk.data(), 'labs', `${lab}.snapshot.json`))
    await writeFile(join(desk.data(), 'labs', `${lab}.jsonl`), '{"sum":"', { flag: 'a' })
    const source = await bytesOf(desk.data())
    const moved = await desk.run('move', '--to', to)
    expect([moved.code, moved.out]).toEqual([0, `${to}\n`])
    expect(await bytesOf(desk.data())).toEqual(source)
    expect(await readFile(join(to, 'secrets.json'), 'utf8')).toBe(await readFile(join(desk.data(), 'secrets.json'), 'utf8'))
    const anew = await desk.start(to)
    expect((await stateOf(anew, lab)).all).toBe(before.all)
    await desk.stop()

    for (const [target, says] of [
      [to, /is not empty/],
      [join(desk.data(), 'inside'), /cannot stand inside/],
      [desk.data(), /cannot stand inside/],
    ] as const) {
      const { code, err } = await desk.run('move', '--to', target)
      expect(code).toBe(1)
      expect(err).toMatch(says)
    }
  })

  it('refuses damaged labs by name and makes nothing', async () => {
    const { lab } = await desk.withLab()
    await desk.stop()
    await writeFile(join(desk.data(), 'labs', `${lab}.jsonl`), 'no log\n')
    const { code, err } = await desk.run('move', '--to', join(desk.folder(), 'new'))
    expect(code).toBe(1)
    expect(err).toContain(lab)
    expect(await readdir(desk.folder())).toEqual(['data'])
  })

  it('leaves nothing behind where the copy fails', async () => {
    await desk.withLab()
    await desk.stop()
    const to = join(desk.folder(), 'new')
    await cp(desk.data(), join(desk.folder(), 'kept'), { recursive: true })
    // the keys cannot be copied over what is there; an empty directory of that name is the simplest obstacle
    await rm(join(desk.data(), 'secrets.json'))
    await mkdir(join(desk.data(), 'secrets.json'))
    expect((await desk.run('move', '--to', to)).code).toBe(1)
    expect(await readdir(to)).toEqual([])
  })
})

describe('erase', () => {
  it('erases by id at once, by address only when told to, in the lab that is named or in all', async () => {
    const { running, lab } = await desk.withLab()
    const [first, second] = inventCast(
      { participants: 5, facilitators: 2, observers: 1, sectors: ['environment', 'culture', 'education', 'social'], themes: 6 },
      randomFrom('rehearsal 1').fork('cast'),
    )
    const looked = await desk.run('erase', first?.email ?? '')
    expect(looked.code).toBe(1)
    expect(looked.out).toMatch(new RegExp(`^per_\\w+\t${lab}\t${first?.name ?? ''}\t${first?.email ?? ''}\tAttraversare`))
    expect(looked.err).toContain('Nothing was erased')
    expect(JSON.stringify(await running.services.registers.rows(lab))).toContain(first?.email)
    expect((await desk.run('erase', (first?.email ?? '').toUpperCase(), '--yes', '--lab', lab)).code).toBe(0)
    expect(JSON.stringify(await running.services.registers.rows(lab))).not.toContain(first?.email)
    expect((await desk.run('erase', first?.email ?? '', '--yes')).code).toBe(1)

    await desk.stop()
    const id = /^(per_\w+)\t/.exec((await desk.run('erase', second?.email ?? '')).out)?.[1] ?? ''
    const erased = await desk.run('erase', id)
    expect([erased.code, erased.err]).toEqual([0, 'This person’s data are erased.\n'])
    const anew = await desk.start()
    expect((await anew.services.store.head(lab)).lab.people.get(id)?.erased).toBe(true)
    expect(await readFile(join(desk.data(), 'registers', `${lab}.json`), 'utf8')).not.toContain(second?.email)
  })

  it('says what stands in the way', async () => {
    const { running, lab } = await desk.withLab()
    const last = [...(await running.services.store.head(lab)).lab.people.values()].find(({ roles }) => roles.includes('organiser'))
    const refused = await desk.run('erase', last?.id ?? '')
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('A lab must have an organiser')
    expect((await desk.run('erase', 'nobody@example.org', '--yes')).err).toContain('There is no nobody@example.org')
    expect((await desk.run('erase', last?.id ?? '', '--lab', 'lab_x')).code).toBe(1)
  })
})

describe('kit export and check', () => {
  it('write a lab’s kit, which is in order', async () => {
    const { lab } = await desk.withLab()
    const out = join(desk.folder(), 'kit')
    expect(await desk.run('kit', 'export', lab, '--out', out)).toEqual({ code: 0, out: `${out}\n`, err: '' })
    const checked = await typed(['kit', 'check', out])
    expect([checked.code, checked.out]).toEqual([0, ''])
    expect(checked.err).toMatch(/: 6 meetings, \d+ blocks, 52 zones, 900 minutes, \d+ methods, 12 blocks of the final canvas\.$/m)
    expect((await desk.run('kit', 'export', lab, '--out', out)).err).toContain('is not empty')
    expect((await desk.run('kit', 'export', 'lab_none', '--out', join(desk.folder(), 'other'))).err).toContain(lab)
    await writeFile(join(out, 'final-canvas.yaml'), 'title: 3\n')
    const faulty = await typed(['kit', 'check', out])
    expect(faulty.code).toBe(1)
    expect(faulty.out).toMatch(/^final-canvas\.yaml:1: /)
    expect((await typed(['kit', 'check', join(desk.folder(), 'nowhere')])).code).toBe(1)
  })
})

describe('doctor and sign-in-link', () => {
  it('find all well with the server running and with it stopped, and touch nothing', async () => {
    const { lab } = await desk.withLab()
    const running = await desk.run('doctor')
    expect(running.code).toBe(0)
    expect(running.out).toContain('running on this directory')
    expect(running.out).toContain(lab)
    await desk.stop()
    const listed = await readdir(desk.data(), { recursive: true })
    const stopped = await desk.run('doctor')
    expect(stopped.code).toBe(0)
    expect(stopped.out).toMatch(/snapshot at (\d+) of \1/)
    expect(await readdir(desk.data(), { recursive: true })).toEqual(listed)
  })

  it('name what is wrong and exit with 1', async () => {
    const { lab } = await desk.withLab()
    await desk.stop()
    const register = join(desk.data(), 'registers', `${lab}.json`)
    const stores = await openStores({ dataDir: desk.data() })
    await stores.registers.put(lab, [['reg_00000000000000000000000000', { kind: 'answer', text: 'nobody’s' }]])
    await stores.close()
    expect((await desk.run('doctor')).out).toContain('1 row of nobody in the register')
    await rm(register)
    const missing = await desk.run('doctor')
    expect(missing.code).toBe(1)
    expect(missing.out).toMatch(/WRONG +lab .* rows are missing from the register/)
    await writeFile(join(desk.data(), 'secrets.json'), '{"TOKEN_SECRET":"short"}')
    await writeFile(join(desk.data(), 'labs', `${lab}.jsonl`), 'no log\n')
    const worse = await typed(['doctor', '--data', desk.data()], { env: { PORT: 'many' } })
    expect(worse.code).toBe(1)
    expect(worse.out).toMatch(/WRONG +settings +.*PORT/)
    expect(worse.out).toMatch(/WRONG +server’s keys/)
    expect(worse.out).toMatch(/WRONG +lab .*damaged/)
    await writeFile(join(desk.data(), 'server.json'), 'no record\n')
    expect((await desk.run('doctor')).out).toMatch(/WRONG +store/)
  })

  it('give a link that signs in, with and without a running server; where nothing was made yet, doctor says so', async () => {
    const fresh = await desk.run('doctor')
    expect(fresh.code).toBe(0)
    expect(fresh.out).toContain('not there yet')
    const cold = (await desk.run('sign-in-link')).out.trim()
    const running = await desk.start()
    const warm = (await desk.run('sign-in-link')).out.trim()
    const api = createApi({ base: baseOf(running), token: () => null })
    for (const link of [cold, warm]) {
      expect(link).toMatch(/^http:\/\/localhost:\d+\/console\/#sign-in=/)
      expect((await api.signInOrganiser(link.split('#sign-in=')[1] ?? '')).status).toBe('in')
    }
    await desk.stop()
    expect((await typed(['backup', '--data', join(desk.folder(), 'nowhere')])).err).toContain('There is no data directory')
  })
})
