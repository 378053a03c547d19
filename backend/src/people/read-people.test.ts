import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Sector } from '@telaio/shared/kit'
import { readPeople, UnreadableFile } from './read-people.ts'

const sectors: Sector[] = [
  { id: 'environment', title: { it: 'Ambiente', en: 'Environment' }, thread: 'environment' },
  { id: 'social', title: { it: 'Sociale', en: 'Social' }, thread: 'social' },
]
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (bytes: Uint8Array | string, known: string[] = []) =>
  readPeople(typeof bytes === 'string' ? utf8(bytes) : bytes, sectors, new Set(known))

describe('a file of people', () => {
  it.each([
    ['commas', 'nome,e-mail,settore\nAnna Bò,anna@example.org,Ambiente\n', ','],
    ['semicolons and a mark', '\uFEFFNome e cognome;Indirizzo e-mail;Ambito\r\nAnna Bò;anna@example.org;ambiente\r\n', ';'],
    ['tabs, in English', 'Full name\tEmail address\tSector\nAnna Bò\tANNA@example.org\tEnvironment\n', '\t'],
  ])('is read with %s', (_what, text, separator) => {
    expect(read(text)).toMatchObject({
      encoding: 'utf-8',
      separator,
      bad: [],
      good: [{ line: 2, name: 'Anna Bò', email: 'anna@example.org', sector: 'environment' }],
    })
  })

  it('is read as Windows-1252 where it is not UTF-8, as spreadsheets save it', () => {
    const windows = Uint8Array.from(
      [...'nome;citt']
        .map((c) => c.charCodeAt(0))
        .concat(
          [0xe0, 0x0a],
          [...'Niccol'].map((c) => c.charCodeAt(0)),
          [0xf2],
          [...' D'].map((c) => c.charCodeAt(0)),
          [0x92],
          [...'Avila;Forl'].map((c) => c.charCodeAt(0)),
          [0xec, 0x0a],
        ),
    )
    expect(read(windows)).toMatchObject({ encoding: 'windows-1252', good: [{ name: 'Niccolò D’Avila', territory: 'Forlì' }] })
  })

  it('puts first and last name together, and ignores columns it does not know', () => {
    expect(read('Cognome,Nome,Taglia maglietta\nRossi,Anna,M\n')).toMatchObject({
      good: [{ name: 'Anna Rossi' }],
      columns: { Cognome: 'family', Nome: 'given' },
    })
  })

  it('names every bad row with its line, its column and the mend, and keeps the good ones apart', () => {
    const { good, bad } = read(
      'nome,email,settore\n,a@b.it,Ambiente\nBruno,non-un-indirizzo,Ambiente\n"Carla\nDue",carla@example.org,Marte\nDora,dora@example.org,Sociale\nDoppia,dora@example.org,\nNota,nota@example.org,\nExtra,e@example.org,Sociale,di troppo\n',
      ['nota@example.org'],
    )
    expect(good).toEqual([{ line: 6, name: 'Dora', email: 'dora@example.org', sector: 'social' }])
    expect(bad.map(({ line, column }) => [line, column])).toEqual([
      [2, 'name'],
      [3, 'email'],
      [4, 'sector'],
      [7, 'email'],
      [8, 'email'],
      [9, null],
    ])
    expect(bad.find(({ column }) => column === 'sector')?.problem.it).toContain('Ambiente, Sociale')
  })

  it('counts lines as an editor does, over line breaks in quotes and empty lines', () => {
    const { good } = read('nome,territorio\r\n\r\nAnna,"via\r\nlunga"\r\n,\r\nBruno,Pisa\r\n')
    expect(good.map(({ line, name }) => [line, name])).toEqual([
      [3, 'Anna'],
      [6, 'Bruno'],
    ])
  })

  it.each([
    ['nothing', ''],
    ['no header we know', 'a,b\n1,2\n'],
    ['a quote that never ends', 'nome,email\n"Anna,anna@example.org\n'],
  ])('with %s is refused with the mend', (_what, text) => {
    expect(() => read(text)).toThrow(UnreadableFile)
  })
})

