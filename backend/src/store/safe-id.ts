/** What an id of a lab may look like here: it becomes a file's name. The stricter rule is the domain's. */
export const isSafeId = (id: string): boolean => /^[A-Za-z0-9_-]{1,80}$/.test(id)
