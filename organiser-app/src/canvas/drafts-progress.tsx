import { useComputed } from '@preact/signals'
import type { JSX } from 'preact'
import { isEmptyAnswer } from '@telaio/shared/themes'
import { count, say } from '@telaio/shared/ui'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { refOf } from './choice.ts'
import { compileWords } from './compile-words.ts'
import { curateWords as our } from './curate-words.ts'

/** Most entries that one command sets aside. */
const AT_ONCE = 200

/** How many drafts somebody has looked at; those that say nothing can be set aside in one go, and taken up again. */
export function DraftsProgress(): JSX.Element | null {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const compiled = useComputed(() => Object.values(lab.items.entries.value).filter((entry) => entry.compiled && !entry.withheld))
  const drafts = compiled.value.filter((entry) => entry.draft)
  const silent = drafts.filter((entry) => isEmptyAnswer(entry.text)).slice(0, AT_ONCE)
  if (compiled.value.length === 0) return null
  const seen = compiled.value.length - drafts.length
  const setAside = async () => {
    const done = await command.send({ type: 'setAside', reason: say(our.sayNothingReason), entries: silent.map(refOf) })
    if (done) tell(say(compileWords.asideDone))
  }
  return (
    <div class="drafts-progress">
      {drafts.length === 0 ? (
        <p class="standing">{say(our.progressDone)}</p>
      ) : (
        <>
          <p id="drafts-progress">{say(our.progress, { n: seen, all: compiled.value.length })}</p>
          <progress aria-labelledby="drafts-progress" max={compiled.value.length} value={seen} />
        </>
      )}
      {silent.length > 0 && lab.may('setAside') && (
        <div class="callout">
          <p>{count(silent.length, our.sayNothingOne, our.sayNothingMany)}</p>
          <Button small busy={command.busy} onClick={() => void setAside()}>
            {say(our.sayNothingAside)}
          </Button>
        </div>
      )}
      <TroubleNote trouble={command.trouble} />
    </div>
  )
}
