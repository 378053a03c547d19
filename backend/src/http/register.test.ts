import { renderSVG } from 'uqr'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandId, makeTestLab, startTestServer, type TestLab, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let lab: TestLab
const letters: { to: string; subject: string; text: string }[] = []
beforeAll(async () => {
  server = await startTestServer({
    mailer: {
      send: async (letter) => {
        if (letter.to.startsWith('bob@')) throw new Error('mailbox full')
        letters.push(letter)
      },
    },
  })
  lab = await makeTestLab(server)
})
afterAll(() => server.close())

const names = async (): Promise<string[]> =>
  Object.values((await server.api(lab.organiser).view(lab.lab)).items.people).map(({ name }) => name)

describe('importing people', () => {
  it('shows what would come in and stores nothing', async () => {
    const preview = await server.api(lab.organiser).checkPeople(lab.lab, 'nome;settore\nZoe;Social\nYuri;Marte\n')
    expect(preview).toMatchObject({
      separator: ';',
      good: [{ name: 'Zoe', sector: 'social' }],
      bad: [{ line: 3, column: 'sector', value: 'Marte' }],
    })
    expect(await names()).not.toContain('Zoe')
  })

  it('keeps good rows beside bad ones only when told to, once', async () => {
    const api = server.api(lab.organiser)
    const file = 'nome;settore\nZoe;Social\nYuri;Marte\n'
    await expect(api.importPeople(lab.lab, file, commandId(), 'all')).rejects.toMatchObject({ status: 422, code: 'rows_bad' })
    expect(await names()).not.toContain('Zoe')
    const id = commandId()
    const first = await api.importPeople(lab.lab, file, id, 'good')
    expect(first.left).toHaveLength(1)
    expect(await api.importPeople(lab.lab, file, id, 'good')).toMatchObject({ seq: first.seq, people: first.people })
    expect((await names()).filter((name) => name === 'Zoe')).toHaveLength(1)
  })

  it('stores no name before the privacy notice', async () => {
    const api = server.api(lab.organiser)
    const { id } = await api.makeLab({ id: commandId(), title: 'New', kit: 'small' })
    await expect(api.importPeople(id, 'nome\nZoe\n', commandId(), 'all')).rejects.toMatchObject({ code: 'notice_missing' })
    expect(JSON.stringify(await server.services.registers.rows(id))).not.toContain('Zoe')
  })

  it('a file that is no table, or too large, is refused with the mend', async () => {
    const api = server.api(lab.organiser)
    await expect(api.checkPeople(lab.lab, 'a,b\n1,2')).rejects.toMatchObject({ code: 'invalid', field: 'file' })
    await expect(api.checkPeople(lab.lab, 'x'.repeat(3_000_000))).rejects.toMatchObject({ status: 413 })
  })
})

describe('the register', () => {
  it('shows organisers everybody, and each person their own row with all they wrote', async () => {
    const ann = lab.people['Ann']
    await server.api(ann?.token).send(lab.lab, {
      id: commandId(),
      type: 'contribute',
      meeting: 1,
      zone: 'C1.2',
      answer: { type: 'cards', text: 'a private thought' },
      private: true,
    })
    const all = (await server.api(lab.organiser).register(lab.lab)) as { people: { person: string; name: string; notes: unknown[] }[] }
    expect(all.people.length).toBeGreaterThan(4)
    expect(JSON.stringify(all)).not.toContain('a private thought')
    const own = (await server.api(ann?.token).register(lab.lab)) as { people: { person: string; name: string }[] }
    expect(own.people.map(({ name }) => name)).toEqual(['Ann'])
    expect(JSON.stringify(own)).toContain('a private thought')
  })

  it('[RED4] erasing a person leaves the name in no view, no register and no remembered answer', async () => {
    const api = server.api(lab.organiser)
    const { people } = (await api.send(lab.lab, {
      id: commandId(),
      type: 'addPeople',
      people: [{ name: 'UNIQUE-NAME', email: 'unique-mail@example.org', organisation: 'UNIQUE-ORG' }],
    })) as unknown as { people: string[] }
    expect(await names()).toContain('UNIQUE-NAME')
    await api.send(lab.lab, { id: commandId(), type: 'erasePerson', person: people[0] ?? '' })
    const everything = JSON.stringify([
      await api.view(lab.lab),
      await server.services.registers.rows(lab.lab),
      await server.services.store.dump(lab.lab),
      await api.register(lab.lab),
    ])
    for (const token of ['UNIQUE-NAME', 'unique-mail', 'UNIQUE-ORG']) expect(everything).not.toContain(token)
  })
})

