import type { Part, StepKey } from '../../src/stage/wire.ts'
import type { Language } from '../language.ts'

interface Step {
  readonly title: string
  /** In whose window one does it. */
  readonly where: string
  readonly how: string
}

interface StageWords {
  readonly title: string
  readonly lead: string
  readonly preparing: string
  readonly preparingLong: string
  readonly closed: string
  readonly closedHow: string
  readonly failed: string
  readonly again: string
  readonly lineDown: string
  readonly steps: string
  readonly stepOf: (n: number, title: string, isDone: boolean) => string
  readonly doIt: string
  readonly doing: string
  readonly console: string
  readonly consoleHow: string
  readonly cast: string
  readonly castComing: string
  readonly castHere: (n: number) => string
  readonly castHow: string
  readonly sandbox: string
  readonly board: string
  readonly boardTitle: (name: string) => string
  readonly zoomTitle: (name: string) => string
  readonly hostTitle: (name: string) => string
  readonly rooms: string
  readonly enlarge: (name: string) => string
  readonly shrink: (name: string) => string
  readonly newTab: (name: string) => string
  readonly arrived: (seconds: string) => string
  readonly allDone: string
  readonly other: string
  readonly parts: Readonly<Record<Part, string>>
  readonly step: Readonly<Record<StepKey, Step>>
}

const it: StageWords = {
  title: 'Il palco',
  lead: 'Un laboratorio dal vivo: a sinistra chi facilita, in Miro; a destra tre partecipanti e chi ospita, in Zoom.',
  preparing: 'Preparo il laboratorio…',
  preparingLong: 'Persone, gruppi, una riunione Zoom e una lavagna Miro, tutti per finta su questo computer.',
  closed: 'Il palco si apre dal suo link',
  closedHow: 'È scritto nel terminale da cui hai avviato Telaio, sotto «Il palco». Copialo tutto, fino all’ultimo carattere.',
  failed: 'Il laboratorio non è pronto',
  again: 'Riprova',
  lineDown: 'La sandbox non risponde: riprovo da solo.',
  steps: 'Cinque passi',
  stepOf: (n, title, isDone) => `Passo ${n}: ${title}${isDone ? ', fatto' : ''}`,
  doIt: 'Fallo per me',
  doing: 'Un momento…',
  console: 'Apri la console',
  consoleHow: 'Qui serve il comando «npx telaio sign-in-link».',
  cast: 'Fai entrare 12 persone simulate',
  castComing: 'Entrano…',
  castHere: (n) => `${n} persone simulate sono qui`,
  castHow: 'Scrivono, votano, chiedono aiuto e perdono la linea, dieci volte più in fretta del vero, in ciò che avvii tu.',
  sandbox: 'Sandbox',
  board: 'Miro',
  boardTitle: (name) => `Lavagna Miro e pannello di ${name}, che facilita`,
  zoomTitle: (name) => `Zoom di ${name}`,
  hostTitle: (name) => `Zoom di ${name}, che ospita la riunione`,
  rooms: 'Zoom, una finestra a persona',
  enlarge: (name) => `Ingrandisci: ${name}`,
  shrink: (name) => `Rimpicciolisci: ${name}`,
  newTab: (name) => `Apri in una scheda: ${name}`,
  arrived: (seconds) => `L’ultima nota è arrivata sulla lavagna in ${seconds} s.`,
  allDone: 'Hai visto tutto il giro. Il laboratorio resta qui: continua, o riapri questa pagina quando vuoi.',
  other: 'English',
  parts: {
    place: 'posa finita',
    open: 'incontro aperto',
    block: 'momento di gruppo partito',
    rooms: 'stanze aperte',
    write: 'nota sulla lavagna',
    harvest: 'nota raccolta',
    compile: 'canvas compilato',
    canvas: 'canvas sulla lavagna',
  },
  step: {
    place: {
      title: 'Posa la lavagna',
      where: 'Pannello di Franca',
      how: 'Nella parte «Lavagna» scegli l’incontro 1 e premi «Metti sulla lavagna»: compaiono i fogli dei gruppi.',
    },
    conduct: {
      title: 'Conduci',
      where: 'Pannello di Franca',
      how: 'In «Conduci» premi «Apri l’incontro»; dall’agenda fai partire «Carta d’imbarco», poi premi «Chiedi 2 stanze». Guarda a destra: tutti entrano nella loro stanza.',
    },
    write: {
      title: 'Scrivi in una stanza',
      where: 'Zoom di Anna',
      how: 'Nel pannello, in «Gruppi», vai al foglio di Torrente. Da Anna premi «Comincia», scrivi sotto «Che cosa ci sta a cuore» e aggiungi la nota: in un secondo è sul foglio.',
    },
    board: {
      title: 'Scrivi sulla lavagna',
      where: 'Lavagna, poi pannello di Franca',
      how: 'Premi N e fai clic in un campo: scrivi una nota a mano. Poi in «Raccolta» premi «Raccogli dalla lavagna»: diventa un contributo.',
    },
    canvas: {
      title: 'Segui una fonte',
      where: 'Console, poi pannello di Franca',
      how: 'Nella console apri «Canvas finale» e premi «Compila le bozze». Poi, in «Canvas», mettilo sulla lavagna, apri una voce e vai alla nota da cui viene.',
    },
  },
}

