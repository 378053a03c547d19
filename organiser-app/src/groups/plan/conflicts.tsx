import type { JSX } from 'preact'
import { type Round, wishesOfConflict } from '@telaio/shared/grouping'
import type { Conflict } from '@telaio/shared/groups'
import { say } from '@telaio/shared/ui'
import { titleOf } from '@telaio/shared/ui/seating'
import { Button } from '../../shell/button.tsx'
import { useLab } from '../../shell/context.ts'
import { TroubleNote } from '../../shell/field.tsx'
import { Icon } from '../../shell/icon.tsx'
import { sayWish } from './names.ts'
import { useWishes } from './use-wishes.ts'
import { planWords as our } from './words.ts'

/** Wishes that cannot hold at once, one contradiction after the other, each with what can be given up. */
export function Conflicts({
  conflicts,
  rounds,
  onGivenUp,
}: {
  readonly conflicts: readonly Conflict[]
  readonly rounds: readonly Round[]
  readonly onGivenUp: () => void
}): JSX.Element {
  const lab = useLab()
  const { wishes, command, remove } = useWishes()
  return (
    <>
      {conflicts.map((conflict) => {
        const named = wishesOfConflict(conflict, wishes, rounds)
        const where = conflict.meetings.flatMap((m) => rounds[m - 1]?.set ?? []).map(titleOf)
        return (
          <section class="callout danger conflict" key={JSON.stringify(conflict.wishes)} role="alert">
            <Icon name="alert" />
            <div>
              <strong>{say(our.impossible)}</strong>
              <p>
                {conflict.code === 'unsettled'
                  ? say(our.unsettled)
                  : say(our.impossibleText, { where: where.join(', '), n: conflict.largest })}
              </p>
              <ul class="wish-list">
                {named.map((n) => {
                  const wish = wishes[n]
                  if (!wish) return null
                  return (
                    <li key={n}>
                      <span>{sayWish(lab, wish)}</span>
                      {lab.may('setWishes') && (
                        <Button
                          small
                          busy={command.busy}
                          label={say(our.giveUpOf, { wish: sayWish(lab, wish) })}
                          onClick={() => void remove(n).then((done) => done && onGivenUp())}
                        >
                          {say(our.giveUp)}
                        </Button>
                      )}
                    </li>
                  )
                })}
              </ul>
              <TroubleNote trouble={command.trouble} />
            </div>
          </section>
        )
      })}
    </>
  )
}
