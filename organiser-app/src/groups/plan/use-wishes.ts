import type { GroupWish } from '@telaio/shared/lab'
import { useCommand } from '../../lab/use-action.ts'
import { useLab } from '../../shell/context.ts'

/** The lab's wishes, and a way to change them: all of them are set together. */
export function useWishes() {
  const lab = useLab()
  const command = useCommand()
  const wishes = lab.items.grouping.value['grouping']?.wishes ?? []
  const set = async (next: readonly GroupWish[]): Promise<boolean> =>
    (await command.send({
      type: 'setWishes',
      wishes: next.map((wish) => (wish.kind === 'fixed' ? wish : { ...wish, people: [...wish.people] })),
    })) !== null
  return {
    wishes,
    command,
    set,
    add: (wish: GroupWish) => set([...wishes, wish]),
    remove: (n: number) => set(wishes.filter((_one, at) => at !== n)),
  }
}
