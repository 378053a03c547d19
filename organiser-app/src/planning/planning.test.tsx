import { signal } from '@preact/signals'
import fc from 'fast-check'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ApiProblem } from '@telaio/shared/client'
import { changeBlock, type KitMeeting, moveBlock, planFromItems } from '@telaio/shared/kit'
import type { NewEvent } from '@telaio/shared/lab'
import { Scenario } from '@telaio/shared/testing'
import { setLanguage } from '@telaio/shared/ui'
import { COLLECTIONS, viewOf } from '@telaio/shared/view'
import type { LabStore } from '../lab/lab-store.ts'
import { meetingsInOrder } from '../labs/readiness.ts'
import { MeetingPlanPage } from '../meetings/meeting-plan-page.tsx'
import { type Console, ConsoleContext, LabContext, type Said } from '../shell/context.ts'
import { EditPlanPage } from './edit-plan-page.tsx'
import { changed, historyOf, redone, undone } from './history.ts'
import { RunSheetPage } from './run-sheet-page.tsx'
import { warningWords } from './warning-words.ts'

type Page = 'plan' | 'edit' | 'run-sheet'

/** A page of meeting 1 of the small lab in memory: commands are decided as the server decides them. */
function show(page: Page, scenario = new Scenario()) {
  const view = signal(viewOf(scenario.viewer(scenario.organiser), scenario.scene))
  const update = () => {
    view.value = viewOf(scenario.viewer(scenario.organiser), scenario.scene)
  }
  const said = signal<Said | null>(null)
  const now = <T,>(read: () => T) => ({
    get value() {
      return read()
    },
  })
  const lab = {
    id: scenario.lab.id,
    items: Object.fromEntries(COLLECTIONS.map((name) => [name, now(() => view.value[name])])),
    lab: now(() => view.value.lab['lab']),
    meetings: now(() => meetingsInOrder(view.value.meetings)),
    may: () => true,
    perform: (wish: Parameters<LabStore['perform']>[0]) => {
      try {
        const answer = scenario.do(scenario.organiser, wish as Parameters<Scenario['do']>[1])
        update()
        return Promise.resolve(answer)
      } catch (error) {
        return Promise.reject(new ApiProblem({ status: 409, code: 'refused', detail: String(error) }))
      }
    },
  } as unknown as LabStore
  const room = {
    session: { api: {} },
    said,
    tell: (text: string, undo?: () => void) => {
      said.value = { id: 1, text, undo: undo ?? null }
    },
  } as unknown as Console
  const root = document.body.appendChild(document.createElement('div'))
  const draw = () =>
    act(() =>
      render(
        <ConsoleContext.Provider value={room}>
          <LabContext.Provider value={lab}>
            {page === 'plan' ? <MeetingPlanPage number={1} /> : page === 'edit' ? <EditPlanPage number={1} /> : <RunSheetPage number={1} />}
          </LabContext.Provider>
        </ConsoleContext.Provider>,
        root,
      ),
    )
  void draw()
  const named = (name: string) =>
    [...root.querySelectorAll<HTMLElement>('button, a, input')].filter((one) =>
      (one.getAttribute('aria-label') ?? one.textContent ?? '').includes(name),
    )
  const plan = (): KitMeeting => {
    const meeting = view.value.meetings['1']
    if (!meeting) throw new Error('no meeting')
    return planFromItems({ meeting, blocks: view.value.blocks, zones: view.value.zones })
  }
  return {
    root,
    said,
    scenario,
    plan,
    named,
    press: (name: string) =>
      act(async () => {
        named(name)[0]?.click()
        // until what it began is answered
        await new Promise((resolve) => setTimeout(resolve, 0))
      }),
    key: (on: string, key: string) =>
      act(async () => void named(on)[0]?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))),
    type: (on: string, text: string) =>
      act(async () => {
        const input = named(on)[0]
        if (!(input instanceof HTMLInputElement)) throw new Error(`no field ${on}`)
        input.value = text
        input.dispatchEvent(new Event('input', { bubbles: true }))
      }),
    total: () => root.querySelector('.plan-total')?.textContent,
    spoken: () => root.querySelector('.plan-editor > .visually-hidden')?.textContent,
    titles: () => [...root.querySelectorAll('.tl-title')].map((one) => one.textContent),
    times: () => [...root.querySelectorAll('.tl-time')].map((one) => one.textContent),
    /** Somebody else saves the plan of now, changed. */
    others: (change: (plan: KitMeeting) => KitMeeting) =>
      act(() => {
        scenario.do(scenario.organiser, { type: 'planMeeting', rev: view.value.meetings['1']?.planRev ?? 0, plan: change(plan()) })
        update()
      }),
    record: (...events: NewEvent[]) =>
      act(() => {
        scenario.record(events)
        update()
      }),
    leave: () => {
      void act(() => render(null, root))
      root.remove()
    },
  }
}

