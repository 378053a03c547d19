import { useEffect, useRef, useState } from 'preact/hooks'
import { type Part, type StageState, STEPS, type StepKey } from '../../src/stage/wire.ts'
import type { Language } from '../language.ts'
import type { StageServer } from './server.ts'
import type { StageWords } from './words.ts'

interface Props {
  readonly words: StageWords
  readonly language: Language
  readonly server: StageServer
  readonly state: StageState
}

/** Five steps on one thread: each ticks itself when the lab shows that it is done; any may be looked at, or left to the stage. */
export function Steps({ words, language, server, state }: Props) {
  const isDone = (parts: readonly Part[]): boolean => parts.every((part) => state.done[part])
  const next = STEPS.find(({ parts }) => !isDone(parts)) ?? null
  const [chosen, choose] = useState<StepKey | null>(null)
  const [acting, setActing] = useState<StepKey | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const guide = useRef<HTMLElement>(null)
  useEffect(() => keepFocus(() => guide.current?.focus({ preventScroll: true })), [])
  const shown = STEPS.find(({ key }) => key === chosen) ?? next ?? STEPS[STEPS.length - 1]
  if (!shown) return null
  const step = words.step[shown.key]
  const isOver = chosen === null && next === null

  const act = async () => {
    setActing(shown.key)
    setProblem(null)
    const why = await server.act(shown.key).catch(() => ({ it: words.lineDown, en: words.lineDown }))
    setProblem(why?.[language] ?? null)
    setActing(null)
    // on to the next one
    if (!why) choose(null)
  }
  return (
    <section class="guide" ref={guide} tabIndex={-1} aria-label={words.steps}>
      <ol class="steps">
        {STEPS.map(({ key, parts }, i) => (
          <li key={key} class={isDone(parts) ? 'is-done' : ''}>
            <button
              type="button"
              aria-pressed={shown.key === key}
              aria-label={words.stepOf(i + 1, words.step[key].title, isDone(parts))}
              onClick={() => {
                setProblem(null)
                choose(key)
              }}
            >
              <span class="station" aria-hidden="true">
                {isDone(parts) ? '✓' : i + 1}
              </span>
              <span class="name">{words.step[key].title}</span>
            </button>
          </li>
        ))}
      </ol>
      <div class="how">
        <p>
          {isOver ? (
            words.allDone
          ) : (
            <>
              <strong class="where">{step.where}</strong> {step.how}
            </>
          )}
        </p>
        <div class="how-end">
          <ul class="parts" role="status">
            {shown.parts.map((part) => (
              <li key={part} class={state.done[part] ? 'is-done' : ''}>
                <span aria-hidden="true">{state.done[part] ? '✓' : '○'}</span> {words.parts[part]}
              </li>
            ))}
            {(shown.key === 'write' || shown.key === 'board') && state.arrivedMs !== null && (
              <li class="is-done">{words.arrived((state.arrivedMs / 1000).toLocaleString(language, { maximumFractionDigits: 2 }))}</li>
            )}
          </ul>
          {(!isDone(shown.parts) || acting === shown.key) && (
            // not `disabled`, and there until its answer has come, which may be after what it did: who works by keyboard would lose their place
            <button type="button" aria-disabled={acting !== null} onClick={() => acting === null && void act()}>
              {acting === shown.key ? words.doing : words.doIt}
            </button>
          )}
        </div>
        {problem !== null && (
          <p class="refusal" role="alert">
            {problem}
          </p>
        )}
      </div>
    </section>
  )
}

/** As long as frames may take to open. */
const OPENING_MS = 10_000

/** Pages in the frames take the focus as they open: back to the guide, unless somebody has done something, here or in a frame (which the browser counts here too). */
function keepFocus(back: () => void): () => void {
  const ending = new AbortController()
  const look = () => {
    if (!navigator.userActivation.hasBeenActive && document.activeElement?.matches('iframe')) back()
  }
  // a press in a frame of another process is known here a moment later
  window.addEventListener('blur', () => void setTimeout(look, 100), { signal: ending.signal })
  setTimeout(() => ending.abort(), OPENING_MS)
  return () => ending.abort()
}
