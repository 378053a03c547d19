import { useComputed, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { say } from '@telaio/shared/ui'
import type { Collections } from '@telaio/shared/view'
import { LINK_WORDS } from '@telaio/shared/words'
import { CanvasOnBoard } from '../boards/canvas-on-board.tsx'
import { useAction, useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { Page } from '../shell/page.tsx'
import { CanvasTabs } from './canvas-tabs.tsx'
import { compileWords as our } from './compile-words.ts'

/** Widths the map is drawn at, in pixels. */
const WIDTHS = [1000, 1800, 3200, 5000] as const

/** The reasoned map as it will stand on the board, and its links as a list for whoever does not see the picture. */
export function MapPage(): JSX.Element {
  const lab = useLab()
  const { session } = useConsole()
  const drawing = useAction()
  const picture = useSignal<string | null>(null)
  const size = useSignal(0)
  const links = useComputed(() => Object.values(lab.items.links.value).sort((a, b) => a.rev - b.rev))
  const entries = lab.items.entries.value
  const drawn = links.value
  useEffect(() => {
    let current = true
    let url: string | null = null
    const soon = setTimeout(() => {
      void drawing.run(async () => {
        const svg = await session.api.areaPreview(lab.id, 'canvas', 'whole')
        if (!current) return
        url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
        picture.value = url
      })
    }, 100)
    return () => {
      current = false
      clearTimeout(soon)
      if (url !== null) URL.revokeObjectURL(url)
    }
  }, [entries, drawn, lab])
  const width = WIDTHS[size.value] ?? WIDTHS[0]
  return (
    <Page
      wide
      title={say(our.mapTitle)}
      lead={say(our.mapLead)}
      actions={
        <>
          <Button disabled={size.value === 0} onClick={() => (size.value -= 1)}>
            {say(our.mapSmaller)}
          </Button>
          <Button disabled={size.value === WIDTHS.length - 1} onClick={() => (size.value += 1)}>
            {say(our.mapBigger)}
          </Button>
          {picture.value !== null && (
            <a class="button" href={picture.value} download="map.svg">
              {say(our.mapDownload)}
            </a>
          )}
        </>
      }
    >
      <CanvasTabs here="map" />
      <TroubleNote trouble={drawing.trouble} />
      {picture.value === null ? (
        <p class="loading" role="status">
          {say(our.mapLoading)}
        </p>
      ) : (
        // it scrolls by itself, and so must be reached by the keyboard
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div class="map-picture" role="region" aria-label={say(our.mapTitle)} tabIndex={0}>
          <img src={picture.value} alt={say(our.mapTitle)} style={{ width: `${width}px` }} />
        </div>
      )}
      <section aria-labelledby="map-links">
        <h2 id="map-links">{say(our.mapLinks)}</h2>
        {drawn.length === 0 ? <p class="hint">{say(our.mapNoLinks)}</p> : <LinkList links={drawn} />}
      </section>
      <CanvasOnBoard />
    </Page>
  )
}

/** Links in words, each to be removed; `from` leaves out what is said already. */
export function LinkList({ links, from }: { readonly links: readonly Collections['links'][]; readonly from?: string }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const text = (id: string): string => {
    const entry = lab.items.entries.value[id]
    return entry ? `${entry.block} «${entry.text.length > 90 ? `${entry.text.slice(0, 89)}…` : entry.text}»` : '–'
  }
  return (
    <>
      <TroubleNote trouble={command.trouble} />
      <ul class="link-list">
        {links.map((link) => (
          <li key={link.id}>
            <span>
              {link.from !== from && <>{text(link.from)} </>}
              <strong>{say(LINK_WORDS[link.kind])}</strong> {text(link.to)}
            </span>
            {lab.may('unlinkEntries') && (
              <Button
                small
                kind="quiet"
                icon="close"
                label={`${say(our.unlink)}: ${say(LINK_WORDS[link.kind])} ${text(link.to)}`}
                busy={command.busy}
                onClick={() => void command.send({ type: 'unlinkEntries', link: link.id }).then((done) => done && tell(say(our.unlinked)))}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
