import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { say } from '@telaio/shared/ui'
import { BoardsPage } from '../boards/boards-page.tsx'
import { CanvasRoom } from '../canvas/canvas-room.tsx'
import { EditorialPage } from '../canvas/editorial-page.tsx'
import { ConductPage } from '../conduct/conduct-page.tsx'
import { ConductWatch } from '../conduct/conduct-watch.tsx'
import { DocumentsPage } from '../documents/documents-page.tsx'
import { GroupsPage } from '../groups/groups-page.tsx'
import { OverviewPage } from '../labs/overview-page.tsx'
import { SettingsPage } from '../labs/settings-page.tsx'
import { CalendarPage } from '../meetings/calendar-page.tsx'
import { MeetingPlanPage } from '../meetings/meeting-plan-page.tsx'
import { OutputsPage } from '../outputs/outputs-page.tsx'
import { PeopleRoom } from '../people/people-room.tsx'
import { EditPlanPage } from '../planning/edit-plan-page.tsx'
import { RunSheetPage } from '../planning/run-sheet-page.tsx'
import { LabContext, useConsole } from '../shell/context.ts'
import { LabFrame, PlainFrame } from '../shell/frame.tsx'
import { Page } from '../shell/page.tsx'
import { LABS, type MeetingPlace, type Place } from '../shell/route.ts'
import { words } from '../shell/words.ts'
import { openLabStore } from './lab-store.ts'

/** One lab, followed live for as long as one stays in it. */
export function LabRoom({ id }: { readonly id: string }): JSX.Element {
  const { session, route } = useConsole()
  const store = useMemo(() => openLabStore(session.api, id), [id, session])
  useEffect(() => store.stop, [store])
  const why = store.problem.value
  const state = session.state.value
  useEffect(() => {
    if (why?.status === 401) session.end()
  }, [why, session])
  useEffect(() => {
    // signed in again over an open lab: what one was writing is still there
    if (state === 'in' && store.problem.value?.status === 401) store.reopen()
  }, [state, store])
  if (why !== null && why.status !== 401)
    return (
      <PlainFrame>
        <Page title={say(words.goneTitle)} lead={why.detail}>
          <a class="button primary" href={LABS}>
            {say(words.toLabs)}
          </a>
        </Page>
      </PlainFrame>
    )
  const roles = store.me.value?.roles ?? []
  if (roles.includes('editor') && !roles.includes('organiser') && !roles.includes('facilitator'))
    return (
      <LabContext.Provider value={store}>
        <PlainFrame>
          <EditorialPage />
        </PlainFrame>
      </LabContext.Provider>
    )
  const place: Place = route.value.page === 'lab' ? route.value.place : { room: 'overview' }
  return (
    <LabContext.Provider value={store}>
      <LabFrame place={place}>
        {store.lab.value === null ? (
          <p class="loading" role="status">
            {say(words.loading)}
          </p>
        ) : (
          <Room place={place} key={JSON.stringify(place)} />
        )}
        <ConductWatch />
      </LabFrame>
    </LabContext.Provider>
  )
}

function Room({ place }: { readonly place: Place }): JSX.Element {
  switch (place.room) {
    case 'overview':
      return <OverviewPage />
    case 'calendar':
      return <CalendarPage />
    case 'boards':
      return <BoardsPage />
    case 'documents':
      return <DocumentsPage />
    case 'settings':
      return <SettingsPage />
    case 'people':
      return <PeopleRoom tab={place.tab} />
    case 'groups':
      return <GroupsPage set={place.set} />
    case 'canvas':
      return <CanvasRoom block={place.block} />
    case 'meeting':
      return <MeetingRoom number={place.meeting} tab={place.tab} />
  }
}

function MeetingRoom({ number, tab }: { readonly number: number; readonly tab: MeetingPlace['tab'] }): JSX.Element {
  switch (tab) {
    case 'plan':
      return <MeetingPlanPage number={number} />
    case 'edit':
      return <EditPlanPage number={number} />
    case 'run-sheet':
      return <RunSheetPage number={number} />
    case 'conduct':
      return <ConductPage number={number} />
    case 'outputs':
      return <OutputsPage number={number} />
  }
}
