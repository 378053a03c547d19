import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { OpenPanel } from '../../testing/open-panel.ts'
import { atWork } from '../../testing/scenes.ts'

let panel: OpenPanel
beforeEach(() => {
  panel = new OpenPanel()
})
afterEach(() => panel.close())

it('[GS1] any sheet of the meeting is gone to from the header, and named on arrival; one’s own comes first', async () => {
  await atWork(panel)
  await panel.press('Vai a un foglio')
  const select = await vi.waitFor(() => {
    const found = panel.root.querySelector<HTMLSelectElement>('.go-to-sheet select')
    if (!found) throw new Error('no list of sheets')
    return found
  })
  expect([...select.options].map(({ text }) => text)).toEqual(expect.arrayContaining(['Green', 'Blue']))
  select.value = 'g2'
  select.dispatchEvent(new Event('change', { bubbles: true }))
  const frame = panel.server.item('m2/g2')
  panel.host.items.set(frame, 'Blue')
  await panel.press('Vai: Blue')
  await vi.waitFor(() => expect(panel.host.shown).toEqual([[frame]]))
  await vi.waitFor(() => expect(panel.said).toContain('Davanti a te: Blue.'))
})

it('[GS2] a sheet that is gone from the board says so, and how it comes back', async () => {
  await atWork(panel)
  await panel.press('Vai a un foglio')
  await panel.press(/^Vai: /)
  await vi.waitFor(() => expect(panel.text).toContain('non è più sulla lavagna. Per rimetterlo premi Aggiorna'))
})

it('[GS3] a meeting without sheets says what to do', async () => {
  await panel.start()
  await panel.press('Vai a un foglio')
  await vi.waitFor(() => expect(panel.text).toContain('Questo incontro non ha ancora fogli sulla lavagna.'))
})

it('[GS4] how an area will look is drawn before it is placed', async () => {
  panel.server.lab.start(2, 'work')
  panel.server.connectBoard()
  await panel.start()
  const details = await vi.waitFor(() => {
    const found = panel.root.querySelector<HTMLDetailsElement>('.area-preview')
    if (!found) throw new Error('no preview')
    return found
  })
  details.open = true
  details.dispatchEvent(new Event('toggle'))
  await vi.waitFor(() => expect(panel.root.querySelector('.area-preview svg')).not.toBeNull())
})
