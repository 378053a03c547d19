import * as z from 'zod'
import { ImportAnswer, ImportPreview, ImportQuery, InvitesAnswer, RegisterAnswer, SendInvites, SentInvites } from '@telaio/shared/api'
import { type Actor, type Lab, LabId, type Person, PersonId, partsOfAnswer, type RegisterRow } from '@telaio/shared/lab'
import type { Scene } from '@telaio/shared/view'
import { renderSVG } from 'uqr'
import { csvOf } from '../../documents/csv.ts'
import { peopleOf, readPeople, UnreadableFile } from '../../people/read-people.ts'
import { commonToken, inviteLink, inviteToken } from '../../sign-in/links.ts'
import { type Operation, operation } from '../operation.ts'
import { Refusal, refuse } from '../problem.ts'
import type { Services } from '../services.ts'
import { MEMBERS } from './labs.ts'

const InLab = z.strictObject({ lab: LabId })
const CSV = ['text/csv', 'application/vnd.ms-excel', 'text/plain'] as const
const ADMIT = ['organiser', 'facilitator'] as const

const named = (row: RegisterRow | undefined): { name: string; email: string | null; organisation: string | null } =>
  row?.kind === 'person'
    ? { name: row.name, email: row.email ?? null, organisation: row.organisation ?? null }
    : { name: '', email: null, organisation: null }

/** Personal data of one person; with their own notes where it is theirs to ask. */
function recordOf({ lab, people }: Scene, id: string, own: boolean) {
  const person = lab.people.get(id)
  if (!person) return []
  const theirs = [...lab.contributions.values()].filter((note) => note.author === id && !note.withdrawn && !note.redacted)
  return [
    {
      person: id,
      ...named(people.get(person.row)),
      sector: person.sector,
      profession: person.profession,
      territory: person.territory,
      roles: [...person.roles],
      consents: person.consents,
      answers: theirs.flatMap((note) => {
        const row = note.answer.type === 'person' && note.answer.row !== null ? people.get(note.answer.row) : undefined
        return row?.kind === 'answer' && (own || !note.private) ? [{ contribution: note.id, zone: note.zone, text: row.text }] : []
      }),
      notes: own
        ? theirs.flatMap((note) =>
            partsOfAnswer(note.answer).map(({ part, text }) => ({ contribution: note.id, zone: note.zone, part, text, at: note.at })),
          )
        : [],
    },
  ]
}

