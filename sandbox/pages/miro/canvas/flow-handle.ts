import { createContext, type RefObject, useContext } from 'react'
import type { FlowCommands } from './flow-commands.ts'

export type FlowHandle = RefObject<FlowCommands | null>

export const FlowHandleContext = createContext<FlowHandle>({ current: null })
export const useFlowHandle = (): FlowHandle => useContext(FlowHandleContext)
