import { useComputed, useSignal } from '@preact/signals'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { type Sheet, sheetsOf } from '../../lab/sheets.ts'
import { usePanel } from '../../panel/context.ts'
import { boardWords } from '../../words/board.ts'
import { panelWords } from '../../words/panel.ts'
import { sheetWords as our } from '../../words/sheets.ts'
import { Button } from './button.tsx'
import { GoButton } from './go-button.tsx'

/** Any sheet of the chosen meeting, from wherever one is in the panel; one's own group's first. */
export function GoToSheet(): JSX.Element {
  const { lab, meeting, tab } = usePanel()
  const id = useId()
  const picked = useSignal<string | null>(null)
  const sheets = useComputed(() =>
    meeting.value
      ? sheetsOf(meeting.value, { groups: lab.items.groups.value, spots: lab.items.spots.value }, lab.me.value?.groups ?? [])
      : [],
  )
  const nameOf = ({ key, group, isMine }: Sheet): string => {
    const name = group?.name ?? (key === 'all' ? say(panelWords.everybody) : say(meeting.value?.title ?? our.sheet))
    return isMine ? say(our.mine, { name }) : name
  }
  const sheet = sheets.value.find(({ key }) => key === picked.value) ?? sheets.value[0]
  if (!sheet)
    return (
      <div class="go-to-sheet">
        <p class="hint">{say(our.missing)}</p>
        <Button small onClick={() => (tab.value = 'board')}>
          {say(panelWords.board)}
        </Button>
      </div>
    )
  const name = nameOf(sheet)
  return (
    <div class="go-to-sheet">
      <label class="visually-hidden" for={id}>
        {say(our.sheet)}
      </label>
      <select id={id} class="field" value={sheet.key} onChange={({ currentTarget }) => (picked.value = currentTarget.value)}>
        {sheets.value.map((one) => (
          <option key={one.key} value={one.key}>
            {nameOf(one)}
          </option>
        ))}
      </select>
      <GoButton spot={sheet.spot} text={say(boardWords.go)} label={`${say(boardWords.go)}: ${name}`} name={name} />
    </div>
  )
}
