import { h, render } from 'preact'
import { vi } from 'vitest'
import { setLanguage } from '@telaio/shared/ui'
import { App } from '../app.tsx'
import type { ArmSdk } from '../board/arm/arm-sdk.ts'
import { PanelContext } from '../panel/context.ts'
import { createPanel, type Panel } from '../panel/panel.ts'
import { FakeDrops } from './fake-drops.ts'
import { FakeHost } from './fake-host.ts'
import { FakeServer } from './fake-server.ts'

const refuse = (): Promise<never> => Promise.reject(new Error('nothing is written here'))
/** An arm's SDK that only says who sits there. */
const NO_SDK: ArmSdk = {
  get: refuse,
  remove: refuse,
  createFrame: refuse,
  createShape: refuse,
  createText: refuse,
  createStickyNote: refuse,
  getInfo: refuse,
  getUserInfo: refuse,
  storage: { collection: () => ({ get: refuse, set: refuse, remove: refuse }) },
}

/** A whole panel over a server and a board in memory, with the words that a person would look for. */
export class OpenPanel {
  readonly host: FakeHost
  readonly drops = new FakeDrops()
  readonly server: FakeServer
  readonly panel: Panel
  readonly root = document.createElement('div')
  /** Addresses that tabs of consent were sent to. */
  readonly tabs: string[] = []
  mayOpenTabs = true

  constructor({ server = new FakeServer(), host = new FakeHost() }: { server?: FakeServer; host?: FakeHost } = {}) {
    this.server = server
    this.host = host
    setLanguage('it')
    document.body.append(this.root)
    this.panel = createPanel({
      host,
      drops: this.drops,
      armSdk: () => ({ ...NO_SDK, getUserInfo: () => Promise.resolve({ id: '7' }) }),
      fetch: server.fetch,
      openTab: () => (this.mayOpenTabs ? { go: (url) => void this.tabs.push(url), close: () => undefined } : null),
    })
    render(h(PanelContext.Provider, { value: this.panel }, h(App, {})), this.root)
  }

  /** Signed in, with the lab in sight. */
  async start(): Promise<this> {
    await this.panel.session.start()
    await vi.waitUntil(() => this.panel.lab.me.value !== null && this.panel.lab.line.value === 'live')
    // drawn, and what watches the lab is watching: effects run a frame after
    for (let frame = 0; frame < 2; frame++) await new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)))
    return this
  }

  close(): void {
    this.panel.stop()
    render(null, this.root)
    this.root.remove()
  }

  get text(): string {
    return (this.root.textContent ?? '').replace(/\s+/g, ' ')
  }
  /** What screen readers were told last. */
  get said(): string {
    return [...this.root.querySelectorAll('[role=status]')].map(({ textContent }) => textContent ?? '').join(' | ')
  }

  buttons(name: string | RegExp): HTMLButtonElement[] {
    return [...this.root.querySelectorAll('button')].filter((one) => {
      const label = one.getAttribute('aria-label') ?? one.textContent ?? ''
      return typeof name === 'string' ? label.trim() === name : name.test(label)
    })
  }
  async button(name: string | RegExp): Promise<HTMLButtonElement> {
    return vi.waitFor(() => {
      const [first] = this.buttons(name)
      if (!first) throw new Error(`no button ${String(name)} in: ${this.text}`)
      return first
    })
  }
  async press(name: string | RegExp): Promise<void> {
    const button = await this.button(name)
    button.click()
  }
  async tab(name: string): Promise<void> {
    await this.press(new RegExp(`^${name}`))
  }
  async sees(text: string | RegExp): Promise<void> {
    const isSeen = (): boolean => (typeof text === 'string' ? this.text.includes(text) : text.test(this.text))
    await vi.waitFor(() => {
      if (!isSeen()) throw new Error(`${String(text)} is not in: ${this.text}`)
    })
  }
  /** The commands sent so far, by type. */
  sent(type: string): unknown[] {
    return this.server.commands.filter((one) => one.type === type)
  }
}
