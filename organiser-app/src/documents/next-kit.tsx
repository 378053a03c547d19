import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { KitFromLabSaved, KitReview } from '@telaio/shared/api'
import { Slug } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import type { Bilingual } from '@telaio/shared/words'
import { NameField } from '../kits/name-field.tsx'
import { kitsWords } from '../kits/words.ts'
import { useAction } from '../lab/use-action.ts'
import { TwoLanguages } from '../planning/two-languages.tsx'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { Dialog, FormEnd } from '../shell/dialog.tsx'
import { TroubleNote } from '../shell/field.tsx'
import { keepFile } from '../shell/download.ts'
import { kitHref } from '../shell/route.ts'
import { DoubtfulWords } from './doubtful-words.tsx'
import { documentWords as our } from './words.ts'

/** The lab's programme as a kit for the next lab. */
export function NextKit(): JSX.Element | null {
  const { session } = useConsole()
  const lab = useLab()
  const open = useSignal(false)
  if (lab.items.me.value['me']?.roles.includes('organiser') !== true) return null
  return (
    <section class="card" aria-labelledby="documents-kit">
      <h2 id="documents-kit">{say(our.nextKit)}</h2>
      <p>{say(our.nextKitText)}</p>
      {!session.account.value && <p>{say(our.nextKitFile)}</p>}
      <Button icon="copy" onClick={() => (open.value = true)}>
        {say(our.makeKit)}
      </Button>
      {open.value && <KitDialog onClose={() => (open.value = false)} />}
    </section>
  )
}

/** Sentences of one list, in the reader's language. */
const listed = (places: readonly Bilingual[]): string => places.map((place) => say(place)).join('; ')

function KitDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { session, tell } = useConsole()
  const lab = useLab()
  const action = useAction()
  const reading = useAction()
  const review = useSignal<KitReview | null>(null)
  const takeOut = useSignal<ReadonlySet<string>>(new Set())
  useEffect(() => {
    void reading.run(() => session.api.kitReview(lab.id)).then((found) => (review.value = found ?? null))
  }, [])
  const now = lab.lab.value?.title ?? ''
  const title = useSignal<Bilingual>({ it: now, en: now })
  const name = useSignal('next-lab')
  const made = useSignal<KitFromLabSaved | null>(null)
  const make = async () => {
    const { it, en } = title.value
    const asked = { name: name.value.trim(), title: { it: it.trim(), en: en.trim() }, takeOut: [...takeOut.value] }
    // kits on the shelf belong to an organiser's account; whoever has none takes the file
    if (session.account.value) {
      const saved = await action.run(() => session.api.kitFromLab(lab.id, asked))
      if (saved) made.value = saved
      return
    }
    const kept = await action.run(async () => {
      await keepFile(await session.api.kitOfLab(lab.id, asked), `${asked.name}.zip`)
      return true
    })
    if (!kept) return
    tell(say(our.kitKept))
    onClose()
  }
  const ready = title.value.it.trim() !== '' && title.value.en.trim() !== '' && Slug.safeParse(name.value.trim()).success
  if (made.value)
    return (
      <Dialog title={say(our.kitMade)} onClose={onClose}>
        <p>{say(our.kitMadeText)}</p>
        {made.value.removed.length > 0 && <p>{say(our.namesOut, { places: listed(made.value.removed) })}</p>}
        {made.value.doubtful.length > 0 && (
          <p>
            {say(our.namesToLookAt, {
              places: made.value.doubtful.map(({ word, place }) => `${say(our.wordAlso, { word })} (${say(place)})`).join('; '),
            })}
          </p>
        )}
        <a class="button primary" href={kitHref(made.value.name, { part: 'edit' })}>
          {say(our.openKit)}
        </a>
      </Dialog>
    )
  return (
    <Dialog title={say(our.makeKit)} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <TwoLanguages name="title" label={say(kitsWords.copyTitle)} value={title.value} onChange={(next) => (title.value = next)} />
        <NameField label={say(kitsWords.name)} value={name.value} onChange={(next) => (name.value = next)} trouble={action.trouble} />
        {review.value && review.value.doubtful.length > 0 && <DoubtfulWords doubtful={review.value.doubtful} chosen={takeOut} />}
        <TroubleNote trouble={reading.trouble} />
        <TroubleNote trouble={action.trouble} fields={['name']} />
        <FormEnd
          submit={say(our.makeKit)}
          busy={action.busy}
          disabled={!ready || (review.value === null && reading.busy.value)}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}
