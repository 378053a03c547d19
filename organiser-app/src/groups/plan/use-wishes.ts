import { effect } from '@preact/signals'
import type { GroupWish } from '@telaio/shared/lab'
import { useCommand } from '../../lab/use-action.ts'
import { useLab } from '../../shell/context.ts'

/** The lab's wishes, and a way to change them: all of them are set together. */
export function useWishes() {
  const lab = useLab()
  const command = useCommand()
  const wishes = lab.items.grouping.value['grouping']?.wishes ?? []
  const set = async (next: readonly GroupWish[]): Promise<boolean> => {
    const wished = next.map((wish) => (wish.kind === 'fixed' ? wish : { ...wish, people: [...wish.people] }))
    if (!(await command.send({ type: 'setWishes', wishes: wished }))) return false
    // the feed may come after the answer: who searches again at once must not do so with the wishes of before
    await seen(() => JSON.stringify(lab.items.grouping.value['grouping']?.wishes ?? []) === JSON.stringify(wished))
    return true
  }
  return {
    wishes,
    command,
    set,
    add: (wish: GroupWish) => set([...wishes, wish]),
    remove: (n: number) => set(wishes.filter((_one, at) => at !== n)),
  }
}

/** Resolves once something is in sight, and at the latest after a moment: a line that is down must not hold the page. */
const seen = (isThere: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, 2000)
    const stop = effect(() => {
      if (!isThere()) return
      clearTimeout(timer)
      resolve()
    })
    setTimeout(stop, 2000)
  })
