import type { ZoneItem } from '@telaio/shared/view'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import type { Place } from '../lab/notes.ts'
import { usePanel } from '../panel/context.ts'
import { answerFrom, faultIn, type Fields, type WrittenType } from '../writing/answers.ts'
import { draftKey } from '../writing/draft.ts'
import { writingWords as words } from '../words/writing.ts'
import { FieldSet } from './fields/field-set.tsx'
import { Discard } from './discard.tsx'

interface Props {
  readonly zone: ZoneItem
  readonly type: WrittenType
  readonly block: string
  readonly privateFirst: boolean
  readonly place: Place
  readonly leftover: boolean
  readonly labelledBy: string
  /** How many stand there already. */
  readonly notes: number
}

const DOUBLE_PRESS_MS = 800

/** Where a new note is written. What is typed is on the device before it is sent, and stays until it is. */
export function Composer({ zone, type, block, privateFirst, place, leftover, labelledBy, notes }: Props): JSX.Element | null {
  const { writing, announce, online } = usePanel()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const sentAt = useRef(0)
  const [shownFault, setFault] = useState<ReturnType<typeof faultIn> | 'no-keys'>(null)
  const drafts = writing.value?.drafts
  if (!drafts) return null
  const key = draftKey(place.meeting, place.group, place.zone)
  const draft = drafts.all.value[key]
  const fields: Fields = draft?.fields ?? {}
  const where = { key, ...place, block }
  const unseen = draft?.private ?? privateFirst
  const anonymous = draft?.anonymous ?? false
  const fault = shownFault === 'no-keys' ? null : shownFault

  // read at the moment of the event: a quick hand is ahead of what is drawn
  const written = () => drafts.get(key)
  const change = (field: string, text: string) => {
    drafts.change(where, { fields: { ...written()?.fields, [field]: text } })
    if (shownFault !== null) setFault(null)
  }
  const submit = async (event: Event) => {
    event.preventDefault()
    const now = written()
    const found = faultIn(type, now?.fields ?? {})
    if (found) {
      // a double press: the first has taken the text along
      if (found.because === 'blank' && performance.now() - sentAt.current < DOUBLE_PRESS_MS) return
      setFault(found)
      form.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(found.field)}"]`)?.focus()
      return
    }
    if (!now) return
    sentAt.current = performance.now()
    const lane = zone.lanes?.some((one) => one.id === now.lane) ? now.lane : undefined
    const unseenNow = leftover ? (now.private ?? privateFirst) : now.private
    const kept = writing.value?.write({
      place,
      block,
      answer: answerFrom(type, now.fields),
      lane,
      private: unseenNow,
      anonymous: now.anonymous,
      derivedFrom: now.derivedFrom,
    })
    drafts.drop(key, kept)
    // the lane and the choice of being seen hold for the next note too
    if (lane !== undefined || now.private !== undefined)
      drafts.change(where, { ...(lane === undefined ? {} : { lane }), ...(now.private === undefined ? {} : { private: now.private }) })
    form.current?.querySelector<HTMLElement>('[data-field]')?.focus()
    if ((await kept) === 'kept') return announce(say(online.value ? words.sent : words.kept))
    drafts.change(where, now)
    setFault('no-keys')
  }

  const problem =
    shownFault === 'no-keys'
      ? say(words.noKeys)
      : fault?.because === 'too-long'
        ? say(words.tooLong, { over: fault.over ?? 0 })
        : fault
          ? say(words.blank)
          : null
  const seen = unseen ? words.seenByMe : place.group === 'all' ? words.seenByAll : words.seenByGroup
  const full = zone.atMost !== undefined && notes >= zone.atMost
  return (
    <form
      ref={form}
      class="composer"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit(event)
      }}
    >
      {zone.lanes && (
        <fieldset class="lanes">
          <legend>{say(words.lane)}</legend>
          {zone.lanes.map((lane) => (
            <label key={lane.id} class="chip">
              <input
                type="radio"
                name={`${id}-lane`}
                checked={draft?.lane === lane.id}
                onChange={() => drafts.change(where, { lane: lane.id })}
              />
              <span>{say(lane.title)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <FieldSet type={type} fields={fields} onChange={change} labelledBy={labelledBy} fault={fault} describedBy={`${id}-seen`} />
      {problem && (
        <p class="fault" role="alert">
          {problem}
        </p>
      )}
      {zone.atMost !== undefined && (
        <p class={full ? 'fault' : 'muted hint'}>{say(full ? words.atMostReached : words.atMost, { n: notes, most: zone.atMost })}</p>
      )}
      {type.type === 'person' && <p class="muted hint">{say(words.personWhy)}</p>}
      {zone.mayBeAnonymous && (
        <>
          <label class="check">
            <input
              type="checkbox"
              checked={anonymous}
              aria-describedby={`${id}-anonymous`}
              onChange={(event) => drafts.change(where, { anonymous: event.currentTarget.checked })}
            />
            <span>{say(words.anonymous)}</span>
          </label>
          <p class="muted hint" id={`${id}-anonymous`} hidden={!anonymous}>
            {say(words.anonymousWhy)}
          </p>
        </>
      )}
      <div class="send-row">
        <label class="check">
          <input type="checkbox" checked={unseen} onChange={(event) => drafts.change(where, { private: event.currentTarget.checked })} />
          <span>{say(words.onlyMe)}</span>
        </label>
        <span class="send-buttons">
          {leftover && <Discard onDiscard={() => drafts.drop(key)} />}
          <button type="submit" class="button primary" title={say(words.shortcut)}>
            {say(leftover ? words.sendAnyway : words.add[type.type])}
          </button>
        </span>
      </div>
      <p class={unseen && privateFirst ? 'visually-hidden' : 'muted hint'} id={`${id}-seen`}>
        {say(seen)}
      </p>
    </form>
  )
}
