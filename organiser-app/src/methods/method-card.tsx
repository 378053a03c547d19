import type { JSX } from 'preact'
import type { Method } from '@telaio/shared/kit'
import { PURPOSE_WORDS } from '@telaio/shared/methods'
import { count, say } from '@telaio/shared/ui'
import { Icon } from '../shell/icon.tsx'
import { methodWords as our } from './words.ts'

/** How long it takes and for how many, in one line. */
export function factsOf({ minutes, people, purposes }: Method): string {
  const { least, most } = minutes
  return [
    say(least === most ? our.exactly : our.range, { least, most }),
    people.most === null ? say(our.peopleFrom, { least: people.least }) : say(our.peopleRange, { least: people.least, most: people.most }),
    purposes.map((purpose) => say(PURPOSE_WORDS[purpose]).toLowerCase()).join(', '),
  ].join(' · ')
}

/** What a method puts into an agenda: its blocks with their minutes, and its zones. */
export function Brings({ method }: { readonly method: Method }): JSX.Element {
  const { blocks, zones } = method.brings
  const minutes = blocks.reduce((all, block) => all + block.minutes, 0)
  return (
    <div class="brings">
      <p>
        <strong>{say(blocks.length === 1 ? our.bringsOneBlock : our.bringsBlocks, { n: blocks.length, minutes })}</strong>
        {' · '}
        {zones.length === 0 ? say(our.bringsNoZones) : count(zones.length, our.bringsOneZone, our.bringsZones)}
      </p>
      <ol class="plain-list">
        {blocks.map((block) => (
          <li key={block.id}>{say(our.block, { title: say(block.title), n: block.minutes })}</li>
        ))}
      </ol>
      {zones.length > 0 && (
        <ul class="plain-list">
          {zones.map((zone) => (
            <li key={zone.id}>
              <strong>{say(zone.title)}</strong> <span class="muted">{say(zone.question)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** All that the repertoire says of a method. */
export function MethodCard({ method }: { readonly method: Method }): JSX.Element {
  return (
    <article class="card method-card">
      <p class="lead">{say(method.summary)}</p>
      <p class="muted">{factsOf(method)}</p>
      <section aria-labelledby="method-when">
        <h2 id="method-when">{say(our.when)}</h2>
        <p>{say(method.when)}</p>
      </section>
      <section aria-labelledby="method-steps">
        <h2 id="method-steps">{say(our.steps)}</h2>
        <ol class="plain-list">
          {method.steps.map(({ text, minutes }) => (
            <li key={text.it}>
              {say(text)} {minutes !== undefined && <span class="muted time">({say(our.stepMinutes, { n: minutes })})</span>}
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="method-people">
        <h2 id="method-people">{say(our.arrangement)}</h2>
        <p>{say(method.people.arrangement)}</p>
      </section>
      {method.advice && (
        <section aria-labelledby="method-advice">
          <h2 id="method-advice">{say(our.advice)}</h2>
          <p>{say(method.advice)}</p>
        </section>
      )}
      <section aria-labelledby="method-brings">
        <h2 id="method-brings">{say(our.brings)}</h2>
        <Brings method={method} />
      </section>
      <section aria-labelledby="method-licence">
        <h2 id="method-licence">{say(our.licence)}</h2>
        <p>
          {method.licence} · {say(method.credit)}
        </p>
        {method.source && (
          <p>
            <a href={method.source} target="_blank" rel="noreferrer">
              {say(our.source)} <Icon name="external" />
            </a>
          </p>
        )}
      </section>
    </article>
  )
}
