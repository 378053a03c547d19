import type { JSX } from 'preact'
import { usePanel } from './panel/context.ts'
import { Entrance } from './views/entry/entrance.tsx'
import { Starting } from './views/entry/starting.tsx'
import { isWelcomed, Welcome } from './views/entry/welcome.tsx'
import { Announcer } from './views/announcer.tsx'
import { LabPanel } from './views/lab-panel.tsx'

/** The whole page: the way in, a word before beginning, the panel. */
export function App(): JSX.Element {
  const { session, lab, writing, now } = usePanel()
  const { step } = session.state.value
  const { me } = now.standing.value
  // a server that does not answer is no reason to take away what one was writing
  const inside = step === 'in' || (step === 'no-answer' && me !== null && writing.value !== null)
  return (
    <>
      <Announcer />
      {!inside ? <Entrance /> : me === null ? <Starting opening /> : !isWelcomed(lab.items.value) ? <Welcome /> : <LabPanel />}
    </>
  )
}
