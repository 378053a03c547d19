import type { Theme } from '../compiled.ts'
import type { NewEvent } from '../events.ts'
import type { Lab } from '../lab.ts'
import { accept, reject } from '../rejection.ts'
import { badSource, hasBlock } from './canvas.ts'
import type { Deciders } from './context.ts'

const changed = (theme: Theme, field = 'rev') => reject('theme_changed', field, { rev: theme.rev, title: theme.title })
const unknownBlock = (lab: Lab, block: string | null | undefined): block is string => block != null && !hasBlock(lab, block)
const once = (ids: readonly string[]): string[] => [...new Set(ids)]

/** Themes by the organiser's hand: what was put together by hand is changed by a hand only. */
export const themeDeciders = {
  addTheme: (lab, { title, block, contributions }, { newId }) => {
    if (unknownBlock(lab, block)) return reject('unknown_canvas_block', 'block', { block })
    const bad = badSource(lab, contributions)
    if (bad >= 0) return reject('source_unusable', `contributions.${bad}`)
    const theme = newId('thm')
    return accept({
      events: [{ type: 'themeAdded', body: { theme, title, block, contributions: once(contributions) } }],
      answer: { theme },
    })
  },
  renameTheme: (lab, { theme: id, rev, title, block }) => {
    const theme = lab.themes.get(id)
    if (!theme) return reject('unknown_theme', 'theme')
    if (theme.rev !== rev) return changed(theme)
    if (unknownBlock(lab, block)) return reject('unknown_canvas_block', 'block', { block })
    const body = {
      theme: id,
      ...(title === undefined || title === theme.title ? {} : { title }),
      ...(block === undefined || block === theme.block ? {} : { block }),
    }
    return Object.keys(body).length === 1 ? reject('nothing_to_do') : accept({ events: [{ type: 'themeChanged', body }] })
  },
  removeTheme: (lab, { theme: id, rev }) => {
    const theme = lab.themes.get(id)
    if (!theme) return reject('unknown_theme', 'theme')
    return theme.rev === rev ? accept({ events: [{ type: 'themeRemoved', body: { theme: id } }] }) : changed(theme)
  },
  mergeThemes: (lab, { theme: id, rev, from, fromRev, title }) => {
    const [into, other] = [lab.themes.get(id), lab.themes.get(from)]
    if (!into) return reject('unknown_theme', 'theme')
    if (!other || id === from) return reject('unknown_theme', 'from')
    if (into.rev !== rev) return changed(into)
    if (other.rev !== fromRev) return changed(other, 'fromRev')
    const events: NewEvent[] = [
      // what was refused for the one may have been put into the other by hand: the hand that put counts
      {
        type: 'themeNotesChanged',
        body: {
          theme: id,
          put: [...other.notes],
          refused: other.refused.filter((note) => !into.notes.includes(note) && !other.notes.includes(note)),
        },
      },
      ...(title === undefined || title === into.title ? [] : [{ type: 'themeChanged' as const, body: { theme: id, title } }]),
      { type: 'themeRemoved', body: { theme: from } },
    ]
    return accept({ events })
  },
  splitTheme: (lab, { theme: id, rev, title, contributions }, { newId }) => {
    const theme = lab.themes.get(id)
    if (!theme) return reject('unknown_theme', 'theme')
    if (theme.rev !== rev) return changed(theme)
    const bad = contributions.findIndex((note) => !theme.notes.includes(note))
    if (bad >= 0) return reject('source_unusable', `contributions.${bad}`)
    const fresh = newId('thm')
    const taken = once(contributions)
    return accept({
      events: [
        { type: 'themeNotesChanged', body: { theme: id, taken } },
        { type: 'themeAdded', body: { theme: fresh, title, block: theme.block, contributions: taken } },
      ],
      answer: { theme: fresh },
    })
  },
  putInTheme: (lab, { theme: id, contributions }) => {
    const theme = lab.themes.get(id)
    if (!theme) return reject('unknown_theme', 'theme')
    const bad = badSource(lab, contributions)
    if (bad >= 0) return reject('source_unusable', `contributions.${bad}`)
    const put = once(contributions).filter((note) => !theme.notes.includes(note))
    return put.length === 0 ? reject('nothing_to_do') : accept({ events: [{ type: 'themeNotesChanged', body: { theme: id, put } }] })
  },
  takeFromTheme: (lab, { theme: id, contributions }) => {
    const theme = lab.themes.get(id)
    if (!theme) return reject('unknown_theme', 'theme')
    const taken = once(contributions).filter((note) => theme.notes.includes(note))
    return taken.length === 0 ? reject('nothing_to_do') : accept({ events: [{ type: 'themeNotesChanged', body: { theme: id, taken } }] })
  },
  refuseSuggestion: (lab, { theme: id, contributions }) => {
    const theme = lab.themes.get(id)
    if (!theme) return reject('unknown_theme', 'theme')
    const bad = contributions.findIndex((note) => !lab.contributions.has(note))
    if (bad >= 0) return reject('unknown_contribution', `contributions.${bad}`)
    // what a hand has put there is no suggestion
    const refused = once(contributions).filter((note) => !theme.refused.includes(note) && !theme.notes.includes(note))
    return refused.length === 0
      ? reject('nothing_to_do')
      : accept({ events: [{ type: 'themeNotesChanged', body: { theme: id, refused } }] })
  },
} satisfies Partial<Deciders>
