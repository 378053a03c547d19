import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { language, setPageLanguage } from '../language.ts'
import { App } from './app.tsx'
import { createBoardServer } from './server.ts'
import { miroWords } from './words.ts'

const words = miroWords[language]
const query = new URLSearchParams(location.search)
const boardId = decodeURIComponent(location.pathname.split('/')[3] ?? '')

setPageLanguage(`${words.canvas} · ${words.sandbox}`)
const root = document.querySelector('#root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <App
        words={words}
        server={createBoardServer(boardId, query.get('user') ?? '')}
        opensApp={query.get('app') === 'open'}
        goTo={query.get('moveToWidget')}
      />
    </StrictMode>,
  )
