import type { NewEvent } from '@telaio/shared/lab'
import { BOARD } from './fake-server.ts'
import type { OpenPanel } from './open-panel.ts'

/** Meeting 2 open in its work, its board connected and placed. */
export async function atWork(panel: OpenPanel): Promise<void> {
  panel.server.lab.start(2, 'work')
  panel.server.connectBoard()
  panel.server.placeMeeting(2)
  await panel.start()
}

/** A contribution's note stands on the board. */
export const noteOn = (contribution: string, item: string, text: string): NewEvent => ({
  type: 'notesWritten',
  body: { board: BOARD, notes: [{ contribution, part: 'text', item, text }] },
})
