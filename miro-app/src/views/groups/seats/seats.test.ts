import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { OpenPanel } from '../../../testing/open-panel.ts'

let panel: OpenPanel
beforeEach(() => {
  panel = new OpenPanel()
})
afterEach(() => panel.close())

const check = (text: string | RegExp): Promise<void> => panel.sees(text)

/** The groups of meeting 1's mixed moment, unfolded. */
async function unfolded(): Promise<void> {
  panel.server.lab.start(1, 'silent')
  await panel.start()
  await panel.tab('Gruppi')
  await check('Chi è dove')
  const fold = [...panel.root.querySelectorAll('details')].find(({ textContent }) => textContent?.startsWith('Chi è dove'))
  if (!fold) throw new Error('no card says who is where')
  fold.open = true
  fold.dispatchEvent(new Event('toggle'))
  await check('Mixed 1 2 persone')
}

describe('who is where', () => {
  it('[GR9] shows everybody’s place with whom they meet over the lab, and a plan that can be read aloud', async () => {
    await unfolded()
    await check(/Ann ?2 persone su 2, nessuno due volte/)
    await check('Ci sono 2 momenti di gruppo. Ognuno incontra 2 persone diverse. Nessuno ritrova la stessa persona.')
  })

  it('[GR9] moves somebody with what it costs said before, and takes it back', async () => {
    await unfolded()
    await panel.press('Sposta Ann')
    await check('Ann e Bob si ritrovano: è la 2ª volta')
    await panel.press(/^Mixed 2/)
    const { lab } = panel.server
    await vi.waitFor(() =>
      expect(panel.sent('movePeople')).toEqual([{ type: 'movePeople', moves: [{ person: lab.ann, from: 'm1/x1-1', to: 'm1/x1-2' }] }]),
    )
    await check('Mixed 2 3 persone')
    await check('Ann → Mixed 2: In Mixed 1 resta una persona sola. I gruppi vanno da 1 a 3 persone. E un’altra cosa')
    await panel.press('Annulla')
    await check('Mixed 2 2 persone')
  })

  it('[GR9] exchanges two people in one step, and back', async () => {
    await unfolded()
    await panel.press('Sposta Ann')
    await panel.press(/^Scambia con Bob/)
    const { ann, bob } = panel.server.lab
    await vi.waitFor(() => expect(panel.sent('movePeople')).toHaveLength(1))
    expect(panel.sent('movePeople')[0]).toMatchObject({
      moves: [
        { person: ann, from: 'm1/x1-1', to: 'm1/x1-2' },
        { person: bob, from: 'm1/x1-2', to: 'm1/x1-1' },
      ],
    })
    await check('Ann e Bob si sono scambiati di posto.')
    await panel.press('Annulla')
    await vi.waitFor(() => expect(panel.sent('movePeople')).toHaveLength(2))
    expect(panel.server.lab.scene.lab.groups.get('m1/x1-1')?.people).toContain(ann)
  })

  it('[GR10] keeps somebody in their group, and locks the set: then no proposal is offered', async () => {
    await unfolded()
    await panel.press('Fissa Ann qui')
    await vi.waitFor(() =>
      expect(panel.sent('setWishes')).toEqual([
        { type: 'setWishes', wishes: [{ kind: 'fixed', person: panel.server.lab.ann, group: 1, set: 'm1-1' }] },
      ]),
    )
    await panel.button('Non fissare più Ann')
    expect(panel.buttons('Proponi da capo')).toHaveLength(1)
    await panel.press(/^Blocca: /)
    await panel.button(/^Sblocca: /)
    expect(panel.buttons('Proponi da capo')).toHaveLength(0)
  })

  it('[GR10] forms the groups anew from a proposal that is seen before', async () => {
    await unfolded()
    await panel.press('Proponi da capo')
    await check('Nessun piano è migliore.')
    expect(panel.sent('formGroupSets')).toEqual([])
    await panel.press('Forma questi gruppi')
    await vi.waitFor(() => expect(panel.sent('formGroupSets')).toHaveLength(1))
    await check('Gruppi formati.')
  })

  it('[GR11] sets proposals beside one another and beside the groups of now; the one that is shown is formed', async () => {
    await unfolded()
    await panel.press('Sposta Ann')
    await panel.press(/^Mixed 2/)
    await check('Mixed 2 3 persone')
    await panel.press('Proponi da capo')
    await check('Proposte a confronto')
    const row = (title: RegExp): string[] =>
      [...panel.root.querySelectorAll<HTMLTableRowElement>('table tr')]
        .filter(({ textContent }) => title.test(textContent ?? ''))
        .flatMap(({ cells }) => [...cells].slice(1).map(({ textContent }) => textContent ?? ''))
    expect(row(/Adesso/)).toEqual(['Adesso', 'A'])
    expect(row(/^Ripetizioni/)).toEqual(['1', '0'])
    expect(row(/^Si può fare meglio/)).toEqual(['–', 'no, dimostrato'])
    expect(row(/^Posti diversi da Proposta A/)[1]).toBe('–')
    expect(Number(row(/^Posti diversi da Proposta A/)[0])).toBeGreaterThan(0)
    await panel.press('Un’altra proposta')
    await vi.waitFor(() => expect(row(/Adesso/)).toEqual(['Adesso', 'B', 'A']))
    await panel.press('Proposta A')
    await vi.waitFor(() => expect(row(/^Posti diversi da Proposta A/)[2]).toBe('–'))
    const shown = [...panel.root.querySelectorAll('[role=dialog] .seat-group, dialog .seat-group')].map((group) =>
      [...group.querySelectorAll('.seat-name')].map(({ textContent }) => textContent),
    )
    expect(shown.map(({ length }) => length)).toEqual([2, 2])
    await panel.press('Forma questi gruppi')
    await vi.waitFor(() => expect(panel.sent('formGroupSets')).toHaveLength(1))
    const { lab } = panel.server.lab.scene
    const names = new Map(Object.entries(panel.server.lab).flatMap(([name, id]) => (typeof id === 'string' ? [[id, name]] : [])))
    expect(['m1/x1-1', 'm1/x1-2'].map((id) => lab.groups.get(id)?.people.map((person) => names.get(person)?.toLowerCase()))).toEqual(
      shown.map((group) => group.map((name) => name?.toLowerCase())),
    )
  })
})
