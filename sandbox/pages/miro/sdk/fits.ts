import type { Board, Collaboration, Miro } from '@mirohq/websdk-types'
import type { DoubleBoard } from './board.ts'

/**
 * The compiler's word that what the sandbox plays is what the Web SDK's own types promise. Classes of the SDK have protected
 * members, which nothing but the SDK itself can have, so its parts are compared by what is public of them.
 */
type Public<T> = T extends (...args: never[]) => unknown ? T : { [K in keyof T]: T[K] }

type Played = Extract<keyof DoubleBoard, keyof Board>
type Fitting = {
  readonly [K in Exclude<Played, 'experimental' | 'collaboration' | 'createAppCard' | 'createEmbed' | 'createPreview'>]: Public<Board[K]>
} & {
  readonly collaboration: Collaboration
  readonly experimental: {
    readonly getVotingResults: Board['experimental']['getVotingResults']
    readonly history: Public<Board['experimental']['history']>
  }
}

export const fits = (double: DoubleBoard): Fitting => double

export const asMiro = (board: DoubleBoard): Miro => ({ board: fits(board) as unknown as Board, clientVersion: '2.0' })
