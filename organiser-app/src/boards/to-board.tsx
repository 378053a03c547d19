import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useLab } from '../shell/context.ts'
import { Icon } from '../shell/icon.tsx'
import { linkTo, type Spot } from './spots.ts'
import { boardsWords as our } from './words.ts'

export interface ToBoardProps {
  readonly spot: Spot
  readonly text: string
  /** What is read out, where several links of one text stand in a list. */
  readonly label?: string
}

/** A link that opens the board at an item, in a tab of its own. Nothing where the board is no longer the lab's. */
export function ToBoard({ spot, text, label }: ToBoardProps): JSX.Element | null {
  const { boards } = useLab().items
  const href = linkTo(boards.value, spot)
  return href === null ? null : <OutLink href={href} text={text} {...(label === undefined ? {} : { label })} />
}

/** A link to another site: it says that it opens a tab. */
export function OutLink({ href, text, label }: { readonly href: string; readonly text: string; readonly label?: string }): JSX.Element {
  return (
    <a
      class="to-board"
      href={href}
      target="_blank"
      rel="noopener"
      title={say(our.newTab)}
      aria-label={label === undefined ? undefined : `${label} (${say(our.newTab)})`}
    >
      {text}
      <Icon name="external" />
      {label === undefined && <span class="visually-hidden"> ({say(our.newTab)})</span>}
    </a>
  )
}
