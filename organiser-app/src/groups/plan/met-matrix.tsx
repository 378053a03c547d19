import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { acquaintanceOf } from '@telaio/shared/grouping'
import { say } from '@telaio/shared/ui'
import type { PersonItem } from '@telaio/shared/view'
import { SectorOf } from '../../people/sector-counts.tsx'
import { Button } from '../../shell/button.tsx'
import { useLab } from '../../shell/context.ts'
import { planOf, type Sketch } from './draft.ts'
import { planWords as our } from './words.ts'

/** Cells have these widths, in CSS (`zoom-0` …): the smallest shows only marks for sixty and more. */
const ZOOMS = [0, 1, 2, 3] as const
/** More than these in one table and the browser takes its time: further ones by the filter. */
const MOST = 150

/**
 * Who meets whom and how often: a number in every cell, a pattern under it, never colour alone. Sorted by sector, so that one sees whether sectors cross.
 */
export function MetMatrix({
  sketch,
  people,
}: {
  readonly sketch: Sketch
  readonly people: Readonly<Record<string, PersonItem>>
}): JSX.Element {
  const lab = useLab()
  const zoom = useSignal(sketch.grouping.problem.participants.length > 40 ? 1 : 2)
  const only = useSignal(false)
  const who = useSignal('')
  const known = acquaintanceOf(planOf(sketch).meetings)
  const order = new Map((lab.lab.value?.sectors ?? []).map(({ id }, n) => [id, n]))
  const rank = (one: PersonItem): number => (one.sector === null ? 99 : (order.get(one.sector) ?? 98))
  const everybody = sketch.grouping.problem.participants
    .flatMap(({ id }) => people[id] ?? [])
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'it'))
  const meetsAgain = (one: PersonItem): boolean => [...known.of(one.id).values()].some((n) => n > 1)
  const shown = (only.value ? everybody.filter(meetsAgain) : everybody).slice(0, MOST)
  const rows = who.value === '' ? shown : everybody.filter(({ id }) => id === who.value)
  return (
    <div class="matrix">
      <p class="hint">{say(our.matrixHint)}</p>
      <div class="toolbar-row">
        <label>
          {say(our.who)}{' '}
          <select class="field" value={who.value} onChange={(event) => (who.value = event.currentTarget.value)}>
            <option value="">{say(our.everybody)}</option>
            {everybody.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        <label class="tick">
          <input type="checkbox" checked={only.value} onChange={(event) => (only.value = event.currentTarget.checked)} />
          {say(our.onlyAgain)}
        </label>
        <div class="buttons">
          <Button small disabled={zoom.value === 0} onClick={() => (zoom.value = Math.max(0, zoom.value - 1))}>
            {say(our.smaller)}
          </Button>
          <Button
            small
            disabled={zoom.value === ZOOMS.length - 1}
            onClick={() => (zoom.value = Math.min(ZOOMS.length - 1, zoom.value + 1))}
          >
            {say(our.larger)}
          </Button>
        </div>
      </div>
      {rows.length === 0 ? (
        <p class="muted">{say(our.nobodyAgain)}</p>
      ) : (
        <div class="scroll both" tabIndex={0} role="region" aria-label={say(our.matrixTitle)}>
          <table class={`met zoom-${zoom.value}`}>
            <caption class="visually-hidden">{say(our.matrixTitle)}</caption>
            <thead>
              <tr>
                <td />
                {shown.map((one) => (
                  <th key={one.id} scope="col">
                    <span>{one.name}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => {
                const theirs = known.of(row.id)
                return (
                  <tr key={row.id}>
                    <th scope="row">
                      <SectorOf sector={row.sector} short /> {row.name}
                    </th>
                    {shown.map((column) => {
                      const n = theirs.get(column.id) ?? 0
                      return column.id === row.id ? (
                        <td key={column.id} class="self" />
                      ) : (
                        <td key={column.id} class={`met-${Math.min(n, 3)}`}>
                          {n === 0 ? <span class="visually-hidden">{say(our.never)}</span> : n}
                        </td>
                      )
                    })}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
