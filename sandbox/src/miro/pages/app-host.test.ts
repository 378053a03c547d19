import { describe, expect, it } from 'vitest'
import { createAppHost, type FrameKind } from '../../../pages/miro/app/app-host.ts'
import { createAppWindow } from '../../../pages/miro/app/app-windows.ts'
import { createCommander } from '../../../pages/miro/sdk/commander.ts'
import type { HostMessage } from '../../../pages/miro/sdk/messages.ts'

const origin = 'http://m1.localhost:3000'

function page() {
  const calls: unknown[] = []
  const registered: [FrameKind, string][] = []
  const host = createAppHost({
    origin,
    commands: {
      VIEWPORT_GET_ZOOM: () => 0.5,
      VIEWPORT_SET_ZOOM: () => Promise.reject(new Error('too far')),
      WHERE: (_payload: never, frame: FrameKind) => frame,
    },
    call: (command, payload) => {
      calls.push([command, payload])
      return Promise.resolve(command === 'GET_BOARD_INFO' ? { ok: true, result: { id: 'b' } } : { ok: false, message: 'no' })
    },
    registered: (kind, event) => registered.push([kind, event]),
  })
  /** An iframe of the app with the Web SDK's line in it. */
  const iframe = (kind: FrameKind, from = origin) => {
    let hear: (message: HostMessage) => void = () => undefined
    const targets: string[] = []
    const window = { postMessage: (message: HostMessage, target: string) => (targets.push(target), hear(message)) } as unknown as Window
    const detach = host.attach(window, kind)
    const commander = createCommander({
      post: (message) => void host.receive({ source: window, origin: from, data: message }),
      listen: (to) => {
        hear = to
      },
    })
    return { commander, window, detach, targets }
  }
  return { host, iframe, calls, registered }
}

describe('the board’s side of the Web SDK', () => {
  it('[MS200] answers what is the tab’s own, asks the sandbox for the rest, and brings refusals as errors', async () => {
    const { iframe, calls } = page()
    const { commander, targets } = iframe('panel')
    expect(await commander.exec('VIEWPORT_GET_ZOOM')).toBe(0.5)
    expect(await commander.exec('WHERE')).toBe('panel')
    await expect(commander.exec('VIEWPORT_SET_ZOOM', { zoom: 9 })).rejects.toThrow('too far')
    expect(await commander.exec('GET_BOARD_INFO')).toEqual({ id: 'b' })
    await expect(commander.exec('WIDGET_CREATE', { type: 'text' })).rejects.toThrow('no')
    expect(calls).toEqual([
      ['GET_BOARD_INFO', undefined],
      ['WIDGET_CREATE', { type: 'text' }],
    ])
    expect(new Set(targets)).toEqual(new Set([origin]))
  })

  it('[MS201] hears only the app’s own windows, of its own origin, and only its own kind of message', async () => {
    const { host, iframe, calls } = page()
    const { window } = iframe('panel')
    const call = { telaioMiro: 'call', id: 1, command: 'GET_BOARD_INFO' }
    await host.receive({ source: null, origin, data: call })
    await host.receive({ source: {} as Window, origin, data: call })
    await host.receive({ source: window, origin: 'http://evil.localhost:3000', data: call })
    await host.receive({ source: window, origin, data: 'GET_BOARD_INFO' })
    await host.receive({ source: window, origin, data: { telaioMiro: 'answer', id: 1, ok: true } })
    expect(calls).toEqual([])
  })

  it('[MS202] an event reaches every iframe of the app that is there, once for each listener', () => {
    const { host, iframe, registered } = page()
    const [headless, panel] = [iframe('headless'), iframe('panel')]
    const heard: string[] = []
    headless.commander.on('icon:click', () => heard.push('headless'))
    panel.commander.on('icon:click', () => heard.push('panel'))
    expect([host.listens('icon:click'), host.listens('drop')]).toEqual([true, false])
    expect(registered).toEqual([
      ['headless', 'icon:click'],
      ['panel', 'icon:click'],
    ])
    host.emit({ event: 'icon:click', payload: undefined })
    panel.detach()
    host.emit({ event: 'icon:click', payload: undefined })
    expect(heard).toEqual(['headless', 'panel', 'headless'])
  })

  it('[MS203] an app that was loaded anew has asked for nothing yet', async () => {
    const { host, iframe } = page()
    const { commander } = iframe('headless')
    commander.on('icon:click', () => undefined)
    await commander.exec('APP_READY')
    expect(host.listens('icon:click')).toBe(false)
  })

  it('[MS204] a panel keeps its data, tells who waits how it was closed, and gives way to another page', async () => {
    const panel = createAppWindow()
    expect(await panel.closed()).toBeUndefined()
    panel.open({ url: 'a', data: 1 })
    const first = panel.closed()
    panel.open({ url: 'a', data: 2 })
    expect(panel.store.get()).toMatchObject({ data: 2, key: 1 })
    panel.open({ url: 'b', data: 3 })
    expect(await first).toBeUndefined()
    const second = panel.closed()
    panel.close('done')
    expect([await second, panel.store.get()]).toEqual(['done', null])
  })
})
