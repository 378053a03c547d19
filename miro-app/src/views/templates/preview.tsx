import { planTemplate, planToSvg, type Template } from '@telaio/shared/board'
import { say } from '@telaio/shared/ui'
import type { Language } from '@telaio/shared/words'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { templateWords as our } from '../../words/templates.ts'

/** Every field by its title, for whoever cannot see the picture. */
const fieldsOf = ({ zones, spaces, rows }: Template, language: Language): string =>
  [
    ...zones.map(({ title, lanes }) =>
      [title[language], ...(lanes ? [`(${lanes.map((lane) => lane.title[language]).join(', ')})`] : [])].join(' '),
    ),
    ...spaces.flat().map(({ title }) => title[language]),
    ...rows.map(({ time, title }) => `${time} ${title[language]}`),
  ].join('; ')

export interface PreviewProps {
  readonly template: Template
  /** The lab's: what people will read on the board. */
  readonly language: Language
  readonly small?: boolean
}

/** A template as it will stand on the board; it can be dragged there. Small ones are for the eye and the pointer only: their words stand beside them. */
export function Preview({ template, language, small = false }: PreviewProps): JSX.Element {
  const picture = useMemo(() => {
    const fields = fieldsOf(template, language)
    return planToSvg(planTemplate(template, language), {
      title: say(our.previewOf, { title: template.title[language] }),
      ...(fields === '' ? {} : { description: say(our.fields, { list: fields }) }),
      language,
      detail: small ? 'outline' : 'whole',
    })
  }, [template, language, small])
  return (
    <div
      class={small ? 'template-picture small miro-draggable' : 'template-picture miro-draggable'}
      data-template={template.id}
      aria-hidden={small || undefined}
      // drawn by us from a plan, every word in it escaped
      dangerouslySetInnerHTML={{ __html: picture }}
    />
  )
}
