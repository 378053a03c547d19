import { ApiProblem } from '@telaio/shared/client'
import { whoIsIt } from '@telaio/shared/conduct'
import { say } from '@telaio/shared/ui'
import { WhoIsIt } from '@telaio/shared/ui/conducting'
import type { JoinItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { usePanel } from '../../panel/context.ts'
import { arrivalWords as words } from '../../words/arrivals.ts'
import { panelWords } from '../../words/panel.ts'
import { useKeptFocus } from '../kept-focus.ts'

/** Whoever facilitates says who somebody in Zoom is, here too: by the name they bear, or out of the list. */
export function ArrivalsCard(): JSX.Element | null {
  const { lab } = usePanel()
  const box = useRef<HTMLElement>(null)
  useKeptFocus(box)
  const joins = Object.values(lab.items.value.joins).sort((a, b) => (a.at < b.at ? -1 : 1))
  if (joins.length === 0) return null
  return (
    <section ref={box} class="card" aria-labelledby="arrivals-title">
      <h2 id="arrivals-title">{say(words.title)}</h2>
      <ul class="arrivals">
        {joins.map((join) => (
          <Row key={join.id} join={join} />
        ))}
      </ul>
    </section>
  )
}

function Row({ join }: { readonly join: JoinItem }): JSX.Element {
  const { lab, sendNow, announce } = usePanel()
  const id = useId()
  const [chosen, setChosen] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const items = lab.items.value
  const guess = whoIsIt(join, items.people, lab.presence.value)
  const decide = async (wish: Parameters<typeof sendNow>[0], done: string): Promise<void> => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      await sendNow(wish)
      announce(done)
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.detail : say(panelWords.lineDown))
    }
    setBusy(false)
  }
  const letIn = (person: string) =>
    void decide({ type: 'approveJoin', join: join.id, ...(person === '' ? {} : { person }) }, say(words.letIn, { name: join.name }))
  return (
    <li>
      <p>
        <strong>{join.name}</strong>
      </p>
      {join.seenOnly && <p class="muted hint">{say(words.seenOnly)}</p>}
      <WhoIsIt guess={guess} groups={items.groups} busy={busy} onIs={letIn}>
        <label class="visually-hidden" for={id}>
          {say(words.whoIs, { name: join.name })}
        </label>
        <select id={id} class="field" value={chosen} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
          <option value="">{say(words.somebodyNew)}</option>
          {[...guess.people, ...guess.others].map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
        <div class="actions">
          <button type="button" class="button primary" aria-disabled={busy || undefined} onClick={() => letIn(chosen)}>
            {say(words.approve)}
          </button>
          <button
            type="button"
            class="button"
            aria-disabled={busy || undefined}
            onClick={() => void decide({ type: 'refuseJoin', join: join.id }, say(words.refused))}
          >
            {say(words.refuse)}
          </button>
        </div>
      </WhoIsIt>
      {problem && (
        <p class="fault" role="alert">
          {problem}
        </p>
      )}
    </li>
  )
}
