import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { Button } from './button.tsx'

/** A long list some at a time, so that a lab of thousands of notes stays quick. */
export function usePaged<T>(
  list: readonly T[],
  step: number,
): { readonly shown: readonly T[]; readonly more: (text: (n: number) => string) => JSX.Element | null } {
  const most = useSignal(step)
  const rest = list.length - most.value
  return {
    shown: rest > 0 ? list.slice(0, most.value) : list,
    more: (text) => (rest > 0 ? <Button onClick={() => (most.value += step)}>{text(Math.min(step, rest))}</Button> : null),
  }
}
