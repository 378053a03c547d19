import { capital, ofSector, type Phrase, said, WHO } from './voice.ts'
import { triple } from './triples.ts'

const PLACE_ENDS = [
  '',
  '',
  ': lì si vede tutto',
  ', soprattutto la sera',
  '. E nessuno di noi ci passa mai',
  ', d’inverno più che d’estate',
]
const ABSENT_STARTS = ['chi manca: ', 'qui non vedo ', 'di questo dovremmo parlare con ', 'ogni giorno ci vive, e non è qui: ']
const CAUSE_STARTS = ['', '', '', 'dal mio lavoro vedo che ', 'alla radice: ', 'una causa vecchia: ', 'me lo dicono spesso: ']
const EFFECT_STARTS = ['', '', 'se nessuno fa nulla, ', 'senza muoversi, ', 'piano piano ', 'la cosa che temo: ']
const MISSING_ENDS = [
  '',
  '',
  ': senza, il progetto non sta in piedi',
  ', da invitare di persona',
  '. Andiamo noi, non per posta',
  ': chi di noi ha un contatto?',
]
const POOL_STARTS = ['mettiamo ', 'possiamo dare ', 'ci prestiamo ', 'a disposizione: ', 'offro ']
const POOL_ENDS = ['', '', ', su prenotazione', ', finché dura', ', a turno', '. Basta chiedere una settimana prima']
const HUBS: readonly (readonly [string, string])[] = [
  ['La biblioteca', 'tenere il calendario e convocare, un anno alla volta'],
  ['Il Comune', 'mettere la sede e la firma, senza decidere da solo'],
  ['La cooperativa sociale', 'coordinare i tempi e i soldi, con un rendiconto ogni tre mesi'],
  ['L’istituto comprensivo', 'aprire gli spazi e garantire la continuità'],
  ['Un gruppo di tre, uno per settore', 'tenere il filo tra una riunione e l’altra'],
  ['La fondazione', 'chiedere conto, senza dettare i passi'],
]
const CONDITIONS: readonly (readonly [string, string, string])[] = [
  ['Convenzione tra Comune e scuola', 'administrative', 'Chi risponde se qualcuno si fa male dopo le sei?'],
  ['Bando regionale per gli spazi civici', 'administrative', 'Possiamo presentarci insieme senza fare un’associazione nuova?'],
  ['Codice del terzo settore, coprogettazione', 'normative', 'Serve un avviso pubblico anche per un patto così piccolo?'],
  ['Regolamento dei beni comuni', 'normative', 'Il nostro Comune lo ha approvato?'],
  ['Privacy di chi partecipa', 'normative', 'Basta una liberatoria sola per tutti gli enti?'],
  ['Valutazione condivisa prima di partire', 'methodological', 'Chi la tiene, se nessuno è il capofila?'],
  ['Autorizzazione sanitaria per la cucina', 'administrative', 'Quanto tempo ci vuole davvero?'],
  ['Tempi di scuola e tempi di bando', 'methodological', 'Si può chiedere una proroga già all’inizio?'],
]
const BY = ['entro venerdì', 'entro fine mese', 'prima del prossimo incontro', 'entro due settimane', 'lunedì mattina']

/** Meetings two and three: reading the question, mapping alliances. */
export const READING: Readonly<Record<string, Phrase>> = {
  'C2.1': ({ random, theme }) => random.pick(theme.plain),
  'C2.2': ({ random, theme }) =>
    said(
      random,
      random.chance(0.6)
        ? `${random.pick(['accade ', '', 'si vede '])}${random.pick(theme.places)}${random.pick(PLACE_ENDS)}`
        : random.pick(ABSENT_STARTS) + random.pick(theme.absent),
    ),
  'C2.3': ({ random, theme, who, lane }) => said(random, random.pick(CAUSE_STARTS) + ofSector(random, theme.causes, lane ?? who.sector)),
  'C2.4': ({ random, theme }) => said(random, random.pick(EFFECT_STARTS) + random.pick(theme.effects)),
  'C2.5': ({ random, theme }) => {
    const [experience, where, enabler] = random.pick(theme.experiences)
    return {
      experience: capital(experience),
      where: capital(where),
      enabler: said(random, random.pick(['', '', 'soprattutto: ']) + enabler),
    }
  },
  'C2.6': triple,
  'C3.1': ({ random, theme }) => {
    const [name, sector, nature, influence, interest] = random.pick(theme.actors)
    return { name, sector, nature, influence, interest }
  },
  'C3.2': ({ random, theme }) =>
    said(random, random.pick([...theme.absent, ...theme.actors.map(([name]) => name)]) + random.pick(MISSING_ENDS)),
  'C3.3': ({ random, theme }) => {
    const [body, mandate] = random.pick(HUBS)
    return { body, mandate: said(random, `${mandate}${random.pick(['', ` ${theme.here}`])}`) }
  },
  'C3.4': ({ random, theme }) => said(random, random.pick(POOL_STARTS) + random.pick(theme.pool) + random.pick(POOL_ENDS)),
  'C3.5': ({ random, theme, who, zone }) => {
    const others = theme.actors.map(([, sector]) => sector).filter((sector) => sector !== who.sector && sector !== 'other')
    const options = zone.answer.type === 'table' ? (zone.answer.columns.find(({ id }) => id === 'answer')?.options ?? []) : []
    return {
      from: who.sector,
      to: random.pick(others.length > 0 ? others : ['social']),
      request: said(
        random,
        `${random.pick(['ci farebbe comodo avere ', 'possiamo avere ', 'ci prestate ', 'ci manca questo: '])}${random.pick(theme.pool)}`,
      ),
      answer: options.length > 0 ? random.pick(options).id : 'try',
    }
  },
  'C3.6': ({ random }) => {
    const [condition, kind, doubt] = random.pick(CONDITIONS)
    return { condition, kind, doubt }
  },
  'C3.7': triple,
  'C3.8': ({ random, theme }) => ({
    what: said(random, `${random.pick(['da sentire: ', 'chiamo io: ', 'vado di persona: ', 'scrivo a: '])}${random.pick(theme.actors)[0]}`),
    ...(random.chance(0.7) ? { who: random.pick(WHO) } : {}),
    by: random.pick(BY),
  }),
}
