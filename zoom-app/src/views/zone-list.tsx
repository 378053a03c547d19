import type { ZoneItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { zoneItem } from '../lab/now.ts'
import { usePanel } from '../panel/context.ts'
import { isWritten } from '../writing/answers.ts'
import { type Draft, draftKey, holdsText } from '../writing/draft.ts'
import { useKeptFocus } from './kept-focus.ts'
import { ZoneCard } from './zone-card.tsx'

type Row = { readonly key: string; readonly zone: ZoneItem; readonly leftover: Draft | null }

/**
 * The zones of now, and before them whatever is still half-written from another block. One list with one key a place: when the block changes under
 * somebody's hands, the field they type in stays the same element.
 */
export function ZoneList(): JSX.Element {
  const { lab, now, writing } = usePanel()
  const items = lab.items.value
  const block = now.block.value
  const group = now.groupKey.value
  const current = now.zones.value.map((zone): Row => ({ key: draftKey(zone.meeting, group, zone.id), zone, leftover: null }))
  const keys = new Set(current.map(({ key }) => key))
  const left = Object.values(writing.value?.drafts.all.value ?? {}).flatMap((draft): Row[] => {
    const zone =
      draft.zone === '' || draft.key.startsWith('edit:') || keys.has(draft.key) || !holdsText(draft)
        ? null
        : zoneItem(items, draft.meeting, draft.zone)
    return zone && isWritten(zone.answer) ? [{ key: draft.key, zone, leftover: draft }] : []
  })
  const list = useRef<HTMLDivElement>(null)
  useKeptFocus(list)
  const focused = document.activeElement
  useLayoutEffect(() => {
    // an element that is moved in the list loses the focus on the way
    if (focused instanceof HTMLElement && focused !== document.activeElement && list.current?.contains(focused))
      focused.focus({ preventScroll: true })
  })
  // of this meeting, and so perhaps still under somebody's hands: first. Of an earlier one: it can wait below
  const open = now.meeting.value?.number
  const [fresh, old] = [left.filter(({ zone }) => zone.meeting === open), left.filter(({ zone }) => zone.meeting !== open)]
  return (
    <div class="zones" ref={list}>
      {[...fresh, ...current, ...old].map(({ key, zone, leftover }) => (
        <ZoneCard
          key={key}
          zone={zone}
          block={block}
          group={leftover?.group ?? group}
          leftover={leftover}
          folds={current.length > 2}
          first={current[0]?.key === key}
        />
      ))}
    </div>
  )
}
