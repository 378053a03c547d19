import { count, say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import type { DropJob } from '../../panel/drop-desk.ts'
import { usePanel } from '../../panel/context.ts'
import { useAction } from '../../panel/use-action.ts'
import { panelWords } from '../../words/panel.ts'
import { templateWords as our } from '../../words/templates.ts'
import { Button } from '../parts/button.tsx'
import { GoButton } from '../parts/go-button.tsx'
import { Icon } from '../parts/icon.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'

/** How the sheet stands that is being put on the board, or was last; wherever one is on the board's screen. */
export function DropStatus(): JSX.Element | null {
  const { dropDesk, here } = usePanel()
  const job = dropDesk.job.value
  if (!job) return null
  const isBusy = dropDesk.isBusy()
  return (
    <section class={`drop-status ${job.state === 'stopped' ? 'callout' : 'card'}${isBusy ? ' busy' : ''}`}>
      {isBusy ? <Working job={job} /> : <p>{say(job.state === 'done' ? our.done : our[job.why ?? 'refused'], { title: job.title })}</p>}
      {job.state === 'stopped' && <Left job={job} />}
      <Report />
      {!isBusy && (
        <div class="buttons">
          {job.frame !== null && here.value !== null && (
            <GoButton spot={{ board: here.value, item: job.frame }} text={say(our.goTo)} label={say(our.goToOf, { title: job.title })} />
          )}
          <Button small kind="quiet" onClick={dropDesk.clear}>
            {say(our.hide)}
          </Button>
        </div>
      )}
    </section>
  )
}

function Working({ job }: { readonly job: DropJob }): JSX.Element {
  const { dropDesk } = usePanel()
  const id = useId()
  const { title, made, of, state } = job
  const words = state === 'looking' ? our.looking : state === 'stopping' ? our.stopping : our.placing
  return (
    <div class="progress">
      <p id={id}>{say(words, { title, made, of })}</p>
      <progress aria-labelledby={id} {...(state === 'placing' ? { max: of, value: made } : {})} />
      <Button small onClick={dropDesk.cancel}>
        {say(our.cancel)}
      </Button>
    </div>
  )
}

/** What a sheet that was not finished has left behind. */
function Left({ job: { standing, unsure } }: { readonly job: DropJob }): JSX.Element {
  const { drops } = usePanel()
  const action = useAction()
  return (
    <>
      <p>
        {standing.length > 0 ? count(standing.length, our.standingOne, our.standingMany) : say(our.cleared)}
        {unsure && ` ${say(our.unsure)}`}
      </p>
      {standing.length > 0 && (
        <Button small busy={action.busy} onClick={() => void action.run(() => drops.mark(standing))}>
          {say(our.markStanding)}
        </Button>
      )}
      <TroubleNote trouble={action.trouble} />
    </>
  )
}

function Report(): JSX.Element | null {
  const { dropDesk } = usePanel()
  if (dropDesk.report.value === 'telling') return <p class="hint">{say(our.telling)}</p>
  if (dropDesk.report.value !== 'refused') return null
  return (
    <div class="step">
      <p>
        <Icon name="alert" /> {say(our.tellRefused, { why: dropDesk.refusal.value })}
      </p>
      <Button small onClick={dropDesk.tellAgain}>
        {say(panelWords.again)}
      </Button>
    </div>
  )
}
