import { useEffect, useRef } from 'react'
import { useDesk } from '../desk.ts'
import { Icon } from '../icons.tsx'

/** Everything by mouse and keyboard, in one look. */
export function Help({ close }: { close: () => void }) {
  const { words } = useDesk()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="help" aria-label={words.helpTitle} onClose={close} onKeyDown={(event) => event.stopPropagation()}>
      <header>
        <h2>{words.helpTitle}</h2>
        <button type="button" className="quiet" onClick={close} aria-label={words.close} title={words.close}>
          <Icon name="close" />
        </button>
      </header>
      <dl>
        {words.keys.map(([keys, what]) => (
          <div key={keys}>
            <dt>{keys}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  )
}
