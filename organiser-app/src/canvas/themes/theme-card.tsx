import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { Suggestion, Weight } from '@telaio/shared/themes'
import { count, say } from '@telaio/shared/ui'
import type { Collections, NoteItem } from '@telaio/shared/view'
import { useCommand } from '../../lab/use-action.ts'
import { NoteAuthor, NoteText } from '../../outputs/note-card.tsx'
import { Button } from '../../shell/button.tsx'
import { useConsole, useLab } from '../../shell/context.ts'
import { TroubleNote } from '../../shell/field.tsx'
import { Menu } from '../../shell/menu.tsx'
import { usePaged } from '../../shell/paged.tsx'
import { compileWords as our } from '../compile-words.ts'
import { modelWords } from './model-words.ts'
import { EntryFromTheme, MergeThemeDialog, RenameDialog, SplitThemeDialog } from './theme-dialogs.tsx'

type Theme = Collections['themes']

/** Suggestions and notes drawn at a time. */
const STEP = 6

/** A theme: its weight, its notes, and what is suggested for it. */
export function ThemeCard({
  theme,
  weight,
  suggestions,
  model,
}: {
  readonly theme: Theme
  readonly weight: Weight | undefined
  readonly suggestions: readonly Suggestion[]
  /** The name of the model that helps, where one does. */
  readonly model: string
}): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const dialog = useSignal<'rename' | 'merge' | 'split' | 'entry' | null>(null)
  const close = () => (dialog.value = null)
  const notes = theme.notes.flatMap((id) => lab.items.notes.value[id] ?? [])
  const { shown, more } = usePaged(notes, STEP)
  const remove = async () => {
    if (await command.send({ type: 'removeTheme', theme: theme.id, rev: theme.rev })) tell(say(our.themeRemoved))
  }
  const takeOut = (note: NoteItem) => command.send({ type: 'takeFromTheme', theme: theme.id, contributions: [note.id] })
  const block = theme.block === null ? undefined : lab.items.canvasBlocks.value[theme.block]
  return (
    <article class="card theme" aria-labelledby={theme.id}>
      <header class="theme-head">
        <div>
          <p class="over">{block ? `${block.id} ${say(block.title)}` : say(our.anyBlock)}</p>
          <h3 id={theme.id}>{theme.title || say(our.nameless)}</h3>
          {/* the sentence itself says how many, and how the order came about */}
          <p class="muted small">{weight ? say(weight.why) : count(notes.length, our.notesOne, our.notesMany)}</p>
        </div>
        {lab.may('renameTheme') && (
          <Menu label={say(our.themeActions)}>
            <button type="button" onClick={() => (dialog.value = 'rename')}>
              {say(our.rename)}
            </button>
            <button type="button" onClick={() => (dialog.value = 'merge')}>
              {say(our.mergeTheme)}
            </button>
            {notes.length > 1 && (
              <button type="button" onClick={() => (dialog.value = 'split')}>
                {say(our.splitTheme)}
              </button>
            )}
            <button type="button" class="danger" onClick={() => void remove()}>
              {say(our.removeTheme)}
            </button>
          </Menu>
        )}
      </header>
      <TroubleNote trouble={command.trouble} />
      {lab.may('addEntry') && notes.length > 0 && (
        <Button small kind="primary" onClick={() => (dialog.value = 'entry')}>
          {say(our.fromTheme)}
        </Button>
      )}
      <details>
        <summary>
          {say(our.showNotes)} <span class="badge plain">{notes.length}</span>
        </summary>
        <ul class="notes">
          {shown.map((note) => (
            <li class="note" key={note.id}>
              <NoteText note={note} />
              <p class="note-foot">
                <NoteAuthor note={note} />
              </p>
              {lab.may('takeFromTheme') && (
                <Button small kind="quiet" busy={command.busy} onClick={() => void takeOut(note)}>
                  {say(our.takeOut)}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {more((n) => say(our.moreHere, { n }))}
      </details>
      {lab.may('putInTheme') && <Suggestions theme={theme} suggestions={suggestions} model={model} />}
      {dialog.value === 'rename' && <RenameDialog theme={theme} onClose={close} />}
      {dialog.value === 'merge' && <MergeThemeDialog theme={theme} onClose={close} />}
      {dialog.value === 'split' && <SplitThemeDialog theme={theme} onClose={close} />}
      {dialog.value === 'entry' && <EntryFromTheme theme={theme} onClose={close} />}
    </article>
  )
}

const percent = (score: number): number => Math.round(score * 100)

function Suggestions({
  theme,
  suggestions,
  model,
}: {
  readonly theme: Theme
  readonly suggestions: readonly Suggestion[]
  readonly model: string
}): JSX.Element | null {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const line = useSignal(60)
  const { shown, more } = usePaged(suggestions, STEP)
  if (suggestions.length === 0) return theme.notes.length === 0 ? <p class="hint">{say(our.suggestedNone)}</p> : null
  // a model's suggestions are accepted one by one
  const above = suggestions.filter(({ score, by }) => by === 'words' && percent(score) >= line.value).map(({ note }) => note)
  const put = async (contributions: string[]) => {
    if (await command.send({ type: 'putInTheme', theme: theme.id, contributions })) tell(say(our.accepted, { n: contributions.length }))
  }
  return (
    <section class="suggested" aria-label={`${say(our.suggested)}: ${theme.title}`}>
      <h4>
        {say(our.suggested)} <span class="badge plain">{suggestions.length}</span>
      </h4>
      <div class="accept-line">
        <label>
          {say(our.line)}{' '}
          <select class="field" value={String(line.value)} onChange={(event) => (line.value = Number(event.currentTarget.value))}>
            {[90, 80, 70, 60, 50, 40, 30].map((one) => (
              <option key={one} value={String(one)}>
                {say(our.sure, { n: one })}
              </option>
            ))}
          </select>
        </label>
        <Button small disabled={above.length === 0} busy={command.busy} onClick={() => void put(above)}>
          {say(our.acceptAll, { n: above.length })}
        </Button>
      </div>
      <TroubleNote trouble={command.trouble} />
      <ul class="notes">
        {shown.map((one) => {
          const note = lab.items.notes.value[one.note]
          if (!note) return null
          return (
            <li class="note" key={one.note}>
              <NoteText note={note} />
              <p class="note-foot">
                <span class="time">{say(our.sure, { n: percent(one.score) })}</span>
                {one.by === 'model' && <span class="badge plain">{say(modelWords.by, { name: model })}</span>}
                {one.words.length > 0 && <span>{say(our.because, { words: one.words.join(', ') })}</span>}
              </p>
              <div class="buttons">
                <Button small busy={command.busy} onClick={() => void put([one.note])}>
                  {say(our.accept)}
                </Button>
                <Button
                  small
                  kind="quiet"
                  busy={command.busy}
                  onClick={() => void command.send({ type: 'refuseSuggestion', theme: theme.id, contributions: [one.note] })}
                >
                  {say(our.refuse)}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      {more((n) => say(our.moreHere, { n }))}
    </section>
  )
}
