import { createHash } from 'node:crypto'
import { tokensCss } from '@telaio/shared/tokens'
import type { Bilingual } from '@telaio/shared/words'
import type { Response } from 'express'

/** How the way through Miro's consent ended. */
export type Outcome = { readonly kind: 'done'; readonly title: string } | { readonly kind: Exclude<keyof typeof WORDS, 'done'> }

const AGAIN: Bilingual = {
  it: 'Torna dov’eri, premi di nuovo «Collega Miro» e poi chiudi questa scheda.',
  en: 'Go back to where you were, press “Connect Miro” again, then close this tab.',
}

/** What happened and what to do: status, title, sentences. */
const WORDS = {
  done: [
    200,
    { it: 'Miro è collegato', en: 'Miro is connected' },
    {
      it: 'Da ora le note del laboratorio {title} arrivano da sole sulla lavagna. Puoi chiudere questa scheda.',
      en: 'From now on the notes of the lab {title} reach the board by themselves. You can close this tab.',
    },
  ],
  denied: [
    403,
    { it: 'Miro non è collegato', en: 'Miro is not connected' },
    {
      it: `In Miro hai scelto di non dare il permesso: non è cambiato nulla. Se vuoi darlo: ${AGAIN.it}`,
      en: `In Miro you chose not to allow it: nothing has changed. To allow it: ${AGAIN.en}`,
    },
  ],
  expired: [
    400,
    { it: 'È passato troppo tempo', en: 'That took too long' },
    { it: `Il collegamento va finito entro dieci minuti. ${AGAIN.it}`, en: `It must be finished within ten minutes. ${AGAIN.en}` },
  ],
  used: [
    400,
    { it: 'Questa pagina è già servita', en: 'This page was used already' },
    {
      it: `Se Miro risulta collegato va tutto bene: chiudi questa scheda. Altrimenti: ${AGAIN.it}`,
      en: `If Miro shows as connected all is well: close this tab. If not: ${AGAIN.en}`,
    },
  ],
  invalid: [400, { it: 'Questo indirizzo non è completo', en: 'This address is not complete' }, AGAIN],
  failed: [
    502,
    { it: 'Miro non ha completato il collegamento', en: 'Miro did not finish the connection' },
    { it: `Non è cambiato nulla. ${AGAIN.it}`, en: `Nothing has changed. ${AGAIN.en}` },
  ],
  not_allowed: [
    403,
    { it: 'Non puoi collegare Miro a questo laboratorio', en: 'You cannot connect Miro to this lab' },
    {
      it: 'Può farlo chi lo facilita o lo organizza. Chiedi a chi organizza, poi chiudi questa scheda.',
      en: 'Those who facilitate or organise it can. Ask an organiser, then close this tab.',
    },
  ],
  other_account: [
    409,
    { it: 'Hai scelto un altro account o un altro team', en: 'You chose another account or team' },
    {
      it: `In Miro scegli lo stesso account e lo stesso team della lavagna. ${AGAIN.it}`,
      en: `In Miro choose the same account and team as the board’s. ${AGAIN.en}`,
    },
  ],
  other_person: [
    409,
    { it: 'Questo account Miro è di un’altra persona del laboratorio', en: 'This Miro account is another person’s of the lab' },
    { it: `Entra in Miro con il tuo account. ${AGAIN.it}`, en: `Sign in to Miro with your own account. ${AGAIN.en}` },
  ],
  not_configured: [
    503,
    { it: 'Miro non è configurato', en: 'Miro is not set up' },
    {
      it: 'Su questo server manca il collegamento con Miro. Dillo a chi lo gestisce.',
      en: 'This server has no connection to Miro. Tell whoever runs it.',
    },
  ],
} as const satisfies Record<string, readonly [number, Bilingual, Bilingual]>

const STYLE = `${tokensCss()}body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--paper);color:var(--ink);font:var(--text-m)/1.5 var(--font)}main{max-width:34rem;padding:var(--space-5)}h1{font-size:var(--text-xl);line-height:1.2;margin:0 0 var(--space-2)}p{margin:0}section+section{margin-top:var(--space-5);padding-top:var(--space-5);border-top:1px solid var(--line)}`
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A page without a script, a link or anything from elsewhere: the address that leads to it must not be passed on. */
export function sendCallbackPage(response: Response, outcome: Outcome): void {
  const [status, title, words] = WORDS[outcome.kind]
  const quoted = { it: `«${outcome.kind === 'done' ? outcome.title : ''}»`, en: `“${outcome.kind === 'done' ? outcome.title : ''}”` }
  const section = (language: 'it' | 'en'): string =>
    `<section lang="${language}"><h1>${escape(title[language])}</h1><p>${escape(words[language].replace('{title}', () => quoted[language]))}</p></section>`
  response
    .status(status)
    .set({
      'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    })
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="it"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title.it)} · Telaio</title><style>${STYLE}</style></head><body><main>${section('it')}${section('en')}</main></body></html>`,
    )
}
