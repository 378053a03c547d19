import type { TargetedPointerEvent } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { AppEvent, CallAnswer } from '../../src/zoom/wire.ts'
import { createBridge } from './bridge.ts'
import type { ZoomWords } from './words.ts'

/** Zoom's panel opens at 372; narrower than 320 and wider than 900 the real client does not go (facts/zoom.md §4). */
const widths = [320, 372, 600]
const narrowest = 320
const widest = 900

interface Props {
  words: ZoomWords
  url: string
  width: number
  setWidth: (width: number) => void
  /** Puts the app where the feed's events go; null takes it away. */
  attach: (app: ((event: AppEvent) => void) | null) => void
  ask: (call: unknown) => Promise<CallAnswer | null>
  reload: () => void
  close: () => void
}

export function AppPanel({ words, url, width, setWidth, attach, ask, reload, close }: Props) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    const bridge = createBridge({ app: () => frame.current?.contentWindow ?? null, origin: new URL(url).origin, ask })
    const receive = (message: MessageEvent) => void bridge.receive(message)
    window.addEventListener('message', receive)
    attach(bridge.emit)
    // Only now: the app must not speak before somebody listens.
    if (frame.current) frame.current.src = url
    return () => {
      window.removeEventListener('message', receive)
      attach(null)
    }
  }, [])

  return (
    <aside class="panel" aria-label={words.appName} ref={(element) => element?.style.setProperty('--panel-width', `${width}px`)}>
      <Handle words={words} width={width} setWidth={setWidth} />
      <div class="panel-top row">
        <strong class="grow">{words.appName}</strong>
        <select
          aria-label={words.panelWidth}
          value={widths.includes(width) ? width : ''}
          onChange={(event) => setWidth(Number(event.currentTarget.value))}
        >
          {!widths.includes(width) && <option value="">{width} px</option>}
          {widths.map((one) => (
            <option key={one} value={one}>
              {one} px
            </option>
          ))}
        </select>
        <button type="button" onClick={reload} aria-label={words.reloadApp} title={words.reloadApp}>
          ↻
        </button>
        <button type="button" onClick={close} aria-label={words.closeApp} title={words.closeApp}>
          ✕
        </button>
      </div>
      <iframe ref={frame} title={words.appName} allow="clipboard-write; fullscreen" />
    </aside>
  )
}

function Handle({ words, width, setWidth }: Pick<Props, 'words' | 'width' | 'setWidth'>) {
  const within = (wanted: number) => Math.round(Math.min(widest, Math.max(narrowest, wanted)))
  const drag = (event: TargetedPointerEvent<HTMLDivElement>) => {
    const handle = event.currentTarget
    // Captured, or the frame would swallow the pointer as soon as it is over it.
    handle.setPointerCapture(event.pointerId)
    const start = event.clientX
    const move = (now: PointerEvent) => setWidth(within(width + start - now.clientX))
    handle.addEventListener('pointermove', move)
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), { once: true })
  }
  const step = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') setWidth(within(width + 20))
    else if (event.key === 'ArrowRight') setWidth(within(width - 20))
    else return
    event.preventDefault()
  }
  return (
    <div
      class="handle"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={words.resize}
      title={words.resize}
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      onPointerDown={drag}
      onKeyDown={step}
    />
  )
}
