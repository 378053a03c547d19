/** The tab in which Miro asks for consent. */
export interface ConsentTab {
  readonly go: (url: string) => void
  readonly close: () => void
}

/** Opened within the press on a button, or browsers refuse it; null where they do all the same. It must not know who opened it: it goes to another site. */
export function openConsentTab(): ConsentTab | null {
  const tab = window.open('', '_blank')
  if (!tab) return null
  tab.opener = null
  return { go: (url) => tab.location.replace(url), close: () => tab.close() }
}
