import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import { useLab } from '../shell/context.ts'
import { Page, Tabs } from '../shell/page.tsx'
import { hrefOf } from '../shell/route.ts'
import { ImportTab } from './import-tab.tsx'
import { InvitesTab } from './invites-tab.tsx'
import { NoticeTab } from './notice-tab.tsx'
import { PeopleList } from './people-list.tsx'
import { peopleWords as our } from './words.ts'

type Tab = 'list' | 'import' | 'invites' | 'notice'

/** People: the list, the file they come from, their invites, and the notice that stands before the first name. */
export function PeopleRoom({ tab }: { readonly tab: Tab }): JSX.Element {
  const lab = useLab()
  const joins = Object.keys(lab.items.joins.value).length
  const to = (other: Tab, label: string, count = 0) => ({
    href: hrefOf(lab.id, { room: 'people', tab: other }),
    label,
    here: other === tab,
    count,
  })
  const noticed = lab.lab.value?.notice != null
  return (
    <Page wide title={say(our.title)}>
      <Tabs
        label={say(our.tabs)}
        tabs={[
          to('list', say(our.list), joins),
          ...(lab.may('addPeople') ? [to('import', say(our.importTab))] : []),
          ...(lab.may('withdrawInvites') ? [to('invites', say(our.invites))] : []),
          to('notice', say(our.notice)),
        ]}
      />
      {tab === 'notice' && <NoticeTab />}
      {tab !== 'notice' && !noticed && <NoticeFirst />}
      {tab === 'list' && <PeopleList />}
      {tab === 'import' && noticed && <ImportTab />}
      {tab === 'invites' && noticed && <InvitesTab />}
    </Page>
  )
}

function NoticeFirst(): JSX.Element {
  const lab = useLab()
  return (
    <div class="empty">
      <h2>{say(our.noticeFirst)}</h2>
      <p>{say(our.noticeFirstText)}</p>
      {lab.may('setNotice') && (
        <div class="empty-action">
          <a class="button primary" href={hrefOf(lab.id, { room: 'people', tab: 'notice' })}>
            {say(our.writeNotice)}
          </a>
        </div>
      )}
    </div>
  )
}
