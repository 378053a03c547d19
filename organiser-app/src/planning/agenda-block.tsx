import type { ComponentChildren, JSX } from 'preact'
import { useId, useLayoutEffect } from 'preact/hooks'
import { afterText, type Block, type TimedBlock } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { Icon } from '../shell/icon.tsx'
import { Menu } from '../shell/menu.tsx'
import { KindMark } from './kind-mark.tsx'
import { MinutesField } from './minutes-field.tsx'
import { type Edge, useDrag } from './use-drag.ts'
import { planningWords as our } from './words.ts'

/** What the keyboard or a button does to a block's place. */
export type Grip = 'toggle' | 'up' | 'down' | 'cancel' | 'leave'

export interface AgendaBlockProps {
  readonly block: Block
  readonly time: TimedBlock
  readonly place: number
  readonly of: number
  /** Name of the list: blocks are dragged within one. */
  readonly list: string
  readonly help: string
  readonly open: boolean
  readonly grabbed: boolean
  readonly begun: boolean
  /** True where it ends after the meeting should. */
  readonly beyond: boolean
  readonly onOpen: () => void
  readonly onMinutes: (minutes: number) => void
  readonly onGrip: (what: Grip) => void
  readonly onDrop: (dragged: string, edge: Edge) => void
  readonly onMove: (by: number) => void
  readonly onDuplicate: () => void
  readonly onSplit: () => void
  readonly onRemove: () => void
  readonly children: ComponentChildren
}

export const titleOf = (block: Pick<Block, 'title'>): string => say(block.title).trim() || say(our.untitled)
export const startText = (time: TimedBlock | undefined): string => (time ? (time.clock ?? `+${afterText(time.after)}`) : '')

/** A block of the agenda on the timeline: as tall as it is long, its time from the minutes before it. */
export function AgendaBlock(props: AgendaBlockProps): JSX.Element {
  const { block, time, place, of, open, grabbed, begun, beyond } = props
  const { row, grip, edge, dragged } = useDrag(block.id, props.list, true, props.onDrop)
  const form = useId()
  const title = titleOf(block)
  useLayoutEffect(() => {
    // a row that moves in the page loses the focus: whoever moves it by keyboard goes on from it
    if (grabbed) grip.current?.focus()
  }, [grabbed, place, grip])
  const keys = (event: KeyboardEvent) => {
    if (!grabbed) return
    const what = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : event.key === 'Escape' ? 'cancel' : null
    if (!what) return
    event.preventDefault()
    event.stopPropagation()
    props.onGrip(what)
  }
  const classes = ['tl-block', `kind-${block.kind}`, open && 'open', grabbed && 'grabbed', dragged.value && 'dragged', beyond && 'beyond']
  return (
    <li
      ref={row}
      id={`block-${block.id}`}
      class={classes.filter(Boolean).join(' ')}
      data-edge={edge.value ?? undefined}
      style={{ '--minutes': String(block.minutes) }}
    >
      <span class="tl-time time">
        <strong>{startText(time)}</strong>
      </span>
      <div class="tl-card">
        <div class="tl-head">
          <button
            type="button"
            ref={grip}
            class="button quiet icon-only grip"
            aria-label={say(our.grip, { title })}
            aria-describedby={props.help}
            aria-pressed={grabbed}
            onClick={() => props.onGrip('toggle')}
            onKeyDown={keys}
            onBlur={(event) => {
              if (grabbed && event.relatedTarget !== null) props.onGrip('leave')
            }}
          >
            <Icon name="grip" />
          </button>
          <div class="tl-name">
            <button
              type="button"
              class="tl-title"
              aria-expanded={open}
              aria-controls={form}
              title={say(our.openBlock, { title })}
              onClick={props.onOpen}
            >
              {title}
              <Icon name="chevron" />
            </button>
            <span class="tl-facts">
              <KindMark kind={block.kind} />
              {begun && <span class="muted">{say(our.begun)}</span>}
              {beyond && (
                <span class="over-time">
                  <Icon name="alert" /> {say(our.beyond)}
                </span>
              )}
            </span>
          </div>
          <MinutesField minutes={block.minutes} title={title} onChange={props.onMinutes} />
          <Menu label={say(our.actions, { title })}>
            {place > 0 && (
              <button type="button" onClick={() => props.onMove(-1)}>
                {say(our.up)}
              </button>
            )}
            {place < of - 1 && (
              <button type="button" onClick={() => props.onMove(1)}>
                {say(our.down)}
              </button>
            )}
            <button type="button" onClick={props.onDuplicate}>
              {say(our.duplicate)}
            </button>
            {block.minutes > 1 && (
              <button type="button" onClick={props.onSplit}>
                {say(our.split)}
              </button>
            )}
            {of > 1 && !begun && (
              <button type="button" onClick={props.onRemove}>
                {say(our.remove)}
              </button>
            )}
          </Menu>
        </div>
        <div id={form} hidden={!open}>
          {open && props.children}
        </div>
      </div>
    </li>
  )
}
