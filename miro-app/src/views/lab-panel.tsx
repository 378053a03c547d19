import { useComputed } from '@preact/signals'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../panel/context.ts'
import { panelWords } from '../words/panel.ts'
import { BoardScreen } from './board/board-screen.tsx'
import { CanvasScreen } from './canvas/canvas-screen.tsx'
import { ConductScreen } from './conduct/conduct-screen.tsx'
import { GroupsScreen } from './groups/groups-screen.tsx'
import { HarvestScreen } from './harvest/harvest-screen.tsx'
import { Header } from './header.tsx'
import { Icon } from './parts/icon.tsx'
import { SettingsScreen } from './settings/settings-screen.tsx'
import { TimeStrip } from './time-strip.tsx'
import { Watch } from './watch.tsx'

const SCREENS = { board: BoardScreen, conduct: ConductScreen, groups: GroupsScreen, harvest: HarvestScreen, canvas: CanvasScreen } as const

/** The lab: its header, the part chosen, and what is said wherever one is. */
export function LabPanel(): JSX.Element {
  const { lab, tab, isOnline } = usePanel()
  const isDown = useComputed(() => !isOnline.value || lab.line.value === 'waiting' || lab.line.value === 'out')
  const Screen = tab.value === 'settings' ? null : SCREENS[tab.value]
  return (
    <>
      <Header />
      <div role="status">
        {isDown.value && (
          <p class="callout line-down">
            <Icon name="alert" />
            <span>{say(panelWords.lineDown)}</span>
          </p>
        )}
      </div>
      {lab.lab.value?.archived && <p class="callout">{say(panelWords.archived)}</p>}
      {Screen ? (
        <main>
          <div class="screen" id="screen" role="tabpanel" aria-labelledby={`tab-${tab.value}`}>
            {tab.value !== 'conduct' && <TimeStrip />}
            <Screen key={lab.id.value} />
          </div>
        </main>
      ) : (
        <main class="screen">
          <SettingsScreen />
        </main>
      )}
      <Watch />
    </>
  )
}
