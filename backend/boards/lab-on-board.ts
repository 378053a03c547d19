import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { originOf, placementWork, planArea } from '@telaio/shared/board'
import type { Api } from '@telaio/shared/client'
import { type Lab, meetingArea, noteWork, workSize } from '@telaio/shared/lab'
import { loadKits } from '../src/kits/load-kits.ts'
import { boardItems } from '../src/miro/testing/board-items.ts'
import { holdMeeting } from '../src/rehearsal/meeting.ts'
import { givenPlace } from '../src/rehearsal/place.ts'
import { prepareLab } from '../src/rehearsal/prepare-lab.ts'
import { randomFrom } from '../src/rehearsal/random.ts'
import type { Stage } from '../src/rehearsal/stage.ts'
import { BOARD_SETTINGS } from '../src/board/step.ts'
import { firstAccount, signInLink } from '../src/service/account.ts'
import { openStores } from '../src/store/index.ts'
import { type MiroPanel, startMiroPanel } from '../src/testing/miro-panel.ts'
import { boardFaults } from './board-faults.ts'
import { type Asked, requestFaults, requestNumbers } from './asked.ts'

/** Somebody of Miro's team who conducts. */
export const FACILITATOR = 'Franca Riva'
const LOOK_MS = 400
/** The rehearsal holds its feeds against fresh views, which it can only where nothing else goes on; here the desk writes. */
const MOVING_ON = /^the feed of .* ahead of a view/
const PATIENCE_MS = 6 * 60_000

export interface LabOnBoard {
  readonly numbers: Readonly<Record<string, number>>
  readonly faults: readonly string[]
}

export interface LabOnBoardOptions {
  readonly seed: number
  readonly participants: number
  readonly groups: number
  /** How many of its meetings are held. */
  readonly meetings: number
  readonly say: (words: string) => void
}

/**
 * A whole rehearsed lab whose board is written along: a server on files, the sandbox's Miro, a facilitator who connects the board and places the area of each
 * meeting, and again when groups have been formed. Everything over HTTP; only the looking is done inside.
 */
