import type { JSX } from 'preact'
import type { Choices } from '@telaio/shared/documents'
import { count, say } from '@telaio/shared/ui'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { usePaged } from '../shell/paged.tsx'
import { documentWords as our } from './words.ts'

const STEP = 20

/** The list with one of its items a place further on. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const at = ids.indexOf(id)
  const to = at + by
  if (at < 0 || to < 0 || to >= ids.length) return [...ids]
  return ids.toSpliced(at, 1).toSpliced(to, 0, id)
}

/** The statements of the manifesto and their order: picked by the rules, or by hand. */
export function ChooseManifesto({ choices: { statements, chosen, least, most } }: { readonly choices: Choices['manifesto'] }): JSX.Element {
  const lab = useLab()
  const command = useCommand()
  const mine = lab.items.documents.value['documents']?.manifesto ?? []
  const byId = new Map(statements.map((one) => [one.id, one]))
  // what was just chosen shows at once; the rules' own choice is the server's
  const on = mine.length > 0 ? mine.flatMap((id) => byId.get(id) ?? []) : statements.filter(({ shown }) => shown)
  const ids = on.map(({ id }) => id)
  const others = statements.filter(({ id }) => !ids.includes(id))
  const { shown, more } = usePaged(others, STEP)
  const frozen = !lab.may('setDocuments')
  const keep = (next: readonly string[]) => void command.send({ type: 'setDocuments', manifesto: [...next] })
  return (
    <section class="card" aria-labelledby="documents-manifesto">
      <h2 id="documents-manifesto">{say(our.chooseManifesto)}</h2>
      <p class="hint">{say(our.chooseManifestoHint, { least, most })}</p>
      <TroubleNote trouble={command.trouble} />
      {statements.length === 0 ? (
        <p class="muted">{say(our.noStatements)}</p>
      ) : (
        <p role="status">{count(on.length, our.statementsOne, our.statements)}</p>
      )}
      <ol class="choose-list">
        {on.map(({ id, text, notes }, i) => (
          <li key={id}>
            <p class="choose-text">
              {i + 1}. {text} <span class="muted small">{count(notes, our.fromOne, our.fromMany)}</span>
            </p>
            {!frozen && (
              <div class="choose-hands">
                <Button
                  small
                  kind="quiet"
                  icon="up"
                  label={say(our.upOf, { text })}
                  disabled={i === 0}
                  busy={command.busy}
                  onClick={() => keep(moved(ids, id, -1))}
                />
                <Button
                  small
                  kind="quiet"
                  icon="down"
                  label={say(our.downOf, { text })}
                  disabled={i === on.length - 1}
                  busy={command.busy}
                  onClick={() => keep(moved(ids, id, 1))}
                />
                <Button small disabled={ids.length === 1} busy={command.busy} onClick={() => keep(ids.filter((one) => one !== id))}>
                  {say(our.takeOff)}
                  <span class="visually-hidden">: {text}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {chosen && !frozen && (
        <Button small busy={command.busy} onClick={() => keep([])}>
          {say(our.manifestoAuto)}
        </Button>
      )}
      {others.length > 0 && (
        <details>
          <summary>{count(others.length, our.otherStatementsOne, our.otherStatements)}</summary>
          <ul class="choose-list">
            {shown.map(({ id, text, notes }) => (
              <li key={id}>
                <p class="choose-text">
                  {text} <span class="muted small">{count(notes, our.fromOne, our.fromMany)}</span>
                </p>
                {!frozen && (
                  <Button small disabled={ids.length >= most} busy={command.busy} onClick={() => keep([...ids, id])}>
                    {say(our.putOn)}
                    <span class="visually-hidden">: {text}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {more((n) => count(n, our.moreEntriesOne, our.moreEntries))}
        </details>
      )}
    </section>
  )
}
