import { STAGE_HEADER, type Bilingual, type Language, type StageState, type StepKey } from '../../src/stage/wire.ts'

/** The stage's own server, asked with the token of its link. */
export interface StageServer {
  readonly enter: () => Promise<'in' | 'closed'>
  /** Waits until there is something newer than `since`, or answers with the same after a while. */
  readonly state: (since: number) => Promise<StageState | 'closed'>
  /** Why it could not be done; null when it is. */
  readonly act: (step: StepKey) => Promise<Bilingual | null>
  readonly consoleLink: () => Promise<string | null>
  /** Simulated people come in; why not, where they cannot. */
  readonly bringCast: () => Promise<Bilingual | null>
}

export function createStageServer(token: string, language: Language): StageServer {
  const headers = { [STAGE_HEADER]: token, 'Content-Type': 'application/json' }
  const post = (path: string, body: object = {}) => fetch(`/stage/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const must = (answer: Response): Response => {
    if (!answer.ok) throw new Error(`the stage answered ${answer.status}`)
    return answer
  }
  const whyNot = async (answer: Response): Promise<Bilingual | null> => {
    if (answer.ok) return null
    const { words }: { words?: Bilingual } = await answer.json()
    return words ?? { it: 'Non è riuscito.', en: 'That did not work.' }
  }
  return {
    async enter() {
      const answer = await post('enter', { token, language })
      if (answer.status === 403) return 'closed'
      must(answer)
      return 'in'
    },
    async state(since) {
      const answer = await fetch(`/stage/api/state?since=${since}`, { headers })
      if (answer.status === 403) return 'closed'
      const state: StageState = await must(answer).json()
      return state
    },
    act: (step) => post(`steps/${step}`).then(whyNot),
    bringCast: () => post('cast').then(whyNot),
    async consoleLink() {
      const answer = await post('console')
      if (!answer.ok) return null
      const { link }: { link: string } = await answer.json()
      return link
    },
  }
}
