import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { language as interfaceLanguage, say } from '@telaio/shared/ui'
import type { Language } from '@telaio/shared/words'
import { useAction } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { downloadFile } from '../shell/download.ts'
import { Field, TroubleNote } from '../shell/field.tsx'
import { OrganisersOnly } from '../shell/organisers-only.tsx'
import { Page } from '../shell/page.tsx'
import { ChooseEntries } from './choose-entries.tsx'
import { ChooseManifesto } from './choose-manifesto.tsx'
import { entriesToPublish } from './entries-to-publish.ts'
import { Look } from './look.tsx'
import { MissingList } from './missing.tsx'
import { DATA, type DocumentLine, PAPERS } from './names.ts'
import { NextKit } from './next-kit.tsx'
import { Preview } from './preview.tsx'
import { PublicPage } from './public-page.tsx'
import { useReview } from './review.ts'
import { documentWords as our } from './words.ts'

/** Everything that the lab leaves behind: to look at, to mend, to download, to publish. */
export function DocumentsPage(): JSX.Element {
  const lab = useLab()
  const language = useSignal<Language>(interfaceLanguage.value)
  const { review, trouble } = useReview()
  const published = lab.items.documents.value['documents']?.published
  const chosen = useSignal<ReadonlySet<string>>(
    new Set(published?.entries ?? entriesToPublish(Object.values(lab.items.entries.value), 'first')),
  )
  return (
    <Page wide title={say(our.title)} lead={say(our.lead)}>
      <OrganisersOnly />
      <Field name="documents-language" label={say(our.language)} hint={say(our.languageHint)}>
        {(props) => (
          <select {...props} value={language.value} onChange={(event) => (language.value = event.currentTarget.value as Language)}>
            <option value="it">Italiano</option>
            <option value="en">English</option>
          </select>
        )}
      </Field>
      <div class="documents-sheet">
        <div class="documents-entries">
          {review.value && (
            <>
              <ChooseEntries choices={review.value.choices} published={chosen} />
              <ChooseManifesto choices={review.value.choices.manifesto} />
            </>
          )}
          <MissingList review={review} trouble={trouble} />
        </div>
        <Preview language={language.value} />
      </div>
      <Files title={say(our.papers)} id="papers" lines={PAPERS} language={language.value} />
      <Files title={say(our.data)} id="data" lines={DATA} language={language.value} />
      {lab.items.documents.value['documents'] && (
        <>
          <Look />
          <PublicPage chosen={chosen} review={review} />
        </>
      )}
      <NextKit />
    </Page>
  )
}

function Files({
  title,
  id,
  lines,
  language,
}: {
  readonly title: string
  readonly id: string
  readonly lines: readonly DocumentLine[]
  readonly language: Language
}): JSX.Element {
  const { session } = useConsole()
  const lab = useLab()
  const action = useAction()
  return (
    <section class="card" aria-labelledby={`documents-${id}`}>
      <h2 id={`documents-${id}`}>{title}</h2>
      <TroubleNote trouble={action.trouble} />
      <ul class="document-lines">
        {lines.map(({ label, files }) => (
          <li key={files[0]}>
            <span class="document-name">{say(label)}</span>
            <span class="buttons">
              {files.map((name) => {
                const file = name.replace('LANG', language)
                const format = (file.split('.').at(-1) ?? '').toUpperCase()
                return (
                  <Button
                    key={name}
                    small
                    icon="download"
                    busy={action.busy}
                    onClick={() => void action.run(() => downloadFile(session.api, lab.id, `/documents/${file}`))}
                  >
                    <span class="visually-hidden">
                      {say(our.download)} {say(label)},{' '}
                    </span>
                    {format}
                  </Button>
                )
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
