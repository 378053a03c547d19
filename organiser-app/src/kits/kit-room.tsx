import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { KitAnswer } from '@telaio/shared/api'
import { say } from '@telaio/shared/ui'
import { useAction } from '../lab/use-action.ts'
import { useConsole } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { Page } from '../shell/page.tsx'
import { kitHref, KITS, type KitPart, LABS } from '../shell/route.ts'
import { words } from '../shell/words.ts'
import { EditKitPage } from './edit-kit-page.tsx'
import { FinalCanvasPage } from './final-canvas-page.tsx'
import { KitMeetingPage } from './kit-meeting-page.tsx'
import { KitPage } from './kit-page.tsx'
import { useKitDraft } from './use-kit-draft.ts'
import { kitsWords as our } from './words.ts'

/** One kit: to read, or to change where it is one's own. Its parts share one draft. */
export function KitRoom({ name, part }: { readonly name: string; readonly part: KitPart }): JSX.Element {
  const { session } = useConsole()
  const action = useAction()
  const answer = useSignal<KitAnswer | null>(null)
  const may = session.account.value
  const load = async () => {
    const found = await action.run(() => session.api.kit(name))
    if (found) answer.value = found
  }
  useEffect(() => {
    if (may) void load()
  }, [])
  if (answer.value) return <Loaded answer={answer.value} part={part} />
  return (
    <Page title={say(our.title)} {...(may ? {} : { lead: say(our.byAccount) })}>
      <TroubleNote trouble={action.trouble} onAgain={() => void load()} />
      {action.busy.value ? (
        <p class="loading" role="status">
          {say(words.loading)}
        </p>
      ) : (
        <a class="button" href={may ? KITS : LABS}>
          {say(may ? our.allKits : words.toLabs)}
        </a>
      )}
    </Page>
  )
}

function Loaded({ answer, part }: { readonly answer: KitAnswer; readonly part: KitPart }): JSX.Element {
  const draft = useKitDraft(answer)
  const kit = draft.history.value.now
  if (part.part === 'read') return <KitPage key="read" answer={answer} kit={draft.base.value} unsaved={draft.dirty.value} />
  if (!answer.mine)
    return (
      <Page key="no" title={say(answer.kit.title)} lead={say(answer.builtIn ? our.builtInNoEdit : our.othersNoEdit)}>
        <a class="button primary" href={kitHref(answer.name, { part: 'read' })}>
          {say(our.backToKit)}
        </a>
      </Page>
    )
  if (part.part === 'edit') return <EditKitPage key="edit" draft={draft} />
  if (part.part === 'final-canvas') return <FinalCanvasPage key="final" draft={draft} />
  const meeting = kit.meetings.find(({ number }) => number === part.meeting)
  return meeting ? (
    <KitMeetingPage key={part.meeting} draft={draft} meeting={meeting} part={part} />
  ) : (
    <Page key="lost" title={say(words.lostTitle)} lead={say(words.lostText)}>
      <a class="button primary" href={kitHref(answer.name, { part: 'edit' })}>
        {say(our.backToKit)}
      </a>
    </Page>
  )
}
