import { useEffect, useRef } from 'react'
import { useDesk } from '../desk.ts'
import { Icon } from '../icons.tsx'
import { useStored } from '../store.ts'
import type { AppHost, FrameKind } from './app-host.ts'
import type { AppWindow } from './app-windows.ts'

/** Miro's frames may do no more than this. */
const allowed = 'clipboard-write; clipboard-read; fullscreen'

interface FrameProps {
  readonly host: AppHost
  readonly kind: FrameKind
  readonly url: string
  readonly title: string
  readonly keep?: (frame: HTMLIFrameElement | null) => void
}

function AppFrame({ host, kind, url, title, keep }: FrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    const { current } = frame
    if (!current?.contentWindow) return
    const detach = host.attach(current.contentWindow, kind)
    keep?.(current)
    // Only now: the app must not speak before somebody listens.
    current.src = url
    return () => {
      detach()
      keep?.(null)
    }
  }, [host, kind, url])
  return (
    <iframe
      ref={frame}
      title={title}
      allow={allowed}
      className={`app-frame ${kind}`}
      {...(kind === 'headless' && { tabIndex: -1, 'aria-hidden': true })}
    />
  )
}

/** The app's index page: always there, never seen. */
export function HeadlessFrame({ host, url }: { host: AppHost; url: string }) {
  const { words } = useDesk()
  return <AppFrame host={host} kind="headless" url={url} title={words.app} />
}

/** 368 px wide, as Miro's; the 24 px on either side are the app's own to leave (facts/miro.md §4, §6: its samples set them). */
export function Panel({
  host,
  panel,
  keep,
  reload,
}: {
  host: AppHost
  panel: AppWindow
  keep: (frame: HTMLIFrameElement | null) => void
  reload: () => void
}) {
  const { words } = useDesk()
  const open = useStored(panel.store, (now) => now)
  if (!open) return null
  return (
    <aside className="app-panel" aria-label={words.app}>
      <header>
        <Icon name="app" />
        <strong>{words.app}</strong>
        <button type="button" className="quiet" onClick={reload} aria-label={words.reloadApp} title={words.reloadApp}>
          <Icon name="reload" />
        </button>
        <button type="button" className="quiet" onClick={() => panel.close()} aria-label={words.closeApp} title={words.closeApp}>
          <Icon name="close" />
        </button>
      </header>
      <AppFrame key={open.key} host={host} kind="panel" url={open.url} title={words.app} keep={keep} />
    </aside>
  )
}

export function Modal({ host, modal }: { host: AppHost; modal: AppWindow }) {
  const { words } = useDesk()
  const open = useStored(modal.store, (now) => now)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal()
  }, [open])
  if (!open) return null
  return (
    <dialog
      ref={dialog}
      className={open.fullscreen ? 'app-modal full' : 'app-modal'}
      aria-label={words.app}
      style={open.fullscreen ? undefined : { width: open.width ?? 600, height: open.height ?? 480 }}
      onClose={() => modal.close()}
    >
      <button type="button" className="quiet" onClick={() => modal.close()} aria-label={words.close} title={words.close}>
        <Icon name="close" />
      </button>
      <AppFrame key={open.key} host={host} kind="modal" url={open.url} title={words.app} />
    </dialog>
  )
}
