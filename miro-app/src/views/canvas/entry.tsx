import { count, say } from '@telaio/shared/ui'
import type { Collections, EntryItem } from '@telaio/shared/view'
import { LINK_WORDS, LINK_WORDS_BACK } from '@telaio/shared/words'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { canvasWords as our } from '../../words/canvas.ts'
import { groupWords } from '../../words/groups.ts'
import { useNotePlace } from '../groups/use-note-place.ts'
import { GoButton } from '../parts/go-button.tsx'
import { groupName } from '../parts/group-name.ts'

/** Where an entry stands on the board, once the canvas was placed with it. */
const spotKey = ({ block, id }: EntryItem): string => `canvas/${block}/${id}`

/** An entry's words where they stand for it: in a button's label, in a link. */
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

/** A line of the canvas with the ways back to its notes, and on to the entries it is linked to. */
export function Entry({ entry }: { readonly entry: EntryItem }): JSX.Element {
  const { lab } = usePanel()
  const { sources, text } = entry
  const spot = lab.items.spots.value[spotKey(entry)]
  const links = Object.values(lab.items.links.value)
    .filter(({ from, to }) => from === entry.id || to === entry.id)
    .sort((a, b) => Number(b.from === entry.id) - Number(a.from === entry.id) || a.rev - b.rev)
  return (
    <li>
      <p class="entry-text">{text}</p>
      {spot && <GoButton spot={spot} kind="quiet" text={say(our.goToEntry)} label={say(our.goToEntryOf, { text: short(text) })} />}
      {links.length > 0 && (
        <ul class="plain-rows" aria-label={say(our.links)}>
          {links.map((link) => (
            <Linked key={link.id} link={link} from={entry} />
          ))}
        </ul>
      )}
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

/** A link of the map, read from this entry: its kind, the other entry, and the way there. */
function Linked({ link, from }: { readonly link: Collections['links']; readonly from: EntryItem }): JSX.Element | null {
  const { lab } = usePanel()
  const isOut = link.from === from.id
  const other = lab.items.entries.value[isOut ? link.to : link.from]
  if (!other || other.withheld) return null
  const spot = lab.items.spots.value[spotKey(other)]
  const kind = say(isOut ? LINK_WORDS[link.kind] : LINK_WORDS_BACK[link.kind])
  return (
    <li>
      <span>
        <span aria-hidden="true">{isOut ? '→' : '←'}</span> <strong>{kind}</strong> {other.block} «{short(other.text)}»
      </span>
      {spot && <GoButton spot={spot} kind="quiet" text={say(our.goToEntry)} label={say(our.goToEntryOf, { text: short(other.text) })} />}
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
