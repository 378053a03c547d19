import type { Language } from '../words/bilingual.ts'
import { stemOf, wordsOf } from './read.ts'

/**
 * Words that people at workshops use for the same subject, in both languages: “bus” and “ciclabile” share no letter and one subject. Written for labs between environment,
 * culture, education and the social sector, from general knowledge; a word may belong to two subjects. What it brings is measured in decision 012.
 */
const SUBJECTS: readonly Readonly<Record<Language, string>>[] = [
  {
    it: 'mobilità trasporto trasporti traffico auto automobile macchina macchine autobus bus tram metro metropolitana treno treni stazione bici bicicletta biciclette ciclabile ciclabili ciclisti pedonale pedoni marciapiede marciapiedi strada strade parcheggio parcheggi monopattino navetta velocità incrocio semaforo pendolari viaggio viaggiare aereo aeroporto fermata',
    en: 'mobility transport transit traffic car cars bus buses tram metro subway train trains station bike bikes bicycle cycling cyclists lane lanes pedestrian pedestrians sidewalk sidewalks road roads street streets parking scooter shuttle speed commute commuters travel trip plane airport flight highway vehicle vehicles driving',
  },
  {
    it: 'verde natura albero alberi parco parchi giardino giardini orto orti bosco boschi pianta piante piantare fiori aiuole ombra prato biodiversità ambiente ambientale ecologia ecologico paesaggio foresta foreste specie fauna flora habitat fiume fiumi mare costa spiaggia montagna api',
    en: 'green nature tree trees park parks garden gardens forest forests woods plant plants planting flowers shade lawn biodiversity environment environmental ecology ecological landscape species wildlife fauna flora habitat river rivers sea coast beach mountain mountains bees',
  },
  {
    it: 'rifiuti rifiuto spazzatura immondizia raccolta differenziata riciclo riciclare riuso riutilizzare riutilizzabile plastica cestini cassonetti compost compostaggio ecologica discarica imballaggi sprechi spreco usato riparare riparazione pulizia sporco',
    en: 'waste garbage trash rubbish litter recycle recycling reuse reusable plastic bins compost composting landfill packaging wasted repair cleaning cleanup dirty',
  },
  {
    it: 'energia energetico clima climatico climatica solare fotovoltaico pannelli rinnovabili emissioni carbonio gas nucleare elettrico elettrica eolico consumi riscaldamento inquinamento aria smog acqua idrico siccità',
    en: 'energy climate solar panels renewable renewables emissions carbon gas nuclear electric wind heating pollution air smog water drought fossil fuel',
  },
  {
    it: 'sicurezza sicuro sicura polizia vigile vigili telecamere illuminazione lampioni luci buio criminalità furti furto violenza paura armi arma crimine crimini vandalismo difesa reati carcere',
    en: 'safety safe security police officer cameras lighting lights lamps dark crime crimes criminal criminals theft violence fear guns gun weapon weapons vandalism defence defend prison',
  },
  {
    it: 'scuola scuole scolastico scolastica studenti studente studentesse insegnante insegnanti docenti docente maestra alunni classe classi lezione lezioni didattica educazione educativo istruzione università formazione corso corsi doposcuola compiti apprendimento imparare elementari asilo nido materna laurea esami uniforme divisa',
    en: 'school schools student students teacher teachers pupils class classes classroom lesson lessons teaching education educational university college training course courses homework learning learn kindergarten nursery degree exams uniform uniforms',
  },
  {
    it: 'cultura culturale arte artisti artista museo musei teatro teatri cinema film musica musicale musicali concerto concerti festival festa feste murales mostra mostre spettacolo spettacoli libro libri lettura patrimonio storia danza evento eventi',
    en: 'culture cultural art artist artists museum museums theatre theater cinema film films movie movies music musical concert concerts festival party murals exhibition exhibitions show shows book books reading heritage dance event events song songs band album',
  },
  {
    it: 'sport sportivo sportiva palestra palestre calcio campo campetto squadra squadre partita partite atleta atleti nuoto piscina corsa gara gare olimpiadi olimpico campionato torneo giocatore giocatori vittoria medaglia allenatore tennis basket pallavolo',
    en: 'sport sports gym football soccer team teams match matches athlete athletes swimming pool race races olympics olympic championship tournament player players medal coach tennis basketball volleyball game games cup',
  },
  {
    it: 'salute sanità sanitario sanitaria medico medici ospedale ospedali cura cure malattia malattie paziente pazienti farmaci farmaco benessere psicologo psicologico psicologica infermieri virus vaccino infezione ambulatorio prevenzione',
    en: 'health healthcare medical doctor doctors hospital hospitals care disease diseases patient patients drug drugs wellbeing mental psychologist nurses virus vaccine infection clinic prevention medicine illness',
  },
  {
    it: 'lavoro lavori lavoratori lavoratore lavorare occupazione disoccupazione disoccupati stipendio salario salari impresa imprese azienda aziende coworking professione professionale tirocinio carriera sindacato contratto precari assunzioni mestieri',
    en: 'work job jobs workers worker employment unemployment unemployed salary wage wages business businesses company companies coworking profession professional internship career union hire hiring employers employees',
  },
  {
    it: 'soldi fondi fondo finanziamento finanziamenti bando bandi risorse budget economia economico economica costo costi tasse tassa spesa spese debito deficit bilancio investimenti prezzi prezzo pagare denaro banca banche crisi austerità mercato',
    en: 'money fund funds funding grant grants resources budget economy economic cost costs tax taxes spending debt deficit investment prices price pay bank banks crisis austerity market financial',
  },
  {
    it: 'digitale internet wifi rete online sito web app piattaforma software tecnologia tecnologie tecnologico computer smartphone telefono dati dato informatica spid social connessione tablet algoritmo',
    en: 'digital internet wifi online website web app apps platform software technology technologies computer computers smartphone phone data tablet connection devices touchscreen algorithm',
  },
  {
    it: 'comunicazione comunicare informazione informazioni informare giornale giornali media pubblicità promozione visibilità newsletter sportello notizie messaggio raccontare linguaggio televisione radio stampa',
    en: 'communication communicate information inform newspaper media advertising promotion visibility newsletter news message language television radio press',
  },
  {
    it: 'partecipazione partecipare cittadini cittadino cittadinanza assemblea consultazione ascolto decisioni decidere coinvolgere coinvolgimento democrazia comunità quartiere vicinato residenti abitanti incontro incontri confronto dialogo',
    en: 'participation participate citizens citizen assembly consultation listening decisions decide involve involvement engagement democracy community neighbourhood neighborhood neighbours residents meeting meetings dialogue',
  },
  {
    it: 'politica politico politici governo comune sindaco istituzioni amministrazione regione stato ministero ministro presidente parlamento legge leggi elezioni elettorale voto votare partito partiti burocrazia referendum europeo costituzione norma regole',
    en: 'politics political government municipality mayor institutions administration region state ministry minister president parliament congress law laws election elections vote voting party parties bureaucracy referendum constitution rules senate',
  },
  {
    it: 'diritti diritto giustizia uguaglianza parità discriminazione discriminazioni genere donne donna minoranze razzismo razziale inclusione inclusivo accessibilità accessibile disabili disabilità barriere libertà tutela',
    en: 'rights justice equality equal discrimination discriminate gender women woman minorities minority racism race racial inclusion inclusive accessibility accessible disabled disability barriers freedom',
  },
  {
    it: 'giovani giovane ragazzi ragazze ragazzo adolescenti adolescente gioventù bambini bambino bambine minori minorenni infanzia figli figlio genitori genitore famiglia famiglie mamme mamma',
    en: 'young youth youths kids kid teenagers teens adolescents child children minors childhood parents parent family families mothers',
  },
  {
    it: 'anziani anziano anziane sociale sociali solidarietà volontari volontario volontariato aiuto aiutare aiuti assistenza fragili povertà poveri stranieri immigrati migranti rifugiati solitudine accoglienza servizi portineria portierato mutuo bisogno caregiver',
    en: 'elderly seniors social solidarity volunteers volunteer volunteering help assistance vulnerable poverty poor foreigners immigrants migrants refugees loneliness welcome services disadvantaged',
  },
  {
    it: 'spazio spazi luogo luoghi sede sedi sala sale aula aule edificio edifici piazza piazze centro biblioteca biblioteche locali stanza riaprire aprire aperto aperta apertura orari orario abbandonato abbandonati casa case abitazione affitto affitti alloggi',
    en: 'space spaces place places venue room rooms hall building buildings square centre center library libraries open opening hours abandoned house houses housing home homes rent apartment',
  },
  {
    it: 'reti rete collaborazione collaborare collaborazioni associazione associazioni partner partenariato alleanze alleanza coprogettazione coordinamento condivisione condividere sinergia sinergie settore settori enti ente territorio',
    en: 'network networks collaboration collaborate cooperation association associations partner partners partnership alliance alliances coordination sharing share synergy sector sectors organisations organizations',
  },
  {
    it: 'ricerca ricercatori scienza scienziati scientifico scientifica studio esperimento laboratorio innovazione spazio pianeta stella stelle luna atomo fisica chimica biologia robot scoperta',
    en: 'research researchers science scientists scientist scientific experiment laboratory innovation planet star stars moon atom physics chemistry biology robot robots discovery',
  },
  {
    it: 'cibo mangiare mensa cucina agricoltura agricolo contadini contadino negozio negozi mercato mercatino ristorante ristoranti bar prodotti alimentare alimentari turismo turisti turista albergo vacanza cane cani gatti gatto animali animale',
    en: 'food eat eating canteen kitchen cooking farming farm farmers agriculture shop shops restaurant restaurants cafe tourism tourists tourist hotel holiday dog dogs cats cat pets animals animal',
  },
  {
    it: 'tempo tempi scadenze ritardi ritardo organizzazione organizzare personale competenze ruoli ruolo responsabilità riunioni programmazione pianificazione turnover valutazione obiettivi motivazione fatica stanchezza',
    en: 'time deadlines delay delays organisation organise organizing staff skills roles role responsibility planning schedule turnover evaluation goals motivation fatigue burnout',
  },
]

const subjectsBy = (language: Language): ReadonlyMap<string, readonly string[]> => {
  const subjects = new Map<string, string[]>()
  for (const [number, words] of SUBJECTS.entries())
    for (const word of wordsOf(words[language], language)) {
      const stem = stemOf(word, language)
      const mine = subjects.get(stem) ?? []
      if (!mine.includes(`#${number}`)) subjects.set(stem, [...mine, `#${number}`])
    }
  return subjects
}
const KNOWN: Readonly<Record<Language, ReadonlyMap<string, readonly string[]>>> = { it: subjectsBy('it'), en: subjectsBy('en') }

/** The subjects that stems belong to, as words of their own (`#3`), one for each stem that names it. */
export const subjectsOf = (stems: readonly string[], language: Language): string[] =>
  stems.flatMap((stem) => KNOWN[language].get(stem) ?? [])
/** No word anybody wrote begins with it. */
export const isSubject = (stem: string): boolean => stem.startsWith('#')