describe('a file from a platform', () => {
  const FIXTURES = join(import.meta.dirname, '../../../../shared/data/fixtures')
  const fixture = (path: string) => read(new Uint8Array(readFileSync(join(FIXTURES, path))))
  const names = ({ good }: ReturnType<typeof read>) => good.map(({ name }) => name)

  it('takes a table out of the lines above it, and says who is in it twice', () => {
    const file = read(
      'Argomento,ID,Partecipanti\nProva,1,2\n\nNome (nome originale),E-mail,Durata (minuti),Guest\nAnna Bò (Host),anna@example.org,3,No\nLia (Cecilia),,1,Sì\nLia (Cecilia),,2,Sì\n',
    )
    expect(names(file)).toEqual(['Anna Bò', 'Lia'])
    expect(file.skipped.map(({ line }) => line)).toEqual([7])
    expect(file.bad).toEqual([])
  })
  it('brings in nobody who was refunded, cancelled or refused, and says so', () => {
    const file = read(
      'Order #,First Name,Surname,Email,Attendee Status\n1,Rosa,Delgado,r@example.org,Attending\n2,Sam,Ortiz,s@example.org,Refunded\n3,Ugo,Bo,u@example.org,Not Attending\n',
    )
    expect(names(file)).toEqual(['Rosa Delgado'])
    expect(file.skipped.map(({ line, value }) => [line, value])).toEqual([
      [3, 'Sam Ortiz (Refunded)'],
      [4, 'Ugo Bo (Not Attending)'],
    ])
  })
  it('merges rows of one address and one name, and keeps what either says', () => {
    const file = read(
      'Informazioni cronologiche,Indirizzo email,Nome e cognome,Ente\n1,a@example.org,Anna Bò,\n2,A@example.org,anna bo,Parco\n',
    )
    expect(file.good).toEqual([{ line: 2, name: 'Anna Bò', email: 'a@example.org', organisation: 'Parco' }])
    expect(file.skipped.map(({ line }) => line)).toEqual([3])
  })
  it('takes nobody who is in the lab already for a fault', () => {
    const file = read('Timestamp,Email Address,First name,Last name\n1,a@example.org,Anna,Bò\n2,b@example.org,Bea,Ci\n', ['a@example.org'])
    expect([names(file), file.bad, file.skipped.length]).toEqual([['Bea Ci'], [], 1])
  })
  it('says how many of an order have no name', () => {
    const file = read('Order No.,First Name,Last Name,Email,Quantity\n1,Taylor,Brooks,t@example.org,2\n')
    expect([names(file), file.skipped.length]).toEqual([['Taylor Brooks'], 1])
  })
  it.each([
    ['with a mark', [0xff, 0xfe]],
    ['without one', []],
  ])('is read as UTF-16 %s', (_what, mark) => {
    const text = 'nome;e-mail\r\nAnna Bò;a@example.org\r\n'
    const bytes = Uint8Array.from([...mark, ...[...text].flatMap((c) => [c.charCodeAt(0) % 256, c.charCodeAt(0) >> 8])])
    expect(read(bytes)).toMatchObject({ encoding: 'utf-16', separator: ';', good: [{ name: 'Anna Bò' }] })
  })
  it('passes over the line that states the separator', () => {
    expect(read('sep=;\r\nnome;settore\r\nAnna, Bò;Ambiente\r\n')).toMatchObject({
      separator: ';',
      good: [{ line: 3, name: 'Anna, Bò', sector: 'environment' }],
    })
  })

  describe.skipIf(!existsSync(FIXTURES))('as it is downloaded', () => {
    it.each([
      ['zoom/participants-en-classic.csv', 6, 1],
      ['zoom/participants-en-2024.csv', 4, 1],
      ['zoom/participants-en-unique-users.csv', 4, 0],
      ['zoom/participants-it-2025.csv', 4, 1],
      ['zoom/participants-it-long.csv', 3, 0],
      ['zoom/webinar-attendee-report-en.csv', 3, 1],
      ['forms/eventbrite-attendees-en.csv', 3, 1],
      ['forms/eventbrite-orders-en.csv', 2, 1],
      ['forms/google-forms-en.csv', 2, 0],
      ['forms/google-forms-it.csv', 3, 1],
      ['forms/google-forms-it-nome-utente.csv', 1, 0],
      ['forms/meetup-en.csv', 1, 0],
    ])('%s', (path, people, skipped) => {
      const file = fixture(path)
      expect(file.bad).toEqual([])
      expect([file.good.length, file.skipped.length]).toEqual([people, skipped])
    })
  })
})