beforeEach(() => {
  setLanguage('it')
  sessionStorage.clear()
})
afterEach(() => {
  for (const root of document.body.querySelectorAll(':scope > div')) {
    render(null, root)
    root.remove()
  }
})

describe('steps that can be taken back', () => {
  it('one by one, to where it began and forth again', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer(), fc.option(fc.constantFrom('a', 'b'))), { maxLength: 40 }), (changes) => {
        const end = changes.reduce((history, [value, step]) => changed(history, value, step), historyOf(0))
        let back = end
        for (let i = 0; i < end.past.length; i++) back = undone(back)
        expect(back.now).toBe(0)
        expect(undone(back).now).toBe(0)
        for (let i = 0; i < end.past.length; i++) back = redone(back)
        expect(back.now).toBe(end.now)
      }),
    )
  })
  it('letters of one field are one step, until something else is done', () => {
    let history = historyOf('')
    for (const text of ['a', 'ab', 'abc']) history = changed(history, text, 'title')
    expect(undone(history).now).toBe('')
    history = changed(undone(redone(undone(history))), 'x', 'title')
    expect(history.future).toEqual([])
  })
})

describe('the run of show', () => {
  it('gives times that follow from the minutes as they are typed, and says when they are too many', async () => {
    const page = show('edit')
    await page.record({ type: 'meetingScheduled', body: { meeting: 1, date: '2026-10-25', time: '02:50' } })
    expect(page.times()).toEqual(['02:50', '02:55', '02:05'])
    expect(page.total()).toContain('I minuti tornano')
    await page.type('Minuti di «Mixed»', '25')
    expect(page.times()).toEqual(['02:50', '02:55', '02:20'])
    expect(page.total()).toContain('15 minuti di troppo')
    // what is no number of minutes changes nothing
    await page.type('Minuti di «Mixed»', '999')
    expect(page.total()).toContain('15 minuti di troppo')
    await page.press('Annulla l’ultima modifica')
    expect(page.total()).toContain('I minuti tornano')
  })
  it('moves a block by the keys of its handle, says where it is, and puts it back on Escape', async () => {
    const page = show('edit')
    const before = page.titles()
    await page.press('Sposta «Mixed»')
    expect(page.spoken()).toContain('«Mixed» preso, posto 2 di 3')
    await page.key('Sposta «Mixed»', 'ArrowUp')
    expect(page.spoken()).toContain('posto 1 di 3')
    expect(page.titles()).toEqual(['Mixed', 'Silent', 'Vote'])
    await page.key('Sposta «Mixed»', 'Escape')
    expect(page.titles()).toEqual(before)
    await page.press('Sposta «Mixed»')
    await page.key('Sposta «Mixed»', 'ArrowDown')
    await page.press('Sposta «Mixed»')
    expect(page.spoken()).toContain('lasciato al posto 3 di 3')
    await page.press('Annulla l’ultima modifica')
    expect(page.titles()).toEqual(before)
  })
  it('is saved when one says so, and cannot be while something must be mended', async () => {
    const page = show('edit')
    await page.press('Togli')
    expect(page.root.querySelector('.save-bar')?.textContent).toContain('sistema')
    expect(page.named('Salva il programma')[0]).toHaveProperty('disabled', true)
    await page.press('Annulla l’ultima modifica')
    await page.type('Minuti di «Silent»', '7')
    await page.press('Salva il programma')
    expect(page.said.value?.text).toBe('Programma salvato.')
    expect(page.plan().agenda[0]?.minutes).toBe(7)
    expect(page.root.querySelector('.save-bar')?.textContent).toContain('Tutto salvato')
  })
  it('keeps what is not saved through a reload, and follows others where nothing was changed', async () => {
    const page = show('edit')
    await page.others((plan) => changeBlock(plan, 'vote', (block) => ({ ...block, minutes: 6 })))
    expect(page.named('Minuti di «Vote»')[0]).toHaveProperty('value', '6')
    await page.type('Minuti di «Silent»', '9')
    page.leave()
    const again = show('edit', page.scenario)
    expect(again.named('Minuti di «Silent»')[0]).toHaveProperty('value', '9')
    again.leave()
    expect(show('plan', page.scenario).root.textContent).toContain('Riprendi le modifiche non salvate')
  })
})

