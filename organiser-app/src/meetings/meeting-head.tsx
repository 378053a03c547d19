import type { ComponentChildren, JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { MeetingItem } from '@telaio/shared/view'
import { useLab } from '../shell/context.ts'
import { Page, Tabs } from '../shell/page.tsx'
import { hrefOf, LABS } from '../shell/route.ts'
import { words } from '../shell/words.ts'
import { meetingWords as our } from './words.ts'

export type MeetingTab = 'plan' | 'conduct' | 'outputs'

export interface MeetingPageProps {
  readonly number: number
  readonly tab: MeetingTab
  readonly actions?: (meeting: MeetingItem) => ComponentChildren
  readonly children: (meeting: MeetingItem) => ComponentChildren
}

/** The three pages of a meeting under one head: what is planned, how it is conducted, what came of it. */
export function MeetingPage({ number, tab, actions, children }: MeetingPageProps): JSX.Element {
  const lab = useLab()
  const meeting = lab.items.meetings.value[String(number)]
  if (!meeting)
    return (
      <Page title={say(words.lostTitle)} lead={say(words.lostText)}>
        <a class="button primary" href={LABS}>
          {say(words.toLabs)}
        </a>
      </Page>
    )
  const to = (other: MeetingTab) => ({
    href: hrefOf(lab.id, { room: 'meeting', meeting: number, tab: other }),
    label: say(our[other]),
    here: other === tab,
  })
  const state = meeting.status === 'planned' ? '' : ` · ${say(words[meeting.status])}`
  return (
    <Page
      wide
      title={say(meeting.title)}
      over={`${say(words.meetingN, { n: number })}${state}`}
      {...(tab === 'plan' ? { lead: say(meeting.purpose) } : {})}
      actions={actions?.(meeting)}
    >
      <Tabs label={say(our.tabs)} tabs={[to('plan'), to('conduct'), to('outputs')]} />
      {children(meeting)}
    </Page>
  )
}
