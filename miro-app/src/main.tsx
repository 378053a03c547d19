import '@fontsource/open-sans/latin-400.css'
import '@fontsource/open-sans/latin-600.css'
import '@fontsource/open-sans/latin-700.css'
import '@fontsource/open-sans/latin-ext-400.css'
import '@fontsource/open-sans/latin-ext-600.css'
import '@fontsource/open-sans/latin-ext-700.css'
import 'virtual:look.css'
import '@telaio/shared/ui/base.css'
import '@telaio/shared/ui/conducting.css'
import { keepFocus } from '@telaio/shared/ui'
import './look/controls.css'
import './look/frame.css'
import './look/screens.css'
import { pause } from '@telaio/shared/client'
import { render } from 'preact'
import { App } from './app.tsx'
import { createDropBoard } from './board/drop.ts'
import { findDropSdk } from './board/drop-sdk.ts'
import { noDrop } from './board/no-drop.ts'
import { noHost } from './board/no-host.ts'
import { createMiroTimer } from './board/miro-timer.ts'
import { findArmSdk, findSdk, findTimerSdk } from './board/sdk.ts'
import { createWebSdkHost } from './board/web-sdk.ts'
import { PanelContext } from './panel/context.ts'
import { createPanel } from './panel/panel.ts'

const sdk = findSdk()
const dropSdk = findDropSdk()
const timerSdk = findTimerSdk()
const panel = createPanel({
  host: sdk ? createWebSdkHost({ sdk }) : noHost,
  drops: dropSdk ? createDropBoard({ sdk: dropSdk, wait: pause }) : noDrop,
  armSdk: findArmSdk(),
  timer: timerSdk && createMiroTimer({ sdk: timerSdk }),
})
const root = document.getElementById('app') as HTMLElement
render(
  <PanelContext.Provider value={panel}>
    <App />
  </PanelContext.Provider>,
  root,
)
keepFocus(root)
void panel.session.start()
