import { usePanel } from '../../panel/context.ts'

/** The name of somebody, as far as this viewer may know it; empty where they may not. */
export function useNames(): (person: string) => string {
  const items = usePanel().lab.items.value
  return (person) => items.people[person]?.name || Object.values(items.companions).find((one) => one.person === person)?.name || ''
}
