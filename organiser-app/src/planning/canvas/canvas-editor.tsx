import { useSignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { type KitMeeting, type PlanKit, usualLead, type Zone } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { Button } from '../../shell/button.tsx'
import { Icon } from '../../shell/icon.tsx'
import { Menu } from '../../shell/menu.tsx'
import { TwoLanguages } from '../two-languages.tsx'
import { addZone, duplicateZone, moved, withoutZone, withZones } from './edit-zones.ts'
import { leadText, type Places } from './lead-places.ts'
import { answerChoices, zoneWords as our } from './words.ts'
import { ZoneForm } from './zone-form.tsx'

export interface CanvasEditorProps {
  readonly kit: PlanKit
  readonly meeting: KitMeeting
  /** Zones in which people have written: they stay, and keep their type of answer. */
  readonly written?: ReadonlySet<string>
  /** The zone to open; another object asks once more. */
  readonly reveal?: { readonly id: string } | null
  readonly onChange: (next: KitMeeting, step: string | null) => void
  /** What the sheet will look like, where it can be drawn. */
  readonly preview?: ComponentChildren
}

const NONE: ReadonlySet<string> = new Set()

/** The canvas of a meeting: its zones in order, each with its question, its answer and where it leads. */
export function CanvasEditor({ kit, meeting, written = NONE, reveal = null, onChange, preview }: CanvasEditorProps): JSX.Element {
  const open = useSignal<string | null>(null)
  const spoken = useSignal('')
  const focusOn = useRef<{ readonly id: string; readonly what: 'name' | 'menu' } | null>(null)
  const { canvas } = meeting
  const places: Places = {
    meetings: kit.meetings.map((one) => (one.number === meeting.number ? meeting : one)),
    blocks: kit.finalCanvas.blocks,
    here: meeting.number,
  }
  useEffect(() => {
    if (reveal && canvas.zones.some(({ id }) => id === reveal.id)) {
      open.value = reveal.id
      focusOn.current = { id: reveal.id, what: 'name' }
    }
  }, [reveal])
  useEffect(() => {
    const row = focusOn.current && document.getElementById(`zone-${focusOn.current.id}`)
    const target = row?.querySelector<HTMLElement>(focusOn.current?.what === 'menu' ? '.menu summary' : '.zone-title')
    // a zone that was just put in comes with the next drawing
    if (!target) return
    focusOn.current = null
    target.focus({ preventScroll: true })
    target.scrollIntoView({ block: 'center' })
  })
  const added = (made: { readonly meeting: KitMeeting; readonly id: string } | null) => {
    if (made) {
      focusOn.current = { id: made.id, what: 'name' }
      open.value = made.id
      onChange(made.meeting, null)
    }
    spoken.value = say(made ? our.added : our.full, { zone: made?.id ?? '' })
  }
  const move = (zone: string, by: number) => {
    const zones = moved(canvas.zones, zone, by)
    focusOn.current = { id: zone, what: 'menu' }
    onChange(withZones(meeting, zones), null)
    spoken.value = say(our.moved, { zone, at: zones.findIndex(({ id }) => id === zone) + 1, of: zones.length })
  }
  return (
    <section class="canvas-editor" aria-labelledby="canvas-editor">
      <p class="visually-hidden" role="status">
        {spoken.value}
      </p>
      <div class="section-head">
        <h2 id="canvas-editor">{say(our.canvas)}</h2>
        <p class="muted">{say(our.canvasLead)}</p>
      </div>
      <TwoLanguages
        name="canvas-title"
        label={say(our.canvasTitle)}
        value={canvas.title}
        onChange={(title) => onChange({ ...meeting, canvas: { ...canvas, title } }, 'canvas title')}
      />
      {preview}
      <ol class="zone-rows-edit">
        {canvas.zones.map((zone, at) => (
          <ZoneRow
            key={zone.id}
            places={places}
            meeting={meeting}
            zone={zone}
            at={at}
            written={written.has(zone.id)}
            open={open.value === zone.id}
            onOpen={() => (open.value = open.value === zone.id ? null : zone.id)}
            onChange={onChange}
            onMove={(by) => move(zone.id, by)}
            onDuplicate={() => added(duplicateZone(meeting, zone.id))}
            onRemove={() => {
              onChange(withoutZone(meeting, zone.id), null)
              spoken.value = say(our.removed, { zone: zone.id })
            }}
          />
        ))}
      </ol>
      <div class="buttons">
        <Button icon="plus" onClick={() => added(addZone(meeting, usualLead(kit, meeting)))}>
          {say(our.add)}
        </Button>
      </div>
    </section>
  )
}

interface ZoneRowProps {
  readonly places: Places
  readonly meeting: KitMeeting
  readonly zone: Zone
  readonly at: number
  readonly written: boolean
  readonly open: boolean
  readonly onOpen: () => void
  readonly onChange: (next: KitMeeting, step: string | null) => void
  readonly onMove: (by: number) => void
  readonly onDuplicate: () => void
  readonly onRemove: () => void
}

function ZoneRow(props: ZoneRowProps): JSX.Element {
  const { places, meeting, zone, at, written, open } = props
  const form = useId()
  const of = meeting.canvas.zones.length
  return (
    <li id={`zone-${zone.id}`} class="zone-row">
      <div class="tl-head">
        <span class="zone-id">{zone.id}</span>
        <div class="tl-name">
          <button
            type="button"
            class="zone-title"
            aria-expanded={open}
            aria-controls={form}
            title={say(our.edit, { zone: zone.id })}
            onClick={props.onOpen}
          >
            {say(zone.title).trim() || say(our.untitled)}
            <Icon name="chevron" />
          </button>
          {!open && (
            <span class="muted small">
              {say(answerChoices[zone.answer.type])} · {zone.leadsTo.map((lead) => leadText(places, lead)).join(', ') || say(our.leadsNone)}
            </span>
          )}
        </div>
        <Menu label={say(our.actions, { zone: zone.id })}>
          {at > 0 && (
            <button type="button" onClick={() => props.onMove(-1)}>
              {say(our.up)}
            </button>
          )}
          {at < of - 1 && (
            <button type="button" onClick={() => props.onMove(1)}>
              {say(our.down)}
            </button>
          )}
          <button type="button" onClick={props.onDuplicate}>
            {say(our.duplicate)}
          </button>
          {of > 1 && !written && (
            <button type="button" onClick={props.onRemove}>
              {say(our.remove)}
            </button>
          )}
        </Menu>
      </div>
      <div id={form} hidden={!open}>
        {open && <ZoneForm places={places} meeting={meeting} zone={zone} written={written} onChange={props.onChange} />}
      </div>
    </li>
  )
}
