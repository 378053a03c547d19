import { signal } from '@preact/signals'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { MiroConnection } from '@telaio/shared/api'
import { ApiProblem } from '@telaio/shared/client'
import type { NewEvent } from '@telaio/shared/lab'
import { Scenario } from '@telaio/shared/testing'
import { setLanguage } from '@telaio/shared/ui'
import { COLLECTIONS, viewOf } from '@telaio/shared/view'
import type { LabStore } from '../lab/lab-store.ts'
import { meetingsInOrder } from '../labs/readiness.ts'
import { type Console, ConsoleContext, LabContext, type Said } from '../shell/context.ts'
import { BoardsPage } from './boards-page.tsx'

const BOARD = 'uXjVPq3_r4s='
const NONE: MiroConnection = { configured: true, connected: false, lost: false, appUrl: 'x', webUrl: 'https://miro.com' }

/** The page of a lab in memory: commands are decided as the server decides them, and Miro is what the test says. */
function show(connection: MiroConnection, log: readonly NewEvent[] = []) {
  setLanguage('it')
  const scenario = new Scenario()
  scenario.record(log)
  const view = signal(viewOf(scenario.viewer(scenario.organiser), scenario.scene))
  const update = () => {
    view.value = viewOf(scenario.viewer(scenario.organiser), scenario.scene)
  }
  const miro = { now: connection }
  const said = signal<Said | null>(null)
  const api = {
    miro: vi.fn(() => Promise.resolve(miro.now)),
    connectMiro: vi.fn(() => Promise.resolve({ url: 'https://miro.com/oauth/authorize?x' })),
    disconnectMiro: vi.fn(() => Promise.resolve({ connected: false, revoked: false })),
    panelCode: vi.fn(() => Promise.resolve({ code: 'K7QM-2XWD', expiresAt: new Date(Date.now() + 600_000).toISOString() })),
    connectBoard: vi.fn((_lab: string, _wish: { board: string; meeting: number | null }) => Promise.resolve({ board: BOARD, link: 'x' })),
  }
  const lab = {
    id: scenario.lab.id,
    items: Object.fromEntries(
      COLLECTIONS.map((name) => [
        name,
        {
          get value() {
            return view.value[name]
          },
        },
      ]),
    ),
    lab: { value: view.value.lab['lab'] },
    meetings: { value: meetingsInOrder(view.value.meetings) },
    // a second has passed since anything that was just made
    clock: {
      now: Date.now,
      tick: {
        get value() {
          return Date.now() + 1000
        },
      },
    },
    may: () => true,
    perform: (wish: Parameters<LabStore['perform']>[0]) => {
      const answer = scenario.do(scenario.organiser, wish as Parameters<Scenario['do']>[1])
      update()
      return Promise.resolve(answer)
    },
  } as unknown as LabStore
  const room = {
    session: { api },
    said,
    tell: (text: string) => {
      said.value = { id: 1, text, undo: null }
    },
  } as unknown as Console
  const root = document.body.appendChild(document.createElement('div'))
  void act(() =>
    render(
      <ConsoleContext.Provider value={room}>
        <LabContext.Provider value={lab}>
          <BoardsPage />
        </LabContext.Provider>
      </ConsoleContext.Provider>,
      root,
    ),
  )
  const named = (name: RegExp) =>
    [...root.querySelectorAll<HTMLElement>('button, a')].filter((one) => name.test(one.getAttribute('aria-label') ?? one.textContent ?? ''))
  return {
    root,
    api,
    miro,
    said,
    scenario,
    named,
    settle: () => act(() => new Promise((resolve) => setTimeout(resolve, 0))),
    press: (name: RegExp) => act(async () => named(name)[0]?.click()),
    record: (...events: NewEvent[]) =>
      act(() => {
        scenario.record(events)
        update()
      }),
  }
}

afterEach(() => {
  for (const root of document.body.querySelectorAll(':scope > div')) {
    render(null, root)
    root.remove()
  }
})

