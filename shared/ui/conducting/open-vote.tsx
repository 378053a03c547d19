import type { JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import { groupIdOf } from '../../lab/index.ts'
import { say } from '../language.ts'
import { type ConductingDesk, groupsToTell, zonesToVoteOn } from './desk.ts'
import { PickNotes } from './pick-notes.tsx'
import { conductingWords as words } from './words.ts'

const HOWS = ['votes', 'rating', 'consent'] as const
type How = (typeof HOWS)[number]
const DOTS_MOST = 20

/** A vote that the kit does not foresee: on the notes of a zone or on chosen ones, of all groups or of one. */
export function OpenVote({ desk }: { readonly desk: ConductingDesk }): JSX.Element {
  const { items, meeting, send, busy, tell } = desk
  const id = useId()
  const [wanted, setZone] = useState('')
  const [group, setGroup] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [how, setHow] = useState<How>('votes')
  const [dots, setDots] = useState('3')
  const [criteria, setCriteria] = useState('')
  const [title, setTitle] = useState('')
  const [isFault, setFault] = useState(false)
  const zones = zonesToVoteOn(desk)
  const zone = zones.find((one) => one.zone.id === wanted)?.zone ?? zones[0]?.zone
  if (!zone) return <p class="hint">{say(words.nothingToVote)}</p>
  const writers = new Set(Object.values(items.notes).flatMap((note) => (note.zone === zone.id ? [note.group] : [])))
  const groups = groupsToTell(desk).filter((one) => writers.has(one.key))
  const votable = Object.values(items.notes)
    .filter((note) => !note.hidden && (group === '' || groupIdOf(note.meeting, note.group) === group))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
  const picked = votable.filter(({ id: note }) => chosen.has(note))
  // a vote stands on a zone: the one above, or that of what was chosen
  const on = picked.length > 0 && !picked.some((note) => note.zone === zone.id) ? (picked[0]?.zone ?? zone.id) : zone.id
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (busy) return
    const lines = criteria.split('\n').flatMap((line) => (/\S/.test(line) ? [line.trim()] : []))
    if (how === 'rating' && lines.length === 0) return setFault(true)
    setFault(false)
    const done = await send({
      type: 'openVote',
      meeting: meeting.number,
      on,
      ...(picked.length > 0 ? { notes: picked.map(({ id: note }) => note) } : {}),
      ...(groups.some((one) => one.id === group) ? { group } : {}),
      ask:
        how === 'votes'
          ? { type: 'votes', dots: Math.min(DOTS_MOST, Math.max(1, Math.round(Number(dots)) || 1)) }
          : how === 'rating'
            ? { type: 'rating', criteria: lines.slice(0, 8) }
            : { type: 'consent' },
      ...(/\S/.test(title) ? { title: title.trim() } : {}),
    })
    if (!done) return
    setTitle('')
    setChosen(new Set())
    tell(say(words.opened))
  }
  return (
    <>
      <p class="hint">{say(words.voteWhy)}</p>
      <form class="conducting" onSubmit={(event) => void submit(event)}>
        <label for={`${id}-on`}>{say(words.on)}</label>
        <select id={`${id}-on`} class="field" value={zone.id} onChange={({ currentTarget }) => setZone(currentTarget.value)}>
          {zones.map((one) => (
            <option key={one.zone.id} value={one.zone.id}>
              {one.zone.id} {say(one.zone.title)} ({one.notes})
            </option>
          ))}
        </select>
        {groups.length > 0 && (
          <>
            <label for={`${id}-of`}>{say(words.ofWhom)}</label>
            <select id={`${id}-of`} class="field" value={group} onChange={({ currentTarget }) => setGroup(currentTarget.value)}>
              <option value="">{say(words.ofAll)}</option>
              {groups.map((one) => (
                <option key={one.id} value={one.id}>
                  {say(words.ofGroup, { group: one.name })}
                </option>
              ))}
            </select>
          </>
        )}
        <details>
          <summary>{say(words.pick)}</summary>
          <p class="hint">{say(words.pickWhy)}</p>
          <PickNotes
            zones={zones.map((one) => one.zone)}
            notes={votable}
            chosen={new Set(picked.map(({ id: note }) => note))}
            onChoose={setChosen}
          />
        </details>
        <label for={`${id}-how`}>{say(words.how)}</label>
        <select
          id={`${id}-how`}
          class="field"
          value={how}
          onChange={({ currentTarget }) => setHow(HOWS.find((one) => one === currentTarget.value) ?? 'votes')}
        >
          {HOWS.map((one) => (
            <option key={one} value={one}>
              {say(words.hows[one])}
            </option>
          ))}
        </select>
        {how === 'votes' && (
          <>
            <label for={`${id}-dots`}>{say(words.dots)}</label>
            <input
              id={`${id}-dots`}
              class="field"
              type="number"
              min={1}
              max={DOTS_MOST}
              value={dots}
              onInput={({ currentTarget }) => setDots(currentTarget.value)}
            />
          </>
        )}
        {how === 'rating' && (
          <>
            <label for={`${id}-criteria`}>{say(words.criteria)}</label>
            <textarea
              id={`${id}-criteria`}
              class="field"
              rows={3}
              value={criteria}
              aria-invalid={isFault || undefined}
              onInput={({ currentTarget }) => setCriteria(currentTarget.value)}
            />
          </>
        )}
        <label for={`${id}-title`}>{say(words.title)}</label>
        <input
          id={`${id}-title`}
          class="field"
          type="text"
          maxLength={300}
          value={title}
          onInput={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        {isFault && (
          <p class="error" role="alert">
            {say(words.noCriteria)}
          </p>
        )}
        <div class="buttons">
          <button type="submit" class="button" aria-disabled={busy || undefined}>
            {say(words.open)}
          </button>
        </div>
      </form>
    </>
  )
}
