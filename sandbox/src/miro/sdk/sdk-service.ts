import type { SdkCredits } from '../credits.ts'
import { MiroError, type Violation } from '../model/errors.ts'
import type { LiveBoard } from '../model/live-board.ts'
import type { Quirks } from '../quirks.ts'
import type { SdkAnswer } from '../client/wire.ts'
import type { OpenPage } from '../client/open-pages.ts'
import { commands, mustBeAllowed, type SdkRoot, unknownCommand } from './commands.ts'

export interface SdkServiceOptions extends SdkRoot {
  readonly credits: SdkCredits
}

/** Carries out the app's calls: credits, then leave, then the command. */
export function createSdkService({ credits, ...root }: SdkServiceOptions) {
  const failed = new WeakMap<object, number>()

  function ordered({ sdkFailing }: Quirks, name: string): MiroError | null {
    for (const one of sdkFailing) {
      const already = failed.get(one) ?? 0
      if (already >= one.times || (one.command !== name && one.command !== '*')) continue
      failed.set(one, already + 1)
      return new MiroError(500, 'ordered', one.message)
    }
    return null
  }

  function carryOut(live: LiveBoard, page: OpenPage, name: string, payload: unknown): unknown {
    const command = commands[name]
    if (!command) throw unknownCommand(name)
    const quirks = live.quirks()
    const order = ordered(quirks, name)
    if (order) throw order
    const context = { ...root, live, page }
    mustBeAllowed(context, command)
    credits.spend(typeof command.cost === 'number' ? command.cost : command.cost(payload), quirks)
    return command.run(context, payload)
  }

  return {
    answer(live: LiveBoard, page: OpenPage, name: string, payload: unknown): SdkAnswer {
      try {
        return { ok: true, result: carryOut(live, page, name, payload) }
      } catch (error) {
        if (error instanceof MiroError) return { ok: false, message: sentenceOf(error) }
        throw error
      }
    },
  }
}
export type SdkService = ReturnType<typeof createSdkService>

/** The SDK throws one sentence: the violations where there are some. */
function sentenceOf({ message, context }: MiroError): string {
  const fields = context && 'fields' in context ? (context.fields as readonly Violation[]) : []
  return fields.length === 0 ? message : fields.map(({ field, message: one }) => (field === '' ? one : `${field}: ${one}`)).join('; ')
}
