import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { say } from '@telaio/shared/ui'
import { Button } from './button.tsx'
import { useConsole } from './context.ts'
import { words } from './words.ts'

/** What was just done is shown this long; longer where it can be undone. */
const SHOWN_MS = 5000
const UNDO_MS = 12_000

/** The one place where the console says what happened: seen for a while, read out once. */
export function Announcer(): JSX.Element {
  const { said } = useConsole()
  const now = said.value
  useEffect(() => {
    if (!now) return
    const timer = setTimeout(
      () => {
        if (said.value?.id === now.id) said.value = null
      },
      now.undo ? UNDO_MS : SHOWN_MS,
    )
    return () => clearTimeout(timer)
  }, [now, said])
  return (
    <div class="announcer" role="status">
      {now && (
        <div class="toast" key={now.id}>
          <span>{now.text}</span>
          {now.undo && (
            <Button
              kind="quiet"
              small
              onClick={() => {
                said.value = null
                now.undo?.()
              }}
            >
              {say(words.undo)}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
