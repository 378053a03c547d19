import type { ComponentChildren, JSX } from 'preact'
import type { ReadonlySignal } from '@preact/signals'
import { Icon, type IconName } from './icon.tsx'

export interface ButtonProps {
  readonly kind?: 'primary' | 'plain' | 'danger' | 'quiet'
  readonly icon?: IconName
  /** A button that shows its icon only; its label is read out and shown on hover. */
  readonly label?: string
  readonly busy?: ReadonlySignal<boolean>
  readonly disabled?: boolean
  readonly type?: 'button' | 'submit'
  readonly small?: boolean
  readonly pressed?: boolean
  readonly describedBy?: string
  readonly onClick?: (event: MouseEvent) => void
  readonly children?: ComponentChildren
}

/** Busy buttons stay in place and in the order of focus: they only take no second press. */
export function Button({
  kind = 'plain',
  icon,
  label,
  busy,
  disabled = false,
  type = 'button',
  small = false,
  pressed,
  describedBy,
  onClick,
  children,
}: ButtonProps): JSX.Element {
  const working = busy?.value ?? false
  const classes = [
    'button',
    kind === 'plain' ? '' : kind,
    small ? 'small' : '',
    children === undefined ? 'icon-only' : '',
    working ? 'busy' : '',
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <button
      type={type}
      class={classes}
      disabled={disabled}
      aria-disabled={working || undefined}
      aria-busy={working || undefined}
      aria-label={label}
      aria-pressed={pressed}
      aria-describedby={describedBy}
      title={children === undefined ? label : undefined}
      onClick={(event) => {
        if (working) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}
