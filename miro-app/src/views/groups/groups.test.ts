import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { OpenPanel } from '../../testing/open-panel.ts'
import { atWork, noteOn } from '../../testing/scenes.ts'

let panel: OpenPanel
beforeEach(() => {
  panel = new OpenPanel()
})
afterEach(() => panel.close())

/** That a person sees this, now or in a moment. */
const check = (text: string | RegExp): Promise<void> => panel.sees(text)

describe('groups', () => {
  it('[GR1] shows notes as they come, how many by zone, and who has not written', async () => {
    await atWork(panel)
    await panel.tab('Gruppi')
    await check('Green')
    panel.server.note('C2.1', 'Portare acqua ai campi')
    await check('1 nota')
    await check('Non ha ancora scritto: Bob')
    await check('Portare acqua ai campi')
    await check('Ann · ora')
  })

  it('[GR2] arrivals are told together, and what was there before is not', async () => {
    panel.server.lab.start(2, 'work')
    panel.server.note('C2.1', 'prima')
    await panel.start()
    panel.server.note('C2.1', 'uno')
    await vi.waitFor(() => expect(panel.said).toContain('Note nuove: Green, 1 nota'))
    panel.server.note('C2.1', 'due', 'cleo')
    await panel.tab('Gruppi')
    expect(panel.said).not.toContain('Blue')
  })

  it('[GR3] goes to a group’s sheet and to a note in its zone; what is gone is said', async () => {
    await atWork(panel)
    const { host, server } = panel
    const id = server.note('C2.1', 'Portare acqua')
    server.record(noteOn(id, 'note-1', 'Portare acqua'))
    host.items.set(server.item('m2/g1'), 'sheet').set('note-1', 'Portare acqua')
    await panel.tab('Gruppi')
    await panel.press('Vai al foglio di Green')
    await vi.waitFor(() => expect(host.shown).toEqual([[server.item('m2/g1')]]))
    await panel.press('Vai alla nota: Portare acqua')
    await vi.waitFor(() => expect(host.shown[1]).toEqual(['note-1', server.item('m2/g1/C2.1')]))
    await panel.press('Vai al foglio di Blue')
    await check('Blue non è più sulla lavagna')
  })

  it('[GR4] reveals a group’s private notes in the zones of this block', async () => {
    panel.server.lab.start(1, 'silent')
    panel.server.note('C1.2', 'segreta')
    await panel.start()
    await panel.tab('Gruppi')
    await check('1 da mostrare')
    expect(panel.text).not.toContain('segreta')
    await panel.press('Mostra al gruppo')
    await check('segreta')
    expect(panel.sent('revealNotes')).toEqual([{ type: 'revealNotes', meeting: 1, zone: 'C1.2', group: 'x1-1' }])
  })

  it('[GR5] asks before hiding a note or erasing its text', async () => {
    await atWork(panel)
    panel.server.note('C2.1', 'fuori luogo')
    await panel.tab('Gruppi')
    await panel.press('Nascondi: fuori luogo')
    await check('Nascondere questa nota?')
    expect(panel.sent('hideContribution')).toEqual([])
    await panel.press('Nascondi')
    await check('Nota nascosta.')
    expect(panel.sent('hideContribution')).toHaveLength(1)
  })

  it('[GR6] says what stands behind the note that is selected on the board', async () => {
    await atWork(panel)
    const { server, host } = panel
    const id = server.note('C2.1', 'Portare acqua')
    server.record(noteOn(id, 'note-1', 'Portare acqua'))
    await panel.tab('Gruppi')
    host.select('note-1')
    await check('Scelta sulla lavagna')
    await check('Green · C2.1')
    host.select('note-1', 'another')
    await vi.waitFor(() => expect(panel.text).not.toContain('Scelta sulla lavagna'))
  })

  it('[GR7] marks who is missing, shows who would move, and applies it whole', async () => {
    panel.server.lab.start(1, 'silent')
    await panel.start()
    await panel.tab('Gruppi')
    await panel.press('Assente: Ann')
    await check('1 assenti')
    expect(panel.sent('markAttendance')).toEqual([
      { type: 'markAttendance', meeting: 1, marks: [{ person: panel.server.lab.ann, state: 'absent' }] },
    ])
    await panel.press('Proponi i cambi')
    await check(/Ann: fuori da/)
    expect(panel.sent('movePeople')).toEqual([])
    await panel.press('Applica i cambi')
    await vi.waitFor(() => expect(panel.sent('movePeople')).toHaveLength(1))
    await check('0 assenti')
    await panel.press('Chiedi di nuovo le stanze')
    await vi.waitFor(() => expect(panel.sent('requestRooms')).toEqual([{ type: 'requestRooms', meeting: 1, block: 'silent' }]))
  })
})
