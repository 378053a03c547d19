import { consolePath } from '@telaio/shared/client'
import { say, SectorMark } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { usePanel } from '../panel/context.ts'
import { entryWords } from '../words/entry.ts'
import { ownDataWords } from '../words/own-data.ts'
import { ConsentChoices } from './entry/consents.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { MyData } from './my-data.tsx'

/** Me: who I am here, where my name appears, the language, the notice, the way out. */
export function Me(): JSX.Element | null {
  const { lab, meeting, session, send } = usePanel()
  const items = lab.items.value
  const me = items.me['me']
  const facts = items.lab['lab']
  const [consents, setConsents] = useState(me?.consents ?? { name: false, directory: false, credits: false })
  const [saved, setSaved] = useState(false)
  if (!me) return null
  const sector = facts?.sectors.find(({ id }) => id === me.sector)
  return (
    <div class="stack">
      <p>
        <strong>{me.name}</strong>
        {me.profession && <span class="muted"> · {me.profession}</span>}
        {me.territory && <span class="muted"> · {me.territory}</span>}
      </p>
      {sector && (
        <p>
          <SectorMark sector={sector} />
        </p>
      )}
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          send({ type: 'setConsents', consents })
          setSaved(true)
        }}
      >
        <h3>{say(ownDataWords.choices)}</h3>
        <ConsentChoices
          value={consents}
          onChange={(next) => {
            setConsents(next)
            setSaved(false)
          }}
        />
        <div class="actions">
          <button type="submit" class="button primary">
            {say(ownDataWords.save)}
          </button>
          <span class="muted hint" role="status">
            {saved && say(ownDataWords.saved)}
          </span>
        </div>
      </form>
      {facts?.notice && (
        <details class="aside">
          <summary>{say(entryWords.notice)}</summary>
          <p class="notice">{say(facts.notice)}</p>
        </details>
      )}
      <MyData />
      <LanguageSwitch />
      {meeting.kind === 'none' && (me.roles.includes('organiser') || me.roles.includes('facilitator')) && <ToConsole />}
      {meeting.kind === 'none' && (
        <div class="leave">
          <button type="button" class="button" onClick={session.leave}>
            {say(ownDataWords.leave)}
          </button>
          <p class="muted hint">{say(ownDataWords.leaveWhy)}</p>
        </div>
      )}
    </div>
  )
}

/** Whoever conducts or organises has the same invite for both places. In Zoom's window there is no room for a console. */
function ToConsole(): JSX.Element {
  const { session } = usePanel()
  const invite = session.invite()
  return (
    <div class="leave">
      <a class="button" href={invite === null ? '/console/' : consolePath(invite)} target="_blank" rel="noopener">
        {say(ownDataWords.console)}
      </a>
      <p class="muted hint">{say(ownDataWords.consoleWhy)}</p>
    </div>
  )
}
