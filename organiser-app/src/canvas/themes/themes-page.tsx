import { useComputed, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { type Suggestion, weighThemes } from '@telaio/shared/themes'
import { count, say } from '@telaio/shared/ui'
import type { Collections, NoteItem } from '@telaio/shared/view'
import { useAction, useCommand } from '../../lab/use-action.ts'
import { NoteText } from '../../outputs/note-card.tsx'
import { Button } from '../../shell/button.tsx'
import { useConsole, useLab } from '../../shell/context.ts'
import { Dialog, FormEnd } from '../../shell/dialog.tsx'
import { TroubleNote } from '../../shell/field.tsx'
import { OrganisersOnly } from '../../shell/organisers-only.tsx'
import { Page } from '../../shell/page.tsx'
import { usePaged } from '../../shell/paged.tsx'
import { CanvasTabs } from '../canvas-tabs.tsx'
import { compileWords as our } from '../compile-words.ts'
import { StepsList } from '../steps-list.tsx'
import { type Found, useFinder } from './finder.ts'
import { ModelBox, useHelper } from './model-box.tsx'
import { asHand, asNotes, notesFor, originsOf, themesOf } from './scene.ts'
import { ThemeCard } from './theme-card.tsx'
import { BlockField, TitleField } from './theme-dialogs.tsx'

/** Notes drawn at a time. */
const STEP = 20

/** Themes by the organiser's hand, with what is suggested for each, and new ones where there are none yet. */
export function ThemesPage(): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const finder = useFinder()
  const looking = useAction()
  const command = useCommand()
  const block = useSignal<string | null>(null)
  const fresh = useSignal<Found['themes']>([])
  const suggestions = useSignal<readonly Suggestion[]>([])
  const { notes, zones, asides, authors, themes } = lab.items
  const inReach = useComputed(() => notesFor(block.value, notes.value, zones.value, asides.value))
  const ours = useComputed(() => themesOf(themes.value, block.value))
  const weights = useComputed(() => {
    const origins = originsOf(Object.values(notes.value), authors.value)
    return weighThemes(ours.value, origins)
  })
  const inTheme = useComputed(() => new Set(ours.value.flatMap((theme) => theme.notes)))
  const loose = useComputed(() => inReach.value.filter(({ id }) => !inTheme.value.has(id)))
  const language = lab.lab.value?.language ?? 'it'
  // what is suggested follows the hand: worked out again, beside the page, whenever it changes
  const hand = ours.value
  const reach = inReach.value
  const readable = useComputed(() => asNotes(inReach.value, zones.value, lab.lab.value?.language ?? 'it'))
  const helper = useHelper(readable.value)
  const vectors = helper.vectors.value
  useEffect(() => {
    if (!lab.may('putInTheme') || !hand.some((theme) => theme.notes.length > 0)) {
      suggestions.value = []
      return
    }
    let current = true
    const suggest = (): void => {
      // the one before is still under way: what came since must not be lost
      if (looking.busy.value) {
        soon = setTimeout(suggest, 150)
        return
      }
      void looking.run(async () => {
        // beside themes that nobody has made yet: one alone would take every note
        const among = Math.max(hand.length + 2, Math.round(1.5 * Math.log(Math.max(2, reach.length))))
        const options = { language, count: among, ...(vectors ? { vectors } : {}) }
        const found = await finder.find({ notes: readable.value, hand: asHand(hand), options })
        if (current) suggestions.value = found.suggestions
      })
    }
    let soon = setTimeout(suggest, 150)
    return () => {
      current = false
      clearTimeout(soon)
    }
  }, [hand, reach, vectors])
  const look = () =>
    looking.run(async () => {
      const found = await finder.find({ notes: asNotes(loose.value, zones.value, language), hand: [], options: { language } })
      fresh.value = found.themes.filter((theme) => theme.notes.length > 1)
    })
  const take = async (theme: Found['themes'][number]) => {
    const contributions = theme.notes.filter((id) => notes.value[id])
    if (!(await command.send({ type: 'addTheme', title: theme.title.slice(0, 300), block: block.value, contributions }))) return
    tell(say(our.themeAdded))
    fresh.value = fresh.value.filter(({ id }) => id !== theme.id)
  }
  const blocks = Object.values(lab.items.canvasBlocks.value).sort((a, b) => a.position - b.position)
  const byId = new Map(ours.value.map((theme) => [theme.id, theme]))
  return (
    <Page wide title={say(our.tabThemes)} lead={say(our.themesLead)}>
      <CanvasTabs here="themes" />
      <OrganisersOnly />
      <div class="theme-tools">
        <label>
          {say(our.themeBlock)}
          <select
            class="field"
            value={block.value ?? ''}
            onChange={(event) => {
              block.value = event.currentTarget.value || null
              fresh.value = []
            }}
          >
            <option value="">{say(our.allNotes)}</option>
            {blocks.map((one) => (
              <option key={one.id} value={one.id}>
                {one.id} {say(one.title)}
              </option>
            ))}
          </select>
        </label>
        {lab.may('addTheme') && (
          <Button kind="primary" busy={looking.busy} disabled={loose.value.length < 2} onClick={() => void look()}>
            {say(looking.busy.value ? our.finding : our.find)}
          </Button>
        )}
      </div>
      <ModelBox helper={helper} />
      <TroubleNote trouble={looking.trouble} />
      <TroubleNote trouble={command.trouble} />
      {fresh.value.length > 0 && (
        <section aria-labelledby="found">
          <h2 id="found">{say(our.found)}</h2>
          <p class="hint">{say(our.foundText)}</p>
          <ul class="found-themes">
            {fresh.value.map((theme) => (
              <li class="card" key={theme.id}>
                <h3>{theme.title}</h3>
                <p class="muted small">
                  {count(theme.notes.length, our.notesOne, our.notesMany)} ·{' '}
                  {say(our.wordsFor, { words: theme.words.slice(0, 6).join(', ') })}
                </p>
                <details>
                  <summary>{say(our.showNotes)}</summary>
                  <ul class="notes">
                    {theme.notes.slice(0, STEP).map((id) => {
                      const note = notes.value[id]
                      return note ? (
                        <li class="note" key={id}>
                          <NoteText note={note} />
                        </li>
                      ) : null
                    })}
                  </ul>
                </details>
                <Button small busy={command.busy} onClick={() => void take(theme)}>
                  {say(our.take)}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {ours.value.length === 0 && <p class="callout">{say(our.noThemes)}</p>}
      <div class="themes">
        {weights.value.map((weight) => {
          const theme = byId.get(weight.theme)
          return theme ? (
            <ThemeCard
              key={theme.id}
              theme={theme}
              weight={weight}
              suggestions={suggestions.value.filter((one) => one.theme === theme.id)}
              model={helper.model.value?.name ?? ''}
            />
          ) : null
        })}
      </div>
      {lab.may('addTheme') && <NewTheme block={block.value} />}
      <Loose notes={loose.value} themes={ours.value} />
      <StepsList />
    </Page>
  )
}

function NewTheme({ block }: { readonly block: string | null }): JSX.Element {
  const { tell } = useConsole()
  const command = useCommand()
  const open = useSignal(false)
  const title = useSignal('')
  const into = useSignal(block)
  const add = async () => {
    if (!(await command.send({ type: 'addTheme', title: title.value.trim(), block: into.value }))) return
    tell(say(our.themeAdded))
    title.value = ''
    open.value = false
  }
  return (
    <>
      <Button
        icon="plus"
        onClick={() => {
          into.value = block
          open.value = true
        }}
      >
        {say(our.newTheme)}
      </Button>
      {open.value && (
        <Dialog title={say(our.newTheme)} onClose={() => (open.value = false)}>
          <form
            class="form"
            onSubmit={(event) => {
              event.preventDefault()
              void add()
            }}
          >
            <TitleField title={title} command={command} />
            <BlockField value={into.value} onChange={(one) => (into.value = one)} />
            <TroubleNote trouble={command.trouble} fields={['title']} />
            <FormEnd submit={say(our.addTheme)} busy={command.busy} onCancel={() => (open.value = false)} />
          </form>
        </Dialog>
      )}
    </>
  )
}

function Loose({ notes, themes }: { readonly notes: readonly NoteItem[]; readonly themes: readonly Collections['themes'][] }): JSX.Element {
  const { shown, more } = usePaged(notes, STEP)
  return (
    <section aria-labelledby="loose">
      <h2 id="loose">
        {say(our.looseNotes)} <span class="badge plain">{notes.length}</span>
      </h2>
      <ul class="notes">
        {shown.map((note) => (
          <LooseNote key={note.id} note={note} themes={themes} />
        ))}
      </ul>
      {more((n) => say(our.moreHere, { n }))}
    </section>
  )
}

function LooseNote({ note, themes }: { readonly note: NoteItem; readonly themes: readonly Collections['themes'][] }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const choosing = useSignal(false)
  const put = async (theme: string) => {
    if (!(await command.send({ type: 'putInTheme', theme, contributions: [note.id] }))) return
    tell(say(our.put))
    choosing.value = false
  }
  return (
    <li class="note">
      <NoteText note={note} />
      {lab.may('putInTheme') && themes.length > 0 && (
        <Button small onClick={() => (choosing.value = true)}>
          {say(our.putIn)}
        </Button>
      )}
      {choosing.value && (
        <Dialog title={say(our.putInTitle)} onClose={() => (choosing.value = false)}>
          <TroubleNote trouble={command.trouble} />
          <ul class="move-list">
            {themes.map((theme) => (
              <li key={theme.id}>
                <button type="button" onClick={() => void put(theme.id)}>
                  {theme.title || say(our.nameless)}
                </button>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </li>
  )
}