const connected: NewEvent = {
  type: 'boardConnected',
  body: { board: BOARD, meeting: null, name: 'Fiume', link: `https://miro.com/app/board/${BOARD}/`, writer: 'w'.repeat(43) },
}

describe('the account at Miro', () => {
  it('is missing on this server: what whoever runs it must do, and nothing to press', async () => {
    const page = show({ ...NONE, configured: false })
    await page.settle()
    expect(page.root.textContent).toContain('MIRO_CLIENT_ID')
    expect(page.named(/./)).toEqual([])
  })
  it('is connected in a tab of its own, and known when one comes back', async () => {
    const go = vi.fn()
    const tab = { opener: window, location: { replace: go }, close: vi.fn() }
    vi.spyOn(window, 'open').mockReturnValue(tab as unknown as Window)
    const page = show(NONE)
    await page.settle()
    await page.press(/^Collega Miro/)
    await page.settle()
    expect(go).toHaveBeenCalledWith('https://miro.com/oauth/authorize?x')
    expect(tab.opener).toBeNull()
    expect(page.root.textContent).toContain('torna qui')
    page.miro.now = { ...NONE, connected: true }
    await act(() => void window.dispatchEvent(new Event('focus')))
    await page.settle()
    expect(page.said.value?.text).toBe('Miro è collegato.')
    expect(page.root.querySelector('input[name="board"]')).not.toBeNull()
  })
  it('is opened by hand where the browser opens no tab; closed again where the server refuses', async () => {
    const close = vi.fn()
    const open = vi.spyOn(window, 'open').mockReturnValue(null)
    const page = show({ ...NONE, lost: true })
    await page.settle()
    expect(page.root.textContent).toContain('Il collegamento è finito')
    await page.press(/^Collega di nuovo Miro/)
    await page.settle()
    expect(page.named(/aprila tu/)[0]?.getAttribute('href')).toBe('https://miro.com/oauth/authorize?x')
    open.mockReturnValue({ close, location: {} } as unknown as Window)
    page.api.connectMiro.mockRejectedValue(new ApiProblem({ status: 503, code: 'miro_not_configured', detail: 'Manca Miro.' }))
    await page.press(/^Riapri la scheda/)
    await page.settle()
    expect(close).toHaveBeenCalledOnce()
    expect(page.root.querySelector('[role="alert"]')?.textContent).toContain('Manca Miro.')
  })
  it('is left after a question; says where Miro did not confirm it', async () => {
    const page = show({ ...NONE, connected: true })
    await page.settle()
    await page.press(/^Scollega Miro/)
    expect(page.api.disconnectMiro).not.toHaveBeenCalled()
    await act(() => void page.root.querySelector('dialog form')?.dispatchEvent(new Event('submit', { cancelable: true })))
    await page.settle()
    expect(page.said.value?.text).toContain('Toglilo anche in Miro')
    expect(page.named(/^Collega Miro/)).toHaveLength(1)
  })
  it('gives a code for the panel: large, letter by letter for who listens, with its end', async () => {
    const page = show(NONE)
    await page.settle()
    await page.press(/^Crea un codice/)
    await page.settle()
    expect(page.root.querySelector('.panel-code')?.textContent).toBe('K7QM-2XWD')
    expect(page.root.querySelector('[role="status"] .visually-hidden')?.textContent).toBe('K 7 Q M - 2 X W D')
    expect(page.root.textContent).toMatch(/Scade tra 9:5\d/)
  })
})

