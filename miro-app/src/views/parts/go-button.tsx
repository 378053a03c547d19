import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import type { Spot } from '../../lab/boards.ts'
import { usePanel } from '../../panel/context.ts'
import { useGo } from '../../panel/use-go.ts'
import { boardWords } from '../../words/board.ts'
import { Button } from './button.tsx'
import { TroubleNote } from './trouble-note.tsx'

export interface GoButtonProps {
  readonly spot: Spot
  readonly text: string
  /** Read out where `text` says too little among others like it. */
  readonly label?: string
  /** What stands there, said on arrival; for sheets. */
  readonly name?: string
  readonly small?: boolean
  readonly kind?: 'plain' | 'quiet'
}

/** Brings a place of the board into sight. A place on another board opens in a tab of its own, and the button says so. */
export function GoButton({ spot, text, label, name, small = true, kind = 'plain' }: GoButtonProps): JSX.Element {
  const { here } = usePanel()
  const { go, busy, trouble } = useGo()
  const isElsewhere = spot.board !== here.value
  const more = isElsewhere ? say(boardWords.elsewhere) : null
  return (
    <>
      <Button
        kind={kind}
        small={small}
        icon={isElsewhere ? 'external' : 'go'}
        busy={busy}
        {...(label || more ? { label: [label ?? text, more].filter(Boolean).join('. ') } : {})}
        onClick={() => void go(spot, name)}
      >
        {text}
      </Button>
      <TroubleNote trouble={trouble} />
    </>
  )
}
