import type { JSX } from 'preact'
import type { Kit, Sector } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { NamedList } from '../planning/canvas/named-list.tsx'
import { TwoLanguages } from '../planning/two-languages.tsx'
import { Field } from '../shell/field.tsx'
import { kitsWords as our } from './words.ts'

export interface KitHeadFormProps {
  readonly kit: Kit
  readonly onChange: (next: Kit, step: string | null) => void
}

const THREADS: readonly Sector['thread'][] = ['environment', 'culture', 'education', 'social', 'other-1', 'other-2', 'other-3']

/** Title, summary, what the kit takes for granted, and its sectors. */
export function KitHeadForm({ kit, onChange }: KitHeadFormProps): JSX.Element {
  const { assumes } = kit
  const number = (field: keyof Kit['assumes'], label: string, least: number, most: number, hint?: string) => (
    <Field name={field} label={label} {...(hint === undefined ? {} : { hint })}>
      {(props) => (
        <input
          {...props}
          type="number"
          min={least}
          max={most}
          value={assumes[field]}
          onInput={(event) => {
            const value = Math.floor(event.currentTarget.valueAsNumber)
            if (value >= least && value <= most) onChange({ ...kit, assumes: { ...assumes, [field]: value } }, field)
          }}
        />
      )}
    </Field>
  )
  return (
    <section class="card form" aria-labelledby="kit-head">
      <h2 id="kit-head">{say(our.head)}</h2>
      <TwoLanguages name="title" label={say(our.kitTitle)} value={kit.title} onChange={(title) => onChange({ ...kit, title }, 'title')} />
      <TwoLanguages
        name="summary"
        label={say(our.summary)}
        rows={3}
        value={kit.summary}
        onChange={(summary) => onChange({ ...kit, summary }, 'summary')}
      />
      <div class="row">
        {number('minutes', say(our.usualMinutes), 10, 960)}
        {number('people', say(our.usualPeople), 2, 2000)}
        {number('projectGroups', say(our.usualGroups), 0, 200, say(our.usualGroupsHint))}
      </div>
      <NamedList
        legend={say(our.sectors)}
        prefix="sector"
        items={kit.sectors}
        least={1}
        most={THREADS.length}
        itemLabel={our.sector}
        addLabel={say(our.addSector)}
        onChange={(items, typed) => onChange({ ...kit, sectors: withThreads(items) }, typed ? 'sectors' : null)}
      />
    </section>
  )
}

/** Each sector keeps its thread; a new one takes the first that no other has. */
function withThreads(items: readonly (Sector | Omit<Sector, 'thread'>)[]): Sector[] {
  const taken = new Set(items.flatMap((item) => ('thread' in item ? [item.thread] : [])))
  return items.map((item) => {
    if ('thread' in item) return item
    const thread = THREADS.find((one) => !taken.has(one)) ?? 'other-3'
    taken.add(thread)
    return { ...item, thread }
  })
}
