import { useEffect, useState } from 'react'
import { useDesk } from '../desk.ts'
import { Icon } from '../icons.tsx'
import { useStored } from '../store.ts'
import { closeWhenLeft } from './close-when-left.ts'

const tickMs = 250

const clockOf = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** The board's one timer: running for everybody; anybody who edits starts and stops it. */
export function TimerChip() {
  const desk = useDesk()
  const { words } = desk
  const timer = useStored(desk.view, (view) => view.timer)
  const ahead = useStored(desk.view, (view) => view.clockAhead)
  const [minutes, setMinutes] = useState(5)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (timer.status !== 'STARTED') return
    const ticking = setInterval(() => setNow(Date.now()), tickMs)
    return () => clearInterval(ticking)
  }, [timer])

  const rest = timer.status === 'STARTED' ? timer.endsAt - (now + ahead) : timer.rest
  const press = (what: 'start' | 'stop' | 'pause' | 'resume') =>
    void desk.hand({ do: 'timer', timer: what, ...(what === 'start' && { minutes }) })
  return (
    <details className="timer" onBlur={closeWhenLeft}>
      <summary aria-label={words.timer} title={words.timer} className={timer.status === 'STOPPED' ? '' : 'on'}>
        <Icon name="timer" />
        {timer.status !== 'STOPPED' && <time>{clockOf(rest)}</time>}
      </summary>
      <div className="pop">
        {timer.status === 'STOPPED' ? (
          <>
            <label className="field">
              <span>{words.timerMinutes}</span>
              <input
                type="number"
                min={1}
                max={600}
                value={minutes}
                onChange={(event) => setMinutes(Number(event.currentTarget.value) || 1)}
              />
            </label>
            <button type="button" className="primary" disabled={!desk.mayEdit} onClick={() => press('start')}>
              {words.timerStart}
            </button>
          </>
        ) : (
          <>
            <button type="button" disabled={!desk.mayEdit} onClick={() => press(timer.status === 'PAUSED' ? 'resume' : 'pause')}>
              {timer.status === 'PAUSED' ? words.timerResume : words.timerPause}
            </button>
            <button type="button" disabled={!desk.mayEdit} onClick={() => press('stop')}>
              {words.timerStop}
            </button>
          </>
        )}
      </div>
    </details>
  )
}
