import { findingsOf, openHelps, toDecide } from '@telaio/shared/conduct'
import { useComputed, useSignal } from '@preact/signals'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { meetingsInOrder } from '../lab/agenda.ts'
import { toLock } from '../lab/locking.ts'
import { usePanel } from '../panel/context.ts'
import { type Tab, TABS } from '../panel/panel.ts'
import { lockWords } from '../words/lock.ts'
import { panelWords as our } from '../words/panel.ts'
import { sheetWords } from '../words/sheets.ts'
import { Button } from './parts/button.tsx'
import { GoToSheet } from './parts/go-to-sheet.tsx'

/** The lab's name, the meeting that all parts are about, and the parts. */
export function Header(): JSX.Element {
  const { lab, tab } = usePanel()
  const before = useRef<Tab>('board')
  const isSettings = tab.value === 'settings'
  const turn = (): void => {
    const from = tab.value
    tab.value = isSettings ? before.current : 'settings'
    before.current = from
  }
  return (
    <header class="panel-head">
      <div class="title-row">
        <h1>{lab.lab.value?.title}</h1>
        <Button kind="quiet" icon={isSettings ? 'back' : 'gear'} label={say(isSettings ? our.back : our.settings)} onClick={turn} />
      </div>
      {!isSettings && (
        <>
          <MeetingPicker />
          <Tabs />
        </>
      )}
    </header>
  )
}

function MeetingPicker(): JSX.Element {
  const { lab, meeting, picked } = usePanel()
  const isFinding = useSignal(false)
  const id = useId()
  return (
    <div class="meeting-picker">
      <div class="picker-row">
        <label class="visually-hidden" for={id}>
          {say(our.meeting)}
        </label>
        <select
          id={id}
          class="field"
          value={String(meeting.value?.number ?? '')}
          onChange={({ currentTarget }) => (picked.value = Number(currentTarget.value))}
        >
          {meetingsInOrder(lab.items.meetings.value).map(({ number, title, status }) => (
            <option key={number} value={String(number)}>
              {say(our.meetingOption, { n: number, title: say(title) })}
              {status === 'open' ? ` – ${say(our.openNow)}` : status === 'closed' ? ` – ${say(our.closed)}` : ''}
            </option>
          ))}
        </select>
        <Button
          kind="quiet"
          icon="go"
          label={say(sheetWords.find)}
          expanded={isFinding.value}
          onClick={() => (isFinding.value = !isFinding.value)}
        />
      </div>
      {isFinding.value && <GoToSheet />}
    </div>
  )
}

/** Tabs as screen readers know them: one stop in the order of focus, arrows between them. */
function Tabs(): JSX.Element {
  const { lab, tab, meeting, here } = usePanel()
  const calls = useComputed(
    () => openHelps(lab.items.helps.value, meeting.value?.number ?? 0).filter(({ status }) => status === 'asked').length,
  )
  const decide = useComputed(() => {
    const { boardNotes, strays, doubles } = lab.items
    return here.value === null
      ? 0
      : toDecide(findingsOf(here.value, { boardNotes: boardNotes.value, strays: strays.value, doubles: doubles.value }))
  })
  const unlocked = useComputed(() => (lab.may('markLocked') ? toLock(lab.items.placements.value, here.value).length : 0))
  const badges: Partial<Record<Tab, { n: number; text: string }>> = {
    board: { n: unlocked.value, text: say(lockWords.badge, { n: unlocked.value }) },
    conduct: { n: calls.value, text: say(our.callsBadge, { n: calls.value }) },
    harvest: { n: decide.value, text: say(our.decideBadge, { n: decide.value }) },
  }
  const move = (event: KeyboardEvent): void => {
    const at = TABS.indexOf(tab.value as (typeof TABS)[number])
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + TABS.length, Home: 0, End: TABS.length - 1 }[event.key]
    const next = to === undefined ? undefined : TABS[to % TABS.length]
    if (!next) return
    event.preventDefault()
    tab.value = next
    document.getElementById(`tab-${next}`)?.focus()
  }
  return (
    <div class="tabs" role="tablist" aria-label={say(our.tabs)} onKeyDown={move}>
      {TABS.map((one) => {
        const badge = badges[one]
        const isHere = tab.value === one
        return (
          <button
            type="button"
            class="tab"
            role="tab"
            id={`tab-${one}`}
            key={one}
            aria-selected={isHere}
            aria-controls="screen"
            tabIndex={isHere ? 0 : -1}
            onClick={() => (tab.value = one)}
          >
            {say(our[one])}
            {badge && badge.n > 0 && (
              <>
                <span class="badge" aria-hidden="true">
                  {badge.n}
                </span>
                <span class="visually-hidden"> ({badge.text})</span>
              </>
            )}
          </button>
        )
      })}
    </div>
  )
}