describe('boards', () => {
  const fill = (page: ReturnType<typeof show>, value: string) =>
    act(async () => {
      const input = page.root.querySelector<HTMLInputElement>('input[name="board"]')
      if (!input) throw new Error('no field')
      input.value = value
      input.dispatchEvent(new Event('input', { bubbles: true }))
      await Promise.resolve()
      page.root.querySelector('.connect-board')?.dispatchEvent(new Event('submit', { cancelable: true }))
    })
  it('are connected by a link, and a bad one is told at its field', async () => {
    const page = show({ ...NONE, connected: true })
    await page.settle()
    await fill(page, 'https://miro.com/app/dashboard/')
    expect(page.root.querySelector('.wrong')?.textContent).toContain('non è il link di una lavagna')
    expect(page.api.connectBoard).not.toHaveBeenCalled()
    await fill(page, `https://miro.com/app/board/${BOARD}/?share_link_id=1`)
    await page.settle()
    expect(page.api.connectBoard.mock.lastCall?.[1]).toMatchObject({ board: BOARD, meeting: null })
    expect(page.said.value?.text).toBe('Lavagna collegata.')
  })
  it('tell their trouble with what to do, and are connected anew from there', async () => {
    const page = show({ ...NONE, connected: true }, [connected, { type: 'boardTroubled', body: { board: BOARD, trouble: 'no-access' } }])
    await page.settle()
    expect(page.root.textContent).toContain('Non posso più scrivere su questa lavagna')
    await page.press(/^Collega di nuovo la lavagna/)
    await page.settle()
    expect(page.api.connectBoard.mock.lastCall?.[1]).toMatchObject({ board: BOARD, meeting: null })
    await page.record({ type: 'boardTroubled', body: { board: BOARD, trouble: 'busy' } })
    expect(page.named(/^Collega di nuovo la lavagna/)).toEqual([])
  })
  it('get an area, show it on its way, and say when it is there', async () => {
    const page = show({ ...NONE, connected: true }, [connected])
    await page.settle()
    await page.press(/^Porta sulla lavagna: incontro 1/)
    expect(page.scenario.lab.placements.get('m1')?.status).toBe('requested')
    await page.record({ type: 'placementStarted', body: { area: 'm1', board: BOARD, left: 0, top: 0, items: 40 } })
    expect(page.root.querySelector('progress')?.getAttribute('aria-label')).toBe('Arriva: 0 di 40 elementi')
    expect(page.named(/^Interrompi: incontro 1/)).toHaveLength(1)
    await page.record({ type: 'placementEnded', body: { area: 'm1', outcome: 'done' } })
    expect(page.said.value?.text).toBe('È sulla lavagna: incontro 1.')
    expect(page.named(/^Aggiorna: incontro 1/)).toHaveLength(1)
    await page.press(/^Porta sulla lavagna: canvas finale/)
    await page.press(/^Interrompi: canvas finale/)
    expect(page.root.textContent).toContain('Interrotto a 0 di 0')
  })
  it('are read when asked; strays lead to their place on the board', async () => {
    const page = show({ ...NONE, connected: true }, [connected])
    await page.settle()
    await page.press(/^Leggi adesso la lavagna Fiume/)
    expect(page.named(/^Leggo la lavagna/)[0]?.getAttribute('aria-busy')).toBe('true')
    await page.record({
      type: 'boardRead',
      body: { board: BOARD, notes: 3, fresh: 1, strays: [{ item: '34587', reason: 'outside' }], doubles: [], moved: [] },
    })
    expect(page.said.value?.text).toBe('Lettura finita: 3 note, 1 nuova.')
    expect(page.named(/^Elemento 1, Note fuori dai campi/)[0]?.getAttribute('href')).toBe(
      `https://miro.com/app/board/${BOARD}/?moveToWidget=34587`,
    )
  })
})

describe('a board that is written through the panel', () => {
  it('says so, and that it waits for one to be opened; connected by an account, nothing of it is left', async () => {
    const claimed: NewEvent = { ...connected, body: { ...connected.body, writer: null, by: `per_${'0'.repeat(26)}` } }
    const page = show({ ...NONE, connected: true }, [claimed, { type: 'boardTroubled', body: { board: BOARD, trouble: 'no-panel' } }])
    await page.settle()
    expect(page.root.textContent).toContain('Si scrive attraverso il pannello')
    expect(page.root.textContent).toContain('Aspetto un pannello sulla lavagna')
    // it is no fault that connecting anew would mend
    expect(page.named(/^Collega di nuovo la lavagna/)).toEqual([])
    const other = show({ ...NONE, connected: true }, [claimed, connected])
    await other.settle()
    expect(other.root.textContent).not.toContain('Si scrive attraverso il pannello')
  })
})
