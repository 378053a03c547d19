import type { JSX } from 'preact'
import type { Kit } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { useMethods } from '../methods/use-methods.ts'
import { Button } from '../shell/button.tsx'
import { useConsole } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { Icon } from '../shell/icon.tsx'
import { differentParts, tidyKit } from './edit-kit.ts'
import { faultsOf, type ShownFault } from './faults.ts'
import type { KitDraft } from './use-kit-draft.ts'
import { kitsWords as our } from './words.ts'

/** Faults of the draft as it would be saved. */
export function useFaults(draft: KitDraft): readonly ShownFault[] {
  const found = useMethods().repertoire.value
  return faultsOf(tidyKit(draft.history.value.now), found ? new Set(found.methods.map(({ id }) => id)) : undefined)
}

/** The bar that saves a kit, the same under each of its parts. */
export function KitSaveBar({ draft, faults }: { readonly draft: KitDraft; readonly faults: readonly ShownFault[] }): JSX.Element {
  const { tell } = useConsole()
  const dirty = draft.dirty.value
  const must = dirty && faults.some((fault) => fault.must)
  const { past, future } = draft.history.value
  const conflict = draft.theirs.value !== null
  return (
    <>
      {!conflict && <TroubleNote trouble={draft.action.trouble} onAgain={() => void draft.save()} />}
      <div class="save-bar plan-save">
        <Button kind="primary" busy={draft.action.busy} disabled={!dirty || must || conflict} onClick={() => void draft.save()}>
          {say(our.save)}
        </Button>
        <Button kind="quiet" disabled={past.length === 0} onClick={draft.undo}>
          {say(our.undo)}
        </Button>
        {future.length > 0 && (
          <Button kind="quiet" onClick={draft.redo}>
            {say(our.redo)}
          </Button>
        )}
        {dirty && (
          <Button
            kind="quiet"
            onClick={() => {
              draft.putBack()
              tell(say(our.discarded), draft.undo)
            }}
          >
            {say(our.discard)}
          </Button>
        )}
        <span class={must ? 'over-time' : 'muted'} role="status">
          {say(must ? our.checkMust : dirty ? our.unsaved : our.allSaved)}
        </span>
      </div>
    </>
  )
}

function partText(part: ReturnType<typeof differentParts>[number]): string {
  if (part === 'head') return say(our.placeHead)
  return part === 'final-canvas' ? say(our.placeFinal) : say(our.placeMeeting, { n: part })
}

/** One kit was saved in two places: what differs on either side, and a choice that loses neither. */
export function KitConflict({ draft }: { readonly draft: KitDraft }): JSX.Element | null {
  const { tell } = useConsole()
  const theirs = draft.theirs.value
  if (!theirs) return null
  const settle = (take: 'mine' | 'theirs') => {
    draft.settle(take)
    tell(say(take === 'mine' ? our.mineKept : our.theirsTaken), take === 'theirs' ? draft.undo : undefined)
  }
  const side = (title: string, kit: Kit) => {
    const parts = differentParts(draft.base.value, kit)
    return (
      <div>
        <h3>{title}</h3>
        <p>{parts.length === 0 ? say(our.nothing) : parts.map(partText).join(', ')}</p>
      </div>
    )
  }
  return (
    <section class="callout danger conflict" role="alert" aria-labelledby="kit-conflict">
      <Icon name="alert" />
      <div>
        <h2 id="kit-conflict">{say(our.conflictTitle)}</h2>
        <p>{say(our.conflictText)}</p>
        <div class="conflict-sides">
          {side(say(our.conflictMine), draft.history.value.now)}
          {side(say(our.conflictTheirs), theirs.kit)}
        </div>
        <div class="buttons">
          <Button onClick={() => settle('mine')}>{say(our.keepMine)}</Button>
          <Button onClick={() => settle('theirs')}>{say(our.takeTheirs)}</Button>
        </div>
      </div>
    </section>
  )
}
