import { type HandTheme, suggestThemes } from '@telaio/shared/themes'
import { seeded } from '@telaio/shared/testing'
import { adjustedMutualInformation, adjustedRand } from './agreement.ts'
import { linkage, nearestCentroid, sphericalKMeans, stemmed } from './theme-baselines.ts'
import { publicSets, type ThemeSet } from './theme-sets.ts'

/**
 * Themes: quality on every public set with the same settings for all, beside three baselines of the same stems, and speed. Figures to reach: the mean at or above the best
 * baseline's; with three examples a theme above the nearest centroid on every set, and on every table of a set that is made of tables; 10,000 notes in 10 s and 1 GB, growth at
 * most n^1.3. Further draws of examples are shown beside those that are judged, so that nobody takes luck for skill.
 */
const EXAMPLES = 3
const DRAWS = [1, 2, 3, 4, 5]
const FURTHER = Array.from({ length: 15 }, (_, n) => n + 6)
const ADDED = 0.05

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
const row = (name: string, cells: readonly string[]): void => say(`  ${name.padEnd(24)}${cells.map((cell) => cell.padStart(15)).join('')}`)
const notesOf = (texts: readonly string[]) => texts.map((text, id) => ({ id: String(id), text }))

/** @param options `--only speed|quality|taught|stability`: one part of it. */
export function benchThemes(options: readonly string[]): void {
  const { sets, absent } = publicSets()
  for (const name of absent) say(`Themes: ${name} is not in ../shared/data, so it was not run`)
  if (sets.length === 0) return
  const parts: Readonly<Record<string, (sets: readonly ThemeSet[]) => readonly string[]>> = { speed, quality, taught, stability }
  const only = options[0] === '--only' ? (options[1] ?? '') : undefined
  if (only !== undefined && !(only in parts)) throw new Error(`--only takes one of: ${Object.keys(parts).join(', ')}`)
  const missed = Object.entries(parts).flatMap(([name, part]) => (only === undefined || only === name ? part(sets) : []))
  for (const what of missed) say(`MISSED: ${what}`)
  if (missed.length > 0) process.exitCode = 1
}

/** The mean over families of a family's mean over its sets. */
function overFamilies(sets: readonly ThemeSet[], figures: readonly number[]): number {
  const families = [...new Set(sets.map(({ family }) => family))]
  return mean(families.map((family) => mean(figures.filter((_, i) => sets[i]?.family === family))))
}

function labels({ texts, language }: ThemeSet, count: number, subjects = true): (string | null)[] {
  const { best } = suggestThemes(notesOf(texts), [], { language, count, subjects })
  return texts.map((_, id) => best.get(String(id)) ?? null)
}

function quality(sets: readonly ThemeSet[]): string[] {
  say('Themes: adjusted mutual information / adjusted Rand index, true number of themes given')
  const methods = ['ours', 'average', 'ward', 'k-means', 'no field words']
  row('set', ['notes', 'themes', ...methods])
  const all = sets.map((set) => {
    const count = new Set(set.gold).size
    const matrix = stemmed(set.texts, set.language)
    const found = [
      labels(set, count),
      linkage(matrix, count, 'average'),
      linkage(matrix, count, 'ward'),
      sphericalKMeans(matrix, count, 1),
      labels(set, count, false),
    ]
    const figures = found.map((one) => ({ ami: adjustedMutualInformation(set.gold, one), ari: adjustedRand(set.gold, one) }))
    row(set.name, [String(set.texts.length), String(count), ...figures.map(({ ami, ari }) => `${ami.toFixed(3)}/${ari.toFixed(2)}`)])
    return figures.map(({ ami }) => ami)
  })
  const means = methods.map((_, method) =>
    overFamilies(
      sets,
      all.map((figures) => figures[method] ?? 0),
    ),
  )
  row('mean AMI over families', ['', '', ...means.map((one) => one.toFixed(4))])
  const flat = methods.map((_, method) => mean(all.map((figures) => figures[method] ?? 0)))
  row('mean AMI over tables', ['', '', ...flat.map((one) => one.toFixed(4))])
  const [ours = 0, ...others] = means
  return ours >= Math.max(...others.slice(0, 3)) ? [] : ['quality below a baseline']
}

