import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { usePanel } from '../../panel/context.ts'
import { ballotWords } from '../../words/ballots.ts'
import { Icon } from '../icon.tsx'

/** Whether my ballot is with the server; said after a change, not at every start. */
export function Saved({ state }: { readonly state: 'none' | 'there' | 'waiting' }): JSX.Element {
  const { online, lab } = usePanel()
  const [touched, setTouched] = useState(false)
  useEffect(() => {
    if (state === 'waiting') setTouched(true)
  }, [state])
  const down = !online.value || lab.line.value !== 'live'
  return (
    <p class="muted hint saved" role="status">
      {state === 'there' && touched && (
        <>
          <Icon name="check" /> {say(ballotWords.ballotSaved)}
        </>
      )}
      {state === 'waiting' && down && (
        <>
          <Icon name="wait" /> {say(ballotWords.ballotWaits)}
        </>
      )}
    </p>
  )
}