describe('two people at one plan', () => {
  const both = async () => {
    const page = show('edit')
    await page.type('Minuti di «Silent»', '9')
    await page.others((plan) => moveBlock(plan, 'vote', 0))
    return page
  }
  it('sees what each did, and may save neither before choosing', async () => {
    const page = await both()
    const [mine, theirs] = [...page.root.querySelectorAll('.conflict-sides > div')].map((one) => one.textContent)
    expect(mine).toContain('minuti da 5 a 9')
    expect(theirs).toContain('ordine dei momenti')
    expect(page.named('Salva il programma')[0]).toHaveProperty('disabled', true)
  })
  it('keeps mine and saves it over theirs', async () => {
    const page = await both()
    await page.press('Tieni il mio')
    await page.press('Salva il programma')
    expect(page.plan().agenda.map(({ id, minutes }) => [id, minutes])).toEqual([
      ['silent', 9],
      ['mixed', 10],
      ['vote', 5],
    ])
  })
  it('takes theirs, and gives mine back by undoing', async () => {
    const page = await both()
    await page.press('Prendi il loro')
    expect(page.titles()).toEqual(['Vote', 'Silent', 'Mixed'])
    expect(page.root.querySelector('.conflict')).toBeNull()
    await page.press('Annulla l’ultima modifica')
    expect(page.named('Minuti di «Silent»')[0]).toHaveProperty('value', '9')
    expect(page.titles()).toEqual(['Silent', 'Mixed', 'Vote'])
  })
  it('is no conflict with what one saved oneself', async () => {
    const page = show('edit')
    await page.type('Minuti di «Silent»', '9')
    await page.press('Salva il programma')
    await page.type('Minuti di «Silent»', '8')
    expect(page.root.querySelector('.conflict')).toBeNull()
    await page.press('Salva il programma')
    expect(page.plan().agenda[0]?.minutes).toBe(8)
  })
})

describe('a meeting that was held', () => {
  const held = async (name: Page) => {
    const page = show(name)
    await page.record(
      { type: 'meetingScheduled', body: { meeting: 1, date: '2026-10-13', time: '17:00' } },
      { type: 'meetingOpened', body: { meeting: 1 } },
      { type: 'blockStarted', body: { meeting: 1, block: 'mixed', length: 600_000 } },
      { type: 'meetingClosed', body: { meeting: 1 } },
    )
    return page
  }
  it('shows when each block really began, and offers no change', async () => {
    const page = await held('plan')
    const starts = [...page.root.querySelectorAll('.agenda .starts')].map((one) => one.textContent)
    expect(starts[0]).toBe('saltato')
    expect(starts[1]).toMatch(/^\d\d:\d\d$/)
    expect(starts[1]).not.toBe('17:05')
    expect(page.named('Modifica il programma')).toEqual([])
  })
  it('cannot be edited by its address either', async () => {
    const page = await held('edit')
    expect(page.root.textContent).toContain('L’incontro si è tenuto')
    expect(page.root.querySelector('.plan-editor')).toBeNull()
  })
})

describe('the run sheet', () => {
  it('has for each block its time, prompt, zones, and who leads it by name', async () => {
    const page = show('run-sheet')
    const { organiser } = page.scenario
    await page.record(
      { type: 'meetingScheduled', body: { meeting: 1, date: '2026-10-13', time: '17:00' } },
      { type: 'dutiesSet', body: { meeting: 1, duties: { conductor: [organiser] } } },
    )
    const name = page.scenario.lab && viewOf(page.scenario.viewer(organiser), page.scenario.scene).people[organiser]?.name
    const [first, second] = [...page.root.querySelectorAll('.sheet-block')].map((one) => one.textContent ?? '')
    expect(first).toContain('17:00')
    expect(first).toContain('Write')
    expect(first).toContain('C1.2')
    expect(first).toContain(`${name} (conduzione)`)
    expect(second).toContain('17:05')
    expect(second).toContain('stanze: gruppi misti (1)')
  })
})

it('every warning has its words in both languages, with no fact left blank', () => {
  for (const text of Object.values(warningWords)) {
    expect(text.it.match(/\{\w+\}/g)?.toSorted()).toEqual(text.en.match(/\{\w+\}/g)?.toSorted())
    expect(text.it).not.toContain("'")
  }
})
