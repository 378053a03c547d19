import type { LabStore, RegisterStore, ServerStore } from '@telaio/shared/ports'
import { MemoryLabStore } from './lab-store.ts'
import { MemoryRegisterStore } from './register-store.ts'
import { MemoryServerStore } from './server-store.ts'

/** All stores in memory: gone with the process. */
export function openMemoryStores(): {
  readonly labs: LabStore
  readonly registers: RegisterStore
  readonly server: ServerStore
  readonly close: () => Promise<void>
} {
  const labs = new MemoryLabStore()
  const registers = new MemoryRegisterStore()
  const server = new MemoryServerStore()
  return {
    labs,
    registers,
    server,
    close: async () => {
      for (const store of [labs, registers, server]) await store.close()
    },
  }
}
