import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { dropMethod, type KitMeeting, type LeadsTo, type PlanKit, type Repertoire, usualLead } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { titleOf } from '../planning/agenda-block.tsx'
import { LeadsField } from '../planning/canvas/leads-field.tsx'
import { Button } from '../shell/button.tsx'
import { useConsole } from '../shell/context.ts'
import { Dialog, FormEnd } from '../shell/dialog.tsx'
import { Field, TroubleNote } from '../shell/field.tsx'
import { Brings, factsOf } from './method-card.tsx'
import { MethodSearch } from './method-search.tsx'
import { useMethods } from './use-methods.ts'
import { methodWords as our } from './words.ts'

type Found = Repertoire['methods'][number]

export interface DropMethodProps {
  readonly kit: PlanKit
  readonly meeting: KitMeeting
  readonly onDrop: (next: KitMeeting) => void
  readonly onUndo: () => void
}

/** Puts a method into the agenda: which, where, and where its results lead. */
export function DropMethod(props: DropMethodProps): JSX.Element {
  const open = useSignal(false)
  const focusOn = useRef<string | null>(null)
  useEffect(() => {
    const title =
      focusOn.current === null ? null : document.getElementById(`block-${focusOn.current}`)?.querySelector<HTMLElement>('.tl-title')
    if (!title) return
    focusOn.current = null
    title.focus({ preventScroll: true })
    title.scrollIntoView({ block: 'center' })
  })
  return (
    <div class="buttons">
      <Button icon="plus" onClick={() => (open.value = true)}>
        {say(our.drop)}
      </Button>
      {open.value && (
        <DropDialog
          {...props}
          onFirst={(block) => (focusOn.current = block)}
          onClose={() => {
            open.value = false
          }}
        />
      )}
    </div>
  )
}

interface DropDialogProps extends DropMethodProps {
  readonly onFirst: (block: string) => void
  readonly onClose: () => void
}

function DropDialog(props: DropDialogProps): JSX.Element {
  const chosen = useSignal<Found | null>(null)
  const { repertoire, loading, load } = useMethods()
  return (
    <Dialog title={say(our.dropTitle)} wide onClose={props.onClose}>
      <TroubleNote trouble={loading.trouble} onAgain={() => void load()} />
      {chosen.value ? (
        <DropForm {...props} method={chosen.value} onOther={() => (chosen.value = null)} />
      ) : (
        <MethodSearch methods={repertoire.value?.methods ?? []}>
          {(method) => (
            <div class="method-row">
              <h3>{say(method.title)}</h3>
              <p>{say(method.summary)}</p>
              <p class="muted small">{factsOf(method)}</p>
              <Button small onClick={() => (chosen.value = method)}>
                {say(our.choose, { title: say(method.title) })}
              </Button>
            </div>
          )}
        </MethodSearch>
      )}
    </Dialog>
  )
}

interface DropFormProps extends DropDialogProps {
  readonly method: Found
  readonly onOther: () => void
}

/** What it brings, at which place, and where its results lead. */
function DropForm({ kit, meeting, method, onDrop, onUndo, onFirst, onOther, onClose }: DropFormProps): JSX.Element {
  const { tell } = useConsole()
  const { agenda } = meeting
  const place = useSignal(agenda.length)
  const leads = useSignal<readonly LeadsTo[]>(usualLead(kit, meeting))
  const full = useSignal(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const writes = method.brings.zones.length > 0
  const drop = () => {
    const next = dropMethod(meeting, method, place.value, leads.value)
    full.value = next === null
    const first = next?.agenda[place.value]
    if (!next || !first) return
    onFirst(first.id)
    onDrop(next)
    onClose()
    const minutes = method.brings.blocks.reduce((all, block) => all + block.minutes, 0)
    tell(say(our.inserted, { title: say(method.title), n: minutes }), onUndo)
  }
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault()
        drop()
      }}
    >
      <h3 ref={heading} tabIndex={-1}>
        {say(method.title)}
      </h3>
      <p>{say(method.summary)}</p>
      <Brings method={method} />
      <Field name="drop-where" label={say(our.where)} wrong={full.value ? say(our.full) : null}>
        {(props) => (
          <select {...props} value={String(place.value)} onChange={(event) => (place.value = Number(event.currentTarget.value))}>
            <option value="0">{say(our.atStart)}</option>
            {agenda.slice(0, -1).map((block, i) => (
              <option key={block.id} value={String(i + 1)}>
                {say(our.after, { title: titleOf(block) })}
              </option>
            ))}
            <option value={String(agenda.length)}>{say(our.atEnd)}</option>
          </select>
        )}
      </Field>
      {writes && (
        <LeadsField
          places={{ meetings: kit.meetings, blocks: kit.finalCanvas.blocks, here: meeting.number }}
          zone={null}
          value={leads.value}
          onChange={(next) => (leads.value = next)}
        />
      )}
      <p class="muted small">
        {method.licence} · {say(method.credit)}
      </p>
      <FormEnd submit={say(our.insert, { title: say(method.title) })} disabled={writes && leads.value.length === 0} onCancel={onClose}>
        <Button onClick={onOther}>{say(our.other)}</Button>
      </FormEnd>
    </form>
  )
}
