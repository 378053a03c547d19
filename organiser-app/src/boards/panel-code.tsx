import { useSignal } from '@preact/signals'
import type { PanelCode as Code } from '@telaio/shared/api'
import { clockText, say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useAction } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { CopyButton } from '../shell/copy-button.tsx'
import { TroubleNote } from '../shell/field.tsx'
import { boardsWords as our } from './words.ts'

/** A code that tells Miro's panel who is typing it. */
export function PanelCode(): JSX.Element {
  const lab = useLab()
  const { session } = useConsole()
  const action = useAction()
  const code = useSignal<Code | null>(null)
  const make = async () => {
    const made = await action.run(() => session.api.panelCode(lab.id))
    if (made) code.value = made
  }
  return (
    <section class="card" aria-labelledby="panel-code">
      <h2 id="panel-code">{say(our.code)}</h2>
      {code.value === null ? <p>{say(our.codeText)}</p> : <Shown code={code.value} />}
      <TroubleNote trouble={action.trouble} />
      <div class="buttons">
        {code.value !== null && <CopyCode code={code.value} />}
        <Button busy={action.busy} onClick={() => void make()}>
          {say(code.value === null ? our.makeCode : our.makeAnother)}
        </Button>
      </div>
    </section>
  )
}

/** Milliseconds until a code ends, by the server's clock. */
function useLeft({ expiresAt }: Code): number {
  const lab = useLab()
  return Date.parse(expiresAt) - lab.clock.tick.value
}

function CopyCode({ code }: { readonly code: Code }): JSX.Element | null {
  return useLeft(code) > 0 ? <CopyButton text={code.code}>{say(our.copyCode)}</CopyButton> : null
}

function Shown({ code: made }: { readonly code: Code }): JSX.Element {
  const left = useLeft(made)
  const { code } = made
  const ended = left <= 0
  return (
    <>
      <div role="status">
        {ended ? (
          <p>{say(our.codeEnded)}</p>
        ) : (
          <>
            {/* letter by letter: read as a word it could not be typed */}
            <span class="visually-hidden">{[...code].join(' ')}</span>
            <p class="panel-code" aria-hidden="true" translate={false}>
              {code}
            </p>
          </>
        )}
      </div>
      {!ended && (
        <>
          <p>{say(our.codeWhere)}</p>
          <p class="muted time">{say(our.codeEnds, { time: clockText(Math.max(0, left - 1000)) })}</p>
        </>
      )}
    </>
  )
}
