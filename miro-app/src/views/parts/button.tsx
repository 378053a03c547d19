import type { ReadonlySignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export interface ButtonProps {
  /** `primary` – the one thing to do here · `plain` · `quiet` – words only · `danger` – cannot be undone. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly icon?: IconName
  /** What is read out where the words in sight are not enough; also shown on hover where there are none. */
  readonly label?: string
  readonly busy?: ReadonlySignal<boolean>
  readonly type?: 'button' | 'submit'
  readonly small?: boolean
  readonly wide?: boolean
  readonly expanded?: boolean
  readonly pressed?: boolean
  readonly onClick?: () => void
  readonly children?: ComponentChildren
}

/** Busy buttons stay in place and in the order of focus: they only take no second press. */
export function Button({
  kind = 'plain',
  icon,
  label,
  busy,
  type = 'button',
  small,
  wide,
  expanded,
  pressed,
  onClick,
  children,
}: ButtonProps): JSX.Element {
  const isBusy = busy?.value ?? false
  const classes = [
    'button',
    kind === 'plain' ? '' : kind,
    small ? 'small' : '',
    wide ? 'wide' : '',
    children === undefined ? 'icon-only' : '',
    isBusy ? 'busy' : '',
  ]
  return (
    <button
      type={type}
      class={classes.filter(Boolean).join(' ')}
      aria-disabled={isBusy || undefined}
      aria-busy={isBusy || undefined}
      aria-label={label}
      aria-expanded={expanded}
      aria-pressed={pressed}
      title={children === undefined ? label : undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault()
        else onClick?.()
      }}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}
