import type { BlockItem, CompanionItem } from '@telaio/shared/view'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { stepNow } from '../lab/now.ts'
import { usePanel } from '../panel/context.ts'
import { panelWords as words } from '../words/panel.ts'
import { wayWords } from '../words/way.ts'

/** What is asked. Where there is something to write, the step under way stands alone and the rest is one press away: the field must stay in sight. */
export function Prompt({ block, order }: { readonly block: BlockItem; readonly order: readonly CompanionItem[] }): JSX.Element {
  const { clock, lab } = usePanel()
  const me = lab.items.value.me['me']?.person
  const current = stepNow(block, clock.tick.value)
  const [chosen, choose] = useState<{ readonly block: string; readonly open: boolean } | null>(null)
  const open = chosen?.block === block.id ? chosen.open : block.zones.length === 0 || matchMedia('(min-width: 760px)').matches
  const step = current === null ? undefined : block.steps[current]
  const more = block.steps.length > 0 || block.example !== undefined || order.length > 0
  return (
    <section class="prompt" aria-labelledby="prompt-title">
      <p class="eyebrow" id="prompt-title">
        <span class="visually-hidden">{say(words.prompt)}. </span>
        {say(words.kinds[block.kind])}
      </p>
      {block.prompt ? (
        <p class="prompt-text">{say(block.prompt)}</p>
      ) : (
        block.kind === 'break' && <p class="prompt-text">{say(words.rest)}</p>
      )}
      {!open && step && (
        <p class="step-now">
          <span class="step-number" aria-hidden="true">
            {(current ?? 0) + 1}
          </span>
          <span>
            <span class="visually-hidden">{say(words.stepNow)}: </span>
            {say(step)}
          </span>
        </p>
      )}
      {more && (
        <details open={open} onToggle={(event) => choose({ block: block.id, open: event.currentTarget.open })}>
          <summary>
            {block.steps.length === 0
              ? say(block.example ? words.example : wayWords.reading)
              : open || !step
                ? say(words.steps)
                : say(block.example ? words.allStepsExample : words.allSteps, { n: block.steps.length })}
          </summary>
          <ol class="steps">
            {block.steps.map((one, i) => (
              <li key={one.it} aria-current={current === i ? 'step' : undefined}>
                {say(one)}
                {current === i && <span class="visually-hidden"> ({say(words.stepNow)})</span>}
              </li>
            ))}
          </ol>
          {order.length > 0 && (
            <p class="reading">
              <strong>{say(wayWords.reading)}:</strong>{' '}
              {order.map(({ person, name }) => (person === me ? `${name} (${say(words.you)})` : name)).join(' → ')}
            </p>
          )}
          {block.example && (
            <figure class="example">
              <figcaption>{say(words.example)}</figcaption>
              <blockquote>{say(block.example)}</blockquote>
            </figure>
          )}
        </details>
      )}
    </section>
  )
}
