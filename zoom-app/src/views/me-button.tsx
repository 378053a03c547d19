import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { panelWords as words } from '../words/panel.ts'
import { Modal } from './modal.tsx'
import { Me } from './parts.ts'

export function MeButton(): JSX.Element {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" class="quiet me" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {say(words.me)}
      </button>
      {open && (
        <Modal title={say(words.me)} onClose={() => setOpen(false)}>
          <Me />
        </Modal>
      )}
    </>
  )
}
