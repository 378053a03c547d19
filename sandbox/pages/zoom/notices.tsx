import type { Shown } from '../../src/zoom/wire.ts'
import { type Client, roomName } from './client.ts'

/** The client's own "Join room" and "Return to main session": asked, not forced. */
export function OfferCard({ client }: { client: Client }) {
  const { words, me, press } = client
  if (me.offer === null) return null
  const toMain = me.offer === 'main'
  return (
    <section class="notice offer" role="alert">
      <p>{toMain ? words.offerMain : words.offerRoom(roomName(client, me.offer))}</p>
      <p class="row">
        <button type="button" class="primary" onClick={() => press({ do: 'accept' })}>
          {toMain ? words.backToMain : words.joinRoom}
        </button>
        <button type="button" onClick={() => press({ do: 'decline' })}>
          {words.later}
        </button>
      </p>
    </section>
  )
}

interface NoticesProps {
  client: Client
  notices: readonly (Shown & { readonly id: number })[]
  dismiss: (id: number) => void
  openApp: () => void
}

export function Notices({ client, notices, dismiss, openApp }: NoticesProps) {
  return (
    <div class="notices" aria-live="polite">
      {notices.map((notice) => (
        <Notice key={notice.id} client={client} notice={notice} dismiss={() => dismiss(notice.id)} openApp={openApp} />
      ))}
    </div>
  )
}

function Notice({ client, notice, dismiss, openApp }: { client: Client; notice: Shown; dismiss: () => void; openApp: () => void }) {
  const { words } = client
  const then = (act: () => void) => () => {
    act()
    dismiss()
  }
  if (notice.show === 'invitation') {
    return (
      <section class="notice">
        <p>{words.invitesYou(notice.from)}</p>
        {notice.text !== null && <p>{notice.text}</p>}
        <p class="row">
          <button type="button" class="primary" onClick={then(openApp)}>
            {notice.yes ?? words.openIt}
          </button>
          <button type="button" onClick={dismiss}>
            {notice.no ?? words.ignore}
          </button>
        </p>
      </section>
    )
  }
  if (notice.show === 'inviting')
    return (
      <Inviting
        client={client}
        heading={notice.heading}
        text={notice.text}
        invite={then(() => client.press({ do: 'invite' }))}
        dismiss={dismiss}
      />
    )
  if (notice.show === 'notification') {
    return (
      <section class={`notice ${notice.type}`}>
        <p>
          <strong>{notice.title}</strong>
          <br />
          {notice.message}
        </p>
        <button type="button" onClick={dismiss} aria-label={words.dismiss}>
          {words.close}
        </button>
      </section>
    )
  }
  if (notice.show === 'url') {
    return (
      <section class="notice">
        <p>
          {words.wantsToOpen}
          <br />
          <a href={notice.url} target="_blank" rel="noopener noreferrer" onClick={dismiss}>
            {notice.url}
          </a>
        </p>
        <button type="button" onClick={dismiss} aria-label={words.dismiss}>
          {words.close}
        </button>
      </section>
    )
  }
  return null
}

function Inviting({
  client,
  heading,
  text,
  invite,
  dismiss,
}: {
  client: Client
  heading: string | null
  text: string | null
  invite: () => void
  dismiss: () => void
}) {
  const { words, meeting, me } = client
  const here = meeting.attendees.filter((one) => one.room === me.room && one !== me)
  return (
    <section class="notice">
      <p>
        <strong>{heading ?? words.inviteHeading}</strong>
      </p>
      {text !== null && <p>{text}</p>}
      <p class="muted small">{here.length === 0 ? words.nobody : here.map((one) => one.name).join(', ')}</p>
      <p class="row">
        <button type="button" class="primary" disabled={here.length === 0} onClick={invite}>
          {words.inviteAll}
        </button>
        <button type="button" onClick={dismiss}>
          {words.cancel}
        </button>
      </p>
    </section>
  )
}
