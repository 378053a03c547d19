import { labStoreContract, registerStoreContract, type StoreHarness, serverStoreContract } from '@telaio/shared/contracts'
import type { LabStore, RegisterStore, ServerStore } from '@telaio/shared/ports'
import { type Place, realPlace, simulatedPlace } from '../testing/places.ts'
import { LowdbLabStore } from './lab-store.ts'
import { LowdbRegisterStore } from './register-store.ts'
import { LowdbServerStore } from './server-store.ts'

interface Closable {
  close(): Promise<void>
}

/** Runs a store in a place of its own; opening it again is closing it and opening the same place. */
function standing<S extends Closable>(makePlace: () => Promise<Place>, start: (place: Place) => Promise<S>): StoreHarness<S> {
  const places = new Map<S, Place>()
  const at = async (place: Place): Promise<S> => {
    const store = await start(place)
    places.set(store, place)
    return store
  }
  const placeOf = (store: S): Place => {
    const place = places.get(store)
    if (!place) throw new Error('this store was not opened here')
    return place
  }
  return {
    open: async () => at(await makePlace()),
    reopen: async (store) => {
      await store.close()
      return at(placeOf(store))
    },
    bytes: (store) => placeOf(store).text(),
    release: (store) => placeOf(store).remove(),
  }
}

const report = () => undefined

for (const [name, place] of [
  ['lowdb on files', realPlace],
  ['lowdb on the simulated disk', simulatedPlace],
] as const) {
  for (const snapshotEvery of [2000, 3])
    labStoreContract(
      `${name}, a snapshot every ${snapshotEvery}`,
      standing<LabStore>(place, ({ files, directory }) =>
        LowdbLabStore.open({ files: files(), directory, report, cacheLabs: snapshotEvery === 3 ? 1 : 50, snapshotEvery }),
      ),
    )
  registerStoreContract(
    name,
    standing<RegisterStore>(place, ({ files, directory }) => LowdbRegisterStore.open({ files: files(), directory, report, cacheLabs: 1 })),
  )
  serverStoreContract(
    name,
    standing<ServerStore>(place, ({ files, directory }) =>
      LowdbServerStore.open({ files: files(), path: `${directory}/server.json`, kitsPath: `${directory}/kits.json`, report }),
    ),
  )
}
