import type { JSX } from 'preact'
import { SectorMark } from '@telaio/shared/ui'
import type { PersonItem } from '@telaio/shared/view'
import { useLab } from '../shell/context.ts'
import { countSectors } from './people-facts.ts'

/** A person's sector by colour, shape and name. */
export function SectorOf({ sector, short }: { readonly sector: string | null; readonly short?: boolean }): JSX.Element {
  const lab = useLab()
  const found = lab.lab.value?.sectors.find((one) => one.id === sector)
  return <SectorMark sector={found ?? null} {...(short === undefined ? {} : { short })} />
}

/** How many of each sector; `bar` draws them as one cloth of threads beside the numbers. */
export function SectorCounts({
  people,
  bar = false,
  short = false,
}: {
  readonly people: readonly PersonItem[]
  readonly bar?: boolean
  readonly short?: boolean
}): JSX.Element {
  const lab = useLab()
  const sectors = lab.lab.value?.sectors ?? []
  const counts = countSectors(people, sectors)
  return (
    <div class="sector-counts">
      {bar && people.length > 0 && (
        <span class="cloth" aria-hidden="true">
          {counts.map(({ sector, count }) => {
            if (count === 0) return null
            const thread = sectors.find((one) => one.id === sector)?.thread
            return <span key={sector ?? 'none'} class={thread ? `thread-${thread}` : 'thread-none'} style={{ flexGrow: count }} />
          })}
        </span>
      )}
      <ul>
        {counts.map(({ sector, count }) => (
          <li key={sector ?? 'none'} class={count === 0 ? 'absent' : undefined}>
            <SectorOf sector={sector} short={short} /> <span class="time">{count}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
