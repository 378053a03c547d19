import { useComputed, useSignal } from '@preact/signals'
import { centredAt, planTemplate } from '@telaio/shared/board'
import type { Repertoire } from '@telaio/shared/kit'
import { searchMethods } from '@telaio/shared/methods'
import { count, language, say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { usePanel } from '../../panel/context.ts'
import { useAction } from '../../panel/use-action.ts'
import { templateWords as our } from '../../words/templates.ts'
import { Button } from '../parts/button.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { catalogueOf, type Entry } from './catalogue.ts'
import { noFilters, Search } from './search.tsx'
import { TemplateDetail } from './template-detail.tsx'
import { TemplateRow } from './template-row.tsx'

/** Rows at once; the rest on request. */
const SHOWN = 8

/** Everything that can be put on the board, to be found, looked at, and dropped there by pointer or by button. */
export function Library({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { lab, meeting, api, drops } = usePanel()
  const repertoire = useSignal<Repertoire | null>(null)
  const query = useSignal('')
  const filters = useSignal(noFilters)
  const chosen = useSignal<string | null>(null)
  const most = useSignal(SHOWN)
  const heading = useRef<HTMLHeadingElement>(null)
  const cameFrom = useRef<string | null>(null)
  const fetching = useAction()
  const put = usePut()

  const fetchMethods = async (): Promise<void> => {
    repertoire.value = await fetching.run(() => api.methods())
  }
  useEffect(() => void fetchMethods(), [])
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [])

  const entries = useComputed(() =>
    catalogueOf(
      { meetings: lab.items.meetings.value, zones: lab.items.zones.value, blocks: lab.items.blocks.value },
      meeting.value,
      repertoire.value,
    ),
  )
  const found = useComputed((): readonly Entry[] => {
    const all = searchMethods(entries.value, query.value, language.value, filters.value)
    // with nothing looked for: the lab's own canvases and sheets in their order, then methods by name
    return query.value.trim() === ''
      ? [...entries.value.filter((one) => one.method === null && all.includes(one)), ...all.filter((one) => one.method !== null)]
      : all
  })
  useEffect(
    () =>
      drops.onDrop((id, at) => {
        const entry = entries.value.find(({ template }) => template.id === id)
        if (entry) void put(entry, (box) => centredAt(box, at))
      }),
    [],
  )

  const entry = entries.value.find(({ template }) => template.id === chosen.value)
  const backToList = (): void => {
    cameFrom.current = chosen.value
    chosen.value = null
  }
  // back from a template, the focus goes where it came from
  useLayoutEffect(() => {
    if (chosen.value !== null || cameFrom.current === null) return
    document.getElementById(`see-${cameFrom.current}`)?.querySelector('button')?.focus()
    cameFrom.current = null
  }, [chosen.value])
  if (entry) return <TemplateDetail entry={entry} onPut={() => void put(entry)} onBack={backToList} />

  const rest = found.value.length - most.value
  return (
    <section class="library" aria-labelledby="library-title">
      <Button kind="quiet" small icon="back" onClick={onClose}>
        {say(our.back)}
      </Button>
      <h2 id="library-title" ref={heading} tabIndex={-1}>
        {say(our.title)}
      </h2>
      <Search
        query={query}
        filters={filters}
        onChange={() => {
          most.value = SHOWN
        }}
      />
      {fetching.trouble.value && (
        <div class="step">
          <p class="hint">{say(our.noMethods)}</p>
          <TroubleNote trouble={fetching.trouble} />
          <Button small busy={fetching.busy} onClick={() => void fetchMethods()}>
            {say(our.again)}
          </Button>
        </div>
      )}
      <p class="hint" role="status">
        {fetching.busy.value
          ? say(our.loading)
          : found.value.length === 0
            ? say(our.noneFound)
            : count(found.value.length, our.foundOne, our.foundMany)}
      </p>
      <p class="hint">{say(our.dragHint)}</p>
      <ul class="template-list">
        {found.value.slice(0, most.value).map((one) => (
          <TemplateRow key={one.template.id} entry={one} onPut={() => void put(one)} onSee={() => (chosen.value = one.template.id)} />
        ))}
      </ul>
      {rest > 0 && <Button onClick={() => (most.value += SHOWN)}>{say(our.more, { n: Math.min(rest, SHOWN) })}</Button>}
    </section>
  )
}

type Where = (box: { readonly width: number; readonly height: number }) => { readonly left: number; readonly top: number }

/** Puts a template on the board, goes there and says so. */
function usePut(): (entry: Entry, where?: Where) => Promise<void> {
  const { lab, host, dropDesk, tell, announce } = usePanel()
  return async ({ template }, where) => {
    if (dropDesk.isBusy()) return
    const speaks = lab.lab.value?.language ?? language.value
    const title = template.title[speaks]
    announce(say(our.started, { title }))
    const plan = (at: { readonly left: number; readonly top: number }) => planTemplate(template, speaks, at)
    const frame = await dropDesk.put({ title, plan }, where?.(plan({ left: 0, top: 0 }).box))
    if (frame === null) {
      const why = dropDesk.job.value?.why
      if (why) announce(say(our[why], { title }))
      return
    }
    // a camera that does not follow is no reason to doubt the sheet: its button stays
    await host.show(frame).catch(() => false)
    tell(say(our.done, { title }))
  }
}
