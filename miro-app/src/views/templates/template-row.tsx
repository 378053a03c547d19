import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { templateWords as our } from '../../words/templates.ts'
import { Button } from '../parts/button.tsx'
import type { Entry } from './catalogue.ts'
import { Facts } from './facts.tsx'
import { Preview } from './preview.tsx'

export interface TemplateRowProps {
  readonly entry: Entry
  readonly onPut: () => void
  readonly onSee: () => void
}

/** A template among others: its picture to drag, its name, what it takes. */
export function TemplateRow({ entry, onPut, onSee }: TemplateRowProps): JSX.Element {
  const { lab, dropDesk } = usePanel()
  const { template, title } = entry
  return (
    <li class="template">
      <Preview template={template} language={lab.lab.value?.language ?? 'it'} small />
      <div class="template-words">
        <h3>{say(title)}</h3>
        <p class="muted">{entry.method ? <Facts method={entry.method} /> : say(template.about)}</p>
      </div>
      <div class="buttons" id={`see-${template.id}`}>
        <Button small label={say(our.seeOf, { title: say(title) })} onClick={onSee}>
          {say(our.see)}
        </Button>
        {!dropDesk.isBusy() && (
          <Button small label={say(our.putOf, { title: say(title) })} onClick={onPut}>
            {say(our.putShort)}
          </Button>
        )}
      </div>
    </li>
  )
}
