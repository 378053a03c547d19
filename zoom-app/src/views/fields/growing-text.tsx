import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface Props {
  readonly value: string
  readonly onInput: (text: string) => void
  readonly field: string
  readonly id?: string
  readonly rows?: number
  readonly placeholder?: string
  readonly labelledBy?: string
  readonly describedBy?: string
  readonly invalid?: boolean
}

/** A text field as tall as its text: `field-sizing` is not in Safari 16. */
export function GrowingText({ value, onInput, field, id, rows = 2, placeholder, labelledBy, describedBy, invalid }: Props): JSX.Element {
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    element.style.height = 'auto'
    // hidden fields measure nothing: they grow when they are shown and typed in
    if (element.scrollHeight > 0) element.style.height = `${element.scrollHeight + 2}px`
  }, [value])
  return (
    <textarea
      ref={area}
      id={id}
      class="field"
      rows={rows}
      value={value}
      data-field={field}
      placeholder={placeholder}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={invalid ? true : undefined}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  )
}
