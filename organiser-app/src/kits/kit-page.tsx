import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { KitAnswer } from '@telaio/shared/api'
import { afterText, type Kit, type KitMeeting, minutesOf, type Repertoire } from '@telaio/shared/kit'
import { count, say } from '@telaio/shared/ui'
import { useAction } from '../lab/use-action.ts'
import { answerText } from '../meetings/canvas-sheet.tsx'
import { kindWords } from '../meetings/words.ts'
import { allMethods, useMethods } from '../methods/use-methods.ts'
import { leadKey, leadText, type Places } from '../planning/canvas/lead-places.ts'
import { Button } from '../shell/button.tsx'
import { Confirm } from '../shell/confirm.tsx'
import { useConsole } from '../shell/context.ts'
import { keepFile } from '../shell/download.ts'
import { TroubleNote } from '../shell/field.tsx'
import { Icon } from '../shell/icon.tsx'
import { Page } from '../shell/page.tsx'
import { kitHref, KITS, methodHref, newLabFrom } from '../shell/route.ts'
import { CheckPanel } from './check-panel.tsx'
import { CopyDialog } from './copy-dialog.tsx'
import { faultsOf } from './faults.ts'
import { kitKey, kitShelf } from './kept-kit.ts'
import { kitFacts } from './kit-facts.ts'
import { kitsWords as our } from './words.ts'

export interface KitPageProps {
  readonly answer: KitAnswer
  /** As it is saved. */
  readonly kit: Kit
  readonly unsaved: boolean
}

/** A kit to read: its meetings with their agendas and canvases, where each zone leads, its methods. */
export function KitPage({ answer, kit, unsaved }: KitPageProps): JSX.Element {
  const { repertoire } = useMethods()
  const found = repertoire.value
  const faults = faultsOf(kit, found ? new Set(found.methods.map(({ id }) => id)) : undefined)
  return (
    <Page
      title={say(kit.title)}
      over={<a href={KITS}>{say(our.allKits)}</a>}
      lead={say(kit.summary)}
      actions={<Actions answer={answer} kit={kit} unsaved={unsaved} sound={faults.length === 0} />}
    >
      <p class="muted">
        {kitFacts({
          meetings: kit.meetings.length,
          minutes: kit.assumes.minutes,
          people: kit.assumes.people,
          projectGroups: kit.assumes.projectGroups,
        })}
      </p>
      <p>
        <span class="muted">{say(our.sectors)}:</span> {kit.sectors.map(({ title }) => say(title)).join(', ')}
      </p>
      {faults.length > 0 && <CheckPanel kit={kit} faults={faults} jumps={answer.mine} />}
      <section class="kit-meetings" aria-labelledby="kit-meetings">
        <h2 id="kit-meetings">{say(our.meetings)}</h2>
        {kit.meetings.map((meeting) => (
          <Meeting key={meeting.number} kit={kit} meeting={meeting} />
        ))}
      </section>
      <section aria-labelledby="kit-final">
        <h2 id="kit-final">
          {say(our.finalCanvas)}: {say(kit.finalCanvas.title)}
        </h2>
        <ul class="plain-list">
          {kit.finalCanvas.blocks.map((block) => (
            <li key={block.id}>
              <span class="zone-id">{block.id}</span> <strong>{say(block.title)}</strong> <span class="muted">{say(block.question)}</span>
            </li>
          ))}
        </ul>
      </section>
      <UsedMethods kit={kit} repertoire={found ?? null} />
      <p class="muted small">
        {kit.licence} · {say(kit.credits)}
      </p>
    </Page>
  )
}

