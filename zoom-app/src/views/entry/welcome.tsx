import { signal } from '@preact/signals'
import type { Items } from '@telaio/shared/view'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { usePanel } from '../../panel/context.ts'
import { entryWords as words } from '../../words/entry.ts'
import { LanguageSwitch } from '../language-switch.tsx'
import { ConsentChoices } from './consents.tsx'
import { Loom } from './starting.tsx'

const KEY = 'telaio-welcomed'
/** Who has been welcomed on this device, in which lab, under which notice: another notice is shown anew. */
const welcomed = signal<readonly string[]>(read())

function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

const signOf = (items: Items): string => `${items.lab['lab']?.id}|${items.me['me']?.person}|${items.lab['lab']?.notice?.it.length ?? 0}`

/** Those who run the lab wrote the notice; everybody else sees it before the first word. */
export const isWelcomed = (items: Items): boolean => {
  const roles = items.me['me']?.roles ?? []
  return roles.includes('facilitator') || roles.includes('organiser') || welcomed.value.includes(signOf(items))
}

/** Somebody has their data erased: this device no longer says that they were here. */
export const forgetWelcomed = (person: string): void => keep(welcomed.value.filter((one) => !one.includes(`|${person}|`)))

const keepWelcomed = (items: Items): void => keep([...welcomed.value, signOf(items)].slice(-20))

function keep(list: readonly string[]): void {
  welcomed.value = list
  try {
    localStorage.setItem(KEY, JSON.stringify(welcomed.value))
  } catch {
    // not kept: asked again at the next visit
  }
}

/** The first time: who sees my name, and the privacy notice. One screen, one button, in a minute's reach even for who comes late. */
export function Welcome(): JSX.Element {
  const { lab, send } = usePanel()
  const items = lab.items.value
  const me = items.me['me']
  const facts = items.lab['lab']
  const [consents, setConsents] = useState(me?.consents ?? { name: false, directory: false, credits: false })
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const begin = () => {
    if (JSON.stringify(consents) !== JSON.stringify(me?.consents)) send({ type: 'setConsents', consents })
    keepWelcomed(items)
  }
  return (
    <main class="entry">
      <Loom />
      <p class="muted">{facts?.title}</p>
      <h1 ref={title} tabIndex={-1}>
        {me?.name ? say(words.hello, { name: me.name }) : say(words.helloPlain)}
      </h1>
      <p>{say(words.beforeWhy)}</p>
      <div class="consent-choices">
        <ConsentChoices value={consents} onChange={setConsents} />
      </div>
      {facts?.notice && (
        <details class="aside">
          <summary>{say(words.readNotice)}</summary>
          <p class="notice">{say(facts.notice)}</p>
        </details>
      )}
      <button type="button" class="button primary large" onClick={begin}>
        {say(words.begin)}
      </button>
      <LanguageSwitch />
    </main>
  )
}
