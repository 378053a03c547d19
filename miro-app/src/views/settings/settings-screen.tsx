import { language, say, setLanguage } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { panelWords } from '../../words/panel.ts'
import { settingsWords as our } from '../../words/settings.ts'
import { CodeForm } from '../entry/code-form.tsx'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { BoardList } from './board-list.tsx'
import { MiroAccount } from './miro-account.tsx'
import { TimerCard } from './timer-card.tsx'

const LANGUAGES = [
  ['it', 'Italiano'],
  ['en', 'English'],
] as const

export function SettingsScreen(): JSX.Element {
  const { session, lab } = usePanel()
  const entry = session.state.value
  const labs = entry.step === 'in' ? entry.labs : []
  return (
    <>
      <Card title={say(our.language)}>
        <fieldset class="bare">
          <legend class="visually-hidden">{say(our.language)}</legend>
          {LANGUAGES.map(([id, name]) => (
            <label class="choice" key={id} lang={id}>
              <input type="radio" name="language" checked={language.value === id} onChange={() => setLanguage(id)} />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      </Card>
      <BoardList />
      <MiroAccount />
      <TimerCard />
      <Card title={say(our.lab)}>
        <p>{say(our.consoleText)}</p>
        <a href={`/console/#/labs/${lab.id.value}`} target="_blank" rel="noopener">
          {say(panelWords.console)}
        </a>
        {labs.length > 1 && <Button onClick={session.leaveLab}>{say(our.otherLab)}</Button>}
        <details class="reason">
          <summary>{say(our.codeTitle)}</summary>
          <CodeForm />
        </details>
      </Card>
    </>
  )
}
