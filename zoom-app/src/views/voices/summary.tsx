import { say } from '@telaio/shared/ui'
import type { BlockItem, GroupItem, SummaryItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { blockItem } from '../../lab/now.ts'
import { sharedSummaries, summaryKey } from '../../lab/voices.ts'
import { usePanel } from '../../panel/context.ts'
import { TEXT_MAX } from '../../writing/answers.ts'
import { summaryDraftKey } from '../../writing/draft.ts'
import { voicesWords as words } from '../../words/voices.ts'
import { writingWords } from '../../words/writing.ts'
import { GrowingText } from '../fields/growing-text.tsx'
import { useKeptFocus } from '../kept-focus.ts'
import { useToldState } from '../use-told-state.ts'

/** What a group says of a block in a few words, and what the other groups said once it was shown to everybody. */
export function Summaries({ block, group }: { readonly block: BlockItem; readonly group: GroupItem | null }): JSX.Element | null {
  const { lab } = usePanel()
  const items = lab.items.value
  const shared = sharedSummaries(items, block.meeting, group?.id ?? null)
  const writes = group !== null && block.kind !== 'individual'
  if (!writes && shared.length === 0) return null
  return (
    <>
      {writes && <Summary key={`${block.id} ${group.id}`} block={block} group={group} />}
      {shared.length > 0 && (
        <details class="aside" open={!writes}>
          <summary>
            {say(words.summaries)} ({shared.length})
          </summary>
          <ul class="notes">
            {shared.map((one) => (
              <li key={`${one.block} ${one.group}`}>
                <article class="note">
                  <p class="summary-text">{one.text}</p>
                  <p class="by muted">
                    <span>{[groupNameById(items.groups, one.group), titleOf(one)].filter(Boolean).join(' · ')}</span>
                  </p>
                </article>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )

  function titleOf(one: SummaryItem): string {
    const of = blockItem(items, one.meeting, one.block)
    return of ? say(of.title) : ''
  }
}

const groupNameById = (groups: Readonly<Record<string, GroupItem>>, id: string): string => groups[id]?.name ?? ''

function Summary({ block, group }: { readonly block: BlockItem; readonly group: GroupItem }): JSX.Element {
  const { lab, now, writing, announce } = usePanel()
  const id = useId()
  const box = useRef<HTMLElement>(null)
  useKeptFocus(box)
  const [tooLong, setTooLong] = useState(0)
  const items = lab.items.value
  const kept = items.summaries[summaryKey(block.meeting, block.id, group.id)]
  const drafts = writing.value?.drafts
  const key = summaryDraftKey(block.meeting, block.id, group.id)
  const draft = drafts?.all.value[key]
  const commands = [
    ...(writing.value?.pending.value.settling ?? []).map(({ waiting }) => waiting),
    ...(writing.value?.pending.value.waiting ?? []).filter(({ refused }) => !refused),
  ].map(({ command }) => command)
  const leaving = commands.findLast(
    (command) =>
      command.type === 'writeSummary' &&
      command.meeting === block.meeting &&
      command.block === block.id &&
      command.group === group.id &&
      command.text !== kept?.text,
  )
  const place = { key, meeting: block.meeting, group: group.key, zone: '', block: block.id }
  const current = { text: kept?.text ?? '', rev: String(kept?.rev ?? 0) }
  const written = () => drafts?.get(key)?.fields ?? {}
  const clash = draft !== undefined && draft.base?.['rev'] !== current.rev
  const writer = nameOf(kept)
  useToldState(clash ? say(words.theirs, { name: writer }) : null)
  const edit = () => drafts?.change(place, { fields: { ...current }, base: { ...current } })
  const save = (event: Event) => {
    event.preventDefault()
    const { text = '', rev = '0' } = written()
    setTooLong(Math.max(0, text.length - TEXT_MAX))
    if (text.length > TEXT_MAX || clash) return
    if (text !== current.text) {
      const sent = writing.value?.send({
        type: 'writeSummary',
        meeting: block.meeting,
        block: block.id,
        group: group.id,
        rev: Number(rev),
        text,
      })
      drafts?.drop(key, sent)
      announce(say(words.summaryKept))
    } else drafts?.drop(key)
  }
  return (
    <section class="zone summary" aria-labelledby={`${id}-title`} ref={box}>
      <div class="zone-head">
        <h2 id={`${id}-title`}>{say(words.summary)}</h2>
        {kept?.shared && <span class="badge">{say(words.summaryShared)}</span>}
      </div>
      <div class="zone-body">
        <p class="muted hint" id={`${id}-why`}>
          {say(words.summaryWhy)}
        </p>
        {!draft && (
          <>
            {leaving?.type === 'writeSummary' ? (
              <>
                <p class="summary-text">{leaving.text}</p>
                <p class="muted hint">{say(words.summarySaving)}</p>
              </>
            ) : (
              kept && (
                <>
                  <p class="summary-text">{kept.text}</p>
                  <p class="by muted">{say(words.summaryBy, { name: writer })}</p>
                </>
              )
            )}
            {now.standing.value.writes && !leaving && (
              <button type="button" class="button" onClick={edit}>
                {say(kept ? words.summaryEdit : words.summaryWrite)}
              </button>
            )}
          </>
        )}
        {draft && (
          <form
            class="composer"
            onSubmit={save}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(event)
            }}
          >
            {clash && (
              <div class="strip warn">
                <div>
                  <p>{say(words.theirs, { name: writer })}</p>
                  <blockquote class="kept-text">{kept?.text ?? ''}</blockquote>
                  <div class="actions">
                    <button type="button" class="quiet" onClick={edit}>
                      {say(words.takeTheirs)}
                    </button>
                    <button
                      type="button"
                      class="quiet"
                      onClick={() => drafts?.change(place, { fields: { ...written(), rev: current.rev }, base: { ...current } })}
                    >
                      {say(words.keepMine)}
                    </button>
                  </div>
                </div>
              </div>
            )}
            <GrowingText
              field="text"
              rows={3}
              value={draft.fields['text'] ?? ''}
              labelledBy={`${id}-title`}
              describedBy={`${id}-why`}
              invalid={tooLong > 0}
              onInput={(text) => drafts?.change(place, { fields: { ...written(), text } })}
            />
            {tooLong > 0 && (
              <p class="fault" role="alert">
                {say(writingWords.tooLong, { over: tooLong })}
              </p>
            )}
            <div class="actions">
              <button type="submit" class="button primary" aria-disabled={clash || undefined}>
                {say(words.summarySave)}
              </button>
              <button type="button" class="quiet" onClick={() => drafts?.drop(key)}>
                {say(words.cancel)}
              </button>
            </div>
          </form>
        )}
      </div>
    </section>
  )

  function nameOf(one: SummaryItem | undefined): string {
    if (one?.by == null) return say(words.someone)
    if (one.by === items.me['me']?.person) return say(words.you)
    const companion = Object.values(items.companions).find(({ person }) => person === one.by)
    return companion?.name || items.people[one.by]?.name || say(words.someone)
  }
}
