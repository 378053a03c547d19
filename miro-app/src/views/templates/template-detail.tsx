import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { usePanel } from '../../panel/context.ts'
import { templateWords as our } from '../../words/templates.ts'
import { Button } from '../parts/button.tsx'
import type { Entry } from './catalogue.ts'
import { Facts } from './facts.tsx'
import { Preview } from './preview.tsx'

export interface TemplateDetailProps {
  readonly entry: Entry
  readonly onPut: () => void
  readonly onBack: () => void
}

/** One template: how it looks, what it is for, its steps, whose idea it is. */
export function TemplateDetail({ entry, onPut, onBack }: TemplateDetailProps): JSX.Element {
  const { lab, dropDesk } = usePanel()
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  const { template, method } = entry
  return (
    <article class="library" aria-labelledby="template-title">
      <Button kind="quiet" small icon="back" onClick={onBack}>
        {say(our.backToList)}
      </Button>
      <h2 id="template-title" ref={heading} tabIndex={-1}>
        {say(template.title)}
      </h2>
      <p>{say(template.about)}</p>
      {method && (
        <p class="muted">
          <Facts method={method} />. {say(method.people.arrangement)}
        </p>
      )}
      <Preview template={template} language={lab.lab.value?.language ?? 'it'} />
      <p class="hint">{say(our.dragHint)}</p>
      {!dropDesk.isBusy() && (
        <Button kind="primary" wide onClick={onPut}>
          {say(our.put)}
        </Button>
      )}
      {method && (
        <>
          <h3>{say(our.when)}</h3>
          <p>{say(method.when)}</p>
          <h3>{say(our.steps)}</h3>
          <ol class="template-steps">
            {method.steps.map(({ minutes, text }, i) => (
              <li key={i}>
                {minutes !== undefined && <strong>{say(our.stepMinutes, { n: minutes })} </strong>}
                {say(text)}
              </li>
            ))}
          </ol>
          {method.advice && (
            <>
              <h3>{say(our.advice)}</h3>
              <p>{say(method.advice)}</p>
            </>
          )}
          <p class="hint">
            {say(our.licence, { licence: method.licence })}. {say(method.credit)}{' '}
            {method.source && (
              <a href={method.source} target="_blank" rel="noopener">
                {say(our.source)}
              </a>
            )}
          </p>
        </>
      )}
    </article>
  )
}
