import type { JSX } from 'preact'
import { usePanel } from '../panel/context.ts'

/** The page's one polite voice: there from the start, since a region that comes with its words is often not read. */
export function Announcer(): JSX.Element {
  const { announced } = usePanel()
  return (
    <p class="visually-hidden" role="status" aria-live="polite" data-testid="announcer">
      {announced.value}
    </p>
  )
}
