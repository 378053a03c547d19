import { describe, expect, it } from 'vitest'
import { ALL_COMMANDS } from './all-commands.ts'
import { languageOfTerminal } from './language.ts'
import { createTerminal } from './terminal.ts'
import { typed } from './testing/typed.ts'

describe('the command line', () => {
  it.each(['it', 'en'] as const)('says what it can do, in %s, on stdout', async (language) => {
    for (const words of [[], ['--help'], ['-h'], ['help']]) {
      const { code, out, err } = await typed(words, { language })
      expect([code, err]).toEqual([0, ''])
      for (const { name, summary } of ALL_COMMANDS) expect(out).toMatch(new RegExp(`${name} +${summary[language].slice(0, 20)}`))
    }
  })

  it.each(ALL_COMMANDS.flatMap(({ name }) => (['it', 'en'] as const).map((language) => [name, language] as const)))(
    'explains %s in %s',
    async (name, language) => {
      const command = ALL_COMMANDS.find((one) => one.name === name)
      const { code, out, err } = await typed([...name.split(' '), '--help'], { language })
      expect([code, err]).toEqual([0, ''])
      expect(out).toContain(`npx telaio ${name}`)
      for (const option of Object.keys(command?.options ?? {})) expect(out).toContain(`--${option}`)
      expect(out).toBe((await typed(['help', ...name.split(' ')], { language })).out)
    },
  )

  it('explains a family of commands at once', async () => {
    const { code, out } = await typed(['kit', '--help'])
    expect(code).toBe(0)
    expect(out).toContain('npx telaio kit check')
    expect(out).toContain('npx telaio kit export')
  })

  it.each([
    [['weave'], /no command “weave”/],
    [['groups'], /Something is missing/],
    [['groups', 'x.json', '--seconds', 'soon'], /--seconds must be a number/],
    [['groups', 'x.json', '--iterations', '0'], /--iterations must be a whole number/],
    [['harvest'], /--items is missing/],
    [['themes'], /NOTES|missing/],
    [['documents', 'lab'], /--out is missing/],
    [['kit'], /kit check or kit export/],
    [['kit', 'burn'], /“kit burn” is no command/],
    [['kit', 'check'], /Something is missing/],
    [['kit', 'check', 'a', 'b'], /one word too many: “b”/],
    [['doctor', '--loud'], /no option --loud/],
    [['backup', '--out'], /--out needs a value/],
    [['backup', '--out', ''], /--out needs a value/],
    [['erase', 'x@example.org', '--yes=no'], /--yes takes no value/],
    [['move'], /--to is missing/],
    [['rehearse'], /--out is missing/],
    [['rehearse', '--out', '/tmp/x', '--participants', 'many'], /--participants must be a whole number/],
    [['rehearse', '--out', '/tmp/x', '--participants', '2', '--groups', '3'], /more groups/],
    [['rehearse', '--out', '/tmp/x', '--meetings', '6-1'], /--meetings/],
    [['rehearse', '--out', '/tmp/x', '--seed', '-1'], /--seed/],
    [['rehearse', '--out', '/tmp/x', '--speed', '2'], /--speed goes with --url/],
    [['rehearse', '--out', '/tmp/x', '--url', 'nowhere', '--link', 'x'], /--url must be a web address/],
    [['rehearse', '--out', '/tmp/x', '--url', 'http://localhost:1'], /--url needs --link/],
    [['rehearse', '--out', '/tmp/x', '--link', 'x'], /--link goes with --url/],
  ])('refuses %j with exit code 2, on stderr, and says where help is', async (words, says) => {
    const { code, out, err } = await typed(words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(says)
    expect(err).toContain('--help')
  })

  it('says in Italian what it says in English', async () => {
    expect((await typed(['weave'], { language: 'it' })).err).toMatch(/Il comando «weave» non c’è/)
    expect((await typed(['doctor', '--loud'], { language: 'it' })).err).toMatch(/L’opzione --loud non c’è/)
  })

  it('refuses a bad environment with the name of the variable', async () => {
    const { code, err } = await typed(['sign-in-link', '--data', '/tmp/telaio-not-made'], { env: { PORT: 'many' } })
    expect(code).toBe(2)
    expect(err).toContain('PORT')
  })
})

describe('the terminal', () => {
  it('speaks Italian unless English is asked for, by the variable that is set first', () => {
    expect(languageOfTerminal({})).toBe('it')
    expect(languageOfTerminal({ LANG: 'C' })).toBe('it')
    expect(languageOfTerminal({ LANG: 'de_DE.UTF-8' })).toBe('it')
    expect(languageOfTerminal({ LANG: 'en_GB.UTF-8' })).toBe('en')
    expect(languageOfTerminal({ LANG: 'en' })).toBe('en')
    expect(languageOfTerminal({ LANG: 'it_IT', LC_ALL: 'en_US' })).toBe('en')
    expect(languageOfTerminal({ LANG: 'en_US', LC_ALL: 'it_IT' })).toBe('it')
    expect(languageOfTerminal({ LANG: 'en_US', LC_ALL: '' })).toBe('en')
  })

  it('shows progress only where somebody looks, and clears it before anything else is said', () => {
    const written: string[] = []
    const stream = (isTTY: boolean) => ({ write: (text: string) => written.push(text), isTTY })
    const quiet = createTerminal({ stdout: stream(false), stderr: stream(false) }, {}, 'en')
    quiet.progress({ it: 'piano', en: 'slowly' })
    expect(written).toEqual([])
    const seen = createTerminal({ stdout: stream(true), stderr: stream(true) }, {}, 'en')
    seen.progress({ it: 'piano', en: 'slowly' })
    seen.out('done')
    expect(written).toEqual(['slowly', '\r\u001b[2K', 'done\n'])
  })
})
