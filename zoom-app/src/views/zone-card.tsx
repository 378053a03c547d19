import type { BlockItem, ZoneItem } from '@telaio/shared/view'
import { count, say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useEffect, useId } from 'preact/hooks'
import { carriedTo } from '../lab/opening.ts'
import { notesIn, type Place, stillPrivate } from '../lab/notes.ts'
import { blockItem, isShared } from '../lab/now.ts'
import { usePanel } from '../panel/context.ts'
import { isWritten } from '../writing/answers.ts'
import { type Draft, draftKey, holdsText } from '../writing/draft.ts'
import { writingWords as words } from '../words/writing.ts'
import { Composer } from './composer.tsx'
import { Icon } from './icon.tsx'
import { NoteList } from './note-list.tsx'
import { Ballot, StartFrom } from './parts.ts'

interface Props {
  readonly zone: ZoneItem
  readonly block: BlockItem | null
  readonly group: string
  /** Begun in another block and not sent: only its form is shown. */
  readonly leftover: Draft | null
  readonly folds: boolean
  readonly first: boolean
}

/** One zone: its question, a field of its kind, what stands in it. */
export function ZoneCard({ zone, block, group, leftover, folds, first }: Props): JSX.Element {
  const { lab, now, writing } = usePanel()
  const id = useId()
  const items = lab.items.value
  const place: Place = { meeting: zone.meeting, group, zone: zone.id }
  const pending = writing.value?.pending.value ?? { waiting: [], settling: [] }
  const notes = leftover ? [] : notesIn(items, pending, place)
  const key = draftKey(zone.meeting, group, zone.id)
  const draft = writing.value?.drafts.all.value[key]
  const written = isWritten(zone.answer) ? zone.answer : null
  // open until told otherwise: the first, and whatever holds a draft
  const shown = leftover !== null || !folds || (now.folds.value[key] ?? (first || (draft !== undefined && holdsText(draft))))
  useEffect(() => {
    // opened by its draft: it stays so when the draft has been sent
    if (shown && folds && leftover === null && now.folds.value[key] === undefined) now.folds.value = { ...now.folds.value, [key]: true }
  }, [shown])
  const startsFrom = zone.from !== undefined || carriedTo(items, place).length > 0
  const begun = leftover ? blockItem(items, leftover.meeting, leftover.block) : null
  // the group has one sentence: once it stands, it is corrected rather than written again
  const hasAnswer = zone.answer.type === 'sentence' && notes.length > 0
  const { writes } = now.standing.value
  const counts = [
    ...(notes.length > 0 && zone.answer.type !== 'consent' ? [count(notes.length, words.notes1, words.notes)] : []),
    ...(draft && holdsText(draft) && !leftover ? [say(words.draft)] : []),
  ].join(' · ')

  return (
    <section class={leftover ? 'zone leftover' : 'zone'} aria-labelledby={`${id}-title`}>
      <div class="zone-head" key="head">
        <h2 id={`${id}-title`}>
          {folds && !leftover ? (
            <button
              type="button"
              class="fold"
              aria-expanded={shown}
              aria-controls={`${id}-body`}
              onClick={() => (now.folds.value = { ...now.folds.value, [key]: !shown })}
            >
              <Icon name="chevron" />
              <span>{say(zone.title)}</span>
            </button>
          ) : (
            say(zone.title)
          )}
        </h2>
        {leftover ? <span class="badge">{say(words.leftover)}</span> : counts && <span class="zone-count muted">{counts}</span>}
      </div>
      <div class="zone-body" key="body" id={`${id}-body`} hidden={!shown}>
        {leftover && (
          <p key="why" class="muted">
            {say(words.leftoverWhy, { block: begun ? say(begun.title) : '–' })}
          </p>
        )}
        <p key="question" class="question" id={`${id}-question`}>
          {say(zone.question)}
        </p>
        {!leftover && startsFrom && <StartFrom key="from" zone={zone} group={group} />}
        {written && written.type !== 'consent' && writes && !hasAnswer && (leftover ?? block) && (
          <Composer
            key="composer"
            zone={zone}
            type={written}
            block={leftover ? leftover.block : (block?.id ?? '')}
            privateFirst={(leftover ? begun : block)?.writing === 'private-first'}
            place={place}
            leftover={leftover !== null}
            labelledBy={`${id}-question`}
            notes={notes.length}
          />
        )}
        {!leftover && (zone.answer.type === 'votes' || zone.answer.type === 'rating' || zone.answer.type === 'consent') && block && (
          <Ballot key="ballot" zone={zone} block={block} place={place} labelledBy={`${id}-question`} />
        )}
        {!leftover && written && (
          <NoteList
            key="notes"
            zone={zone}
            type={written}
            notes={notes}
            place={place}
            privateOfOthers={stillPrivate(items, place)}
            mayCorrectAll={writes && isShared(zone.answer.type)}
          />
        )}
      </div>
    </section>
  )
}
