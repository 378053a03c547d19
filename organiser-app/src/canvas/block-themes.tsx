import { useComputed, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { weighThemes } from '@telaio/shared/themes'
import { say } from '@telaio/shared/ui'
import type { Collections } from '@telaio/shared/view'
import type { Bilingual } from '@telaio/shared/words'
import { Button } from '../shell/button.tsx'
import { useLab } from '../shell/context.ts'
import { hrefOf } from '../shell/route.ts'
import { compileWords as our } from './compile-words.ts'
import { originsOf, themesOf } from './themes/scene.ts'
import { EntryFromTheme } from './themes/theme-dialogs.tsx'

/** Candidate themes of a block, beside its entries. */
export function BlockThemes({ block }: { readonly block: string }): JSX.Element {
  const lab = useLab()
  const { themes: all, notes, authors } = lab.items
  // the weightiest first, as on the page of themes; each says why
  const themes = useComputed(() => {
    const known = new Map(themesOf(all.value, block).map((theme) => [theme.id, theme]))
    const weights = weighThemes([...known.values()], originsOf(Object.values(notes.value), authors.value))
    return weights.flatMap(({ theme, why }) => {
      const found = known.get(theme)
      return found ? [{ theme: found, why }] : []
    })
  }).value
  return (
    <div class="block-themes">
      <h2>
        {say(our.themes)} <span class="badge plain">{themes.length}</span>
      </h2>
      <ul>
        {themes.map(({ theme, why }) => (
          <One key={theme.id} theme={theme} why={why} />
        ))}
      </ul>
      <a class="button small" href={hrefOf(lab.id, { room: 'canvas', block: 'themes' })}>
        {say(our.allThemes)}
      </a>
    </div>
  )
}

function One({ theme, why }: { readonly theme: Collections['themes']; readonly why: Bilingual }): JSX.Element {
  const lab = useLab()
  const making = useSignal(false)
  const notes = theme.notes.filter((id) => lab.items.notes.value[id])
  return (
    <li>
      <p>
        {theme.title || say(our.nameless)} <span class="muted small">{say(why)}</span>
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
