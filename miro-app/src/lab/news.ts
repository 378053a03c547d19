/** Says which ids are new since the last look. What is there at first, or with another place, is no news. */
export function createNews<T>(): (place: string, ids: readonly T[]) => T[] {
  let at: string | null = null
  let known = new Set<T>()
  return (place, ids) => {
    const fresh = at === place ? ids.filter((id) => !known.has(id)) : []
    at = place
    known = new Set(ids)
    return fresh
  }
}
