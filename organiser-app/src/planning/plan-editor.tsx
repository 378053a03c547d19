import { useSignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import {
  agendaTimes,
  changeBlock,
  duplicateBlock,
  type KitMeeting,
  minutesOf,
  moveBlock,
  type PlanKit,
  removeBlock,
  splitBlock,
  clockIn,
  warnings,
} from '@telaio/shared/kit'
import { count, say } from '@telaio/shared/ui'
import { Button } from '../shell/button.tsx'
import { Field } from '../shell/field.tsx'
import { Icon } from '../shell/icon.tsx'
import { AddBlock } from './add-block.tsx'
import { AgendaBlock, type Grip, startText, titleOf } from './agenda-block.tsx'
import { BlockForm } from './block-form.tsx'
import { TwoLanguages } from './two-languages.tsx'
import type { Edge } from './use-drag.ts'
import { WarningList } from './warning-list.tsx'
import { planningWords as our } from './words.ts'
import { ZoneList } from './zone-list.tsx'

export interface PlanEditorProps {
  /** The kit or lab around the meeting. */
  readonly kit: PlanKit
  readonly value: KitMeeting
  /** Changes that carry the same `step` in a row are one step to take back; null is a step of its own. */
  readonly onChange: (next: KitMeeting, step: string | null) => void
  readonly steps: { readonly undo: (() => void) | null; readonly redo: (() => void) | null }
  /** When the meeting is held; a kit's meetings have no date. */
  readonly when: { readonly date: string | null; readonly time: string | null; readonly zone: string }
  /** Blocks that have begun: they cannot be taken out any more. */
  readonly begun?: ReadonlySet<string>
  /** The editor of the canvas and its zones, where there is one. */
  readonly canvas?: ComponentChildren
}

const NONE_BEGUN: ReadonlySet<string> = new Set()

/** The run of show: an agenda on a timeline whose times follow from the minutes. It knows nothing of labs, of saving or of who may do what. */
export function PlanEditor({ kit, value, onChange, steps, when, begun = NONE_BEGUN, canvas }: PlanEditorProps): JSX.Element {
  const open = useSignal<string | null>(null)
  const grabbed = useSignal<{ readonly id: string; readonly before: KitMeeting } | null>(null)
  const spoken = useSignal('')
  const focusOn = useRef<string | null>(null)
  const asked = useSignal(0)
  // read here, so that asking draws anew where the block was open already
  void asked.value
  const help = useId()
  const { agenda } = value
  const times = agendaTimes(agenda, when.date, when.time, when.zone)
  const due = minutesOf(kit, value)
  useEffect(() => {
    const title =
      focusOn.current === null ? null : document.getElementById(`block-${focusOn.current}`)?.querySelector<HTMLElement>('.tl-title')
    // a block that was just put in comes with the next drawing
    if (!title) return
    focusOn.current = null
    title.focus({ preventScroll: true })
    title.scrollIntoView({ block: 'center' })
  })
  /** Opens a block and brings the focus to it. */
  const show = (id: string) => {
    focusOn.current = id
    open.value = id
    asked.value++
  }
  const factsOf = (meeting: KitMeeting, id: string) => {
    const at = meeting.agenda.findIndex((one) => one.id === id)
    const moved = agendaTimes(meeting.agenda, when.date, when.time, when.zone)
    const block = meeting.agenda[at]
    return {
      title: block ? titleOf(block) : '',
      at: at + 1,
      of: meeting.agenda.length,
      time: startText(moved.blocks[at]),
    }
  }
  const placeAt = (id: string, to: number, step: string | null) => {
    const next = moveBlock(value, id, to)
    if (next !== value) onChange(next, step)
    spoken.value = say(our.movedTo, factsOf(next, id))
  }
  const grip = (id: string, what: Grip) => {
    const at = agenda.findIndex((one) => one.id === id)
    const held = grabbed.value
    if (what === 'toggle' && held?.id !== id) {
      grabbed.value = { id, before: value }
      spoken.value = say(our.grabbed, factsOf(value, id))
    } else if (what === 'toggle' || what === 'leave') {
      grabbed.value = null
      spoken.value = say(our.dropped, factsOf(value, id))
    } else if (what === 'cancel') {
      grabbed.value = null
      if (held && held.before !== value) onChange(held.before, `move ${id}`)
      spoken.value = say(our.putBack, factsOf(value, id))
      focusOn.current = null
    } else placeAt(id, at + (what === 'up' ? -1 : 1), `move ${id}`)
  }
  const dropped = (on: string, dragged: string, edge: Edge) => {
    const rest = agenda.filter((one) => one.id !== dragged)
    const at = rest.findIndex((one) => one.id === on)
    placeAt(dragged, edge === 'before' ? at : at + 1, null)
  }
  const travel = (go: (() => void) | null, text: string) => {
    if (!go) return
    grabbed.value = null
    go()
    spoken.value = text
  }
  return (
    <div
      class="plan-editor"
      onKeyDown={(event) => {
        const writing = event.target instanceof HTMLElement && event.target.matches('input:not([type="checkbox"]), textarea, select')
        if (writing || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        travel(event.shiftKey ? steps.redo : steps.undo, say(event.shiftKey ? our.redoneSaid : our.undoneSaid))
      }}
    >
      <p class="visually-hidden" role="status">
        {spoken.value}
      </p>
      <div class="columns">
        <div>
          <MeetingPart kit={kit} value={value} onChange={onChange} />
          <section aria-labelledby="plan-agenda">
            <div class="section-head">
              <h2 id="plan-agenda">{say(our.agenda)}</h2>
              <span class="buttons">
                <Button small disabled={!steps.undo} onClick={() => travel(steps.undo, say(our.undoneSaid))}>
                  {say(our.undo)}
                </Button>
                <Button small disabled={!steps.redo} onClick={() => travel(steps.redo, say(our.redoneSaid))}>
                  {say(our.redo)}
                </Button>
              </span>
            </div>
            <Total minutes={times.minutes} due={due} start={times.start} end={times.end} zone={when.zone} />
            <p class="hint" id={help}>
              {say(our.howToMove)}
            </p>
            <ol class="timeline">
              {agenda.map((block, i) => (
                <AgendaBlock
                  key={block.id}
                  block={block}
                  time={times.blocks[i] ?? { id: block.id, after: 0, at: null, clock: null }}
                  place={i}
                  of={agenda.length}
                  list={value.canvas.id}
                  help={help}
                  open={open.value === block.id}
                  grabbed={grabbed.value?.id === block.id}
                  begun={begun.has(block.id)}
                  beyond={(times.blocks[i]?.after ?? 0) + block.minutes > due}
                  onOpen={() => (open.value = open.value === block.id ? null : block.id)}
                  onMinutes={(minutes) =>
                    onChange(
                      changeBlock(value, block.id, (one) => ({ ...one, minutes })),
                      `minutes ${block.id}`,
                    )
                  }
                  onGrip={(what) => grip(block.id, what)}
                  onDrop={(dragged, edge) => dropped(block.id, dragged, edge)}
                  onMove={(by) => placeAt(block.id, i + by, null)}
                  onDuplicate={() => onChange(duplicateBlock(value, block.id), null)}
                  onSplit={() => onChange(splitBlock(value, block.id), null)}
                  onRemove={() => {
                    onChange(removeBlock(value, block.id), null)
                    spoken.value = say(our.removed, { title: titleOf(block) })
                  }}
                >
                  <BlockForm kit={kit} meeting={value} block={block} onChange={onChange} />
                </AgendaBlock>
              ))}
            </ol>
          </section>
          <AddBlock
            kit={kit}
            meeting={value}
            onAdd={(next, id) => {
              onChange(next, null)
              show(id)
              const { title, at } = factsOf(next, id)
              spoken.value = say(our.added, { title, at })
            }}
          />
          {canvas}
        </div>
        <div>
          <WarningList meeting={value} warnings={warnings(kit, value)} onGo={show} />
          <ZoneList meeting={value} onChange={(next) => onChange(next, null)} />
        </div>
      </div>
    </div>
  )
}

interface TotalProps {
  readonly minutes: number
  readonly due: number
  readonly start: number | null
  readonly end: number | null
  readonly zone: string
}

/** What the minutes add up to, beside what the meeting has: in words, and by colour. */
function Total({ minutes, due, start, end, zone }: TotalProps): JSX.Element {
  const over = minutes - due
  return (
    <p class={`plan-total${over > 0 ? ' over' : ''}`} role="status">
      {start !== null && end !== null && (
        <strong class="time">{say(our.fromTo, { from: clockIn(start, zone), to: clockIn(end, zone) })}</strong>
      )}
      <span class="time">{say(our.total, { minutes, due })}</span>
      <span class={over > 0 ? 'over-time' : 'muted'}>
        <Icon name={over > 0 ? 'alert' : over < 0 ? 'circle' : 'check'} />{' '}
        {over > 0 ? count(over, our.overByOne, our.overBy) : over < 0 ? count(-over, our.leftOverOne, our.leftOver) : say(our.fits)}
      </span>
    </p>
  )
}

/** Title, purpose and length of the meeting itself. */
function MeetingPart({ kit, value, onChange }: Pick<PlanEditorProps, 'kit' | 'value' | 'onChange'>): JSX.Element {
  return (
    <details class="card meeting-part">
      <summary>{say(our.meetingPart)}</summary>
      <div class="form">
        <TwoLanguages
          name="meeting-title"
          label={say(our.meetingTitle)}
          value={value.title}
          onChange={(title) => onChange({ ...value, title }, 'meeting title')}
        />
        <TwoLanguages
          name="purpose"
          label={say(our.purpose)}
          rows={2}
          value={value.purpose}
          onChange={(purpose) => onChange({ ...value, purpose }, 'purpose')}
        />
        <Field name="length" label={say(our.length)}>
          {(props) => (
            <input
              {...props}
              class="field short"
              type="number"
              min={10}
              max={960}
              step={5}
              value={minutesOf(kit, value)}
              onInput={(event) => {
                const minutes = Math.floor(event.currentTarget.valueAsNumber)
                if (minutes >= 10 && minutes <= 960) onChange({ ...value, minutes }, 'length')
              }}
            />
          )}
        </Field>
      </div>
    </details>
  )
}
