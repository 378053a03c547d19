import { describe, expect, it, vi } from 'vitest'
import { HostTrouble } from './board-host.ts'
import { htmlText } from './html-text.ts'
import { openPanelOnClick } from './panel-opener.ts'
import { findSdk } from './sdk.ts'
import { FakeSdk } from './testing/fake-sdk.ts'
import { createWebSdkHost } from './web-sdk.ts'

const set = () => {
  const fake = new FakeSdk()
  return { fake, host: createWebSdkHost({ sdk: fake.sdk, patience: 20 }) }
}

describe('the headless page', () => {
  it('[BH1] opens the panel at a press on the icon, and not where another panel is in the way', async () => {
    const { fake } = set()
    await openPanelOnClick(fake.sdk)
    fake.tell('icon:click', undefined)
    await vi.waitFor(() => expect(fake.asked('openPanel')).toEqual([[{ url: 'panel.html' }]]))
    fake.mayOpen = false
    fake.tell('icon:click', undefined)
    await vi.waitFor(() => expect(fake.asked('canOpenPanel')).toHaveLength(2))
    expect(fake.asked('openPanel')).toHaveLength(1)
  })
})

describe('the board by the Web SDK', () => {
  it('[BH2] is not there where Miro’s script is not', () => {
    expect(findSdk({} as Window)).toBeNull()
  })

  it('[BH3] asks for a fresh proof each time, and keeps no reference to the SDK between two calls', async () => {
    const { host } = set()
    const [first, second] = [await host.idToken(), await host.idToken()]
    expect(first).not.toBe(second)
    expect(await host.boardId()).toBe('board-1')
  })

  it('[BH4] says silence and refusals in our words', async () => {
    const { fake, host } = set()
    fake.silent.add('getInfo')
    fake.failing.add('getIdToken')
    await expect(host.boardId()).rejects.toMatchObject({ code: 'silent' })
    await expect(host.idToken()).rejects.toMatchObject({ code: 'refused' })
    await expect(host.idToken()).rejects.toBeInstanceOf(HostTrouble)
  })

  it('[BH5] shows an item with what is around it, and marks the item only', async () => {
    const { fake, host } = set()
    fake.put('note', { type: 'sticky_note' })
    fake.put('zone', { type: 'shape' })
    expect(await host.show('note', 'zone')).toBe(true)
    expect(fake.asked('zoomTo')).toEqual([[['note', 'zone']]])
    expect(fake.asked('select')).toEqual([['note']])
  })

  it('[BH6] moves nothing where the item is gone; where only its surroundings are, it goes there', async () => {
    const { fake, host } = set()
    fake.put('note', { type: 'sticky_note' })
    expect(await host.show('gone', 'note')).toBe(false)
    expect(fake.asked('zoomTo')).toEqual([])
    expect(await host.show('note', 'gone')).toBe(true)
    expect(fake.asked('zoomTo')).toEqual([[['note']]])
  })

  it('[BH7] goes there even where the mark is refused', async () => {
    const { fake, host } = set()
    fake.put('note', { type: 'sticky_note' })
    fake.failing.add('select')
    expect(await host.show('note')).toBe(true)
  })

  it('[BH8] reads what items say, whatever their kind, in one call', async () => {
    const { fake, host } = set()
    fake.put('sticky', { type: 'sticky_note', content: '<p>Acqua &amp; <strong>terra</strong></p><p>due</p>' })
    fake.put('frame', { type: 'frame', title: 'Bosco' })
    fake.put('drawing', { type: 'unsupported' })
    expect(await host.words(['sticky', 'frame', 'drawing', 'gone'])).toEqual(
      new Map([
        ['sticky', { kind: 'text', text: 'Acqua & terra\ndue' }],
        ['frame', { kind: 'text', text: 'Bosco' }],
        ['drawing', { kind: 'wordless' }],
        ['gone', { kind: 'gone' }],
      ]),
    )
    expect(fake.asked('get')).toHaveLength(1)
    expect(await host.words([])).toEqual(new Map())
    expect(fake.asked('get')).toHaveLength(1)
  })

  it('[BH9] remembers the lab with this board, where a copy of the board does not have it', async () => {
    const { fake, host } = set()
    expect(await host.recallLab()).toBeNull()
    await host.rememberLab('lab_1')
    expect(await host.recallLab()).toBe('lab_1')
    expect(fake.asked('storage.set')).toEqual([['telaio', 'lab', 'lab_1']])
    fake.kept.set('telaio/lab', { made: 'by another version' })
    expect(await host.recallLab()).toBeNull()
  })

  it('[BH10] tells what people select, and not what the panel marked itself; no more once stopped', async () => {
    const { fake, host } = set()
    const seen: (readonly string[])[] = []
    const stop = host.onSelect((items) => seen.push(items))
    await vi.waitFor(() => expect(fake.handlers.get('selection:update')?.size).toBe(1))
    fake.put('note', {})
    await host.show('note')
    expect(seen.flat()).toEqual([])
    fake.tell('selection:update', { items: [{ id: 'other' }] })
    fake.tell('selection:update', { items: [{ id: 'note' }] })
    expect(seen.flat()).toEqual(['other', 'note'])
    stop()
    await vi.waitFor(() => expect(fake.handlers.get('selection:update')?.size).toBe(0))
  })

  it('[BH11] lets no name be read as markup over the board', async () => {
    const { fake, host } = set()
    await host.notify('<b>Bosco</b> & Radura chiedono aiuto')
    expect(fake.asked('showInfo')).toEqual([['&lt;b&gt;Bosco&lt;/b&gt; &amp; Radura chiedono aiuto']])
  })
})

it('[BH12] text of an item is what a reader sees, and nothing of it is run', () => {
  expect(htmlText('<p>uno</p><p><br></p><ul><li>due</li><li>tre&nbsp;&nbsp;quattro</li></ul>')).toBe('uno\ndue\ntre quattro')
  expect(htmlText('<img src=x onerror="throw 1">1 &lt; 2')).toBe('1 < 2')
})