describe('invites', () => {
  it('come as a mail merge, as a QR code, and by e-mail, each failure named', async () => {
    const api = server.api(lab.organiser)
    const csv = Buffer.from(await (await api.file(lab.lab, '/invites.csv')).arrayBuffer()).toString('utf8')
    expect(csv.startsWith('\uFEFFname;email;link\r\n')).toBe(true)
    expect(csv).toContain('Ann;ann@example.org;http')
    const { person = '', invite = '' } = lab.people['Ann'] ?? {}
    const svg = await (await api.file(lab.lab, `/invites/${person}/qr.svg`)).text()
    expect(svg).toMatch(/^<svg/)
    const bob = lab.people['Bob']?.person ?? ''
    const sent = await api.sendInvites(lab.lab, [person, bob])
    expect(sent).toMatchObject({ sent: [person], failed: [{ person: bob }] })
    expect(letters).toHaveLength(1)
    expect(letters[0]).toMatchObject({ to: 'ann@example.org' })
    expect(letters[0]?.text).toContain(`${server.url}/join/#${invite}`)
    expect(letters[0]?.text).not.toContain('console')
  })

  it('lead whoever conducts or organises into the console, by file, code and letter alike', async () => {
    const api = server.api(lab.organiser)
    const { person = '', invite = '' } = lab.people['Fay'] ?? {}
    const link = `${server.url}/console/#${invite}`
    expect(invite).toMatch(/^invite=lab_/)
    expect(await (await api.file(lab.lab, '/invites.csv')).text()).toContain(`Fay;fay@example.org;${link}\r\n`)
    expect(await (await api.file(lab.lab, `/invites/${person}/qr.svg`)).text()).toBe(renderSVG(link, { border: 2 }))
    letters.length = 0
    await api.sendInvites(lab.lab, [person])
    expect(letters[0]?.text).toContain(link)
    expect(letters[0]?.text).toMatch(/console, da cui il laboratorio si prepara e si conduce/)
    // the role changes, and the link with it: the token is the same
    await api.send(lab.lab, { id: commandId(), type: 'setRoles', person, roles: ['participant'] })
    const { invites } = await api.invites(lab.lab)
    expect(invites.find((one) => one.person === person)?.link).toBe(link.replace('/console/#invite=', '/join/#'))
    await api.send(lab.lab, { id: commandId(), type: 'setRoles', person, roles: ['facilitator'] })
  })
})

describe('data documents', () => {
  it('hold what was revealed, as written, and nothing else', async () => {
    const text = ' =1+1;"quoted"\nsecond line, è '
    const ann = server.api(lab.people['Ann']?.token)
    const shown = await ann.send(lab.lab, {
      id: commandId(),
      type: 'contribute',
      meeting: 1,
      zone: 'C1.2',
      answer: { type: 'cards', text },
    })
    const api = server.api(lab.organiser)
    const csv = await (await api.file(lab.lab, '/documents/contributions.csv')).text()
    expect(csv).toContain(`"${text.replaceAll('"', '""')}"`)
    expect(csv).not.toContain('a private thought')
    const events = (await (await api.file(lab.lab, '/documents/lab.json')).json()) as { seq: number }[]
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1))
    expect(JSON.stringify(events)).not.toContain('a private thought')
    await api.send(lab.lab, { id: commandId(), type: 'compileCanvas' })
    const canvas = (await (await api.file(lab.lab, '/documents/final-canvas.json')).json()) as {
      blocks: { id: string; entries: { text: string; sources: { contribution: string; group: string; meeting: number }[] }[] }[]
    }
    const entry = canvas.blocks.find(({ id }) => id === 'B1')?.entries.find((one) => one.text === text)
    expect(entry?.sources).toEqual([{ contribution: shown['contribution'], meeting: 1, group: 'x1-1', zone: 'C1.2' }])
    await expect(api.file(lab.lab, '/documents/nothing.pdf')).rejects.toMatchObject({ status: 404 })
  })
})
