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