/** Personal data and invites. */
export function registerRoutes({ labs, keys, mailer, publicUrl, logger }: Services): Operation[] {
  const emailsIn = ({ lab, people }: Scene): Set<string> =>
    new Set(
      [...lab.people.values()].flatMap((person) => {
        const { email } = named(people.get(person.row))
        return email === null ? [] : [email.toLowerCase()]
      }),
    )

  async function preview(labId: string, body: unknown): Promise<ImportPreview> {
    const scene = await labs.scene(labId)
    try {
      return readPeople(body as Uint8Array, scene.lab.kit.sectors, emailsIn(scene))
    } catch (error) {
      if (error instanceof UnreadableFile) throw new Refusal({ code: 'invalid', field: 'file' }, {}, error.problem)
      throw error
    }
  }

  const linkOf = (lab: Lab, { id, roles }: Person, version: number): string =>
    inviteLink(publicUrl(), inviteToken(keys.invites, lab.id, id, version), roles)

  /** Invites in force; an organiser's only to organisers, since a link is a sign-in. */
  async function invites(labId: string, actor: Actor | null): Promise<InvitesAnswer> {
    const { lab, people } = await labs.scene(labId)
    return {
      invites: [...lab.people.values()]
        .flatMap((person) =>
          person.erased || person.invite === null || (person.roles.includes('organiser') && !mayRead(actor))
            ? []
            : [{ person: person.id, ...named(people.get(person.row)), link: linkOf(lab, person, person.invite) }],
        )
        .map(({ person, name, email, link }) => ({ person, name, email, link }))
        .sort((a, b) => a.name.localeCompare(b.name, 'it')),
      common: lab.joinLink === null ? null : inviteLink(publicUrl(), commonToken(keys.invites, lab.id, lab.joinLink), []),
      mail: mailer !== null,
    }
  }

  const mayRead = (actor: Actor | null): boolean => actor?.roles.includes('organiser') ?? false

  return [
    operation({
      id: 'getRegister',
      method: 'get',
      path: '/labs/:lab/register',
      summary: 'Personal data: all for organisers, one’s own for everybody',
      allowed: MEMBERS,
      params: InLab,
      answer: RegisterAnswer,
      handle: async ({ params, actor }) => {
        const scene = await labs.scene(params.lab)
        const ids = mayRead(actor)
          ? [...scene.lab.people.values()].filter((person) => !person.erased).map((person) => person.id)
          : actor?.person
            ? [actor.person]
            : []
        return { json: { people: ids.flatMap((id) => recordOf(scene, id, id === actor?.person)) } }
      },
    }),
    operation({
      id: 'checkPeople',
      method: 'post',
      path: '/labs/:lab/register/check',
      summary: 'What a CSV of people would bring in; stores nothing',
      allowed: ['organiser'],
      params: InLab,
      raw: CSV,
      answer: ImportPreview,
      handle: async ({ params, body }) => ({ json: await preview(params.lab, body) }),
    }),
    operation({
      id: 'importPeople',
      method: 'post',
      path: '/labs/:lab/register/import',
      summary: 'Bring in the people of a CSV',
      allowed: ['organiser'],
      params: InLab,
      query: ImportQuery,
      raw: CSV,
      answer: ImportAnswer,
      handle: async ({ params, query, body, actor }) => {
        if (!actor) throw new Refusal({ code: 'unknown_lab' })
        const { lab } = await labs.head(params.lab)
        // asked again, the answer is the one that was given: its rows are in the lab now and would look like doubles
        const known = lab.receipts.get(query.id)
        const read = known ? null : await preview(params.lab, body)
        if (read && read.bad.length > 0 && query.keep === 'all') throw new Refusal({ code: 'rows_bad' }, { rows: read.bad })
        if (read && read.good.length === 0) throw new Refusal({ code: 'nothing_to_do', field: 'file' }, { rows: read.bad })
        if (known) return { json: { seq: known.answer.seq, people: known.answer['people'], left: [] } }
        const outcome = await labs.perform(params.lab, { id: query.id, type: 'addPeople', people: read ? peopleOf(read) : [] }, actor)
        if (!outcome.ok) throw new Refusal(outcome.rejection)
        return { json: { seq: outcome.answer.seq, people: outcome.answer['people'], left: read ? [...read.bad, ...read.skipped] : [] } }
      },
    }),
    operation({
      id: 'getInvites',
      method: 'get',
      path: '/labs/:lab/invites',
      summary: 'Links of all invites in force',
      allowed: ADMIT,
      params: InLab,
      answer: InvitesAnswer,
      handle: async ({ params, actor }) => ({ json: await invites(params.lab, actor) }),
    }),
    operation({
      id: 'getInvitesCsv',
      method: 'get',
      path: '/labs/:lab/invites.csv',
      summary: 'Invites for a mail merge',
      allowed: ADMIT,
      params: InLab,
      produces: 'text/csv',
      handle: async ({ params, language, actor }) => {
        const header = language === 'it' ? ['nome', 'e-mail', 'link'] : ['name', 'email', 'link']
        const rows = (await invites(params.lab, actor)).invites.map(({ name, email, link }) => [name, email ?? '', link])
        return {
          file: csvOf([header, ...rows], 'spreadsheet'),
          contentType: 'text/csv; charset=utf-8',
          name: language === 'it' ? 'inviti.csv' : 'invites.csv',
        }
      },
    }),
    operation({
      id: 'getInviteQr',
      method: 'get',
      path: '/labs/:lab/invites/:person/qr.svg',
      summary: 'A person’s invite as a QR code',
      allowed: ADMIT,
      params: z.strictObject({ lab: LabId, person: z.union([PersonId, z.literal('common')]) }),
      produces: 'image/svg+xml',
      handle: async ({ params, actor }) => {
        const all = await invites(params.lab, actor)
        const link = params.person === 'common' ? all.common : all.invites.find((one) => one.person === params.person)?.link
        if (link === undefined || link === null) throw new Refusal({ code: 'unknown_person', field: 'person' })
        return { file: renderSVG(link, { border: 2 }), contentType: 'image/svg+xml' }
      },
    }),
    operation({
      id: 'sendInvites',
      method: 'post',
      path: '/labs/:lab/invites/send',
      summary: 'Send invites by e-mail (where SMTP is set)',
      allowed: ['organiser'],
      params: InLab,
      body: SendInvites,
      answer: SentInvites,
      handle: async ({ params, body, actor }) => {
        if (!mailer) throw refuse('mail_not_configured')
        const { lab } = await labs.head(params.lab)
        const all = (await invites(params.lab, actor)).invites
        const sent: string[] = []
        const failed: z.infer<typeof SentInvites>['failed'] = []
        for (const person of body.people) {
          const invite = all.find((one) => one.person === person)
          if (!invite) failed.push({ person, problem: { it: 'Non ha un invito in vigore.', en: 'Has no invite in force.' } })
          else if (invite.email === null)
            failed.push({ person, problem: { it: 'Non ha un indirizzo e-mail.', en: 'Has no e-mail address.' } })
          else
            try {
              await mailer.send({ to: invite.email, ...letter(lab, invite.name, invite.link, conducts(lab, person)) })
              sent.push(person)
            } catch (error) {
              logger.warn({ code: (error as { code?: string }).code }, 'mail refused')
              failed.push({
                person,
                problem: {
                  it: 'Il server di posta non l’ha accettato: riprova più tardi.',
                  en: 'The mail server did not take it: try again later.',
                },
              })
            }
        }
        return { json: { sent, failed } }
      },
    }),
  ]
}

