import { useSignal } from '@preact/signals'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { templateWords as our } from '../../words/templates.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import type { Library } from './library.tsx'

/** The way into the library. */
export function TemplatesCard({ onOpen }: { readonly onOpen: () => void }): JSX.Element {
  return (
    <Card title={say(our.title)}>
      <p>{say(our.text)}</p>
      <Button onClick={onOpen}>{say(our.open)}</Button>
    </Card>
  )
}

/** The library, fetched when it is wanted: planning, drawing and searching are more than all the rest of the panel. */
export function LazyLibrary({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const found = useSignal<{ readonly Library: typeof Library } | null>(null)
  const isLost = useSignal(false)
  const fetchIt = (): void => {
    isLost.value = false
    import('./library.tsx').then(
      (module) => (found.value = module),
      () => (isLost.value = true),
    )
  }
  useEffect(fetchIt, [])
  if (found.value) return <found.value.Library onClose={onClose} />
  return (
    <div role="status">
      {isLost.value ? (
        <p class="callout danger">
          <span>{say(our.noMethods)}</span>
          <Button small onClick={fetchIt}>
            {say(our.again)}
          </Button>
        </p>
      ) : (
        <p class="hint">{say(our.loading)}</p>
      )}
    </div>
  )
}
