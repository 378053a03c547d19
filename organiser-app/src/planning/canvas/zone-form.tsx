import type { JSX } from 'preact'
import type { KitMeeting, Zone } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { Field } from '../../shell/field.tsx'
import { titleOf } from '../agenda-block.tsx'
import { NOTHING, TwoLanguages } from '../two-languages.tsx'
import { AnswerFields } from './answer-fields.tsx'
import { changeZone, judgeable, writeDuring } from './edit-zones.ts'
import { type Places, zoneText } from './lead-places.ts'
import { LeadsField } from './leads-field.tsx'
import { NamedList } from './named-list.tsx'
import { zoneWords as our } from './words.ts'

export interface ZoneFormProps {
  readonly places: Places
  readonly meeting: KitMeeting
  readonly zone: Zone
  /** People have written in it. */
  readonly written: boolean
  readonly onChange: (next: KitMeeting, step: string | null) => void
}

/** All that there is to say of a zone: what is asked, what is written, how much, and where it goes. */
export function ZoneForm({ places, meeting, zone, written, onChange }: ZoneFormProps): JSX.Element {
  const change = (field: string, next: (zone: Zone) => Zone, typed = false) =>
    onChange(changeZone(meeting, zone.id, next), typed ? `${zone.id} ${field}` : null)
  const about = judgeable(places.meetings, meeting, zone).map(({ id }) => ({ id, text: zoneText(places, id) }))
  return (
    <div class="block-form">
      <TwoLanguages
        name="zone-title"
        label={say(our.title)}
        value={zone.title}
        onChange={(title) => change('title', (one) => ({ ...one, title }), true)}
      />
      <TwoLanguages
        name="question"
        label={say(our.question)}
        rows={2}
        value={zone.question}
        onChange={(question) => change('question', (one) => ({ ...one, question }), true)}
      />
      <AnswerFields zone={zone} about={about} written={written} onChange={(next, typed) => change('answer', () => next, typed)} />
      <Lanes zone={zone} written={written} onChange={(next, typed) => change('lanes', () => next, typed)} />
      <Numbers zone={zone} onChange={(next) => change('numbers', () => next, true)} />
      <Anonymous zone={zone} onChange={(next) => change('anonymous', () => next)} />
      <fieldset class="ticks column">
        <legend>{say(our.writtenDuring)}</legend>
        {meeting.agenda
          .filter(({ kind }) => kind !== 'break')
          .map((block) => (
            <label key={block.id}>
              <input
                type="checkbox"
                checked={block.zones.includes(zone.id)}
                onChange={(event) => onChange(writeDuring(meeting, zone.id, block.id, event.currentTarget.checked), null)}
              />
              {titleOf(block)}
            </label>
          ))}
      </fieldset>
      <From places={places} zone={zone} onChange={(next) => change('from', () => next)} />
      <LeadsField
        places={places}
        zone={zone.id}
        value={zone.leadsTo}
        onChange={(leadsTo) => change('leadsTo', (one) => ({ ...one, leadsTo: [...leadsTo] }))}
      />
    </div>
  )
}

interface PartProps {
  readonly zone: Zone
  readonly onChange: (next: Zone, typed: boolean) => void
}

function Lanes({ zone, written, onChange }: PartProps & { readonly written: boolean }): JSX.Element {
  const { lanes, ...rest } = zone
  return (
    <>
      <label class="tick-line">
        <input
          type="checkbox"
          checked={lanes !== undefined}
          disabled={written && lanes !== undefined}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked
                ? {
                    ...rest,
                    lanes: [
                      { id: 'lane-1', title: NOTHING },
                      { id: 'lane-2', title: NOTHING },
                    ],
                  }
                : rest,
              false,
            )
          }
        />
        {say(our.useLanes)}
      </label>
      {lanes && (
        <NamedList
          legend={say(our.lanes)}
          prefix="lane"
          items={lanes}
          least={2}
          itemLabel={our.lane}
          addLabel={say(our.addLane)}
          stays={written}
          onChange={(next, typed) => onChange({ ...rest, lanes: next }, typed)}
        />
      )}
    </>
  )
}

function Numbers({ zone, onChange }: PartProps): JSX.Element {
  const { atMost, ...rest } = zone
  return (
    <div class="row">
      <Field name="expected" label={say(our.expected)} hint={say(our.expectedHint)}>
        {(props) => (
          <input
            {...props}
            type="number"
            min={1}
            max={60}
            value={zone.expected}
            onInput={(event) => {
              const expected = Math.floor(event.currentTarget.valueAsNumber)
              if (expected >= 1 && expected <= 60) onChange({ ...zone, expected }, true)
            }}
          />
        )}
      </Field>
      <Field name="atMost" label={say(our.atMost)} optional>
        {(props) => (
          <input
            {...props}
            type="number"
            min={1}
            max={200}
            value={atMost ?? ''}
            onInput={(event) => {
              const most = Math.floor(event.currentTarget.valueAsNumber)
              onChange(most >= 1 ? { ...rest, atMost: most } : rest, true)
            }}
          />
        )}
      </Field>
    </div>
  )
}

function Anonymous({ zone, onChange }: PartProps): JSX.Element {
  const ballot = 'on' in zone.answer
  const cannot = ballot || zone.answer.type === 'person'
  return (
    <label class="tick-line">
      <input
        type="checkbox"
        checked={zone.mayBeAnonymous}
        // a fault that came in with a file can be mended here
        disabled={cannot && !zone.mayBeAnonymous}
        onChange={(event) => onChange({ ...zone, mayBeAnonymous: event.currentTarget.checked }, false)}
      />
      <span>
        {say(our.anonymous)} {cannot && <span class="muted">{say(ballot ? our.secret : our.personal)}</span>}
      </span>
    </label>
  )
}

/** Zones that lead here, of which some are shown to start from. */
function From({ places, zone, onChange }: PartProps & { readonly places: Places }): JSX.Element {
  const { from = [], ...rest } = zone
  const leading = places.meetings
    .flatMap(({ canvas }) => canvas.zones)
    .filter(({ leadsTo }) => leadsTo.some((lead) => lead.to === 'zone' && lead.zone === zone.id))
    .map(({ id }) => id)
  const all = [...new Set([...leading, ...from])]
  return (
    <fieldset class="ticks column">
      <legend>{say(our.from)}</legend>
      {all.length === 0 && <p class="hint">{say(our.fromNone)}</p>}
      {all.map((id) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={from.includes(id)}
            onChange={(event) => {
              const ticked = event.currentTarget.checked
              const next = all.filter((one) => (one === id ? ticked : from.includes(one)))
              onChange(next.length > 0 ? { ...rest, from: next } : rest, false)
            }}
          />
          {zoneText(places, id)}
        </label>
      ))}
    </fieldset>
  )
}
