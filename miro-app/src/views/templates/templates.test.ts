import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PutStopped } from '../../board/drop-board.ts'
import { BOARD } from '../../testing/fake-server.ts'
import { OpenPanel } from '../../testing/open-panel.ts'
import { atWork } from '../../testing/scenes.ts'

let panel: OpenPanel
beforeEach(() => {
  panel = new OpenPanel()
})
afterEach(() => panel.close())

async function openLibrary(): Promise<void> {
  await atWork(panel)
  await panel.press('Apri i modelli')
  await vi.waitFor(() => expect(panel.root.querySelector('[role=search]')).not.toBeNull(), 10_000)
}
const titles = (): string[] => [...panel.root.querySelectorAll('.template h3')].map(({ textContent }) => textContent ?? '')
function type(label: string, value: string): void {
  const id = [...panel.root.querySelectorAll('label')].find(({ textContent }) => textContent === label)?.htmlFor ?? ''
  const field = panel.root.querySelector<HTMLInputElement>(`[id="${id}"]`)
  if (!field) throw new Error(`no field ${label}`)
  field.value = value
  field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }))
}

describe('the library of templates', () => {
  it('[TL1] is there for those who may put templates on the board, and for nobody else', async () => {
    panel.server.viewer = panel.server.lab.ann
    panel.server.connectBoard()
    await panel.start()
    await panel.sees('Lab')
    expect(panel.buttons('Apri i modelli')).toEqual([])
  }, 20_000)

  it('[TL2] has the lab’s canvases, sheets of ours and methods, found by words with slips and by what there is', async () => {
    await openLibrary()
    await vi.waitFor(() => expect(titles().join()).toMatch(/Parcheggio.*Canvas bianco/))
    type('Cerca', 'swott')
    await vi.waitFor(() => expect(titles()).toEqual(['Analisi SWOT']))
    type('Cerca', '')
    type('Tempo che c’è', '15')
    type('A che cosa serve', 'open-and-close')
    await vi.waitFor(() => expect(titles()).toEqual(['Cerchio']))
    type('Persone', '40')
    await panel.sees('Nessun modello così')
  }, 20_000)

  it('[TL3] a template shows its picture with its fields in words, what it is for, its steps, its licence and whose idea it is', async () => {
    await openLibrary()
    type('Cerca', 'swot')
    await panel.press('Guarda: Analisi SWOT')
    for (const words of [
      'Prima di scegliere.',
      'Scrivi in silenzio.',
      'Dentro e fuori.',
      '30–45 min · da 4 persone',
      'CC-BY-SA-4.0',
      'anni Sessanta',
    ])
      await panel.sees(words)
    const picture = panel.root.querySelector('.template-picture svg[role=img]')
    expect(picture?.querySelector('desc')?.textContent).toContain('Forze, Debolezze, Opportunità, Minacce')
    await panel.press('Tutti i modelli')
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Guarda: Analisi SWOT'))
  }, 20_000)

  it('[TL4] by a button: in free room, gone to, said, and told to the lab as furniture', async () => {
    await openLibrary()
    await panel.press('Metti sulla lavagna: Parcheggio')
    await vi.waitFor(() => expect(panel.drops.puts).toHaveLength(1))
    const [put] = panel.drops.puts
    expect(put?.plan.box).toMatchObject({ left: 5000, top: 100 })
    await vi.waitFor(() => expect(panel.said).toContain('«Parcheggio» è sulla lavagna'))
    await vi.waitFor(() => expect(panel.sent('reportTemplate')).toEqual([{ type: 'reportTemplate', board: BOARD, items: put?.ids }]))
  }, 20_000)

  it('[TL5] by pointer: its middle where it was dropped', async () => {
    await openLibrary()
    await vi.waitFor(() => expect(panel.drops.listeners.size).toBe(1))
    panel.drops.drop('sheet-parking', { x: 100, y: -300 })
    await vi.waitFor(() => expect(panel.drops.puts).toHaveLength(1))
    const { left = 0, top = 0, width = 0, height = 0 } = panel.drops.puts[0]?.plan.box ?? {}
    expect(Math.abs(left + width / 2 - 100)).toBeLessThanOrEqual(1)
    expect(Math.abs(top + height / 2 + 300)).toBeLessThanOrEqual(1)
  }, 20_000)

  it('[TL6] can be stopped, and says what is left where something could not be taken back', async () => {
    await openLibrary()
    let go = (): void => undefined
    panel.drops.hold = new Promise((resolve) => {
      go = resolve
    })
    await panel.press('Metti sulla lavagna: Parcheggio')
    await panel.press('Interrompi')
    await panel.sees('Interrompo e tolgo')
    go()
    await panel.sees('«Parcheggio» interrotto.')
    await panel.sees('Ho tolto ciò che avevo messo')
    expect(panel.sent('reportTemplate')).toEqual([])
    panel.drops.trouble = new PutStopped('silent', ['34587645001', '34587645002'], true)
    await panel.press('Metti sulla lavagna: Parcheggio')
    await panel.sees('Miro non risponde')
    await panel.sees('Sono rimasti 2 elementi')
    await panel.press('Scegli ciò che è rimasto')
    await vi.waitFor(() => expect(panel.drops.marks).toEqual([['34587645001', '34587645002']]))
    // what stands is ours all the same: a harvest must not take it for notes
    expect(panel.sent('reportTemplate')).toHaveLength(1)
  }, 20_000)

  it('[TL7] a report whose answer was lost is sent again, and done once', async () => {
    await openLibrary()
    panel.server.lostAnswers = 1
    await panel.press('Metti sulla lavagna: Parcheggio')
    await vi.waitFor(() => expect(panel.sent('reportTemplate')).toHaveLength(2), 5000)
    expect(new Set(panel.server.ids).size).toBe(1)
  }, 20_000)

  it('[TL8] without the methods the sheets are there, and the methods can be asked for again', async () => {
    panel.server.repertoire = null
    await openLibrary()
    await panel.sees('I metodi non arrivano')
    expect(titles()).toContain('Parcheggio')
  }, 20_000)
})
