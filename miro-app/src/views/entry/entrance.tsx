import { say } from '@telaio/shared/ui'
import type { ComponentChildren, JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { entryWords as our, panelWords } from '../../words/panel.ts'
import { Button } from '../parts/button.tsx'
import { CodeForm } from './code-form.tsx'

/** Everything before a lab is open. */
export function Entrance(): JSX.Element {
  const { session } = usePanel()
  const entry = session.state.value
  switch (entry.step) {
    case 'starting':
      return <p class="quiet-line">{say(our.starting)}</p>
    case 'in':
      return <p class="quiet-line">{say(panelWords.opening)}</p>
    case 'no-host':
      return (
        <Plain title={say(our.noHostTitle)} text={say(our.noHost)}>
          <AgainButton />
        </Plain>
      )
    case 'no-answer':
      return (
        <Plain title={say(our.noAnswerTitle)} text={say(our.noAnswer)}>
          <AgainButton />
        </Plain>
      )
    case 'refused':
      return (
        <Plain title={say(our.refusedTitle)} text={entry.detail}>
          <AgainButton />
        </Plain>
      )
    case 'stranger':
      return (
        <Plain title={say(our.strangerTitle)} text={say(our.stranger)}>
          <CodeForm />
          <a class="console-link" href="/console/" target="_blank" rel="noopener">
            {say(panelWords.console)}
          </a>
        </Plain>
      )
    case 'choose':
      return (
        <Plain title={say(our.chooseTitle)} text={say(our.choose)}>
          <ul class="choices">
            {entry.labs.map(({ id, title }) => (
              <li key={id}>
                <Button wide onClick={() => session.choose(id)}>
                  {title}
                </Button>
              </li>
            ))}
          </ul>
        </Plain>
      )
  }
}

function Plain({
  title,
  text,
  children,
}: {
  readonly title: string
  readonly text: string
  readonly children?: ComponentChildren
}): JSX.Element {
  return (
    <main class="entrance" aria-live="polite">
      <p class="brand" aria-hidden="true">
        Telaio
      </p>
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </main>
  )
}

function AgainButton(): JSX.Element {
  const { session } = usePanel()
  return <Button onClick={() => void session.revive()}>{say(panelWords.again)}</Button>
}
