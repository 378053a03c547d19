import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { usePanel } from '../panel/context.ts'
import { wayWords as words } from '../words/way.ts'
import { Icon } from './icon.tsx'

/** A way out to the board. In Zoom's window a link opens nothing by itself: the client is asked, and where it will not, the address can be copied. */
export function WebLink({ href, text }: { readonly href: string; readonly text: string }): JSX.Element {
  const { meeting } = usePanel()
  const [failed, setFailed] = useState(false)
  return (
    <p class="web-link">
      <a
        class="button"
        href={href}
        target="_blank"
        rel="noopener"
        onClick={(event) => {
          if (meeting.kind === 'none') return
          event.preventDefault()
          meeting.openLink(href).catch(() => setFailed(true))
        }}
      >
        <Icon name="out" />
        {text}
      </a>
      {failed && (
        <span class="fault" role="alert">
          {say(words.openFailed)} <span class="address">{href}</span>
        </span>
      )}
    </p>
  )
}
