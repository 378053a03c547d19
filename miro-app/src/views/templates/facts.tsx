import type { Method } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { templateWords as our } from '../../words/templates.ts'

/** How long a method takes, and with how many people. */
export function Facts({ method: { minutes, people } }: { readonly method: Pick<Method, 'minutes' | 'people'> }): JSX.Element {
  const time = say(minutes.least === minutes.most ? our.minutesExact : our.minutesRange, minutes)
  const many =
    people.most === null ? say(our.peopleFrom, { least: people.least }) : say(our.peopleRange, { least: people.least, most: people.most })
  return (
    <>
      {time} · {many}
    </>
  )
}