const en: StageWords = {
  title: 'The stage',
  lead: 'A lab, live: on the left the facilitator, in Miro; on the right three participants and the host, in Zoom.',
  preparing: 'Preparing the lab…',
  preparingLong: 'People, groups, a Zoom meeting and a Miro board, all make-believe and on this computer.',
  closed: 'The stage opens by its link',
  closedHow: 'It stands in the terminal from which you started Telaio, under “The stage”. Copy all of it, to the last character.',
  failed: 'The lab is not ready',
  again: 'Try again',
  lineDown: 'The sandbox does not answer: trying again by itself.',
  steps: 'Five steps',
  stepOf: (n, title, isDone) => `Step ${n}: ${title}${isDone ? ', done' : ''}`,
  doIt: 'Do it for me',
  doing: 'One moment…',
  console: 'Open the console',
  consoleHow: 'Here the command “npx telaio sign-in-link” is needed.',
  cast: 'Bring in 12 simulated people',
  castComing: 'They are coming in…',
  castHere: (n) => `${n} simulated people are here`,
  castHow: 'They write, vote, call for help and lose the line, ten times faster than life, in what you start.',
  sandbox: 'Sandbox',
  board: 'Miro',
  boardTitle: (name) => `Miro board and panel of ${name}, the facilitator`,
  zoomTitle: (name) => `${name}’s Zoom`,
  hostTitle: (name) => `Zoom of ${name}, the host`,
  rooms: 'Zoom, a window for each person',
  enlarge: (name) => `Enlarge: ${name}`,
  shrink: (name) => `Make small: ${name}`,
  newTab: (name) => `Open in a tab: ${name}`,
  arrived: (seconds) => `The newest note reached the board in ${seconds} s.`,
  allDone: 'You have seen the whole round. The lab stays here: go on, or open this page again whenever you like.',
  other: 'Italiano',
  parts: {
    place: 'placed',
    open: 'meeting open',
    block: 'group block started',
    rooms: 'rooms open',
    write: 'note on the board',
    harvest: 'note harvested',
    compile: 'canvas compiled',
    canvas: 'canvas on the board',
  },
  step: {
    place: {
      title: 'Place the board',
      where: 'Franca’s panel',
      how: 'Under “Board” choose meeting 1 and press “Put on the board”: the groups’ sheets appear.',
    },
    conduct: {
      title: 'Conduct',
      where: 'Franca’s panel',
      how: 'Under “Conduct” press “Open the meeting”; from the agenda start “Boarding pass”, then press “Ask for 2 rooms”. Look to the right: everybody goes into their room.',
    },
    write: {
      title: 'Write in a room',
      where: 'Anna’s Zoom',
      how: 'In the panel, under “Groups”, go to the sheet of Torrente. As Anna press “Begin”, write under “What we care about” and add the note: within a second it is on the sheet.',
    },
    board: {
      title: 'Write on the board',
      where: 'Board, then Franca’s panel',
      how: 'Press N and click into a zone: write a note by hand. Then under “Harvest” press “Harvest the board”: it becomes a contribution.',
    },
    canvas: {
      title: 'Follow a source',
      where: 'Console, then Franca’s panel',
      how: 'In the console open “Final canvas” and press “Compile the drafts”. Then, under “Canvas”, put it on the board, open an entry and go to the note it comes from.',
    },
  },
}

export const stageWords: Record<Language, StageWords> = { it, en }
export type { StageWords }
