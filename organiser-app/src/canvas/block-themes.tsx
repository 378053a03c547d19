import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { count, say } from '@telaio/shared/ui'
import type { Collections } from '@telaio/shared/view'
import { Button } from '../shell/button.tsx'
import { useLab } from '../shell/context.ts'
import { hrefOf } from '../shell/route.ts'
import { compileWords as our } from './compile-words.ts'
import { themesOf } from './themes/scene.ts'
import { EntryFromTheme } from './themes/theme-dialogs.tsx'

/** Candidate themes of a block, beside its entries. */
export function BlockThemes({ block }: { readonly block: string }): JSX.Element {
  const lab = useLab()
  const themes = themesOf(lab.items.themes.value, block)
  return (
    <div class="block-themes">
      <h2>
        {say(our.themes)} <span class="badge plain">{themes.length}</span>
      </h2>
      <ul>
        {themes.map((theme) => (
          <One key={theme.id} theme={theme} />
        ))}
      </ul>
      <a class="button small" href={hrefOf(lab.id, { room: 'canvas', block: 'themes' })}>
        {say(our.allThemes)}
      </a>
    </div>
  )
}

function One({ theme }: { readonly theme: Collections['themes'] }): JSX.Element {
  const lab = useLab()
  const making = useSignal(false)
  const notes = theme.notes.filter((id) => lab.items.notes.value[id])
  return (
    <li>
      <p>
        {theme.title || say(our.nameless)} <span class="muted small">{count(notes.length, our.notesOne, our.notesMany)}</span>
      </p>
      {lab.may('addEntry') && notes.length > 0 && (
        <Button small onClick={() => (making.value = true)}>
          {say(our.fromTheme)}
          <span class="visually-hidden">: {theme.title}</span>
        </Button>
      )}
      {making.value && <EntryFromTheme theme={theme} onClose={() => (making.value = false)} />}
    </li>
  )
}
