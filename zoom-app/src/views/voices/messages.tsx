import { say } from '@telaio/shared/ui'
import type { MessageItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { saidIn } from '../../lab/voices.ts'
import { usePanel } from '../../panel/context.ts'
import { voicesWords as words } from '../../words/voices.ts'
import { useKeptFocus } from '../kept-focus.ts'
import { WebLink } from '../web-link.tsx'

/** What facilitators said to this room: above the task until somebody puts it away, said aloud once. */
export function Messages(): JSX.Element | null {
  const { lab, now, ways, announce, meeting: client } = usePanel()
  const box = useRef<HTMLElement>(null)
  useKeptFocus(box)
  const meeting = now.meeting.value
  const { read, heard } = ways.value.value
  const group = now.standing.value.seesAll ? (now.group.value?.id ?? null) : null
  const said = meeting && saidIn(lab.items.value, meeting, group, read)
  const fresh = said ? [...said.prompts, ...said.here].filter(({ message }) => !heard.includes(message)) : []
  const newest = fresh.map(({ message }) => message).join(' ')
  useEffect(() => {
    if (fresh.length === 0) return
    const text = fresh.map((one) => one.text || say(words.place)).join(' ')
    ways.change((before) => ({ heard: [...before.heard, ...fresh.map(({ message }) => message)] }))
    announce(say(words.said, { text }))
    if (document.visibilityState === 'hidden') void client.notify(say(words.messages), text)
  }, [newest])
  if (!said || said.prompts.length + said.here.length + said.earlier.length === 0) return null
  return (
    <section class="voices" aria-label={say(words.messages)} ref={box}>
      {said.here.length > 0 && <List of={said.here} />}
      {said.prompts.map((one) => (
        <div key={one.message} class="also">
          <p class="eyebrow">{say(words.also)}</p>
          <p class="also-text">{one.text}</p>
        </div>
      ))}
      {said.earlier.length > 0 && (
        <details class="aside">
          <summary>{say(words.earlier, { n: said.earlier.length })}</summary>
          <List of={said.earlier} />
        </details>
      )}
    </section>
  )
}

function List({ of }: { readonly of: readonly MessageItem[] }): JSX.Element {
  const { lab, ways } = usePanel()
  const { groups } = lab.items.value
  return (
    <ul class="messages">
      {of.map((one) => (
        <li key={one.message} class="message">
          <p class="muted hint">
            {say(words.messages)}
            {' · '}
            {one.groups === null
              ? say(words.forAll)
              : say(words.forGroup, { group: one.groups.map((id) => groups[id]?.name ?? '').join(', ') })}
          </p>
          {(one.text || one.kind === 'place') && <p class="message-text">{one.text || say(words.place)}</p>}
          {one.kind === 'place' &&
            (one.href === null ? (
              <p class="muted hint">{say(words.placeGone)}</p>
            ) : (
              <WebLink href={one.href} text={say(words.placeOpen)} />
            ))}
          <button
            type="button"
            class="quiet"
            aria-label={say(words.readThis, { text: one.text.slice(0, 60) || say(words.place) })}
            onClick={() => ways.change((now) => ({ read: [...now.read, one.message] }))}
          >
            {say(words.read)}
          </button>
        </li>
      ))}
    </ul>
  )
}
