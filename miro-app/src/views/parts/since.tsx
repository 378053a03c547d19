import { language } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'

/** `2 minuti fa`, `adesso`. */
export function ago(ms: number): string {
  const format = new Intl.RelativeTimeFormat(language.value === 'it' ? 'it-IT' : 'en-GB', { numeric: 'auto' })
  const seconds = Math.round(ms / 1000)
  if (seconds < 45) return format.format(0, 'second')
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return format.format(-minutes, 'minute')
  const hours = Math.round(minutes / 60)
  return hours < 24 ? format.format(-hours, 'hour') : format.format(-Math.round(hours / 24), 'day')
}

/** Kept out of live regions, which would read it out every minute. */
export function Since({ at }: { readonly at: string }): JSX.Element {
  const { second } = usePanel()
  return <span aria-live="off">{ago(second.value - Date.parse(at))}</span>
}
