import { useSignal } from '@preact/signals'
import { language, say } from '@telaio/shared/ui'
import type { PlacementItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { chunksOf, lockKeys, mustLock } from '../../lab/locking.ts'
import { usePanel } from '../../panel/context.ts'
import { useAction, useCommand } from '../../panel/use-action.ts'
import { lockWords as our } from '../../words/lock.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { Icon } from '../parts/icon.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'

const whenText = (at: string): string =>
  new Intl.DateTimeFormat(language.value === 'it' ? 'it-IT' : 'en-GB', { dateStyle: 'short', timeStyle: 'short' }).format(new Date(at))

/** After an area was placed: its sheets are locked by hand, with the panel choosing them part by part. Asked again once it is placed anew. */
export function LockCard({ placement }: { readonly placement: PlacementItem }): JSX.Element | null {
  const { lab, here } = usePanel()
  if (placement.status !== 'done') return null
  if (!mustLock(placement))
    return (
      <p class="hint locked">
        <Icon name="check" /> {say(our.lockedAt, { when: whenText(placement.lockedAt ?? '') })}
      </p>
    )
  if (!lab.may('markLocked')) return null
  return (
    <Card title={say(our.title)} tone="calling">
      <p>{say(our.why)}</p>
      {placement.board === here.value ? <Steps area={placement.area} /> : <p class="hint">{say(our.elsewhere)}</p>}
    </Card>
  )
}

function Steps({ area }: { readonly area: string }): JSX.Element {
  const { lab, api, drops, tell, announce } = usePanel()
  const parts = useSignal<readonly (readonly string[])[] | null>(null)
  const at = useSignal(0)
  const marked = useSignal<number | null>(null)
  const fetching = useAction()
  const marking = useAction()
  const command = useCommand()
  const step = useRef<HTMLHeadingElement>(null)
  // each part begins at its heading
  useLayoutEffect(() => {
    if (parts.value) step.current?.focus()
  }, [parts.value, at.value])

  const begin = async (): Promise<void> => {
    const id = lab.id.value
    const found = id === null ? null : await fetching.run(() => api.areaItems(id, area))
    if (found) parts.value = chunksOf(found.items)
  }
  const part = parts.value?.[at.value]
  if (!parts.value)
    return (
      <>
        <TroubleNote trouble={fetching.trouble} />
        <Button kind="primary" busy={fetching.busy} onClick={() => void begin()}>
          {say(fetching.busy.value ? our.loading : our.start)}
        </Button>
      </>
    )

  const isLast = at.value >= parts.value.length - 1
  const mark = async (): Promise<void> => {
    const there = await marking.run(() => drops.mark(part ?? []))
    if (there === null) return
    marked.value = there
    announce(there === 0 ? say(our.noneThere) : say(our.marked, { n: there }))
  }
  const next = async (): Promise<void> => {
    if (!isLast) {
      at.value += 1
      marked.value = null
      return
    }
    if (await command.send({ type: 'markLocked', area })) tell(say(our.saved))
  }
  const which =
    parts.value.length > 1
      ? say(our.part, { i: at.value + 1, of: parts.value.length, n: part?.length ?? 0 })
      : say(our.whole, { n: part?.length ?? 0 })
  return (
    <>
      <div class="step">
        <h3 ref={step} tabIndex={-1}>
          {say(our.stepMark, { part: which })}
        </h3>
        <p class="hint">{say(our.notesFree)}</p>
        <Button kind={marked.value === null ? 'primary' : 'plain'} busy={marking.busy} onClick={() => void mark()}>
          {say(marked.value === null ? our.mark : our.markAgain)}
        </Button>
        {marked.value !== null && <p>{marked.value === 0 ? say(our.noneThere) : say(our.marked, { n: marked.value })}</p>}
        <TroubleNote trouble={marking.trouble} />
      </div>
      <div class="step">
        <h3>{say(our.stepLock)}</h3>
        <p>{say(our.how, { keys: lockKeys(navigator.platform) })}</p>
        <p class="hint">{say(our.howNote)}</p>
        <TroubleNote trouble={command.trouble} />
        {marked.value !== null && marked.value > 0 && (
          <Button kind="primary" busy={command.busy} onClick={() => void next()}>
            {say(isLast ? our.finish : our.next)}
          </Button>
        )}
      </div>
    </>
  )
}
