import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type Api, ApiProblem, createApi } from '@telaio/shared/client'
import type { Answered, CommandInput } from '@telaio/shared/lab'
import { type Acts, type CrashTarget, Refused, type RunningServer } from './target.ts'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
/** A first block in which everybody writes cards together: the welcome of the six-meeting lab. */
const PLACE = { meeting: 1, block: 'welcome', zone: 'C1.8' } as const

/** Starts the real server and reads its address and the organiser's link from what it prints. */
async function started(dataDir: string): Promise<{ child: ChildProcess; url: string; link: string }> {
  const child = spawn(process.execPath, ['--conditions=@telaio/source', '--import', 'tsx', MAIN], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error', SNAPSHOT_EVERY: '40' },
  })
  let said = ''
  for await (const chunk of child.stdout) {
    said += String(chunk)
    const url = /http:\/\/\S+?(?=[\s/]|$)/.exec(said)?.[0]
    const link = /#sign-in=(\S+)\s/.exec(said)?.[1]
    if (url && link) return { child, url: url.replace('localhost', '127.0.0.1'), link }
  }
  throw new Error(`the server ended at its start: ${said}`)
}

const sure = (error: unknown): never => {
  // a 4xx surely left nothing behind, and so did a full disk; anything else leaves it in doubt
  throw error instanceof ApiProblem && (error.status < 500 || error.code === 'storage_full') ? new Refused(error.code) : error
}

const actsOf = (api: Api): Acts => {
  const send = (lab: string, command: CommandInput): Promise<Answered> => api.send(lab, command).catch(sure)
  return {
    note: async (lab, id, [text = '']) => {
      const { seq, contribution } = await send(lab, { id, type: 'contribute', ...PLACE, answer: { type: 'cards', text } })
      return { seq, contribution: String(contribution) }
    },
    redact: (lab, id, contribution) => send(lab, { id, type: 'redact', contribution }),
    addPerson: async (lab, id, name) => {
      const { seq, people } = await send(lab, { id, type: 'addPeople', people: [{ name }] })
      return { seq, person: String([people].flat()[0]) }
    },
    erasePerson: (lab, id, person) => send(lab, { id, type: 'erasePerson', person }),
  }
}

/** The whole server, spoken to over HTTP: what a lab's people meet. */
export const serverTarget: CrashTarget = {
  name: 'the server',
  texts: 1,
  async start(dataDir): Promise<RunningServer> {
    const { child, url, link } = await started(dataDir)
    const gone = once(child, 'exit')
    const { token } = await createApi({ base: url, token: () => null }).signInOrganiser(link)
    const api = () => createApi({ base: url, token: () => token })
    return {
      async createLab(command) {
        const { id: lab } = await api().makeLab({ id: command, title: 'Crash' })
        const step = (n: number, say: object) => api().send(lab, { id: `${command}-${n}`, ...say } as CommandInput)
        await step(1, { type: 'setNotice', notice: { it: 'Informativa', en: 'Notice' } })
        await step(2, { type: 'openMeeting', meeting: PLACE.meeting })
        await step(3, { type: 'startBlock', meeting: PLACE.meeting, block: PLACE.block })
        return lab
      },
      connect: () => Promise.resolve(actsOf(api())),
      async kill() {
        child.kill('SIGKILL')
        if (child.exitCode === null && child.signalCode === null) await gone
      },
    }
  },
}
