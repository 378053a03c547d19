import '@fontsource/titillium-web/400.css'
import '@fontsource/titillium-web/600.css'
import 'virtual:look.css'
import '@telaio/shared/ui/base.css'
import './look/panel.css'
import './look/forms.css'
import './look/notes.css'
import './look/voices.css'
import './look/narrow-and-wide.css'
import { inviteIn } from '@telaio/shared/client'
import { keepFocus, language } from '@telaio/shared/ui'
import { render } from 'preact'
import { App } from './app.tsx'
import { findMeeting } from './meeting/find-meeting.ts'
import { PanelContext } from './panel/context.ts'
import { createPanel } from './panel/panel.ts'
import { createState } from './panel/state.ts'
import { keepIn } from './session/kept.ts'
import { Starting } from './views/entry/starting.tsx'

const root = document.getElementById('app') as HTMLElement
document.documentElement.lang = language.value
render(<Starting />, root)

/** The invite leaves the address before anything else sees it: addresses end up in histories and screen shares. */
const invite = inviteIn(location.hash)
if (location.hash) history.replaceState(null, '', location.pathname + location.search)

/** In a function, not at the module's top level: the Zoom part imports this file's chunk, and would wait for a module that waits for it. */
async function main(): Promise<void> {
  const { meeting, silent } = await findMeeting({
    path: location.pathname,
    findZoom: async (options) => (await import('./meeting/zoom/index.ts')).findZoomMeeting(options),
  })
  const panel = createPanel({ meeting, silent, invite, keep: keepIn(() => localStorage) })
  render(
    <PanelContext.Provider value={{ ...panel, now: createState(panel) }}>
      <App />
    </PanelContext.Provider>,
    root,
  )
  keepFocus(root)
  // another invite opened in this very tab changes only the fragment
  addEventListener('hashchange', () => {
    if (!inviteIn(location.hash)) return
    const text = location.hash
    history.replaceState(null, '', location.pathname + location.search)
    void panel.session.giveInvite(text)
  })
  await panel.session.start()
}

void main()
