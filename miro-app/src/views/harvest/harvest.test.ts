import { noteKey } from '@telaio/shared/lab'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BOARD } from '../../testing/fake-server.ts'
import { OpenPanel } from '../../testing/open-panel.ts'
import { atWork, noteOn } from '../../testing/scenes.ts'

let panel: OpenPanel
beforeEach(() => {
  panel = new OpenPanel()
})
afterEach(() => panel.close())

/** That a person sees this, now or in a moment. */
const check = (text: string | RegExp): Promise<void> => panel.sees(text)

describe('harvest', () => {
  const read = (more: object) =>
    ({ type: 'boardRead', body: { board: BOARD, notes: 3, fresh: 1, strays: [], doubles: [], moved: [], ...more } }) as never

  it('[HV1] is asked for, and says what it brought', async () => {
    await atWork(panel)
    await panel.tab('Raccolta')
    await panel.press('Raccogli dalla lavagna')
    await check('Leggo la lavagna')
    panel.server.record(read({}))
    await check('Note: 3, nuove: 1')
    await check('Non c’è niente da decidere.')
    expect(panel.said).toContain('Raccolta finita.')
  })

  it('[HV2] lists strays by reason with the words that stand on the board now, and goes there', async () => {
    await atWork(panel)
    panel.host.items.set('s1', 'E il bilancio?').set('s2', '')
    panel.server.record(
      read({
        strays: [
          { item: 's1', reason: 'outside' },
          { item: 's2', reason: 'empty' },
          { item: 's0', reason: 'outside' },
        ],
      }),
    )
    await panel.tab('Raccolta')
    await check(/Note fuori dai campi \(2\)(?=.*E il bilancio\?)(?=.*non c’è più sulla lavagna).*Note vuote \(1\)/)
    await panel.press('Vai all’elemento: E il bilancio?')
    await vi.waitFor(() => expect(panel.host.shown).toEqual([['s1']]))
  })

  it('[HV3] a clash shows both wordings, and the choice is sent', async () => {
    await atWork(panel)
    const id = panel.server.note('C2.1', 'quella del laboratorio')
    panel.server.record(noteOn(id, 'note-1', 'prima'))
    panel.host.items.set('note-1', 'quella della lavagna')
    panel.server.record({ type: 'notesClashed', body: { notes: [{ contribution: id, part: 'text' }] } } as never)
    await panel.tab('Raccolta')
    await check(/quella del laboratorio.*quella della lavagna/)
    await panel.press('Tieni quella della lavagna')
    await check('Decisioni in corso: 1')
    expect(panel.server.lab.lab.boardNotes.get(noteKey(id, 'text'))?.take).toBe('board')
  })

  it('[HV4] a note that is missing on the board is written again at a press', async () => {
    await atWork(panel)
    const id = panel.server.note('C2.1', 'sparita')
    panel.server.record(noteOn(id, 'note-1', 'sparita'))
    panel.server.record({ type: 'notesGone', body: { notes: [{ contribution: id, part: 'text' }], why: 'missing' } })
    await panel.tab('Raccolta')
    await panel.press('Riscrivila sulla lavagna: sparita')
    await check('Torna sulla lavagna.')
  })

  it('[HV5] doubles are listed, gone to, and dismissed by a person only', async () => {
    await atWork(panel)
    const id = panel.server.note('C2.1', 'doppia')
    panel.server.record(noteOn(id, 'note-1', 'doppia'))
    panel.host.items.set('note-1', 'doppia').set('copy', 'doppia')
    panel.server.record(read({ doubles: [{ contribution: id, part: 'text', item: 'copy' }] }))
    await panel.tab('Raccolta')
    await panel.press('Vai alla copia')
    await vi.waitFor(() => expect(panel.host.shown).toEqual([['copy']]))
    await panel.press('Non è un doppione')
    await vi.waitFor(() => expect(panel.text).not.toContain('Forse doppie'))
    expect(panel.host.items.has('copy')).toBe(true)
  })

  it('[HV6] moved notes say from where to where', async () => {
    await atWork(panel)
    const id = panel.server.note('C2.1', 'in viaggio')
    panel.server.record(noteOn(id, 'note-1', 'in viaggio'))
    panel.server.record(read({ moved: [{ contribution: id, part: 'text', zone: 'm2/g2/C2.1' }] }))
    await panel.tab('Raccolta')
    await check('da Green · C2.1 a Blue · C2.1')
  })

  it('[HV7] a silent Miro costs the words, not the list', async () => {
    await atWork(panel)
    panel.host.isSilent = true
    panel.server.record(read({ strays: [{ item: 's1', reason: 'outside' }] }))
    await panel.tab('Raccolta')
    await check('testo non letto')
    await panel.press(/^Vai all’elemento/)
    await check('Miro non risponde')
  })
})
