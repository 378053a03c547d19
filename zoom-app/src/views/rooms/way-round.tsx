import { say } from '@telaio/shared/ui'
import type { RoomTaskItem } from '@telaio/shared/view'
import { preassignCsv } from '@telaio/shared/grouping'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { usePanel } from '../../panel/context.ts'
import { hostingWords as words } from '../../words/hosting.ts'
import { useNames } from './names.ts'

/** What Zoom keeps from the app can be done by hand: the list to read aloud, and Zoom's own file where this viewer may know e-mails. */
export function WayRound({ task, open }: { readonly task: RoomTaskItem; readonly open: boolean }): JSX.Element {
  const { lab } = usePanel()
  const nameOf = useNames()
  const [copied, setCopied] = useState<string | null>(null)
  const { people } = lab.items.value
  const sees = Object.keys(people).length > 0
  const plan = preassignCsv(
    task.rooms.map((room) => ({
      set: '',
      group: room.name,
      people: room.people.map(({ person }) => ({
        name: nameOf(person),
        email: people[person]?.email ?? null,
        organisation: null,
        sector: '',
      })),
    })),
  )
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(plan.csv)
      setCopied(say(words.csvCopied))
    } catch {
      // a frame may be denied the clipboard: the console has the file
      setCopied(say(words.csvElsewhere))
    }
  }
  return (
    <details class="by-hand" open={open}>
      <summary>{say(words.wayRound)}</summary>
      <p class="muted hint">
        <strong>{say(words.readAloud)}.</strong> {say(words.readAloudWhy)}
      </p>
      <ul class="names">
        {task.rooms.map((room) => (
          <li key={room.group}>
            <strong>{room.name}</strong>
            {room.people.some(({ person }) => nameOf(person)) &&
              `: ${room.people
                .map(({ person }) => nameOf(person))
                .filter(Boolean)
                .join(', ')}`}
          </li>
        ))}
      </ul>
      {sees ? (
        <>
          <p class="muted hint">{say(words.csvWhy, { n: plan.withoutEmail.length })}</p>
          <button type="button" class="button" onClick={() => void copy()}>
            {say(words.csv)}
          </button>
          <p role="status">{copied}</p>
        </>
      ) : (
        <p class="muted hint">{say(words.csvElsewhere)}</p>
      )}
    </details>
  )
}
