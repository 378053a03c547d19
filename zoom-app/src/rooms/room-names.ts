const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()

/** Rooms are found by name: Zoom gives no other thread from a room to its group, and may give a name back with other spaces. */
export const sameName = (listed: string, wanted: string): boolean => plain(listed) === plain(wanted)
