import { checkKit, type Kit, type KitFault, type Repertoire } from '@telaio/shared/kit'
import type { OwnKit, ServerStore } from '@telaio/shared/ports'
import type { Bilingual } from '@telaio/shared/words'
import { methodIds } from '../kits/repertoire.ts'

/** More than a team writes; the file that holds them is written whole at each save. */
const MOST = 100

/** A built-in kit, or one of an organiser's own with its row. */
export interface FoundKit {
  readonly kit: Kit
  readonly own: OwnKit | null
}

/** Why a kit was not saved. */
export type KitRefusal =
  | { readonly refused: 'unknown'; readonly name: string }
  | { readonly refused: 'built-in'; readonly name: string }
  | { readonly refused: 'taken'; readonly name: string }
  | { readonly refused: 'not-yours' }
  | { readonly refused: 'changed'; readonly rev: number }
  | { readonly refused: 'full'; readonly most: number }
type Saved = OwnKit | KitRefusal

export interface Kits {
  /** The built-in ones first, then organisers' own by name. */
  readonly list: () => Promise<readonly FoundKit[]>
  readonly find: (name: string) => Promise<FoundKit | null>
  readonly faultsOf: (kit: Kit) => readonly KitFault[]
  readonly copy: (from: string, name: string, title: Bilingual | undefined, owner: string) => Promise<Saved>
  /** Adds a kit that was written elsewhere. */
  readonly add: (kit: Kit, owner: string) => Promise<Saved>
  /** Saves over revision `rev` and no other. */
  readonly save: (name: string, kit: Kit, rev: number, by: string) => Promise<Saved>
  readonly remove: (name: string, by: string) => Promise<Saved>
}

export interface KitsOptions {
  readonly builtIn: ReadonlyMap<string, Kit>
  readonly repertoire: Repertoire
  readonly server: Pick<ServerStore, 'kits' | 'updateKits'>
  readonly now: () => number
}

/** Kits: those that come with Telaio, and those that organisers made from them. */
export function createKits({ builtIn, repertoire, server, now }: KitsOptions): Kits {
  const known = methodIds(repertoire)
  const at = () => new Date(now()).toISOString()

  /** Decides on the newest rows, one at a time; `decide` gives the row to keep, or why none is. */
  async function change(name: string, decide: (row: OwnKit | undefined, count: number) => Saved, keep = true): Promise<Saved> {
    if (builtIn.has(name)) return { refused: 'built-in', name }
    let saved: Saved = { refused: 'unknown', name }
    await server.updateKits((rows) => {
      saved = decide(Object.hasOwn(rows, name) ? rows[name] : undefined, Object.keys(rows).length)
      if ('refused' in saved) return rows
      const { [name]: _before, ...others } = rows
      return keep ? { ...others, [name]: saved } : others
    })
    return saved
  }

  const add: Kits['add'] = async (kit, owner) => {
    if (builtIn.has(kit.name)) return { refused: 'taken', name: kit.name }
    return change(kit.name, (row, count) => {
      if (row) return { refused: 'taken', name: kit.name }
      if (count >= MOST) return { refused: 'full', most: MOST }
      return { name: kit.name, kit, owner, rev: 1, at: at() }
    })
  }
  const find: Kits['find'] = async (name) => {
    const kit = builtIn.get(name)
    if (kit) return { kit, own: null }
    const rows = await server.kits()
    const own = Object.hasOwn(rows, name) ? rows[name] : undefined
    return own ? { kit: own.kit, own } : null
  }
  return {
    list: async () => {
      const own = Object.values(await server.kits()).sort((a, b) => (a.name < b.name ? -1 : 1))
      return [...[...builtIn.values()].map((kit) => ({ kit, own: null })), ...own.map((row) => ({ kit: row.kit, own: row }))]
    },
    find,
    faultsOf: (kit) => checkKit(kit, known),
    copy: async (from, name, title, owner) => {
      const found = await find(from)
      if (!found) return { refused: 'unknown', name: from }
      const { it, en } = found.kit.title
      return add({ ...found.kit, name, version: 1, title: title ?? { it: `${it} (copia)`, en: `${en} (copy)` } }, owner)
    },
    add,
    save: (name, kit, rev, by) =>
      change(name, (row) => {
        if (!row) return { refused: 'unknown', name }
        if (row.owner !== by) return { refused: 'not-yours' }
        if (row.rev !== rev) return { refused: 'changed', rev: row.rev }
        // a kit is called as its address says
        return { ...row, kit: { ...kit, name }, rev: rev + 1, at: at() }
      }),
    remove: (name, by) =>
      change(
        name,
        (row) => {
          if (!row) return { refused: 'unknown', name }
          return row.owner === by ? row : { refused: 'not-yours' }
        },
        false,
      ),
  }
}
