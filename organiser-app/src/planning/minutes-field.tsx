import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { BLOCK_MINUTES } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { Button } from '../shell/button.tsx'
import { planningWords as our } from './words.ts'

export interface MinutesFieldProps {
  readonly minutes: number
  readonly title: string
  readonly onChange: (minutes: number) => void
}

/** Minutes of a block, by typing or by steps of five. While what is typed is no number of minutes, the last good one holds. */
export function MinutesField({ minutes, title, onChange }: MinutesFieldProps): JSX.Element {
  const typing = useSignal<string | null>(null)
  const { least, most } = BLOCK_MINUTES
  const set = (next: number) => {
    typing.value = null
    onChange(Math.min(most, Math.max(least, next)))
  }
  return (
    <span class="minutes-field">
      <Button kind="quiet" label={say(our.less, { title })} disabled={minutes <= least} onClick={() => set(minutes - 5)}>
        <span aria-hidden="true">−</span>
      </Button>
      <input
        class="field"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        aria-label={say(our.minutesOf, { title })}
        value={typing.value ?? String(minutes)}
        onInput={(event) => {
          typing.value = event.currentTarget.value
          const next = Number(typing.value)
          if (/^\d{1,3}$/.test(typing.value.trim()) && next >= least && next <= most) onChange(next)
        }}
        onKeyDown={(event) => {
          const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
          if (by === 0) return
          event.preventDefault()
          set(minutes + by)
        }}
        onBlur={() => {
          typing.value = null
        }}
      />
      <span class="muted small" aria-hidden="true">
        {say(our.minutes)}
      </span>
      <Button kind="quiet" label={say(our.more, { title })} disabled={minutes >= most} onClick={() => set(minutes + 5)}>
        <span aria-hidden="true">+</span>
      </Button>
    </span>
  )
}
