import type { FocusEvent } from 'react'

/** A small window closes when one goes elsewhere. */
export const closeWhenLeft = ({ currentTarget, relatedTarget }: FocusEvent<HTMLDetailsElement>): void => {
  if (!currentTarget.contains(relatedTarget)) currentTarget.open = false
}
