import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { SORTINGS, type Sorting } from '../../lab/ways.ts'
import { usePanel } from '../../panel/context.ts'
import { voicesWords as words } from '../../words/voices.ts'

/** In which order the notes of a place stand: for me, on this device. */
export function SortBy({ place, sorting }: { readonly place: string; readonly sorting: Sorting }): JSX.Element {
  const { ways } = usePanel()
  const id = useId()
  return (
    <div class="sort-by">
      <label for={id}>{say(words.order)}</label>
      <select
        id={id}
        class="field"
        value={sorting}
        aria-describedby={sorting === 'own' ? `${id}-why` : undefined}
        onChange={({ currentTarget }) => {
          const next = SORTINGS.find((one) => one === currentTarget.value)
          if (next) ways.change((now) => ({ sort: { ...now.sort, [place]: next } }))
        }}
      >
        {SORTINGS.map((one) => (
          <option key={one} value={one}>
            {say(words.orders[one])}
          </option>
        ))}
      </select>
      {sorting === 'own' && (
        <span class="muted hint" id={`${id}-why`}>
          {say(words.orderWhy)}
        </span>
      )}
    </div>
  )
}

interface MoveProps {
  readonly text: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: 1 | -1) => void
}

/** One place up or down, by button; `Alt` and an arrow anywhere in the note do the same. */
export function MoveButtons({ text, isFirst, isLast, onMove }: MoveProps): JSX.Element {
  return (
    <span class="move">
      {([-1, 1] as const).map((by) => {
        const end = by === -1 ? isFirst : isLast
        return (
          <button
            key={by}
            type="button"
            class="round"
            aria-label={say(by === -1 ? words.up : words.down, { text })}
            aria-disabled={end}
            onClick={() => !end && onMove(by)}
          >
            {by === -1 ? '↑' : '↓'}
          </button>
        )
      })}
    </span>
  )
}
