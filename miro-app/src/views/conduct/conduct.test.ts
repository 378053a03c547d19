import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type FakeServer } from '../../testing/fake-server.ts'
import { OpenPanel } from '../../testing/open-panel.ts'
import { atWork } from '../../testing/scenes.ts'

let panel: OpenPanel
beforeEach(() => {
  panel = new OpenPanel()
})
afterEach(() => panel.close())

/** That a person sees this, now or in a moment. */
const check = (text: string | RegExp): Promise<void> => panel.sees(text)

describe('conducting', () => {
  it('[CN1] opens the meeting, starts, stops, goes on, lengthens and moves on', async () => {
    await panel.start()
    await panel.tab('Conduci')
    await panel.press('Apri l’incontro')
    await panel.press('Fai partire: Silent')
    await panel.press('Ferma')
    await check('in pausa')
    await panel.press('Riprendi')
    await panel.press('Aggiungi 5 minuti')
    await panel.press('Togli 1 minuto')
    await check('di 9 min')
    await panel.press('Passa a: Mixed')
    await vi.waitFor(() => expect(panel.server.lab.lab.meetings[1]?.current).toBe('mixed'))
    expect([...new Set(panel.server.commands.map(({ type }) => type))]).toEqual([
      'openMeeting',
      'startBlock',
      'pauseBlock',
      'resumeBlock',
      'extendBlock',
      'nextBlock',
    ])
  })

  it('[CN2] a call for help is said in the panel and over the board, once, and answered', async () => {
    await atWork(panel)
    await panel.tab('Conduci')
    panel.server.happen((lab) => lab.do(lab.ann, { type: 'askHelp', meeting: 2, group: 'g1', reason: 'Come si fa?' }))
    await check('Come si fa?')
    expect(panel.said).toContain('Green chiede aiuto')
    expect(panel.host.notices).toEqual(['Green chiede aiuto'])
    await panel.press('Ci vado io')
    await check('ci va Fay')
    expect(panel.host.notices).toHaveLength(1)
  })

  it('[CN3] rooms are asked for, and it is said whom they wait for', async () => {
    await atWork(panel)
    await panel.tab('Conduci')
    await panel.press('Chiedi 2 stanze')
    await check('In attesa dell’app di chi ospita')
    await panel.press('Chiudi le stanze')
    await vi.waitFor(() => expect(panel.sent('closeRooms')).toHaveLength(1))
  })

  it('[CN4] [LB10] somebody at the door is let in as the person of that name by one touch, or as somebody else', async () => {
    await atWork(panel)
    await panel.tab('Conduci')
    const knock = (name: string) => (lab: FakeServer['lab']) =>
      lab.admit({ person: null, roles: [], editKeys: [] } as never, { type: 'requestJoin', via: 'link', name } as never)
    panel.server.happen((lab) => lab.do(lab.fay, { type: 'setJoinLink', open: true }))
    panel.server.happen(knock('ANN'))
    await check('Vogliono entrare')
    await panel.press('Sì, è Ann')
    await vi.waitFor(() => expect(panel.sent('approveJoin')).toMatchObject([{ person: panel.server.lab.ann }]))
    const letIn = () => vi.waitFor(() => expect(panel.root.textContent).not.toContain('Vogliono entrare'))
    await letIn()
    // somebody else of that name: the list, with nothing chosen
    panel.server.happen(knock('Ann'))
    await panel.press('È un’altra persona')
    await panel.press('Fai entrare')
    await vi.waitFor(() => expect(panel.sent('approveJoin')).toHaveLength(2))
    expect(panel.sent('approveJoin')[1]).not.toHaveProperty('person')
    await letIn()
    // two of one name now: one is chosen
    panel.server.happen(knock('ann'))
    await check('Si chiamano così in 2: chi è?')
    await panel.press('È Ann, Green, Mixed 1')
    await vi.waitFor(() => expect(panel.sent('approveJoin')[2]).toMatchObject({ person: panel.server.lab.ann }))
  })

  it('[CN5] a command whose answer was lost is sent again under the same id, and done once', async () => {
    await panel.start()
    await panel.tab('Conduci')
    panel.server.lostAnswers = 1
    await panel.press('Apri l’incontro')
    await vi.waitFor(() => expect(panel.server.ids).toHaveLength(2), 4000)
    expect(new Set(panel.server.ids).size).toBe(1)
    await check('Incontro aperto.')
  })

  it('[CN10] a message goes to the rooms that were chosen; without words, or without a room, it is told what is missing', async () => {
    await atWork(panel)
    await panel.tab('Conduci')
    await panel.press('Manda')
    await check('Scrivi il testo prima di mandare.')
    const text = [...panel.root.querySelectorAll('textarea')].find((one) => one.closest('.conducting')) as HTMLTextAreaElement
    text.value = 'Dieci minuti ancora'
    text.dispatchEvent(new Event('input', { bubbles: true }))
    const choice = (name: string) =>
      [...panel.root.querySelectorAll('label')].find((one) => one.textContent === name)?.querySelector('input')
    choice('Ad alcuni gruppi')?.click()
    await panel.press('Manda')
    await check('Scegli almeno un gruppo.')
    choice('Green')?.click()
    await panel.press('Manda')
    await vi.waitFor(() =>
      expect(panel.sent('sendMessage')).toMatchObject([{ groups: ['g1'], kind: 'message', text: 'Dieci minuti ancora' }]),
    )
    await check('Già mandati (1)')
    await panel.press('Ritira: Dieci minuti ancora')
    await check('ritirato')
  })

  it('[CN11] a vote is opened on the notes of a zone', async () => {
    await atWork(panel)
    panel.server.happen((lab) => lab.note(lab.ann, 'C2.1', 'We plant.'))
    await panel.tab('Conduci')
    await panel.press('Apri il voto')
    await vi.waitFor(() => expect(panel.sent('openVote')).toMatchObject([{ on: 'C2.1', ask: { type: 'votes', dots: 3 } }]))
    await check('Voto: C2.1')
  })

  it('[CN11] a vote is opened on chosen notes, of any zones', async () => {
    await atWork(panel)
    const ids: string[] = []
    panel.server.happen((lab) => {
      ids.push(lab.note(lab.ann, 'C2.1', 'We plant.'), lab.note(lab.ann, 'C2.1', 'We wait.'))
    })
    await panel.tab('Conduci')
    await check('We wait.')
    const box = [...panel.root.querySelectorAll('label')]
      .find(({ textContent }) => textContent?.includes('We wait.'))
      ?.querySelector('input')
    box?.click()
    await check('1 nota scelta')
    await panel.press('Apri il voto')
    await vi.waitFor(() => expect(panel.sent('openVote')).toMatchObject([{ on: 'C2.1', notes: [ids[1]] }]))
    await check('0 note scelte')
  })

  it('[CN6] a refusal is shown beside its button, in the server’s words', async () => {
    await panel.start()
    await panel.tab('Conduci')
    panel.server.lab.start(2, 'work')
    await panel.press('Apri l’incontro')
    await check('refused: another_meeting_open')
  })
})
