import { CONTRAST_LEAST, contrastOnPaper, readLogo } from '../documents.ts'
import { accept, reject } from '../rejection.ts'
import type { Deciders } from './context.ts'

const LOGOS_MAX = 12

/** How the documents look and what of them is public. */
export const documentDeciders = {
  setDocuments: (lab, { id: _id, type: _type, ...settings }) => {
    if (Object.keys(settings).length === 0) return reject('nothing_to_do')
    const { colour } = settings
    if (typeof colour === 'string' && contrastOnPaper(colour) < CONTRAST_LEAST)
      return reject('colour_unreadable', 'colour', {
        colour,
        contrast: (Math.floor(contrastOnPaper(colour) * 10) / 10).toFixed(1),
        least: String(CONTRAST_LEAST),
      })
    const at = (settings.poster ?? []).findIndex((entry) => !lab.entries.has(entry))
    if (at >= 0) return reject('unknown_entry', `poster.${at}`)
    const missing = (settings.manifesto ?? []).findIndex((note) => !lab.contributions.has(note))
    if (missing >= 0) return reject('unknown_contribution', `manifesto.${missing}`)
    return accept({ events: [{ type: 'documentsSet', body: settings }] })
  },
  addLogo: (lab, { alt, data }, { newId }) => {
    if (lab.documents.logos.length >= LOGOS_MAX)
      return reject('logo_unusable', 'data', {
        it: `Ci sono già ${LOGOS_MAX} loghi: togline uno.`,
        en: `There are ${LOGOS_MAX} logos already: remove one.`,
      })
    const read = readLogo(data)
    if ('fault' in read)
      return reject(
        'logo_unusable',
        'data',
        read.fault === 'script'
          ? {
              it: 'Il disegno SVG contiene istruzioni o rimandi ad altri file: esportalo di nuovo come PNG.',
              en: 'The SVG drawing holds scripts or points to other files: export it again as PNG.',
            }
          : { it: 'Il file non è un’immagine PNG, JPEG o SVG.', en: 'The file is no PNG, JPEG or SVG picture.' },
      )
    const logo = `logo-${newId('req').slice(4)}`
    return accept({ events: [{ type: 'logoAdded', body: { logo, type: read.type, alt, data } }], answer: { logo } })
  },
  removeLogo: (lab, { logo }) =>
    lab.documents.logos.some((one) => one.id === logo)
      ? accept({ events: [{ type: 'logoRemoved', body: { logo } }] })
      : reject('nothing_to_do', 'logo'),
  publish: (lab, { id: _id, type: _type, ...publication }) => {
    const at = publication.entries.findIndex((entry) => lab.entries.get(entry)?.withheld !== false)
    if (at >= 0) return reject('unknown_entry', `entries.${at}`)
    return accept({ events: [{ type: 'published', body: { ...publication, entries: [...new Set(publication.entries)] } }] })
  },
  unpublish: (lab) => (lab.documents.published ? accept({ events: [{ type: 'unpublished', body: {} }] }) : reject('nothing_to_do')),
} satisfies Partial<Deciders>
