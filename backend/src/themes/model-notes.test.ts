import { expect, it } from 'vitest'
import { SmallLab } from '@telaio/shared/testing'
import { textForModel } from './model-notes.ts'

it('[TH37] no model is asked about what is hidden, withdrawn, removed or private; none elsewhere about notes whose author is nobody or was erased', () => {
  const lab = new SmallLab().start(1, 'mixed')
  const nameless = lab.note(lab.ann, 'C1.2', 'nameless', { anonymous: 'k'.repeat(43) })
  lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
  lab.start(2, 'work')
  const [open, hidden, withdrawn, removed, own] = ['open', 'hidden', 'withdrawn', 'removed', 'own'].map((text) =>
    lab.note(lab.ann, 'C2.1', `a sentence, ${text}`, text === 'own' ? { private: true } : {}),
  )
  const bobs = lab.note(lab.bob, 'C2.1', 'of somebody who goes')
  lab.do(lab.fay, { type: 'hideContribution', contribution: hidden ?? '' })
  lab.do(lab.ann, { type: 'withdrawContribution', contribution: withdrawn ?? '' })
  lab.do(lab.organiser, { type: 'redact', contribution: removed ?? '' })
  const read = (away: boolean) =>
    [open, hidden, withdrawn, removed, own, nameless, bobs, 'con_unknown'].map((id) => textForModel(lab.lab, id ?? '', away))
  const here = ['a sentence, open', null, null, null, null, 'nameless', 'of somebody who goes', null]
  expect(read(false)).toEqual(here)
  expect(read(true)).toEqual(here.map((text) => (text === 'nameless' ? null : text)))
  lab.do(lab.organiser, { type: 'erasePerson', person: lab.bob })
  expect(read(false)).toEqual(here)
  expect(read(true)).toEqual(here.map((text) => (text === 'nameless' || text === 'of somebody who goes' ? null : text)))
})
