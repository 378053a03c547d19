import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import type { ModelAnswer } from '@telaio/shared/api'
import type { Note } from '@telaio/shared/themes'
import { say } from '@telaio/shared/ui'
import { type Trouble, troubleOf } from '../../lab/send.ts'
import { useConsole, useLab } from '../../shell/context.ts'
import { TroubleNote } from '../../shell/field.tsx'
import { modelWords as our } from './model-words.ts'
import { createVectors, type Vectors } from './vectors.ts'

/** Longer than the server waits for its model. */
const PATIENCE_MS = 40_000
/** Notes that come one after the other are asked for together. */
const REST_MS = 400

export interface Helper {
  /** The model the server is set to; null where it is set to none. */
  readonly model: ReadonlySignal<ModelAnswer['model']>
  /** Off until somebody asks for it, at each visit: nothing is sent before. */
  readonly on: Signal<boolean>
  readonly trouble: Signal<Trouble | null>
  /** Notes read so far, of how many; null when nothing is being read. */
  readonly reading: ReadonlySignal<{ readonly done: number; readonly all: number } | null>
  /** Of the notes within reach; undefined where no model helps. */
  readonly vectors: ReadonlySignal<Vectors | undefined>
}

/** What a model makes of notes, where the server is set to one and the organiser asks for it. When it fails, it is off again and `trouble` says why. */
export function useHelper(notes: readonly Note[]): Helper {
  const lab = useLab()
  const { session } = useConsole()
  const model = useSignal<ModelAnswer['model']>(null)
  const on = useSignal(false)
  const trouble = useSignal<Trouble | null>(null)
  const reading = useSignal<{ done: number; all: number } | null>(null)
  const vectors = useSignal<Vectors | undefined>(undefined)
  const find = (useRef<ReturnType<typeof createVectors> | null>(null).current ??= createVectors(
    async (ids) => (await session.api.vectors(lab.id, ids, AbortSignal.timeout(PATIENCE_MS))).vectors,
  ))
  const may = lab.may('putInTheme')
  useEffect(() => {
    if (!may) return
    // without an answer there is no model: themes are found all the same
    void session.api.model(lab.id).then(
      (answer) => (model.value = answer.model),
      () => (model.value = null),
    )
  }, [may])
  const wanted = on.value
  useEffect(() => {
    if (!wanted) {
      vectors.value = undefined
      return
    }
    let stopped = false
    const read = async (): Promise<void> => {
      try {
        const found = await find(
          notes,
          (done) => (reading.value = { done, all: notes.length }),
          () => stopped,
        )
        if (!stopped) vectors.value = found
      } catch (error) {
        if (stopped) return
        trouble.value = troubleOf(error)
        on.value = false
      } finally {
        if (!stopped) reading.value = null
      }
    }
    const soon = setTimeout(() => void read(), vectors.value ? REST_MS : 0)
    return () => {
      stopped = true
      reading.value = null
      clearTimeout(soon)
    }
  }, [wanted, notes])
  return { model, on, trouble, reading, vectors }
}

/** Turns the model on and off, says where texts go, and what it is doing. Nothing where the server is set to none. */
export function ModelBox({ helper: { model, on, trouble, reading, vectors } }: { readonly helper: Helper }): JSX.Element | null {
  const hint = useId()
  const found = model.value
  if (!found) return null
  const { away, name } = found
  const now = reading.value
  return (
    <div class="model-box">
      <label class="tick-line">
        <input
          type="checkbox"
          checked={on.value}
          aria-describedby={hint}
          onChange={(event) => {
            trouble.value = null
            on.value = event.currentTarget.checked
          }}
        />
        {say(our.use, { name })}
      </label>
      <p class="hint" id={hint}>
        {away === null ? say(our.here) : say(our.away, { host: away })} {say(our.oneByOne)}
      </p>
      <p class="hint" role="status">
        {now ? say(our.reading, { n: now.done, all: now.all }) : on.value && vectors.value ? say(our.helping) : ''}
      </p>
      <TroubleNote trouble={trouble} />
      {trouble.value && <p>{say(our.fallen)}</p>}
    </div>
  )
}
