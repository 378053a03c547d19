import type { JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import { say } from '../language.ts'
import { type ConductingDesk, framesToShow, groupsToTell } from './desk.ts'
import { conductingWords as words } from './words.ts'

type Kind = 'message' | 'prompt' | 'place'
const KINDS: readonly Kind[] = ['message', 'prompt', 'place']

/** Says something to one room, some, or all: a message, one more prompt, a place of the board. What was sent can be taken back. */
export function RoomMessages({ desk }: { readonly desk: ConductingDesk }): JSX.Element {
  const { items, meeting, block, send, busy, tell } = desk
  const id = useId()
  const [kind, setKind] = useState<Kind>('message')
  const [text, setText] = useState('')
  const [all, setAll] = useState(true)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [spot, setSpot] = useState('')
  const [fault, setFault] = useState<keyof typeof words | null>(null)
  const groups = groupsToTell(desk)
  const frames = framesToShow(desk)
  const there = frames.find(({ key }) => key === spot)?.key ?? frames[0]?.key
  const cannot =
    kind === 'prompt' && block === null ? words.promptNeedsBlock : kind === 'place' && there === undefined ? words.noPlace : null
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (busy || cannot) return
    const to = chosen.filter((one) => groups.some((group) => group.id === one))
    if (!all && to.length === 0) return setFault('noGroup')
    if (kind !== 'place' && !/\S/.test(text)) return setFault('blank')
    setFault(null)
    const done = await send({
      type: 'sendMessage',
      meeting: meeting.number,
      groups: all ? null : to,
      kind,
      text,
      ...(kind === 'place' && there !== undefined ? { spot: there } : {}),
    })
    if (!done) return
    setText('')
    tell(say(words.sent))
  }
  const toggle = (group: string, on: boolean): void => setChosen((now) => (on ? [...now, group] : now.filter((one) => one !== group)))
  return (
    <>
      <p class="hint">{say(words.messagesWhy)}</p>
      <form class="conducting" onSubmit={(event) => void submit(event)}>
        <label for={`${id}-kind`}>{say(words.kind)}</label>
        <select
          id={`${id}-kind`}
          class="field"
          value={kind}
          onChange={({ currentTarget }) => setKind(KINDS.find((one) => one === currentTarget.value) ?? 'message')}
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {say(words.kinds[one])}
            </option>
          ))}
        </select>
        {kind === 'place' && frames.length > 0 && (
          <>
            <label for={`${id}-spot`}>{say(words.where)}</label>
            <select id={`${id}-spot`} class="field" value={there} onChange={({ currentTarget }) => setSpot(currentTarget.value)}>
              {frames.map(({ key, group }) => (
                <option key={key} value={key}>
                  {group === null ? say(key.includes('/') ? words.allFrame : words.areaFrame) : (items.groups[group]?.name ?? key)}
                </option>
              ))}
            </select>
          </>
        )}
        <label for={`${id}-text`}>{say(kind === 'place' ? words.textOptional : words.text)}</label>
        <textarea
          id={`${id}-text`}
          class="field"
          rows={2}
          maxLength={4000}
          value={text}
          aria-invalid={fault === 'blank' || undefined}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <fieldset>
          <legend>{say(words.to)}</legend>
          <label class="choice">
            <input type="radio" name={`${id}-to`} checked={all} onChange={() => setAll(true)} />
            <span>{say(words.toAll)}</span>
          </label>
          {groups.length > 0 && (
            <label class="choice">
              <input type="radio" name={`${id}-to`} checked={!all} onChange={() => setAll(false)} />
              <span>{say(words.toSome)}</span>
            </label>
          )}
          {!all && (
            <div class="choices">
              {groups.map((group) => (
                <label key={group.id} class="choice">
                  <input
                    type="checkbox"
                    checked={chosen.includes(group.id)}
                    onChange={({ currentTarget }) => toggle(group.id, currentTarget.checked)}
                  />
                  <span>{group.name}</span>
                </label>
              ))}
            </div>
          )}
        </fieldset>
        {cannot && <p class="hint">{say(cannot)}</p>}
        {fault && (
          <p class="error" role="alert">
            {say(fault === 'noGroup' ? words.noGroup : words.blank)}
          </p>
        )}
        <div class="buttons">
          <button type="submit" class="button" aria-disabled={busy || cannot !== null || undefined}>
            {say(words.send)}
          </button>
        </div>
      </form>
      <Sent desk={desk} />
    </>
  )
}

/** What was said in this meeting, the newest first. */
function Sent({ desk }: { readonly desk: ConductingDesk }): JSX.Element | null {
  const { items, meeting, send, may } = desk
  const sent = Object.values(items.messages)
    .filter((one) => one.meeting === meeting.number)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
  if (sent.length === 0) return null
  return (
    <details>
      <summary>{say(words.already, { n: sent.length })}</summary>
      <ul class="sent">
        {sent.map((one) => {
          const to = one.groups === null ? say(words.toAll) : one.groups.map((group) => items.groups[group]?.name ?? group).join(', ')
          const who = one.by == null ? '' : (items.people[one.by]?.name ?? '')
          const short = one.text.slice(0, 60) || say(words.kindsShort.place)
          return (
            <li key={one.message}>
              <p>
                <span class="muted">
                  {say(words.kindsShort[one.kind])} · {to}
                  {who && ` · ${who}`}
                  {one.withdrawn && ` · ${say(words.withdrawn)}`}
                </span>
                {one.text && <span class="sent-text">{one.text}</span>}
              </p>
              {!one.withdrawn && may('withdrawMessage') && (
                <button
                  type="button"
                  class="button small quiet"
                  aria-label={say(words.withdrawThis, { text: short })}
                  onClick={() => void send({ type: 'withdrawMessage', message: one.message })}
                >
                  {say(words.withdraw)}
                </button>
              )}
              {one.withdrawn && may('redact') && (
                <button
                  type="button"
                  class="button small quiet"
                  aria-label={say(words.removeThis, { text: short })}
                  onClick={() => void send({ type: 'redact', message: one.message })}
                >
                  {say(words.remove)}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
