import type { ReadonlySignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'
import { say } from '@telaio/shared/ui'
import type { Bilingual } from '@telaio/shared/words'
import type { Trouble } from '../lab/send.ts'
import { Icon } from './icon.tsx'
import { words } from './words.ts'

/** True where a refusal is about this field: `zoomLink`, `people.0.email`, `notice.it`. */
export const isAbout = (field: string | null | undefined, name: string): boolean =>
  field != null && (field === name || field.endsWith(`.${name}`) || field.startsWith(`${name}.`))

/** What goes on the input itself, so that its label, hint and refusal belong to it for everybody. */
export interface InputProps {
  readonly id: string
  readonly name: string
  readonly class: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
}

export interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: ComponentChildren
  /** Set where the page itself sees what is wrong. */
  readonly wrong?: string | null | undefined
  readonly trouble?: ReadonlySignal<Trouble | null>
  /** The sentence for a value that the server could not read, in words of this field. */
  readonly mend?: Bilingual
  readonly optional?: boolean
  readonly hideLabel?: boolean
  readonly children: (props: InputProps) => JSX.Element
}

/** A label, its input, a hint, and beside them whatever is wrong with it. */
export function Field({ name, label, hint, wrong, trouble, mend, optional, hideLabel, children }: FieldProps): JSX.Element {
  const id = useId()
  const found = trouble?.value
  const problem =
    wrong ?? (found && isAbout(found.field, name) ? (found.code === 'invalid' ? say(mend ?? words.invalid) : found.detail) : null)
  const described = [hint === undefined ? null : `${id}-hint`, problem === null ? null : `${id}-wrong`].filter((one) => one !== null)
  return (
    <div class="form-field">
      <label for={id} class={hideLabel ? 'visually-hidden' : undefined}>
        {label}
        {optional && <span class="muted"> ({say(words.optional)})</span>}
      </label>
      {children({
        id,
        name,
        class: 'field',
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': problem !== null,
      })}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem !== null && (
        <p class="wrong" id={`${id}-wrong`} role="alert">
          <Icon name="alert" /> {problem}
        </p>
      )}
    </div>
  )
}

/** What went wrong with an action, unless one of the form's own fields already says it. */
export function TroubleNote({
  trouble,
  fields = [],
  onAgain,
}: {
  readonly trouble: ReadonlySignal<Trouble | null>
  readonly fields?: readonly string[]
  readonly onAgain?: (() => void) | undefined
}): JSX.Element | null {
  const found = trouble.value
  if (!found || fields.some((name) => isAbout(found.field, name))) return null
  return (
    <div class="callout danger" role="alert">
      <Icon name="alert" />
      <p>{found.unanswered ? say(words.noAnswer) : found.detail}</p>
      {onAgain && (
        <button type="button" class="button" onClick={onAgain}>
          {say(words.again)}
        </button>
      )}
    </div>
  )
}
