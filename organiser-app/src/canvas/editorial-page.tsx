import { useComputed } from '@preact/signals'
import type { JSX } from 'preact'
import { count, language, noteParts, say } from '@telaio/shared/ui'
import type { EntryItem } from '@telaio/shared/view'
import { OutLink } from '../boards/to-board.tsx'
import { boardsWords } from '../boards/words.ts'
import { groupName } from '../lab/group-name.ts'
import { SectorOf } from '../people/sector-counts.tsx'
import { useLab } from '../shell/context.ts'
import { Page } from '../shell/page.tsx'
import { Comments } from './comments.tsx'
import { compileWords as our } from './compile-words.ts'
import { entriesOf } from './entries.ts'
import { canvasWords } from './words.ts'

/** What the editorial group opens: drafts of the final canvas with the notes behind them, and a place to comment. Nothing else. */
export function EditorialPage(): JSX.Element {
  const lab = useLab()
  const blocks = useComputed(() => Object.values(lab.items.canvasBlocks.value).sort((a, b) => a.position - b.position))
  const entries = lab.items.entries.value
  return (
    <Page title={say(our.editorialTitle)} over={lab.lab.value?.title} lead={say(our.editorialLead)}>
      {blocks.value.map((block) => {
        const those = entriesOf(entries, block.id).filter((entry) => !entry.withheld)
        return (
          <section key={block.id} aria-labelledby={`block-${block.id}`} class="editorial-block">
            <h2 id={`block-${block.id}`}>
              {block.id} {say(block.title)}
            </h2>
            <p class="muted">{say(block.question)}</p>
            <ol class="entries">
              {those.map((entry) => (
                <li class="entry" key={entry.id}>
                  <p class="entry-text">{entry.text}</p>
                  <Cited entry={entry} />
                  <Comments entry={entry} open />
                </li>
              ))}
            </ol>
          </section>
        )
      })}
    </Page>
  )
}

function Cited({ entry }: { readonly entry: EntryItem }): JSX.Element {
  const lab = useLab()
  if (entry.sources.length === 0) return <p class="sources none muted">{say(canvasWords.byHand)}</p>
  return (
    <details class="sources">
      <summary>{count(entry.sources.length, canvasWords.sourcesOne, canvasWords.sourcesMany)}</summary>
      <ul class="notes">
        {entry.sources.map(({ contribution, meeting, group, zone }) => {
          const note = lab.items.cited.value[contribution]
          const asked = lab.items.zones.value[`m${meeting}/${zone}`]
          return (
            <li class="note source" key={contribution}>
              {note ? (
                noteParts(note.answer, asked, language.value).map((part) => (
                  <p class="note-text" key={part.id}>
                    {part.label && <span class="muted">{say(part.label)}: </span>}
                    {part.text}
                  </p>
                ))
              ) : (
                <p class="muted">{say(canvasWords.sourceGone)}</p>
              )}
              <p class="note-foot">
                <span>{say(canvasWords.sourcePlace, { group: groupName(lab.items.groups.value, meeting, group), n: meeting, zone })}</span>
                {note &&
                  (note.anonymous ? (
                    <span>{say(canvasWords.anonymous)}</span>
                  ) : (
                    <SectorOf sector={note.sector} short={note.name !== null} />
                  ))}
                {note?.name && <span>{note.name}</span>}
                {note?.link && (
                  <OutLink
                    href={note.link.href}
                    text={say(note.link.exact ? boardsWords.onBoard : boardsWords.zoneOnBoard)}
                    label={say(note.link.exact ? boardsWords.onBoardOf : boardsWords.zoneOnBoardOf, { text: zone })}
                  />
                )}
              </p>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
