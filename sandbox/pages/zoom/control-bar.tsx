import type { Client } from './client.ts'

export type SheetName = 'people' | 'rooms'

interface Props {
  client: Client
  sheet: SheetName | null
  setSheet: (sheet: SheetName | null) => void
  appOpen: boolean
  toggleApp: () => void
  leave: (forAll: boolean) => void
}

export function ControlBar({ client, sheet, setSheet, appOpen, toggleApp, leave }: Props) {
  const { words, meeting, me } = client
  const sheets = [
    ['people', `${words.people} (${meeting.attendees.length})`],
    ['rooms', words.rooms],
  ] as const
  return (
    <nav class="bar" aria-label={words.controls}>
      {sheets.map(([name, label]) => (
        <button key={name} type="button" aria-pressed={sheet === name} onClick={() => setSheet(sheet === name ? null : name)}>
          {label}
        </button>
      ))}
      <button type="button" aria-pressed={appOpen} aria-label={appOpen ? words.closeApp : words.openApp} onClick={toggleApp}>
        {words.app}
      </button>
      <span class="grow" />
      {me.role === 'host' && (
        <button type="button" class="danger" onClick={() => leave(true)}>
          {words.endMeeting}
        </button>
      )}
      <button type="button" class="danger" onClick={() => leave(false)}>
        {words.leave}
      </button>
    </nav>
  )
}
