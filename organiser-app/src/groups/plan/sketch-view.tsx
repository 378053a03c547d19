import { useSignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import { compareWords } from '@telaio/shared/grouping'
import { say } from '@telaio/shared/ui'
import { Button } from '../../shell/button.tsx'
import { useLab } from '../../shell/context.ts'
import type { Draft, Sketch } from './draft.ts'
import { MetMatrix } from './met-matrix.tsx'
import { sayPlan } from './names.ts'
import { PeopleTable, PlanTable } from './plan-tables.tsx'
import { boundText } from './bound-text.ts'
import { SketchCards } from './sketch-cards.tsx'
import { planWords as our } from './words.ts'

const VIEWS = { cards: our.viewCards, table: our.viewTable, matrix: our.viewMatrix, people: our.viewPeople } as const
type View = keyof typeof VIEWS

/** The chosen proposal: a sentence to read aloud, and four ways to look at it. */
export function SketchView({
  draft,
  sketch,
  children,
}: {
  readonly draft: Draft
  readonly sketch: Sketch
  readonly children: ComponentChildren
}): JSX.Element {
  const lab = useLab()
  const view = useSignal<View>('cards')
  const { facts, grouping } = sketch
  return (
    <section aria-labelledby="sketch" class="sketch">
      <div class="section-head">
        <h3 id="sketch">{say(compareWords.proposal, { name: sketch.name })}</h3>
        <p class="muted">
          {say(our.seedOf, { n: sketch.seed })}
          {sketch.at === 0 && ` · ${boundText(sketch.progress)}`}
        </p>
      </div>
      {facts && (
        <blockquote class="aloud" aria-label={say(our.aloud)}>
          {sayPlan(facts.figures, grouping.rounds.length)}
        </blockquote>
      )}
      {children}
      <div class="toolbar-row">
        <div class="buttons" role="group" aria-label={say(our.views)}>
          {(Object.keys(VIEWS) as View[]).map((one) => (
            <Button key={one} small pressed={view.value === one} onClick={() => (view.value = one)}>
              {say(VIEWS[one])}
            </Button>
          ))}
        </div>
        <div class="buttons">
          <Button small disabled={sketch.at === 0} onClick={draft.undo}>
            {say(our.undo)}
          </Button>
          <Button small disabled={sketch.at >= sketch.plans.length - 1} onClick={draft.redo}>
            {say(our.redo)}
          </Button>
        </div>
      </div>
      {view.value === 'cards' && <SketchCards draft={draft} sketch={sketch} />}
      {view.value === 'table' && <PlanTable sketch={sketch} />}
      {view.value === 'matrix' && <MetMatrix sketch={sketch} people={lab.items.people.value} />}
      {view.value === 'people' && <PeopleTable sketch={sketch} />}
    </section>
  )
}
