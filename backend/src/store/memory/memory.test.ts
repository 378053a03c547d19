import { labStoreContract, registerStoreContract, serverStoreContract } from '@telaio/shared/contracts'
import { MemoryLabStore } from './lab-store.ts'
import { MemoryRegisterStore } from './register-store.ts'
import { MemoryServerStore } from './server-store.ts'

labStoreContract('memory', { open: async () => new MemoryLabStore(), reopen: 'forgets', bytes: 'hidden' })
registerStoreContract('memory', { open: async () => new MemoryRegisterStore(), reopen: 'forgets', bytes: 'hidden' })
serverStoreContract('memory', { open: async () => new MemoryServerStore(), reopen: 'forgets', bytes: 'hidden' })
