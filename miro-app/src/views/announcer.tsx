import type { JSX } from 'preact'
import { usePanel } from '../panel/context.ts'

/** The two places where the panel says what happened: a line that is seen for a while and read out once, and one for screen readers only. */
export function Announcer(): JSX.Element {
  const { told, announced } = usePanel()
  return (
    <>
      <div class="announcer" role="status">
        {told.value && (
          <p class="toast" key={told.value.id}>
            {told.value.text}
          </p>
        )}
      </div>
      <p class="visually-hidden" role="status">
        {announced.value}
      </p>
    </>
  )
}
