import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Api } from '@telaio/shared/client'
import { type MiroPanel, startMiroPanel } from '../testing/miro-panel.ts'
import { commandId, makeTestLab, type TestLab } from '../testing/test-server.ts'

const BOARD = 'uXjVclaimed='
const newArm = (): string => randomBytes(16).toString('hex')
const soon = (): AbortSignal => AbortSignal.timeout(10_000)

let panel: MiroPanel
let lab: TestLab
let api: Api
const boards = async () => (await panel.server.services.labs.head(lab.lab)).lab.boards
beforeAll(async () => {
  panel = await startMiroPanel()
  panel.server.services.boards.start([])
  lab = await makeTestLab(panel.server)
  api = panel.server.api((await panel.bound('Gina Gialli', lab)).token)
})
afterAll(async () => {
  panel.server.services.arms.close()
  await panel.server.services.boards.stop()
  await panel.close()
})

it('[PA1] a board is claimed from the panel alone, by its person’s id, once; a wrong meeting is said', async () => {
  const claim = { meeting: null, name: 'Lavagna del comune' }
  await expect(panel.facilitator(lab).claimBoard(lab.lab, BOARD, claim)).rejects.toMatchObject({ status: 403, code: 'panel_needed' })
  await expect(api.claimBoard(lab.lab, BOARD, { ...claim, meeting: 9 })).rejects.toMatchObject({
    code: 'unknown_meeting',
    field: 'meeting',
  })
  await expect(api.claimBoard(lab.lab, BOARD, { ...claim, name: '  ' })).rejects.toMatchObject({ status: 422, field: 'name' })
  const { link } = await api.claimBoard(lab.lab, BOARD, claim)
  expect(link).toBe(`${panel.sandbox.env.MIRO_WEB_URL}/app/board/${encodeURIComponent(BOARD)}/`)
  expect((await boards()).get(BOARD)).toMatchObject({
    writer: null,
    by: lab.people['Fay']?.person,
    name: claim.name,
    meeting: null,
    trouble: null,
  })
  const { seq } = (await panel.server.services.labs.head(lab.lab)).lab
  await api.claimBoard(lab.lab, BOARD, claim)
  expect((await panel.server.services.labs.head(lab.lab)).lab.seq).toBe(seq)
  const { items } = await api.view(lab.lab)
  expect(items.boards[BOARD]).toMatchObject({ panel: true, by: lab.people['Fay']?.person })
  expect(items.boards[BOARD]).not.toHaveProperty('writer')
})

it('[PA2] the panel is asked what is to be done, and the board waits for one where none is open', async () => {
  await api.send(lab.lab, { id: commandId(), type: 'harvestBoard', board: BOARD })
  await vi.waitFor(async () => expect((await boards()).get(BOARD)?.trouble).toBe('no-panel'))
  const arm = newArm()
  const first = await api.arm(lab.lab, BOARD, { arm, user: '7' }, soon())
  expect(first).toMatchObject({ role: 'arm', call: { do: 'items' } })
  // its answer never came: it is the same call again
  const again = await api.arm(lab.lab, BOARD, { arm, user: '7' }, soon())
  expect(again).toEqual(first)
  // another panel that is open there as well is told nothing of it
  expect(await api.arm(lab.lab, BOARD, { arm: newArm(), user: '8', still: first.call?.id ?? '' }, soon())).toEqual({
    role: 'waits',
    call: null,
  })
  const item = {
    id: '5',
    kind: 'note',
    type: 'sticky_note',
    parent: null,
    content: '<p>qui</p>',
    by: '9',
    createdAt: null,
    modifiedAt: null,
  } as const
  const part = (id: string, from: number, more: boolean) => ({
    arm,
    user: '7',
    answer: {
      call: first.call?.id ?? '',
      outcome: { gave: 'items' as const, items: [{ ...item, id, box: { left: 0, top: 0, width: 1, height: 1 } }], from, more },
    },
  })
  expect(await api.arm(lab.lab, BOARD, part('5', 0, true), soon())).toEqual({ role: 'arm', call: null })
  // a part that comes twice counts once
  expect(await api.arm(lab.lab, BOARD, part('5', 0, true), soon())).toEqual({ role: 'arm', call: null })
  void api.arm(lab.lab, BOARD, part('6', 1, false), soon()).catch(() => undefined)
  await vi.waitFor(async () => expect((await boards()).get(BOARD)).toMatchObject({ reading: false, notes: 0, trouble: null }))
  const { lab: after } = await panel.server.services.labs.head(lab.lab)
  expect([...after.strays.keys()]).toEqual(['5', '6'])
})

it('[PA3] what does not fit is refused, and tells nobody anything', async () => {
  const said = { arm: newArm(), user: '7' }
  for (const bad of [
    { ...said, arm: 'short' },
    { ...said, user: '' },
    { ...said, answer: { call: newArm(), outcome: { gave: 'made', made: Array.from({ length: 21 }, () => ({ id: '1', content: '' })) } } },
    { ...said, answer: { call: newArm(), outcome: { gave: 'error', code: 'absent', said: '', retryAt: 0 } } },
  ])
    await expect(api.arm(lab.lab, BOARD, bad as never, soon())).rejects.toMatchObject({ status: 422 })
  expect(await api.arm(lab.lab, 'uXjVother=', said, soon())).toEqual({ role: 'none', call: null })
})

it('[PA4] an account takes a claimed board over, and is not put back by a claim', async () => {
  const owner = panel.server.api((await panel.bound('Gina Gialli', lab)).token)
  const { url } = await owner.connectMiro(lab.lab)
  await panel.callback(await panel.consent('Gina Gialli', url))
  const { boardId } = panel.sandbox
  await owner.claimBoard(lab.lab, boardId, { meeting: 1, name: 'x' })
  expect((await boards()).get(boardId)?.writer).toBeNull()
  await owner.connectBoard(lab.lab, { id: commandId(), board: boardId, meeting: 1 })
  expect((await boards()).get(boardId)).toMatchObject({ writer: expect.any(String), by: null })
  await expect(owner.claimBoard(lab.lab, boardId, { meeting: 1, name: 'x' })).rejects.toMatchObject({
    status: 409,
    code: 'board_connected',
  })
  expect(await owner.arm(lab.lab, boardId, { arm: newArm(), user: '7' }, soon())).toEqual({ role: 'none', call: null })
})

it('[PA1] the log holds ids of people, no name of theirs and nothing of the board', () => {
  const log = panel.server.log.join('')
  for (const word of ['Gina', 'Fay', 'Lavagna del comune', '<p>qui']) expect(log).not.toContain(word)
})