/** Draws three examples of each theme that has more; the rest of these themes is judged. */
function drawExamples({ gold }: ThemeSet, seed: number): { titles: string[]; examples: number[][]; others: number[] } {
  const random = seeded(seed)
  const titles = [...new Set(gold)].filter((title) => gold.filter((one) => one === title).length > EXAMPLES)
  const examples = titles.map((title) => {
    const rows = [...gold.keys()].filter((at) => gold[at] === title)
    return Array.from({ length: EXAMPLES }, () => rows.splice(Math.floor(random() * rows.length), 1)[0] ?? 0)
  })
  const given = new Set(examples.flat())
  return { titles, examples, others: [...gold.keys()].filter((at) => titles.includes(gold[at] ?? '') && !given.has(at)) }
}

type Share = (label: (at: number) => string | undefined) => number

/** The share of the other notes that is suggested rightly in one draw: ours, the nearest centroid's, and ours without the words of the field where they are asked for. */
function oneDraw(set: ThemeSet, seed: number, bare: boolean): { ours: number; theirs: number; bare: number } {
  const { titles, examples, others } = drawExamples(set, seed)
  const hand: HandTheme[] = titles.map((title, n) => ({ id: title, title: `${n}`, notes: (examples[n] ?? []).map(String), refused: [] }))
  const right: Share = (label) => others.filter((at) => label(at) === set.gold[at]).length / others.length
  const byOurs = (subjects: boolean): number => {
    const { best } = suggestThemes(notesOf(set.texts), hand, { language: set.language, subjects })
    return right((at) => best.get(String(at)))
  }
  const centroid = nearestCentroid(stemmed(set.texts, set.language), examples)
  return { ours: byOurs(true), theirs: right((at) => titles[centroid[at] ?? 0]), bare: bare ? byOurs(false) : 0 }
}

const signed = (by: number): string => `${by > 0 ? '+' : ''}${by.toFixed(3)}`

function taught(sets: readonly ThemeSet[]): string[] {
  say(
    `Themes: share of the other notes suggested rightly, ${EXAMPLES} examples a theme, mean of ${DRAWS.length} draws; beside it, by how much in ${FURTHER.length} further draws`,
  )
  row('set', ['ours', 'centroid', 'by', 'won draws', 'no field words', 'further: by', 'won draws'])
  const figures = sets.map((set) => {
    const [judged, further] = [DRAWS.map((seed) => oneDraw(set, seed, true)), FURTHER.map((seed) => oneDraw(set, seed, false))]
    const won = (draws: typeof judged): string => `${draws.filter(({ ours, theirs }) => ours > theirs).length}/${draws.length}`
    const [ours, theirs] = [mean(judged.map((one) => one.ours)), mean(judged.map((one) => one.theirs))]
    const more = mean(further.map((one) => one.ours - one.theirs))
    const bare = mean(judged.map((one) => one.bare)).toFixed(3)
    row(set.name, [ours.toFixed(3), theirs.toFixed(3), signed(ours - theirs), won(judged), bare, signed(more), won(further)])
    return { name: set.name, ours, theirs, more }
  })
  const families = [...new Set(sets.map(({ family }) => family))].map((family) => {
    const mine = figures.filter((_, i) => sets[i]?.family === family)
    const [ours, theirs, more] = [mean(mine.map((one) => one.ours)), mean(mine.map((one) => one.theirs)), mean(mine.map((one) => one.more))]
    if (mine.length > 1) row(`${family} (mean)`, [ours.toFixed(3), theirs.toFixed(3), signed(ours - theirs), '', '', signed(more)])
    return { ours, theirs, more }
  })
  const [ours, theirs, more] = [
    mean(families.map((one) => one.ours)),
    mean(families.map((one) => one.theirs)),
    mean(families.map((one) => one.more)),
  ]
  row('mean over families', [ours.toFixed(3), theirs.toFixed(3), signed(ours - theirs), '', '', signed(more)])
  return figures.filter((one) => one.ours <= one.theirs).map(({ name }) => `suggestions on ${name}`)
}

