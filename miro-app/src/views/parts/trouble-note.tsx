import type { ReadonlySignal } from '@preact/signals'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import type { Trouble } from '../../lab/send.ts'
import { panelWords } from '../../words/panel.ts'
import { Icon } from './icon.tsx'

const sentence = ({ kind, code, detail }: Trouble): string =>
  kind === 'refused'
    ? detail
    : kind === 'no-answer'
      ? say(panelWords.noAnswer)
      : say(code === 'silent' ? panelWords.boardSilent : panelWords.boardRefused)

/** What went wrong with an action, beside its button. */
export function TroubleNote({ trouble }: { readonly trouble: ReadonlySignal<Trouble | null> }): JSX.Element | null {
  if (trouble.value === null) return null
  return (
    <p class="callout danger" role="alert">
      <Icon name="alert" />
      <span>{sentence(trouble.value)}</span>
    </p>
  )
}