const conducts = (lab: Lab, person: string): boolean =>
  lab.people.get(person)?.roles.some((role) => role === 'organiser' || role === 'facilitator') ?? false

/** The letter that carries an invite, in the lab's language; `toConsole` for whoever conducts or organises. */
function letter(lab: Lab, name: string, link: string, toConsole: boolean): { subject: string; text: string } {
  const open = {
    it: toConsole
      ? 'Aprilo da un computer: porta alla console, da cui il laboratorio si prepara e si conduce. Ti riconosce, non serve registrarsi. Conservalo, perché è anche la via per tornare. Vale solo per te, non inoltrarlo.'
      : 'Aprilo dal computer o dal telefono: ti riconosce, non serve registrarsi. Vale solo per te, non inoltrarlo.',
    en: toConsole
      ? 'Open it on a computer: it leads to the console, from which the lab is prepared and conducted. It knows who you are, there is nothing to sign up for. Keep it, since it is also the way back. It is yours alone, please do not forward it.'
      : 'Open it on a computer or a phone: it knows who you are, there is nothing to sign up for. It is yours alone, please do not forward it.',
  }
  return lab.language === 'it'
    ? {
        subject: `Il tuo invito a «${lab.title}»`,
        text: `Ciao ${name},\n\nquesto è il tuo invito personale a «${lab.title}»:\n\n${link}\n\n${open.it}\n`,
      }
    : {
        subject: `Your invite to “${lab.title}”`,
        text: `Hello ${name},\n\nthis is your personal invite to “${lab.title}”:\n\n${link}\n\n${open.en}\n`,
      }
}
