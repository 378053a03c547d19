const KEY = 'telaio-stage'

/** The token of the stage's link, from the address or from the last time; the address loses it, so that it is not shown to whoever looks. */
export function takeToken(): string | null {
  const given = /^#sign-in=([^&\s]+)$/.exec(location.hash)?.[1]
  if (given === undefined) return localStorage.getItem(KEY)
  history.replaceState(null, '', location.pathname + location.search)
  return given
}

export const keepToken = (token: string): void => localStorage.setItem(KEY, token)
