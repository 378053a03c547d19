import type { JSX } from 'preact'
import { usePanel } from './panel/context.ts'
import { Announcer } from './views/announcer.tsx'
import { Entrance } from './views/entry/entrance.tsx'
import { LabPanel } from './views/lab-panel.tsx'

/** The whole page: the way in, or the lab. */
export function App(): JSX.Element {
  const { session, lab } = usePanel()
  const { step } = session.state.value
  // a server that falls silent later takes nothing away of what is shown
  const isInside = step === 'in' && lab.me.value !== null
  return (
    <>
      {isInside ? <LabPanel /> : <Entrance />}
      <Announcer />
    </>
  )
}
