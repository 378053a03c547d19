import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { usePanel } from '../panel/context.ts'
import { panelWords as words } from '../words/panel.ts'
import { BlockWatch } from './block-watch.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { HelpState } from './help.tsx'
import { MeButton } from './me-button.tsx'
import { NowView } from './now-view.tsx'
import { ArrivalsCard, BindCard, fetchParts, HostCard, PathView, Refused } from './parts.ts'

/** Long enough for the first paint and the feed to have the line to themselves. */
const PARTS_AFTER_MS = 2500

/** The panel: what to do, how long is left, where to write. */
export function LabPanel(): JSX.Element {
  const { lab, now, place, writing } = usePanel()
  const items = lab.items.value
  const meeting = now.meeting.value
  const tab = meeting ? now.tab.value : 'path'
  useEffect(() => {
    const timer = setTimeout(fetchParts, PARTS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div class="panel">
      <BlockWatch />
      <Header />
      <main id="main">
        {items.lab['lab']?.archived && <p class="strip">{say(words.archived)}</p>}
        {/* fetched by whoever needs them */}
        {now.standing.value.conducts && place.value !== null && <BindCard />}
        {now.standing.value.conducts && Object.keys(items.joins).length > 0 && <ArrivalsCard />}
        {Object.keys(items.roomTasks).length > 0 && <HostCard />}
        <HelpState />
        {(writing.value?.refused.value.length ?? 0) > 0 && <Refused />}
        <div class="bar">
          {meeting && (
            <nav class="tabs" aria-label={say(words.sections)}>
              {(['now', 'path'] as const).map((one) => (
                <button key={one} type="button" aria-current={tab === one ? 'page' : undefined} onClick={() => (now.tab.value = one)}>
                  {say(words[one])}
                </button>
              ))}
            </nav>
          )}
          <MeButton />
        </div>
        {tab === 'now' ? <NowView /> : <PathView />}
      </main>
      <Footer />
    </div>
  )
}
