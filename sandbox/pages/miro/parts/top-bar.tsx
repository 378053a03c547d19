import type { Person } from '../../../src/miro/client/wire.ts'
import { useDesk } from '../desk.ts'
import { Icon } from '../icons.tsx'
import { useStored } from '../store.ts'
import { TimerChip } from './timer-chip.tsx'

/** Which board this is, and who else is on it. */
export function TopBar({
  boards,
  lineUp,
  listOpen,
  toggleList,
  toggleHelp,
}: {
  boards: string
  lineUp: boolean
  listOpen: boolean
  toggleList: () => void
  toggleHelp: () => void
}) {
  const desk = useDesk()
  const { words } = desk
  const board = useStored(desk.view, (view) => view.board)
  return (
    <header className="top-bar">
      <div className="pill title">
        <a href={boards}>{words.boards}</a>
        <span aria-hidden="true">/</span>
        <h1>{board.name}</h1>
        <span className="chip">{words.sandbox}</span>
      </div>
      {!lineUp && (
        <p className="pill line-down" role="alert">
          {words.lineDown}
        </p>
      )}
      {lineUp && !desk.mayEdit && <p className="pill muted">{words.onlyLooks}</p>}
      <div className="pill right">
        <TimerChip />
        <People />
        <button
          type="button"
          className="quiet"
          aria-pressed={listOpen}
          onClick={toggleList}
          aria-label={words.list}
          title={`${words.list} (L)`}
        >
          <Icon name="list" />
        </button>
        <button type="button" className="quiet" onClick={toggleHelp} aria-label={words.help} title={`${words.help} (?)`}>
          <Icon name="help" />
        </button>
      </div>
    </header>
  )
}

/** As many hues as there are first people; a name's initials tell them apart as well. */
const hues = ['#1d5b79', '#00795a', '#6a4ba8', '#8f5a00', '#b5304a', '#0f7173', '#33609e']

export function initials(name: string): string {
  const parts = name.split(/\s+/).filter(Boolean)
  return ((parts[0]?.[0] ?? '?') + (parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : '')).toUpperCase()
}

export const hueOf = (person: Person): string =>
  hues[[...person.key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % hues.length] ?? hues[0] ?? '#1d5b79'

/** More than these are counted. */
const shown = 5

function People() {
  const desk = useDesk()
  const { words } = desk
  const online = useStored(desk.view, (view) => view.online)
  const me = useStored(desk.view, (view) => view.me)
  const others = online.filter(({ id }) => id !== me.id)
  const names = [`${me.name} (${words.you})`, ...others.map(({ name }) => name)]
  return (
    <ul className="people" aria-label={words.here} title={names.join(', ')}>
      {[me, ...others].slice(0, shown).map((person) => (
        <li key={person.id} className={person.id === me.id ? 'face mine' : 'face'} style={{ background: hueOf(person) }}>
          <span aria-hidden="true">{initials(person.name)}</span>
          <span className="unseen">{person.id === me.id ? `${person.name} (${words.you})` : person.name}</span>
        </li>
      ))}
      {others.length >= shown && <li className="face more">+{others.length - shown + 1}</li>}
    </ul>
  )
}
