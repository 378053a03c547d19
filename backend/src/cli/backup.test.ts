import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { stateOf, useDesk, viewOf } from './testing/desk.ts'

const desk = useDesk()

describe('backup and restore', () => {
  it('put every lab back as it was, under a new epoch, into an empty directory and into a running server', async () => {
    const { running, lab } = await desk.withLab()
    const before = await stateOf(running, lab)
    const view = await viewOf(running, lab)
    const file = join(desk.folder(), 'all.gz')
    const saved = await desk.run('backup', '--out', file)
    expect(saved).toEqual({ code: 0, out: `${file}\n`, err: 'There is one lab in the backup.\n' })
    // while the server works
    const refused = await desk.run('restore', file)
    expect([refused.code, refused.out]).toEqual([1, ''])
    expect(refused.err).toMatch(new RegExp(`there already, and nothing was changed:\\n {2}${lab}`))
    expect((await stateOf(running, lab)).epoch).toBe(before.epoch)
    expect((await desk.run('restore', file, '--replace')).code).toBe(0)
    const replaced = await stateOf(running, lab)
    expect(replaced.all).toBe(before.all)
    expect(replaced.epoch).not.toBe(before.epoch)
    const again = await viewOf(running, lab)
    expect(again.items).toEqual(view.items)
    expect([again.seq, again.at === view.at]).toEqual([view.seq, false])
    await desk.stop()

    // wiped, with the server stopped
    await rm(desk.data(), { recursive: true })
    const restored = await desk.run('restore', file)
    expect([restored.code, restored.out]).toEqual([0, `${lab}\tAttraversare i confini – prova generale 1\n`])
    const anew = await desk.start()
    const wiped = await stateOf(anew, lab)
    expect(wiped.all).toBe(before.all)
    expect(wiped.epoch).not.toBe(before.epoch)
    // the organiser's account came along: the lab is theirs
    expect((await viewOf(anew, lab)).items).toEqual(view.items)
  })

  it('hold no key of the server, are nobody else’s to read, and are not written over', async () => {
    await desk.withLab()
    const file = join(desk.folder(), 'all.gz')
    await desk.run('backup', '--out', file)
    const text = gunzipSync(await readFile(file)).toString('utf8')
    const { TOKEN_SECRET, ENCRYPTION_KEY } = JSON.parse(await readFile(join(desk.data(), 'secrets.json'), 'utf8')) as Record<string, string>
    for (const secret of [TOKEN_SECRET, ENCRYPTION_KEY]) expect(text).not.toContain(secret)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const second = await desk.run('backup', '--out', file)
    expect(second.code).toBe(1)
    expect(second.err).toContain('is there already')
    expect((await readdir(desk.folder())).sort()).toEqual(['all.gz', 'data'])
  })

  it('refuse a file that is damaged, cut, or none, and change nothing', async () => {
    const { running, lab } = await desk.withLab()
    const file = join(desk.folder(), 'all.gz')
    await desk.run('backup', '--out', file)
    const before = await stateOf(running, lab)
    const lines = gunzipSync(await readFile(file))
      .toString('utf8')
      .split('\n')
    const damaged: [string, Buffer][] = [
      ['a letter changed', gzipSync(lines.join('\n').replace('Curiosità', 'Curiosita').replace('"seq":7', '"seq":8'))],
      ['its end cut off', gzipSync(`${lines.slice(0, -2).join('\n')}\n`)],
      ['its last line cut', gzipSync(lines.join('\n').slice(0, -20))],
      ['its bytes cut', (await readFile(file)).subarray(0, 2000)],
      ['a lab left out', gzipSync([lines[0], ...lines.slice(2)].join('\n'))],
      [
        'the lab of another backup',
        gzipSync([lines[0], (lines[1] ?? '').replace(/"sum":"[^"]{16}"/, '"sum":"0123456789abcdef"'), ...lines.slice(2)].join('\n')),
      ],
      ['something after its end', gzipSync(`${lines.join('\n')}${lines[1] ?? ''}\n`)],
      ['something else', Buffer.from('once upon a time')],
      ['nothing', gzipSync('')],
    ]
    for (const [what, bytes] of damaged) {
      const bad = join(desk.folder(), 'bad.gz')
      await writeFile(bad, bytes)
      const { code, out, err } = await desk.run('restore', bad, '--replace')
      expect([what, code, out]).toEqual([what, 1, ''])
      expect(err).toMatch(/cannot be used|is empty/)
      expect(await stateOf(running, lab)).toEqual(before)
    }
    expect((await desk.run('restore', join(desk.folder(), 'missing.gz'))).err).toContain('ENOENT')
  })

  it('leave out a damaged lab, say so, and put it back in its place', async () => {
    const { running, lab } = await desk.withLab()
    const before = await stateOf(running, lab)
    const file = join(desk.folder(), 'all.gz')
    await desk.run('backup', '--out', file)
    await desk.stop()
    const log = join(desk.data(), 'labs', `${lab}.jsonl`)
    const bytes = await readFile(log)
    bytes[4000] = (bytes[4000] ?? 0) ^ 1
    await writeFile(log, bytes)
    const partial = await desk.run('backup', '--out', join(desk.folder(), 'partial.gz'))
    expect(partial.code).toBe(1)
    expect(partial.err).toContain(`Lab ${lab} is not in the backup`)
    expect((await desk.run('restore', file, '--replace')).code).toBe(0)
    expect((await stateOf(await desk.start(), lab)).all).toBe(before.all)
  })

  it('do not bring back who was erased and what was redacted since', async () => {
    const { running, lab } = await desk.withLab()
    const file = join(desk.folder(), 'all.gz')
    await desk.run('backup', '--out', file)
    const { lab: folded } = await running.services.store.head(lab)
    const person = [...folded.people.values()].find(({ roles }) => roles.includes('participant'))
    const note = [...folded.contributions.values()].find(({ answer }) => answer.type === 'cards')
    expect((await desk.run('erase', person?.id ?? '')).code).toBe(0)
    const organiser = { person: null, roles: ['organiser' as const], editKeys: [] }
    await running.services.labs.perform(
      lab,
      { id: running.services.newCommandId(), type: 'redact', contribution: note?.id ?? '' },
      organiser,
    )
    const restored = await desk.run('restore', file, '--replace')
    expect(restored.code).toBe(0)
    expect(restored.err).toContain('2 erasures later than the backup were done again')
    const after = (await running.services.store.head(lab)).lab
    expect(after.people.get(person?.id ?? '')?.erased).toBe(true)
    expect(after.contributions.get(note?.id ?? '')?.redacted).toBe(true)
  })
  it('do not bring back an invite that was withdrawn or made anew since', async () => {
    const { running, lab } = await desk.withLab()
    const { labs, store, newCommandId } = running.services
    const organiser = { person: null, roles: ['organiser' as const], editKeys: [] }
    const say = async (command: object) => {
      const outcome = await labs.perform(lab, { id: newCommandId(), ...command } as never, organiser)
      if (!outcome.ok) throw new Error(outcome.rejection.code)
    }
    const people = async () => (await store.head(lab)).lab.people
    const [kept = '', gone = '', renewed = '', both = ''] = [...(await people()).values()]
      .filter((person) => person.invite !== null)
      .map(({ id }) => id)
    expect(both).not.toBe('')
    await say({ type: 'setJoinLink', open: true })
    const file = join(desk.folder(), 'all.gz')
    await desk.run('backup', '--out', file)
    await say({ type: 'withdrawInvites', people: [gone, both] })
    await say({ type: 'issueInvites', people: [renewed, both], again: true })
    await say({ type: 'withdrawInvites', people: [both] })
    await say({ type: 'setJoinLink', open: false })
    const before = await people()
    const restored = await desk.run('restore', file, '--replace')
    expect(restored.code).toBe(0)
    expect(restored.err).toContain('4 invite links withdrawn or made anew since the backup stay as they were')
    const after = await people()
    for (const id of [kept, gone, renewed, both])
      expect([after.get(id)?.invite, after.get(id)?.lastInvite]).toEqual([before.get(id)?.invite, before.get(id)?.lastInvite])
    expect(after.get(gone)?.invite).toBeNull()
    expect((await store.head(lab)).lab.joinLink).toBeNull()
    // once more, nothing is left to do
    const third = join(desk.folder(), 'third.gz')
    await desk.run('backup', '--out', third)
    expect((await desk.run('restore', third, '--replace')).err).not.toContain('invite links')
  })
})
