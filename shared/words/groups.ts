import type { Conflict, GroupFault } from '../groups/check.ts'
import type { Wish } from '../groups/seating.ts'
import type { Bilingual } from './bilingual.ts'
import { issueWords } from './issues.ts'

const PLACES: Readonly<Record<Extract<GroupFault, { place: string }>['place'], Bilingual>> = {
  absent: { it: 'tra le assenze', en: 'among the absences' },
  apart: { it: 'tra chi va separato', en: 'among those to keep apart' },
  together: { it: 'tra chi va insieme', en: 'among those to keep together' },
  fixed: { it: 'tra i posti fissi', en: 'among the fixed places' },
  past: { it: 'negli incontri già tenuti', en: 'in the meetings already held' },
  locked: { it: 'negli incontri bloccati', en: 'in the locked meetings' },
}

/** What is wrong with a problem of groups, and what to do. */
export function groupFaultWords(fault: GroupFault): Bilingual {
  switch (fault.code) {
    case 'shape': {
      const { it, en } = issueWords(fault.issue)
      return { it: `${fault.path || 'alla radice'}: ${it}`, en: `${fault.path || 'at its root'}: ${en}` }
    }
    case 'duplicate_participant':
      return {
        it: `${fault.participant} compare due volte tra i partecipanti: lascialo una volta sola.`,
        en: `${fault.participant} is among the participants twice: keep it once.`,
      }
    case 'unknown_participant': {
      const place = PLACES[fault.place]
      return {
        it: `${fault.participant}, ${place.it}, non è tra i partecipanti: aggiungilo, o toglilo da lì.`,
        en: `${fault.participant}, ${place.en}, is not among the participants: add it, or take it out there.`,
      }
    }
    case 'groups_missing':
      return {
        it: `Gli incontri sono ${fault.meetings}, ma «groups» dice quanti gruppi solo per ${fault.given}: aggiungi gli altri, o scrivi un numero solo.`,
        en: `There are ${fault.meetings} meetings, but “groups” says how many groups for ${fault.given} only: add the others, or write one number.`,
      }
    case 'unknown_meeting': {
      const place = PLACES[fault.place]
      return {
        it: `L’incontro ${fault.meeting}, ${place.it}, non c’è: sono ${fault.meetings}.`,
        en: `There is no meeting ${fault.meeting}, named ${place.en}: there are ${fault.meetings}.`,
      }
    }
    case 'past_too_long':
      return {
        it: `Gli incontri già tenuti sono ${fault.held}, ma in tutto sono ${fault.meetings}: correggi «meetings» o «past».`,
        en: `${fault.held} meetings were held, but there are ${fault.meetings} in all: correct “meetings” or “past”.`,
      }
    case 'twice_in_meeting':
      return {
        it: `Nell’incontro ${fault.meeting} ${fault.participant} sta in due gruppi: lascialo in uno.`,
        en: `In meeting ${fault.meeting} ${fault.participant} is in two groups: keep it in one.`,
      }
    case 'locked_past':
      return {
        it: `L’incontro ${fault.meeting} è bloccato due volte, o è già stato tenuto: toglilo da «locked».`,
        en: `Meeting ${fault.meeting} is locked twice, or was already held: take it out of “locked”.`,
      }
    case 'locked_incomplete':
      return {
        it: `L’incontro ${fault.meeting} è bloccato, ma ${fault.participant} non ha un gruppo: dagliene uno, o sblocca l’incontro.`,
        en: `Meeting ${fault.meeting} is locked, but ${fault.participant} has no group: give it one, or unlock the meeting.`,
      }
  }
}

const wishWords = (wish: Wish): Bilingual =>
  wish.kind === 'fixed'
    ? { it: `${wish.participant} nel gruppo ${wish.group}`, en: `${wish.participant} in group ${wish.group}` }
    : wish.kind === 'together'
      ? { it: `${wish.a} insieme a ${wish.b}`, en: `${wish.a} together with ${wish.b}` }
      : { it: `${wish.a} separato da ${wish.b}`, en: `${wish.a} apart from ${wish.b}` }

/** Which wishes contradict each other, where, and what to give up. */
export function conflictWords({ code, wishes, meetings, groups, largest }: Conflict): Bilingual {
  const all = wishes.map(wishWords)
  const where = {
    it: `${meetings.length === 1 ? 'Incontro' : 'Incontri'} ${meetings.join(', ')} (${groups === 1 ? 'un gruppo' : `${groups} gruppi`} da ${largest} al massimo)`,
    en: `${meetings.length === 1 ? 'Meeting' : 'Meetings'} ${meetings.join(', ')} (${groups === 1 ? 'one group' : `${groups} groups`} of at most ${largest})`,
  }
  const list = { it: all.map(({ it }) => it).join('; '), en: all.map(({ en }) => en).join('; ') }
  if (code === 'unsettled')
    return {
      it: `${where.it}: non abbiamo trovato un modo per rispettare tutte queste richieste, né la prova che manchi. Togline qualcuna: ${list.it}.`,
      en: `${where.en}: we found no way to keep all of these wishes, nor a proof that there is none. Take some out: ${list.en}.`,
    }
  return wishes.length === 1
    ? {
        it: `${where.it}: questa richiesta non si può rispettare: ${list.it}. Toglila o cambiala.`,
        en: `${where.en}: this wish cannot be kept: ${list.en}. Take it out or change it.`,
      }
    : {
        it: `${where.it}: queste richieste non possono valere tutte: ${list.it}. Basta rinunciare a una.`,
        en: `${where.en}: these wishes cannot all be kept: ${list.en}. Giving up one of them is enough.`,
      }
}
