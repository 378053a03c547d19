import type { ComponentChildren, JSX } from 'preact'
import { freeId } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import type { Bilingual } from '@telaio/shared/words'
import { Button } from '../../shell/button.tsx'
import { NOTHING, TwoLanguages } from '../two-languages.tsx'
import { moved } from './edit-zones.ts'
import { zoneWords as our } from './words.ts'

interface Named {
  readonly id: string
  readonly title: Bilingual
}

export interface NamedListProps<T extends Named> {
  readonly legend: string
  /** What ids of new items begin with. */
  readonly prefix: string
  readonly items: readonly T[]
  readonly least: number
  readonly most?: number
  readonly itemLabel: Bilingual
  readonly addLabel: string
  /** Ids of items that must stay. */
  readonly stays?: boolean
  readonly onChange: (items: (T | Named)[], typed: boolean) => void
  readonly more?: (item: T, index: number) => ComponentChildren
}

/** A short list of things with a name in both languages: columns, criteria, choices, lanes. */
export function NamedList<T extends Named>(props: NamedListProps<T>): JSX.Element {
  const { legend, prefix, items, least, most = 8, itemLabel, addLabel, stays = false, onChange, more } = props
  return (
    <fieldset class="named-list">
      <legend>{legend}</legend>
      <ol>
        {items.map((item, i) => {
          const what = say(itemLabel, { n: i + 1 })
          return (
            <li key={item.id}>
              <TwoLanguages
                name={`${prefix}.${i}`}
                label={what}
                value={item.title}
                onChange={(title) => onChange(items.with(i, { ...item, title }), true)}
              />
              <span class="buttons">
                <Button
                  kind="quiet"
                  icon="up"
                  disabled={i === 0}
                  label={say(our.itemUp, { what })}
                  onClick={() => onChange([...moved(items, item.id, -1)], false)}
                />
                {!stays && items.length > least && (
                  <Button
                    kind="quiet"
                    icon="close"
                    label={say(our.itemRemove, { what })}
                    onClick={() => onChange(items.toSpliced(i, 1), false)}
                  />
                )}
              </span>
              {more && <div class="named-more">{more(item, i)}</div>}
            </li>
          )
        })}
      </ol>
      {items.length < most && (
        <Button
          small
          icon="plus"
          onClick={() =>
            onChange(
              [
                ...items,
                {
                  id: freeId(
                    `${prefix}-${items.length + 1}`,
                    items.map(({ id }) => id),
                  ),
                  title: NOTHING,
                },
              ],
              false,
            )
          }
        >
          {addLabel}
        </Button>
      )}
    </fieldset>
  )
}
