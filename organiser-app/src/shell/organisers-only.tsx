import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useLab } from './context.ts'
import { words } from './words.ts'

/** Why a facilitator finds no button here. In an archived lab the frame says why nobody does. */
export function OrganisersOnly(): JSX.Element | null {
  const lab = useLab()
  return lab.me.value?.roles.includes('organiser') || lab.lab.value?.archived ? null : <p class="hint">{say(words.organisersOnly)}</p>
}
