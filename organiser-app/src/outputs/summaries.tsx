import { useComputed, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { MeetingItem, SummaryItem } from '@telaio/shared/view'
import { groupNameById } from '../lab/group-name.ts'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { Confirm } from '../shell/confirm.tsx'
import { useLab } from '../shell/context.ts'
import { outputWords as our } from './words.ts'

/** What groups summed up, block by block, in the words of whoever reported. */
export function Summaries({ meeting }: { readonly meeting: MeetingItem }): JSX.Element | null {
  const lab = useLab()
  const blocks = useComputed(() => {
    const all = Object.values(lab.items.summaries.value).filter((one) => one.meeting === meeting.number)
    return meeting.agenda.flatMap((id) => {
      const own = all.filter(({ block }) => block === id)
      own.sort((a, b) => a.group.localeCompare(b.group, 'en', { numeric: true }))
      return own.length === 0 ? [] : [{ id, own }]
    })
  })
  if (blocks.value.length === 0) return null
  return (
    <section aria-labelledby="summaries">
      <h2 id="summaries">{say(our.summaries)}</h2>
      {blocks.value.map(({ id, own }) => {
        const block = lab.items.blocks.value[`m${meeting.number}/${id}`]
        return (
          <div key={id} class="group-notes">
            <h3>{block ? say(block.title) : id}</h3>
            <ul class="notes">
              {own.map((one) => (
                <Summary key={one.group} one={one} />
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

function Summary({ one }: { readonly one: SummaryItem }): JSX.Element {
  const lab = useLab()
  const command = useCommand()
  const asking = useSignal(false)
  const { meeting, block, group } = one
  const who = one.by == null ? '' : (lab.items.people.value[one.by]?.name ?? '')
  const name = groupNameById(lab.items.groups.value, group)
  const redact = async () => {
    if (await command.send({ type: 'redact', summary: { meeting, block, group } })) asking.value = false
  }
  return (
    <li class="card">
      <p>
        <strong>{name}</strong> {who && <span class="muted">{who}</span>}
        {one.shared && <span class="flag">{say(our.summaryShared)}</span>}
      </p>
      <p class="sent-text">{one.text}</p>
      {lab.may('redact') && (
        <Button kind="quiet" small onClick={() => (asking.value = true)}>
          {say(our.redactSummary)}
        </Button>
      )}
      {asking.value && (
        <Confirm
          title={say(our.redactSummaryTitle, { group: name })}
          yes={say(our.redactSummary)}
          action={command}
          onYes={() => void redact()}
          onClose={() => (asking.value = false)}
        >
          <p>{say(our.redactSummaryText)}</p>
        </Confirm>
      )}
    </li>
  )
}
