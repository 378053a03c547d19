import { HtmlView } from '../canvas/html-view.tsx'
import { useDesk } from '../desk.ts'
import { Icon } from '../icons.tsx'
import { useStored } from '../store.ts'
import type { Notices } from './notices.ts'

export function NoticeList({ notices }: { notices: Notices }) {
  const { words } = useDesk()
  const all = useStored(notices.store, (now) => now)
  return (
    <ol className="notices" role="status">
      {all.map((notice) => (
        <li key={notice.id} className={`notice ${notice.kind}`}>
          <div>{notice.html ? <HtmlView html={notice.text} /> : notice.text}</div>
          {notice.actions?.map(({ label, run, primary }) => (
            <button
              key={label}
              type="button"
              className={primary ? 'primary' : ''}
              onClick={() => {
                run()
                notices.remove(notice.id)
              }}
            >
              {label}
            </button>
          ))}
          <button
            type="button"
            className="quiet"
            onClick={() => notices.remove(notice.id)}
            aria-label={words.dismiss}
            title={words.dismiss}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ol>
  )
}
