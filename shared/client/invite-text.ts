/** An invite inside whatever was pasted: a link, a mail, the bare text. Null where there is none. */
export const inviteIn = (text: string): string | null =>
  /lab_[0-9a-z]{26}\.(?:per_[0-9a-z]{26}|common)\.\d{1,15}\.[A-Za-z0-9_-]{22}/.exec(text)?.[0] ?? null

/** The lab's common link lets one ask to come in; a personal one says who comes. */
export const isCommon = (invite: string): boolean => invite.includes('.common.')

/** Where an invite opens the panel, and where the console: the same one does both, for whom it may. */
export const panelPath = (invite: string): string => `/join/#${invite}`
export const consolePath = (invite: string): string => `/console/#invite=${invite}`
