/** What is asked of the server before the panel's own code is there, and answers on their way: null for one that was no success. */
export type Ahead = Map<string, Promise<Response | null>>

declare global {
  interface Window {
    telaioAhead?: Ahead
  }
}

export interface Question {
  readonly url: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Two questions are the same where the same person asks the same: the language of an answer that is no problem is nobody's, and of edit keys see `fetch-ahead.ts`. */
export const sameAs = ({ url, method = 'GET', headers = {}, body = '' }: Question): string =>
  [method, url, headers['authorization'] ?? '', body].join('\n')