function Actions({ answer, kit, unsaved, sound }: KitPageProps & { readonly sound: boolean }): JSX.Element {
  const { session, go, tell } = useConsole()
  const action = useAction()
  const asking = useSignal<'copy' | 'remove' | null>(null)
  const { name, mine } = answer
  const close = () => {
    asking.value = null
  }
  const remove = async () => {
    if (!(await action.run(() => session.api.removeKit(name)))) return
    kitShelf.keep(kitKey(name), null)
    tell(say(our.removed))
    go(KITS)
  }
  return (
    <>
      {mine && (
        <a class={unsaved ? 'button primary' : 'button'} href={kitHref(name, { part: 'edit' })}>
          <Icon name="pencil" /> {say(unsaved ? our.resume : our.change)}
        </a>
      )}
      {sound && (
        <a class={mine ? 'button' : 'button primary'} href={newLabFrom(name)}>
          {say(our.makeLab)}
        </a>
      )}
      <Button icon="copy" onClick={() => (asking.value = 'copy')}>
        {say(our.copy)}
      </Button>
      <Button
        icon="download"
        busy={action.busy}
        onClick={() => void action.run(async () => keepFile(await session.api.kitFile(name), `${name}.zip`))}
      >
        {say(our.download)}
      </Button>
      {mine && (
        <Button kind="danger" onClick={() => (asking.value = 'remove')}>
          {say(our.remove)}
        </Button>
      )}
      {asking.value === null && <TroubleNote trouble={action.trouble} />}
      {asking.value === 'copy' && <CopyDialog from={name} title={kit.title} taken={[name]} onClose={close} />}
      {asking.value === 'remove' && (
        <Confirm
          title={say(our.removeTitle, { title: say(kit.title) })}
          yes={say(our.removeYes)}
          danger
          action={action}
          onYes={() => void remove()}
          onClose={close}
        >
          <p>{say(our.removeText)}</p>
        </Confirm>
      )}
    </>
  )
}

/** A meeting folded: its agenda by the minute, its canvas with where each zone leads. */
function Meeting({ kit, meeting }: { readonly kit: Kit; readonly meeting: KitMeeting }): JSX.Element {
  const places: Places = { meetings: kit.meetings, blocks: kit.finalCanvas.blocks, here: meeting.number }
  const starts = meeting.agenda.map((_block, i) => meeting.agenda.slice(0, i).reduce((all, { minutes }) => all + minutes, 0))
  return (
    <details class="card kit-meeting">
      <summary>
        <h3>{say(our.meetingN, { n: meeting.number, title: say(meeting.title) })}</h3>
        <span class="muted time">{say(our.minutes, { n: minutesOf(kit, meeting) })}</span>
      </summary>
      <p>{say(meeting.purpose)}</p>
      <h4>{say(our.agenda)}</h4>
      <ol class="kit-agenda">
        {meeting.agenda.map((block, i) => (
          <li key={block.id}>
            <span class="time muted">+{afterText(starts[i] ?? 0)}</span>
            <span>
              <strong>{say(block.title)}</strong>{' '}
              <span class="muted small">
                {say(kindWords[block.kind])} · {say(our.minutes, { n: block.minutes })}
                {block.zones.length > 0 && ` · ${block.zones.join(', ')}`}
              </span>
              {block.prompt && <span class="small">{say(block.prompt)}</span>}
            </span>
          </li>
        ))}
      </ol>
      <h4>{say(our.canvas, { title: say(meeting.canvas.title) })}</h4>
      <ul class="sheet">
        {meeting.canvas.zones.map((zone) => (
          <li key={zone.id} class="zone-card">
            <p class="zone-id">{zone.id}</p>
            <h5>{say(zone.title)}</h5>
            <p class="question">{say(zone.question)}</p>
            <p class="muted small">{answerText(zone)}</p>
            <ul class="leads">
              {zone.leadsTo.map((lead) => (
                <li key={leadKey(lead)}>
                  <Icon name="right" />
                  {leadText(places, lead)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Methods that the agendas name, each with a way to its card. */
function UsedMethods({ kit, repertoire }: { readonly kit: Kit; readonly repertoire: Repertoire | null }): JSX.Element | null {
  const used = new Set(kit.meetings.flatMap(({ agenda }) => agenda.flatMap(({ method }) => method ?? [])))
  const inRepertoire = new Set(repertoire?.methods.map(({ id }) => id))
  const methods = allMethods(kit.methods, repertoire).filter(({ id }) => used.has(id))
  if (methods.length === 0) return null
  return (
    <section aria-labelledby="kit-methods">
      <h2 id="kit-methods">
        {say(our.methods)} <span class="muted">({count(methods.length, { it: '1', en: '1' }, { it: '{n}', en: '{n}' })})</span>
      </h2>
      <ul class="plain-list">
        {methods.map((method) => (
          <li key={method.id}>
            {inRepertoire.has(method.id) ? <a href={methodHref(method.id)}>{say(method.title)}</a> : say(method.title)}{' '}
            <span class="muted small">{say(method.summary)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
