import type { FoundPerson } from '../../admin/people.ts'
import { type CliCommand, DATA_OPTION, dataDirOf, Refused, textOption } from '../command.ts'
import { withOwner } from '../owner.ts'

const lineOf = ({ lab, title, person, name, email }: FoundPerson): string => [person, lab, name || '–', email ?? '–', title].join('\t')

export const eraseCommand: CliCommand = {
  name: 'erase',
  usage: 'PERSON [--lab LAB] [--yes] [--data DIR]',
  summary: { it: 'cancella i dati di una persona', en: 'erases a person’s data' },
  about: {
    it: 'PERSON è un identificativo (per_…) o un indirizzo e-mail. Nome, indirizzo, organizzazione e risposte su di sé spariscono dal registro; le note restano, senza nome. Con un indirizzo, prima elenca chi troverebbe: --yes per procedere. Le righe su stdout: persona, laboratorio, nome, e-mail, titolo, separati da tabulazioni. I backup già fatti restano com’erano.',
    en: 'PERSON is an id (per_…) or an e-mail address. Name, address, organisation and answers about themselves leave the register; notes stay, without a name. With an address it first lists whom it would find: --yes to go on. Lines on stdout: person, lab, name, e-mail, title, separated by tabs. Backups made before stay as they are.',
  },
  options: {
    lab: { type: 'string', value: 'LAB', words: { it: 'solo in questo laboratorio', en: 'only in this lab' } },
    yes: { type: 'boolean', words: { it: 'cancella anche le persone trovate per indirizzo', en: 'also erases people found by address' } },
    data: DATA_OPTION,
  },
  operands: 1,
  run: async (call) => {
    const { terminal, operands, values } = call
    const who = operands[0] ?? ''
    const lab = textOption(call, 'lab')
    return withOwner({ terminal, dataDir: dataDirOf(call) }, async (owner) => {
      const query = new URLSearchParams({ who, ...(lab === undefined ? {} : { lab }) })
      const { people, damaged } = await owner.get<{ people: FoundPerson[]; damaged: string[] }>(`/people?${query.toString()}`)
      for (const id of damaged)
        terminal.say(`Il laboratorio ${id} è danneggiato: lì non ho potuto guardare.`, `Lab ${id} is damaged: I could not look there.`)
      if (people.length === 0)
        throw new Refused(
          `Non trovo ${who}${lab === undefined ? '' : ` in ${lab}`}.`,
          `There is no ${who}${lab === undefined ? '' : ` in ${lab}`}.`,
        )
      for (const person of people) terminal.out(lineOf(person))
      if (!who.startsWith('per_') && values['yes'] !== true)
        throw new Refused(
          'Niente è stato cancellato. Se sono queste le persone, ripeti con --yes.',
          'Nothing was erased. If these are the people, repeat with --yes.',
        )
      for (const { lab: id, person } of people) await owner.send('POST', `/labs/${id}/erase`, { person })
      const n = people.length
      terminal.say(
        n === 1 ? 'I dati di questa persona sono cancellati.' : `I dati di ${n} persone sono cancellati.`,
        n === 1 ? 'This person’s data are erased.' : `The data of ${n} people are erased.`,
      )
      return damaged.length > 0 ? 1 : 0
    })
  },
}
