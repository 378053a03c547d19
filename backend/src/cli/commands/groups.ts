import { readFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import {
  createSearch,
  figuresOf,
  findConflicts,
  type GroupsProblem,
  type Progress,
  readProblem,
  type Search,
  tradeOff,
} from '@telaio/shared/groups'
import { type Bilingual, conflictWords, groupFaultWords } from '@telaio/shared/words'
import { type Call, type CliCommand, numberOption, Refused, textOption, UsageError } from '../command.ts'

/** Iterations between two looks at the clock: some milliseconds. */
const SLICE = 100_000

/** Iterations for either side of a comparison where the plan itself needed fewer. */
const COMPARED = 20_000_000

/** `telaio groups`: a plan of groups over several meetings. Shapes: GR1 and the following in shared/SPEC.md. */
export const groupsCommand: CliCommand = {
  name: 'groups',
  usage: 'INPUT.json',
  summary: { it: 'forma i gruppi di più incontri', en: 'forms the groups of several meetings' },
  about: {
    it: 'INPUT: { meetings, groups, participants: [{ id, sector, organisation?, absent? }], apart?, together?, fixed?, past? }; gli incontri e i gruppi si contano da 1. Stampa { meetings, figures } in JSON: settori equilibrati, colleghi separati, meno incontri ripetuti possibile. Se le richieste si contraddicono stampa { refused } ed esce con 1. Ctrl+C ferma la ricerca e stampa il piano migliore trovato.',
    en: 'INPUT: { meetings, groups, participants: [{ id, sector, organisation?, absent? }], apart?, together?, fixed?, past? }; meetings and groups count from 1. Prints { meetings, figures } as JSON: even sectors, colleagues apart, as few people as possible meeting again. Where the wishes contradict each other it prints { refused } and exits with 1. Ctrl+C stops the search and prints the best plan found.',
  },
  options: {
    seconds: { type: 'string', value: 'N', words: { it: 'quanti secondi al massimo (5)', en: 'for how many seconds at most (5)' } },
    iterations: {
      type: 'string',
      value: 'N',
      words: {
        it: 'quanti tentativi, invece dei secondi: lo stesso numero dà lo stesso piano',
        en: 'how many tries, instead of seconds: the same number gives the same plan',
      },
    },
    seed: { type: 'string', value: 'N', words: { it: 'il seme del caso (1)', en: 'the seed of chance (1)' } },
    compare: {
      type: 'boolean',
      words: { it: 'dice anche che cosa costa l’equilibrio dei settori', en: 'also says what even sectors cost' },
    },
  },
  operands: 1,
  run: async (call) => {
    const [path = ''] = call.operands
    const budget = budgetOf(call)
    const seed = numberOption(call, 'seed', { otherwise: 1, least: 0, most: 2 ** 31 - 1 })
    const problem = await readInput(path)
    const { terminal } = call
    const conflicts = findConflicts(problem)
    if (conflicts.length > 0) {
      const refused = conflicts.map((conflict) => ({ ...conflict, ...conflictWords(conflict) }))
      terminal.out(JSON.stringify({ refused }, null, 2))
      for (const { it, en } of refused) terminal.say(it, en)
      return 1
    }
    const search = createSearch(problem, seed)
    const progress = await run(search, budget, (now) => terminal.progress(progressWords(now)))
    terminal.progress(null)
    const plan = search.best()
    const { bounds, proven, iterations } = progress
    const { met, mix, sector, organisation, repeats } = figuresOf(problem, plan)
    const figures = { sector, organisation, repeats, bounds, proven, met, mix, seed, iterations }
    const effort = Math.max(iterations, Math.min(budget.iterations, COMPARED))
    const weighed = call.values['compare'] === true ? { compared: comparison(problem, { iterations: effort, seed }) } : {}
    terminal.out(JSON.stringify({ meetings: plan.meetings, figures: { ...figures, ...weighed } }))
    const { it, en } = resultWords(progress)
    terminal.say(it, en)
    if ('compared' in weighed) {
      const words = comparisonWords(weighed.compared)
      terminal.say(words.it, words.en)
    }
    return 0
  },
}

interface Budget {
  readonly milliseconds: number
  readonly iterations: number
}

function budgetOf(call: Call): Budget {
  const text = textOption(call, 'seconds')
  const seconds = Number(text ?? 5)
  if (text !== undefined && !(/^\d+(\.\d+)?$/.test(text) && seconds > 0 && seconds <= 3600))
    throw new UsageError(
      `--seconds deve essere un numero maggiore di 0, fino a 3600, non «${text}».`,
      `--seconds must be a number above 0, up to 3600, not “${text}”.`,
    )
  const iterations = numberOption(call, 'iterations', { otherwise: 0, least: 1, most: 1e12 })
  return iterations > 0
    ? { iterations, milliseconds: text === undefined ? 3_600_000 : seconds * 1000 }
    : { iterations: 1e15, milliseconds: seconds * 1000 }
}

async function readInput(path: string): Promise<GroupsProblem> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Refused(`Il file ${path} non si legge (${error.code}).`, `The file ${path} cannot be read (${error.code}).`)
  })
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const why = (error as Error).message
    throw new Refused(`${path} non è JSON valido: ${why}`, `${path} is not valid JSON: ${why}`)
  }
  const { problem, faults } = readProblem(json)
  if (problem) return problem
  const words = faults.slice(0, 20).map(groupFaultWords)
  throw new Refused(words.map(({ it }) => `${path}: ${it}`).join('\n'), words.map(({ en }) => `${path}: ${en}`).join('\n'))
}

