import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { InvitesAnswer } from '@telaio/shared/api'
import { type Action, useAction } from '../lab/use-action.ts'
import { useConsole, useLab } from '../shell/context.ts'

/** Links of the invites in force: asked for again whenever the feed says that an invite or the common link changed. */
export function useInvites(): {
  readonly invites: ReadonlySignal<InvitesAnswer | null>
  readonly action: Action
  readonly load: () => void
} {
  const lab = useLab()
  const { session } = useConsole()
  const action = useAction()
  const invites = useSignal<InvitesAnswer | null>(null)
  const asked = useSignal(0)
  const wanted = useComputed(() =>
    JSON.stringify([
      asked.value,
      lab.items.joinLink.value,
      Object.values(lab.items.people.value).map((one) => [one.id, one.invited, one.name, one.email]),
    ]),
  )
  const now = wanted.value
  useEffect(() => {
    let current = true
    void (async () => {
      try {
        const found = await session.api.invites(lab.id)
        if (current) invites.value = found
      } catch (error) {
        // shown by the action, which also knows a session that has ended
        if (current) await action.run(() => Promise.reject(error as Error))
      }
    })()
    return () => {
      current = false
    }
  }, [now])
  return { invites, action, load: () => (asked.value += 1) }
}
