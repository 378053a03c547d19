import { count, say } from '@telaio/shared/ui'
import type { EntryItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { canvasWords as our } from '../../words/canvas.ts'
import { groupWords } from '../../words/groups.ts'
import { useNotePlace } from '../groups/use-note-place.ts'
import { GoButton } from '../parts/go-button.tsx'
import { groupName } from '../parts/group-name.ts'

/** A line of the canvas with the ways back to its notes. */
export function Entry({ entry }: { readonly entry: EntryItem }): JSX.Element {
  const { sources, text } = entry
  return (
    <li>
      <p class="entry-text">{text}</p>
      {sources.length === 0 ? (
        <p class="muted">{say(our.noSources)}</p>
      ) : (
        <details class="sources">
          <summary>{count(sources.length, our.sourcesOne, our.sourcesMany)}</summary>
          <ul class="plain-rows">
            {sources.map((source) => (
              <Source key={source.contribution} source={source} />
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

function Source({ source }: { readonly source: EntryItem['sources'][number] }): JSX.Element {
  const { lab } = usePanel()
  const { contribution, meeting, group, zone } = source
  const place = useNotePlace({ id: contribution, meeting, group, zone })
  const name = say(our.source, { n: meeting, group: groupName(lab.items.groups.value, meeting, group), zone })
  return (
    <li>
      <span>{name}</span>
      {place ? (
        <GoButton
          spot={place}
          kind="quiet"
          text={say(place.exact ? groupWords.goToNote : groupWords.goNear)}
          label={say(place.exact ? groupWords.goToNoteOf : groupWords.goNearOf, { text: name })}
        />
      ) : (
        <span class="muted">{say(our.sourceNotThere)}</span>
      )}
    </li>
  )
}
