import '@fontsource/titillium-web/latin-400.css'
import '@fontsource/titillium-web/latin-600.css'
import '@fontsource/titillium-web/latin-700.css'
import '@fontsource/titillium-web/latin-ext-400.css'
import '@fontsource/titillium-web/latin-ext-600.css'
import '@fontsource/titillium-web/latin-ext-700.css'
import 'virtual:look.css'
import '@telaio/shared/ui/base.css'
import '@telaio/shared/ui/conducting.css'
import './console.css'
import { signal } from '@preact/signals'
import { render } from 'preact'
import { keepFocus, language } from '@telaio/shared/ui'
import { App } from './app.tsx'
import { createConsole } from './shell/context.ts'
import { keyInHash } from './sign-in/link.ts'
import { createSession } from './sign-in/session.ts'

const link = signal(keyInHash(location.hash))
// a link that signs in must not stay in the address, nor in the history
const hide = (back: string) => history.replaceState(null, '', back)
if (link.value !== null) hide('#/labs')

const it = createConsole(createSession())
addEventListener('hashchange', (event) => {
  const key = keyInHash(location.hash)
  if (key === null) return
  // pasted over the address of an open console: one comes back to where one was
  hide(new URL(event.oldURL).hash || '#/labs')
  link.value = key
})

document.documentElement.lang = language.value
const place = document.getElementById('app')
if (place) {
  render(<App console={it} link={link} />, place)
  keepFocus(place)
}
