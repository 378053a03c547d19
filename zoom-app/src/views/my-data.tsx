import { ApiProblem } from '@telaio/shared/client'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { usePanel } from '../panel/context.ts'
import { panelWords as words } from '../words/panel.ts'
import { ownDataWords } from '../words/own-data.ts'
import { forgetWelcomed } from './entry/welcome.tsx'

const sentenceOf = (error: unknown): string => (error instanceof ApiProblem ? error.detail : say(ownDataWords.noAnswer))

/** Hands a text to the browser as a file. */
function giveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // the browser has taken it by then; Safari needs a moment
  setTimeout(() => URL.revokeObjectURL(url), 30_000)
}

/** Everybody's own data: to take away, and to have erased. */
export function MyData(): JSX.Element {
  const { ownData } = usePanel()
  const [trouble, setTrouble] = useState('')
  const [busy, setBusy] = useState(false)
  const [erasing, setErasing] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const download = async () => {
    setBusy(true)
    setTrouble('')
    try {
      giveFile(say(ownDataWords.dataFile), `${JSON.stringify(await ownData(), null, 2)}\n`)
    } catch (error) {
      setTrouble(sentenceOf(error))
    }
    setBusy(false)
  }
  return (
    <section class="stack my-data" aria-labelledby="my-data">
      <h3 id="my-data">{say(ownDataWords.data)}</h3>
      <p id="my-data-why" class="muted hint">
        {say(ownDataWords.dataWhy)}
      </p>
      <div class="actions">
        <button type="button" class="button" disabled={busy} aria-describedby="my-data-why" onClick={() => void download()}>
          {say(ownDataWords.myData)}
        </button>
        {!erasing && (
          <button type="button" class="quiet" ref={opener} onClick={() => setErasing(true)}>
            {say(ownDataWords.erase)}
          </button>
        )}
      </div>
      {trouble && (
        <p class="fault" role="alert">
          {trouble}
        </p>
      )}
      {erasing && (
        <EraseMe
          onNo={() => {
            setErasing(false)
            // the button comes back with the next drawing
            setTimeout(() => opener.current?.focus())
          }}
        />
      )}
    </section>
  )
}

/** What goes, what stays, and that there is no way back: read and ticked before the button can be pressed. */
function EraseMe({ onNo }: { readonly onNo: () => void }): JSX.Element {
  const { eraseMe, lab } = usePanel()
  const [sure, setSure] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const head = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    head.current?.focus()
    // all of it is to be read: the box comes into sight as far as there is room
    head.current?.parentElement?.scrollIntoView({ block: 'nearest' })
  }, [])
  const erase = async () => {
    setBusy(true)
    setTrouble('')
    const person = lab.items.value.me['me']?.person
    try {
      await eraseMe()
      if (person !== undefined) forgetWelcomed(person)
    } catch (error) {
      setTrouble(sentenceOf(error))
      setBusy(false)
    }
  }
  return (
    <form
      class="stack erase-me"
      aria-labelledby="erase-me"
      onSubmit={(event) => {
        event.preventDefault()
        if (sure && !busy) void erase()
      }}
    >
      <h3 id="erase-me" tabIndex={-1} ref={head}>
        {say(ownDataWords.eraseTitle)}
      </h3>
      <p>{say(ownDataWords.eraseGoes)}</p>
      <p>{say(ownDataWords.eraseStays)}</p>
      <p>{say(ownDataWords.eraseEnd)}</p>
      <div class="consent-choice">
        <input type="checkbox" id="erase-sure" checked={sure} onChange={() => setSure(!sure)} />
        <label for="erase-sure">{say(ownDataWords.eraseSure)}</label>
      </div>
      {trouble && (
        <p class="fault" role="alert">
          {trouble}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="button danger" disabled={!sure || busy}>
          {say(ownDataWords.eraseNow)}
        </button>
        <button type="button" class="quiet" onClick={onNo}>
          {say(words.cancel)}
        </button>
      </div>
    </form>
  )
}
