import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useLab } from '../shell/context.ts'
import { Page } from '../shell/page.tsx'
import { AreaList } from './area-list.tsx'
import { BoardList } from './board-list.tsx'
import { Harvest } from './harvest.tsx'
import { MiroCard } from './miro-card.tsx'
import { PanelCode } from './panel-code.tsx'
import { useMiro } from './use-miro.ts'
import { boardsWords as our } from './words.ts'

/** Miro's boards of a lab: the account that writes on them, the boards, what is placed on them, what was read from them. */
export function BoardsPage(): JSX.Element {
  const lab = useLab()
  const miro = useMiro()
  const hasBoards = Object.keys(lab.items.boards.value).length > 0
  return (
    <Page wide title={say(our.title)} lead={say(our.lead)}>
      <div class="your-miro">
        <MiroCard miro={miro} />
        {miro.connection.value?.configured === true && <PanelCode />}
      </div>
      <BoardList miro={miro} />
      {hasBoards && <AreaList />}
      <Harvest />
    </Page>
  )
}
