import type { MineItem } from '@telaio/shared/view'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { notesIn, type ShownNote } from '../../lab/notes.ts'
import { zoneItem } from '../../lab/now.ts'
import { usePanel } from '../../panel/context.ts'
import { isWritten } from '../../writing/answers.ts'
import { panelWords as words } from '../../words/panel.ts'
import { pathWords } from '../../words/path.ts'
import { useKeptFocus } from '../kept-focus.ts'
import { Note } from '../note.tsx'
import { Settle } from './settle.tsx'

const WITHOUT_TEXT = ['votes', 'rating', 'consent']

/** My notes as the panel shows notes everywhere, newest meeting first: from here too they can be corrected. */
function useMine(): { readonly item: MineItem; readonly note: ShownNote }[] {
  const { lab, writing } = usePanel()
  const items = lab.items.value
  const pending = writing.value?.pending.value ?? { waiting: [], settling: [] }
  const mine = Object.values(items.mine).filter(({ answer }) => !WITHOUT_TEXT.includes(answer.type))
  return mine
    .flatMap((item) => {
      const note = notesIn(items, pending, item).find(({ id }) => id === item.id)
      return note ? [{ item, note }] : []
    })
    .sort(
      (a, b) =>
        b.item.meeting - a.item.meeting ||
        (a.item.zone === b.item.zone ? (a.item.at < b.item.at ? -1 : 1) : a.item.zone.localeCompare(b.item.zone, 'en', { numeric: true })),
    )
}

export function Commitments(): JSX.Element {
  const mine = useMine().filter(({ item }) => item.answer.type === 'commitments')
  return (
    <section class="section">
      <h2>{say(pathWords.commitments)}</h2>
      {mine.length === 0 ? <p class="muted">{say(pathWords.noCommitments)}</p> : <Notes mine={mine} />}
    </section>
  )
}

export function MyNotes(): JSX.Element {
  const { lab } = usePanel()
  const items = lab.items.value
  const mine = useMine().filter(({ item }) => item.answer.type !== 'commitments')
  const places = [...new Set(mine.map(({ item }) => `${item.meeting}/${item.zone}`))]
  return (
    <section class="section">
      <h2>{say(pathWords.mine)}</h2>
      {mine.length === 0 && <p class="muted">{say(pathWords.noMine)}</p>}
      {places.map((place) => {
        const here = mine.filter(({ item }) => `${item.meeting}/${item.zone}` === place)
        const first = here[0]?.item
        const zone = first && zoneItem(items, first.meeting, first.zone)
        return (
          <div key={place}>
            <h3 class="lane-title">
              {say(words.meetingN, { n: first?.meeting ?? '' })} · {zone && say(zone.title)}
            </h3>
            <Notes mine={here} />
          </div>
        )
      })}
    </section>
  )
}

function Notes({ mine }: { readonly mine: ReturnType<typeof useMine> }): JSX.Element {
  const { lab } = usePanel()
  const box = useRef<HTMLUListElement>(null)
  useKeptFocus(box)
  return (
    <ul class="notes" ref={box}>
      {mine.map(({ item, note }) => {
        const zone = zoneItem(lab.items.value, item.meeting, item.zone)
        return (
          zone &&
          isWritten(zone.answer) && (
            <li key={item.id}>
              <Note note={note} type={zone.answer} zone={zone} place={item} mayCorrect />
              {item.answer.type === 'commitments' && (
                <div class="settled">
                  {item.settled && <span class="badge">{say(pathWords.settled2[item.settled])}</span>}
                  <Settle contribution={item.id} group={null} status={item.settled} text={item.answer.what} />
                </div>
              )}
            </li>
          )
        )
      })}
    </ul>
  )
}