/** Searches until the budget is spent, the plan is proven best, or somebody presses Ctrl+C. */
async function run(search: Search, { milliseconds, iterations }: Budget, tell: (progress: Progress) => void): Promise<Progress> {
  const end = performance.now() + milliseconds
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  process.once('SIGINT', stop)
  try {
    let progress = search.progress()
    let told = 0
    while (!stopping.signal.aborted && !progress.proven && progress.iterations < iterations && performance.now() < end) {
      const before = progress.iterations
      progress = search.step(Math.min(SLICE, iterations - before))
      if (progress.iterations === before) break
      if (performance.now() - told < 200) continue
      told = performance.now()
      tell(progress)
      await setImmediate()
    }
    return progress
  } finally {
    process.off('SIGINT', stop)
  }
}

const progressWords = ({ iterations, repeats, sector, bounds }: Progress): Bilingual => {
  const tries = Math.round(iterations / 1e6)
  return {
    it: `${tries} milioni di tentativi: ${repeats} incontri ripetuti (almeno ${bounds.repeats}), settori a ${sector} dall’equilibrio`,
    en: `${tries} million tries: ${repeats} repeated meetings (at least ${bounds.repeats}), sectors ${sector} off balance`,
  }
}

function resultWords({ repeats, sector, organisation, bounds, proven }: Progress): Bilingual {
  const it = `Incontri ripetuti: ${repeats}. Settori: ${sector} dall’equilibrio. Coppie di colleghi: ${organisation}.`
  const en = `Repeated meetings: ${repeats}. Sectors: ${sector} off balance. Pairs of colleagues: ${organisation}.`
  return proven
    ? { it: `${it} Meglio non si può.`, en: `${en} No plan is better.` }
    : {
        it: `${it} Nessun piano scende sotto ${bounds.repeats}, ${bounds.sector} e ${bounds.organisation}.`,
        en: `${en} No plan goes below ${bounds.repeats}, ${bounds.sector} and ${bounds.organisation}.`,
      }
}

function comparison(problem: GroupsProblem, effort: { iterations: number; seed: number }) {
  const { sectors, people, repeatsForBalance, seatsForNewPeople } = tradeOff(problem, effort)
  return {
    sectors: { repeats: sectors.progress.repeats, sector: sectors.progress.sector },
    people: { repeats: people.progress.repeats, sector: people.progress.sector },
    repeatsForBalance,
    seatsForNewPeople,
  }
}

const comparisonWords = ({ repeatsForBalance, seatsForNewPeople }: ReturnType<typeof comparison>): Bilingual =>
  repeatsForBalance > 0
    ? {
        it: `L’equilibrio dei settori costa ${repeatsForBalance} incontri ripetuti; per evitarli ${seatsForNewPeople} posti andrebbero fuori equilibrio.`,
        en: `Even sectors cost ${repeatsForBalance} repeated meetings; avoiding them would put ${seatsForNewPeople} seats off balance.`,
      }
    : { it: 'L’equilibrio dei settori non costa incontri ripetuti.', en: 'Even sectors cost no repeated meetings.' }