export async function labOnBoard({ seed, participants, groups, meetings, say }: LabOnBoardOptions): Promise<LabOnBoard> {
  const dataDir = await mkdtemp(join(tmpdir(), 'telaio-boards-'))
  const kits = await loadKits(fileURLToPath(new URL('../../shared/kits', import.meta.url)))
  const panel = await startMiroPanel({ env: { LOG_LEVEL: 'warn' }, kits: [...kits.values()], stores: await openStores({ dataDir }) })
  const { sandbox, server } = panel
  const { services } = server
  services.boards.start([])
  try {
    const began = Date.now()
    const account = await firstAccount(services.server, services.now())
    const place = givenPlace(server.url, signInLink(services.keys, server.url, account.id, services.now()), 0)
    const random = randomFrom(`rehearsal ${seed}`)
    const plan = { title: `Lavagna ${seed}`, kit: 'cross-sector-lab', participants, groups, first: 1, last: meetings, notes: null }
    const stage = await prepareLab(place, plan, random)
    const api = await connectBoard(panel, stage)
    const hand = facilitatorsHand(panel, stage, api)
    for (const { number } of stage.programme.meetings.slice(0, meetings)) {
      await hand.place(meetingArea(number))
      const watched = hand.keepPlaced(meetingArea(number))
      await holdMeeting(stage, number, () => undefined)
      await watched.end()
      say(`meeting ${number} held after ${secondsSince(began)} s, ${workSize(noteWork(await hand.lab()))} notes waiting`)
    }
    const held = secondsSince(began)
    await hand.rest()
    say(`all notes written after ${secondsSince(began)} s`)
    await (await stage.organiser.ready()).send(stage.lab, { id: place.commandId(), type: 'compileCanvas' })
    await hand.place('canvas')
    await sleep(BOARD_SETTINGS.lagMs + 500)
    await api.send(stage.lab, { id: place.commandId(), type: 'harvestBoard', board: sandbox.boardId })
    await hand.rest()
    const lab = await hand.lab()
    const asked = hand.asked()
    const { numbers, faults } = boardFaults(lab, await boardItems(sandbox), stage.line.written)
    return {
      numbers: {
        contributions: stage.line.written.length,
        ...numbers,
        longestQueue: hand.longestQueue(),
        ...requestNumbers(asked),
        secondsHeld: held,
        seconds: secondsSince(began),
      },
      faults: [
        ...stage.line.problems.filter((problem) => !MOVING_ON.test(problem)),
        ...faults,
        ...requestFaults(asked),
        ...server.log.filter((line) => /"level":(50|60)/.test(line)),
      ],
    }
  } finally {
    await services.boards.stop()
    await panel.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

const secondsSince = (began: number): number => Math.round((Date.now() - began) / 100) / 10

/** As a facilitator does it: a code from the console typed in Miro's panel, consent, then the board. */
async function connectBoard(panel: MiroPanel, { lab, facilitators, place }: Stage): Promise<Api> {
  const [facilitator] = facilitators
  if (!facilitator) throw new Error('nobody conducts')
  const { code } = await (await facilitator.ready()).panelCode(lab)
  const { token } = await panel.signIn(FACILITATOR, { code, lab })
  const api = panel.server.api(token)
  const { url } = await api.connectMiro(lab)
  const { status } = await panel.callback(await panel.consent(FACILITATOR, url))
  if (status !== 200) throw new Error(`the consent was answered ${status}`)
  await api.connectBoard(lab, { id: place.commandId(), board: panel.sandbox.boardId, meeting: null })
  return api
}

/** What a facilitator does with the board while a lab is under way, and what there is to see meanwhile. */
function facilitatorsHand({ server, sandbox }: MiroPanel, { lab: id, place: { commandId } }: Stage, api: Api) {
  const asked = new Map<number, Asked>()
  let longest = 0
  const look = async (): Promise<Lab> => {
    const { lab } = await server.services.labs.head(id)
    longest = Math.max(longest, workSize(noteWork(lab)))
    // the sandbox remembers only the newest few thousand
    for (const request of sandbox.requests) asked.set(request.number, request)
    return lab
  }
  const until = async (what: string, holds: (lab: Lab) => boolean): Promise<void> => {
    const end = Date.now() + PATIENCE_MS
    while (!holds(await look())) {
      if (Date.now() > end) throw new Error(`in vain: ${what}`)
      await sleep(LOOK_MS)
    }
  }
  const isRunning = (lab: Lab, area: string): boolean => ['requested', 'started'].includes(lab.placements.get(area)?.status ?? '')
  const place = async (area: string): Promise<void> => {
    await api.send(id, { id: commandId(), type: 'placeArea', area })
    await until(`placing ${area}`, (lab) => !isRunning(lab, area))
    const placement = (await look()).placements.get(area)
    if (placement?.status !== 'done') throw new Error(`placing ${area} ended ${placement?.status}: ${placement?.problem}`)
  }
  const lacks = (lab: Lab, area: string): boolean => {
    const { frames, others } = placementWork(lab, area, sandbox.boardId, planArea(lab, area, originOf(lab, area, sandbox.boardId)))
    return frames.length + others.length > 0
  }
  return {
    lab: look,
    place,
    /** Places an area again whenever groups have been formed that it does not show. */
    keepPlaced: (area: string) => {
      const state = { over: false }
      const keeping = (async () => {
        while (!state.over) {
          if (lacks(await look(), area)) await place(area)
          await sleep(LOOK_MS)
        }
        if (lacks(await look(), area)) await place(area)
      })()
      return {
        end: async () => {
          state.over = true
          await keeping
        },
      }
    },
    rest: () => until('the desk at rest', (lab) => workSize(noteWork(lab)) === 0 && lab.boards.get(sandbox.boardId)?.reading === false),
    asked: () => [...asked.values()],
    longestQueue: () => longest,
  }
}
