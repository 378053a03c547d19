import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { GroupWish } from '@telaio/shared/lab'
import { say } from '@telaio/shared/ui'
import { groupingWords } from '@telaio/shared/grouping'
import { personName, titleOf } from '@telaio/shared/ui/seating'
import { activePeople } from '../../people/people-facts.ts'
import { Button } from '../../shell/button.tsx'
import { useConsole, useLab } from '../../shell/context.ts'
import { Dialog, FormEnd } from '../../shell/dialog.tsx'
import { Field, TroubleNote } from '../../shell/field.tsx'
import { sayWish } from './names.ts'
import { useWishes } from './use-wishes.ts'
import { planWords as our } from './words.ts'

/** Who must be together, apart, or always in one group: the list, and a way to add to it. */
export function Wishes(): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const { wishes, command, remove } = useWishes()
  const adding = useSignal(false)
  const may = lab.may('setWishes')
  return (
    <section class="card" aria-labelledby="wishes">
      <div class="section-head">
        <h3 id="wishes">{say(our.wishes)}</h3>
        {may && (
          <Button icon="plus" onClick={() => (adding.value = true)}>
            {say(our.addWish)}
          </Button>
        )}
      </div>
      <p class="hint">{say(our.wishesText)}</p>
      <TroubleNote trouble={command.trouble} />
      {wishes.length === 0 ? (
        <p class="muted">{say(our.noWishes)}</p>
      ) : (
        <ul class="wish-list">
          {wishes.map((wish, n) => (
            <li key={JSON.stringify(wish)}>
              <span>{sayWish(lab, wish)}</span>
              {may && (
                <button
                  type="button"
                  class="link"
                  aria-label={say(our.removeWish, { wish: sayWish(lab, wish) })}
                  onClick={() => void remove(n).then((done) => done && tell(say(our.wishGone)))}
                >
                  {say(our.remove)}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {adding.value && <WishDialog onClose={() => (adding.value = false)} />}
    </section>
  )
}

function WishDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const { command, add } = useWishes()
  const kind = useSignal<GroupWish['kind']>('together')
  const people = useSignal<readonly string[]>([])
  const set = useSignal('')
  const group = useSignal(1)
  const short = useSignal(false)
  const fixed = kind.value === 'fixed'
  const all = activePeople(lab.items.people.value).filter(
    ({ roles }) => roles.includes('participant') || (fixed && roles.includes('facilitator')),
  )
  const pick = (id: string): void => {
    if (id !== '' && !people.value.includes(id)) people.value = fixed ? [id] : [...people.value, id]
  }
  const save = async () => {
    short.value = people.value.length < (fixed ? 1 : 2)
    if (short.value) return
    const [person = ''] = people.value
    const wish: GroupWish =
      kind.value === 'fixed'
        ? { kind: 'fixed', person, group: group.value, set: set.value || null }
        : { kind: kind.value, people: [...people.value] }
    if (!(await add(wish))) return
    tell(say(our.wishSaved))
    onClose()
  }
  return (
    <Dialog title={say(our.addWish)} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <fieldset class="ticks column">
          <legend>{say(our.kind)}</legend>
          {(['together', 'apart', 'fixed'] as const).map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="kind"
                checked={kind.value === one}
                onChange={() => {
                  kind.value = one
                  if (one === 'fixed') people.value = people.value.slice(0, 1)
                }}
              />
              {say(our[one])}
            </label>
          ))}
        </fieldset>
        <Field name="people" label={say(our.addPerson)} wrong={short.value ? say(our.two) : null} trouble={command.trouble}>
          {(props) => (
            <select
              {...props}
              value=""
              onChange={(event) => {
                pick(event.currentTarget.value)
                event.currentTarget.value = ''
              }}
            >
              <option value="" />
              {all
                .filter(({ id }) => !people.value.includes(id))
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {[one.name, one.organisation].filter(Boolean).join(', ')}
                  </option>
                ))}
            </select>
          )}
        </Field>
        {people.value.length > 0 && (
          <ul class="chips">
            {people.value.map((id) => (
              <li key={id}>
                {personName(lab, id)}
                <Button
                  kind="quiet"
                  small
                  icon="close"
                  label={say(our.takeOff, { name: personName(lab, id) })}
                  onClick={() => (people.value = people.value.filter((one) => one !== id))}
                />
              </li>
            ))}
          </ul>
        )}
        {fixed && (
          <>
            <Field name="group" label={say(our.groupNumber)} trouble={command.trouble}>
              {(props) => (
                <input
                  {...props}
                  class="field short"
                  type="number"
                  min={1}
                  max={200}
                  value={group.value}
                  onInput={(event) => (group.value = event.currentTarget.valueAsNumber || 1)}
                />
              )}
            </Field>
            <Field name="set" label={say(our.where)} trouble={command.trouble}>
              {(props) => (
                <select {...props} value={set.value} onChange={(event) => (set.value = event.currentTarget.value)}>
                  <option value="">{say(groupingWords.everyMixed)}</option>
                  {lab.sets.value.map((one) => (
                    <option key={one.id} value={one.id}>
                      {titleOf(one)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </>
        )}
        <TroubleNote trouble={command.trouble} fields={['people', 'group', 'set']} />
        <FormEnd submit={say(our.saveWish)} busy={command.busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
