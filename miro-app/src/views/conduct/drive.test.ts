import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { OpenPanel } from '../../testing/open-panel.ts'
import { atWork } from '../../testing/scenes.ts'

let panel: OpenPanel
beforeEach(() => {
  panel = new OpenPanel()
})
afterEach(() => panel.close())

const DRIVING = ['Ferma', 'Aggiungi 5 minuti', /^Passa a|^Concludi il momento/, 'Chiudi l’incontro', /^Chiedi 2 stanze/]
const there = (): boolean[] => DRIVING.map((name) => panel.buttons(name).length > 0)

describe('who is in the lead', () => {
  it('[CN7] is plain; the driving controls are there for that person only, and one button takes it', async () => {
    await atWork(panel)
    await panel.tab('Conduci')
    await panel.sees('Alla guida ci sei tu')
    expect(there()).toEqual([true, true, true, true, true])
    const { oscar, fay } = panel.server.lab
    panel.server.happen((lab) => lab.do(oscar, { type: 'takeDrive', meeting: 2, from: fay }))
    await panel.sees('Alla guida c’è Oscar')
    expect(there()).toEqual([false, false, false, false, false])
    // told once, to be seen and to be heard
    expect(panel.said.split('Ora alla guida c’è Oscar.')).toHaveLength(2)
    // the same cockpit besides: the clock, the next steps, the agenda
    await panel.sees('Prossimi passi')
    expect(panel.root.querySelector('[role=timer]')).not.toBeNull()
    await panel.press('Prendi la guida')
    await panel.sees('Oscar non ha il pannello aperto')
    const [, yes] = panel.buttons('Prendi la guida')
    yes?.click()
    await panel.sees('Alla guida ci sei tu')
    expect(panel.sent('takeDrive')).toEqual([{ type: 'takeDrive', meeting: 2, from: oscar }])
    expect(there()).toEqual([true, true, true, true, true])
  })

  it('[CN7] whoever took it in the meantime is not passed over: the refusal stands in the question', async () => {
    await atWork(panel)
    await panel.tab('Conduci')
    const { oscar, organiser, fay } = panel.server.lab
    panel.server.happen((lab) => lab.do(oscar, { type: 'takeDrive', meeting: 2, from: fay }))
    await panel.press('Prendi la guida')
    panel.server.happen((lab) => lab.do(organiser, { type: 'takeDrive', meeting: 2, from: oscar }))
    await panel.sees('Alla guida c’è Olga Organiser')
    panel.buttons('Prendi la guida')[1]?.click()
    await panel.sees('refused: driver_changed')
    expect(panel.server.lab.lab.meetings[2]?.driver).toBe(organiser)
  })

  it('[CN8] is handed on to somebody, or to whoever acts next', async () => {
    await atWork(panel)
    await panel.tab('Conduci')
    await panel.press('Passa la guida')
    const select = await vi.waitFor(() => {
      const found = panel.root.querySelector<HTMLSelectElement>('dialog select')
      if (!found) throw new Error('no choice')
      return found
    })
    expect([...select.options].map(({ text }) => text)).toEqual([
      'Olga Organiser – non ha il pannello aperto',
      'Oscar – non ha il pannello aperto',
      'A chi farà il prossimo passo',
    ])
    select.value = ''
    select.dispatchEvent(new Event('change', { bubbles: true }))
    panel.buttons('Passa la guida')[1]?.click()
    await panel.sees('Nessuno è alla guida')
    expect(panel.server.lab.lab.meetings[2]?.driver).toBeNull()
    // nobody drives: whoever acts does
    await panel.press('Ferma')
    await panel.sees('Alla guida ci sei tu')
  })
})

describe('the run of show', () => {
  it('[CN9] says when it ends and how late it is, and leads on, back, and over a block', async () => {
    panel.server.lab.do(panel.server.lab.oscar, { type: 'scheduleMeeting', meeting: 1, date: '2026-09-29', time: '17:00' })
    await panel.start()
    await panel.tab('Conduci')
    await panel.press('Apri l’incontro')
    await panel.press('Fai partire: Silent')
    await panel.sees('in orario')
    for (let i = 0; i < 3; i++) {
      await panel.press('Aggiungi 5 minuti')
      await vi.waitFor(() => expect(panel.sent('extendBlock').length).toBeGreaterThan(i))
    }
    await panel.sees(/15 min di ritardo/)
    await panel.press('Fai partire Vote')
    await panel.sees(/saltato/)
    await panel.press('Torna a Silent')
    await vi.waitFor(() => expect(panel.server.lab.lab.meetings[1]?.current).toBe('silent'))
    // it goes on with what was left of it
    expect(panel.server.lab.lab.meetings[1]?.runs['silent']).toMatchObject({ status: 'running', extended: 900_000 })
  })
})

describe('participation', () => {
  it('[GR8] is folded, counts by sector and meeting, and says nothing of fewer than five', async () => {
    await atWork(panel)
    panel.server.note('C2.1', 'una')
    await panel.tab('Gruppi')
    const fold = [...panel.root.querySelectorAll('details')].find(({ textContent }) => textContent?.includes('Partecipazione'))
    if (!fold) throw new Error('no participation')
    fold.open = true
    fold.dispatchEvent(new Event('toggle'))
    await panel.sees('Per settore')
    // four people in all: whatever they wrote is theirs
    await panel.sees('non detto')
    expect(fold.textContent).not.toMatch(/1 da 1/)
  })
})
