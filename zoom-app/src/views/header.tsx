import type { CompanionItem } from '@telaio/shared/view'
import { count, say, SectorMark } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { usePanel } from '../panel/context.ts'
import { panelWords as words } from '../words/panel.ts'
import { wayWords } from '../words/way.ts'
import { Icon } from './icon.tsx'
import { LineState } from './line-state.tsx'
import { RoomCard } from './parts.ts'
import { TimeLeft, TimeThread } from './time-left.tsx'

/** Never scrolls away: with whom, what, how long still – and what stands in the way, the line or the wrong room. */
export function Header(): JSX.Element {
  const { lab, now } = usePanel()
  const block = now.block.value
  const meeting = now.meeting.value
  const facts = lab.items.value.lab['lab']
  const top = useRef<HTMLElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    // whoever has just come in by a press or a key: what they pressed is gone. A page that was only loaded keeps its focus
    if (navigator.userActivation?.hasBeenActive && document.activeElement === document.body) title.current?.focus({ preventScroll: true })
  }, [])
  useLayoutEffect(() => {
    const element = top.current as HTMLElement
    // what has the focus must never lie under the header (WCAG 2.4.11), however tall it is just now
    const measured = new ResizeObserver(() => document.documentElement.style.setProperty('--top', `${element.offsetHeight}px`))
    measured.observe(element)
    return () => measured.disconnect()
  }, [])
  return (
    <header class="top" ref={top}>
      <div class="top-row">
        {block && now.standing.value.seesAll ? (
          <GroupPicker />
        ) : block ? (
          <WhoIsHere />
        ) : (
          <p class="top-name">{facts?.title ?? say(words.lab)}</p>
        )}
        <TimeLeft run={block?.run ?? null} />
      </div>
      <h1 class="top-block" ref={title} tabIndex={-1}>
        {block ? say(block.title) : meeting ? say(meeting.title) : <span class="visually-hidden">{facts?.title}</span>}
      </h1>
      <TimeThread run={block?.run ?? null} />
      <LineState />
      <RoomCard />
    </header>
  )
}

/** My group and the people in it; everybody together has a name and no list. */
function WhoIsHere(): JSX.Element {
  const { lab, now } = usePanel()
  const items = lab.items.value
  const group = now.group.value
  const block = now.block.value
  if (!group) {
    const lost = block?.grouping.groups !== 'none'
    return <p class="top-name">{say(lost ? words.noGroup : words.everybody)}</p>
  }
  const me = items.me['me']
  const people = Object.values(items.companions)
    .filter((one) => one.group === group.id && !one.former)
    .sort((a, b) => Number(b.person === me?.person) - Number(a.person === me?.person) || a.name.localeCompare(b.name, 'it'))
  return (
    <details class="who">
      <summary aria-label={`${group.name}, ${count(group.size, words.people1, words.people)}. ${say(words.who)}`}>
        <span class="top-name">{group.name}</span>
        <span class="who-marks" aria-hidden="true">
          {people.slice(0, 8).map((one) => (
            <Mark key={one.person} of={one} />
          ))}
        </span>
        <Icon name="chevron" />
      </summary>
      <ul class="people">
        {people.map((one) => (
          <li key={one.person}>
            <Mark of={one} named />
            <span>
              <strong>{one.name}</strong>
              {one.person === me?.person && <span class="muted"> ({say(words.you)})</span>}
              {one.profession && <span class="muted"> · {one.profession}</span>}
              {one.brings && <span class="brings">{say(wayWords.brings, { text: one.brings })}</span>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Mark({ of, named = false }: { readonly of: CompanionItem; readonly named?: boolean }): JSX.Element | null {
  const { lab } = usePanel()
  const sector = lab.items.value.lab['lab']?.sectors.find(({ id }) => id === of.sector)
  return sector ? <SectorMark sector={sector} short={!named} /> : <span class="no-sector">·</span>
}

/** Who sees every group says which one they look at. */
function GroupPicker(): JSX.Element {
  const { now } = usePanel()
  const groups = now.groups.value
  const block = now.block.value
  if (groups.length === 0) return <p class="top-name">{say(words.everybody)}</p>
  return (
    <label class="group-picker">
      <span class="visually-hidden">{say(words.pickGroup)}</span>
      <select class="field" value={now.groupKey.value} onChange={(event) => (now.picked.value = event.currentTarget.value)}>
        {groups.map((group) => (
          <option key={group.id} value={group.key}>
            {group.name} ({group.size}){block && group.done.includes(`m${block.meeting}/${block.id}`) ? ' ✓' : ''}
          </option>
        ))}
      </select>
    </label>
  )
}