/** Of pairs of notes, the share that stays together or apart when a twentieth more notes come: from scratch, and with the themes of before handed in. */
function stability(sets: readonly ThemeSet[]): string[] {
  say('Themes: pairs of notes that stay as they were when 5 % more notes are added')
  row('set', ['from scratch', 'kept'])
  for (const set of sets.filter(({ texts }) => texts.length > 80)) {
    const count = new Set(set.gold).size
    const random = seeded(7)
    const all = notesOf(set.texts)
    const late = new Set(all.filter(() => random() < ADDED).map(({ id }) => id))
    const early = all.filter(({ id }) => !late.has(id))
    const before = suggestThemes(early, [], { language: set.language, count })
    const hand = before.themes.map(({ id, title, notes }) => ({
      id,
      title,
      notes: notes.filter((note) => before.best.get(note) === id),
      refused: [],
    }))
    const again = suggestThemes(all, [], { language: set.language, count })
    const kept = suggestThemes(all, hand, { language: set.language })
    const stays = (after: ReadonlyMap<string, string>): string => {
      let [same, pairs] = [0, 0]
      for (const [i, { id: one }] of early.entries())
        for (const { id: other } of early.slice(0, i)) {
          pairs++
          if ((before.best.get(one) === before.best.get(other)) === (after.get(one) === after.get(other))) same++
        }
      return `${((100 * same) / pairs).toFixed(1)} %`
    }
    row(set.name, [stays(again.best), stays(kept.best)])
  }
  return []
}

/** Notes made of halves of the sets' sentences, so that none is there twice. */
function speed(sets: readonly ThemeSet[]): string[] {
  const texts = sets.flatMap((set) => set.texts)
  const random = seeded(3)
  const half = (from: 0 | 1): string => {
    const words = (texts[Math.floor(random() * texts.length)] ?? '').split(' ')
    const middle = words.length >> 1
    return (from === 0 ? words.slice(0, middle) : words.slice(middle)).join(' ')
  }
  const notes = notesOf(Array.from({ length: 10_000 }, () => `${half(0)} ${half(1)}`))
  suggestThemes(notes.slice(0, 500))
  const sizes = [2500, 5000, 10_000]
  const timed = (name: string, hand: readonly HandTheme[]): number[] => {
    const took = sizes.map((many) => {
      // seconds of a core, which are the same when others use the machine
      const from = process.cpuUsage()
      suggestThemes(notes.slice(0, many), hand)
      const { user, system } = process.cpuUsage(from)
      return (user + system) / 1e6
    })
    const growth = Math.log((took[2] ?? 0) / (took[0] ?? 1)) / Math.log(4)
    const memory = process.resourceUsage().maxRSS / 1024
    say(
      `  ${name}: ${took.map((seconds, n) => `${sizes[n]} in ${seconds.toFixed(2)} s of one core`).join(', ')}; growth n^${growth.toFixed(2)}; peak memory ${memory.toFixed(0)} MB`,
    )
    return [took[2] ?? 0, growth, memory]
  }
  say('Themes: speed, at most 10 s, n^1.3 and 1024 MB for 10,000 notes')
  const hand = Array.from({ length: 10 }, (_, n) => ({
    id: `h${n}`,
    title: `${n}`,
    notes: [3 * n, 3 * n + 1, 3 * n + 2].map(String),
    refused: [],
  }))
  const figures = [timed('found', []), timed('taught', hand)]
  return figures.some(([took = 0, growth = 0, memory = 0]) => took > 10 || growth > 1.3 || memory > 1024) ? ['speed'] : []
}
