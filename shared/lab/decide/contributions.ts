import type { Block, Zone } from '../../kit/index.ts'
import { FEWEST_BALLOTS, isBallot, isShared, misfit } from '../answer.ts'
import { boardOf } from '../board.ts'
import type { DecidableOf } from '../commands.ts'
import type { NewEvent } from '../events.ts'
import type { Contribution, Lab } from '../lab.ts'
import { isUsable, kitBlock, kitMeeting, kitZone } from '../lab.ts'
import { groupIdOf, meetingArea } from '../places.ts'
import type { Result } from '../rejection.ts'
import { accept, reject } from '../rejection.ts'
import { type Actor, hasRole } from '../roles.ts'
import { belongs, currentGroup, type Context, type Deciders, type Decision } from './context.ts'

/** True where this client wrote the note: by name, or by the key of a note without author. */
export const isAuthor = (note: Contribution, actor: Actor): boolean =>
  (note.author !== null && note.author === actor.person) || (note.editKey !== null && actor.editKeys.includes(note.editKey))

/** The block a note belongs to when its sender names none: the running one, else the last that was started and has the zone. */
function blockFor(lab: Lab, meeting: number, zone: string): Block | undefined {
  const state = lab.meetings[meeting]
  const having = (kitMeeting(lab, meeting)?.agenda ?? []).filter((block) => block.zones.includes(zone))
  return having.find((block) => block.id === state?.current) ?? having.filter((block) => state?.runs[block.id]).at(-1)
}

/** What is wrong with the group that a note names for its block. */
function groupFault(lab: Lab, actor: Actor, meeting: number, key: string, block: Block): ReturnType<typeof reject> | null {
  // whoever is in a group writes there: `all` is for blocks without groups, for people in none yet, and for those who conduct
  if (key === 'all')
    return currentGroup(lab, actor.person, meeting, block.id) === 'all' || hasRole(actor, 'facilitator')
      ? null
      : reject('unknown_group', 'group', { group: key })
  const { grouping } = block
  const fits = grouping.groups === 'project' ? key.startsWith('g') : grouping.groups === 'mixed' && key.startsWith(`x${grouping.moment}-`)
  if (!fits || !lab.groups.has(groupIdOf(meeting, key))) return reject('unknown_group', 'group', { group: key })
  return hasRole(actor, 'facilitator') || belongs(lab, actor.person, meeting, key) ? null : reject('not_in_group', 'group', { group: key })
}

/** Where one group votes alone, nobody else does. */
function voterFault(lab: Lab, actor: Actor, meeting: number, zone: string): ReturnType<typeof reject> | null {
  const id = lab.voters.get(`${meeting}/${zone}`)
  const voters = id === undefined ? undefined : lab.groups.get(id)
  return !voters || belongs(lab, actor.person, meeting, voters.key) ? null : reject('not_in_group', 'group', { group: voters.key })
}

/** True where what the source's zone led to is this zone: whoever writes here was shown it. */
const carriedHere = (lab: Lab, source: Contribution, meeting: number, zone: string): boolean =>
  source.meeting < meeting &&
  lab.meetings[source.meeting]?.closedAt != null &&
  kitZone(lab, source.meeting, source.zone)?.leadsTo.some((lead) => lead.to === 'zone' && lead.zone === zone) === true

const answerFault = (
  lab: Lab,
  command: DecidableOf<'contribute' | 'editContribution'>,
  meeting: number,
  zone: Zone,
  late: boolean,
): ReturnType<typeof reject> | null => {
  const unfit = misfit(command.sent, zone.answer)
  if (unfit) return reject('answer_unfit', unfit.field, { because: unfit.because })
  const targets =
    command.sent.type === 'votes' ? Object.keys(command.sent.dots) : command.sent.type === 'rating' ? Object.keys(command.sent.scores) : []
  const on = 'on' in zone.answer ? zone.answer.on : ''
  const voters = lab.voters.get(`${meeting}/${zone.id}`)
  const chosen = lab.voteNotes.get(`${meeting}/${zone.id}`)
  if (command.sent.type === 'consent' && command.sent.about !== undefined) targets.push(command.sent.about)
  const stranger = targets.find((id) => {
    const note = lab.contributions.get(id)
    // a note that went while the ballot was on its way is no fault of the voter's (CMD8)
    return (
      !note ||
      (chosen ? !chosen.includes(id) : note.zone !== on) ||
      note.private ||
      (voters !== undefined && groupIdOf(note.meeting, note.group) !== voters) ||
      (!late && !isUsable(note))
    )
  })
  return stranger === undefined ? null : reject('unknown_contribution', 'answer', { contribution: stranger })
}

function contribute(lab: Lab, command: DecidableOf<'contribute'>, { actor, newId }: Context): Result<Decision> {
  const { meeting, zone: zoneId } = command
  const state = lab.meetings[meeting]
  if (!state) return reject('unknown_meeting', 'meeting', { meeting })
  if (state.status === 'planned') return reject('meeting_not_open', 'meeting', { meeting })
  const zone = kitZone(lab, meeting, zoneId)
  if (!zone) return reject('unknown_zone', 'zone', { zone: zoneId })
  const block = command.block === undefined ? blockFor(lab, meeting, zoneId) : kitBlock(lab, meeting, command.block)
  if (!block)
    return command.block === undefined
      ? reject('block_not_started', 'zone', { zone: zoneId })
      : reject('unknown_block', 'block', { block: command.block })
  if (!block.zones.includes(zoneId)) return reject('zone_not_in_block', 'zone', { zone: zoneId, block: block.id })
  const run = state.runs[block.id]
  if (!run) return reject('block_not_started', 'block', { block: block.id })
  if (command.lane !== undefined && !zone.lanes?.some((lane) => lane.id === command.lane))
    return reject('answer_unfit', 'lane', { because: 'unknown-option' })
  const group = command.group ?? currentGroup(lab, actor.person, meeting, block.id)
  const late = state.status === 'closed' || run.status === 'ended'
  const fault =
    groupFault(lab, actor, meeting, group, block) ??
    voterFault(lab, actor, meeting, zoneId) ??
    answerFault(lab, command, meeting, zone, late)
  if (fault) return fault
  const anonymous = command.anonymous !== undefined
  if (anonymous && !zone.mayBeAnonymous) return reject('not_anonymous', 'anonymous', { zone: zoneId })
  if (command.derivedFrom !== undefined) {
    const source = lab.contributions.get(command.derivedFrom)
    const readable =
      source &&
      (isUsable(source) || (late && !source.private && !source.redacted)) &&
      (source.shared ||
        source.plenary ||
        carriedHere(lab, source, meeting, zoneId) ||
        hasRole(actor, 'facilitator') ||
        belongs(lab, actor.person, source.meeting, source.group))
    if (!readable) return reject('unknown_contribution', 'derivedFrom')
  }
  const ballot = isBallot(zone.answer.type)
  if (ballot && !anonymous) {
    const earlier = lab.ballots.get(`${meeting}/${zoneId}|${actor.person}`)
    if (earlier !== undefined)
      return accept({
        events: [{ type: 'contributionEdited', body: { contribution: earlier, answer: command.answer } }],
        answer: { contribution: earlier },
      })
  }
  const contribution = newId('con')
  const event: NewEvent = {
    type: 'contributed',
    body: {
      contribution,
      meeting,
      group,
      zone: zoneId,
      block: block.id,
      answer: command.answer,
      author: anonymous ? null : actor.person,
      // a ballot stays secret until a facilitator reveals the count; other notes as their author or the block says
      private: ballot || (command.private ?? block.writing === 'private-first'),
      late,
      ...(command.lane === undefined ? {} : { lane: command.lane }),
      ...(command.anonymous === undefined ? {} : { editKey: command.anonymous }),
      ...(command.writtenAt === undefined || anonymous ? {} : { writtenAt: command.writtenAt }),
      ...(command.derivedFrom === undefined ? {} : { derivedFrom: command.derivedFrom }),
    },
    // no author and no time of its own: the block's beginning is all that is kept
    ...(anonymous ? { actor: null, at: run.startedAt } : {}),
  }
  return accept({ events: [event], answer: { contribution } })
}

const trace = (note: Contribution): Pick<NewEvent, 'actor' | 'at'> =>
  note.author === null && note.editKey !== null ? { actor: null, at: note.at } : {}

const isTooFew = (zone: string, unseen: readonly Contribution[]): boolean =>
  unseen.filter((note) => note.zone === zone).length < FEWEST_BALLOTS

/** A result belongs on the board: where the meeting's area stands, it is placed again. One that is being placed takes it along. */
function placedAnew(lab: Lab, meeting: number): NewEvent[] {
  const area = meetingArea(meeting)
  const placement = lab.placements.get(area)
  const board = boardOf(lab, area)
  return placement?.status === 'done' && board !== undefined && placement.board === board.id
    ? [{ type: 'placementRequested', body: { area, board: board.id } }]
    : []
}

function reveal(lab: Lab, { meeting, contributions, zone, group }: DecidableOf<'revealNotes'>, actor: Actor): Result<Decision> {
  if (!lab.meetings[meeting]) return reject('unknown_meeting', 'meeting', { meeting })
  let chosen: Contribution[]
  const ballots = (note: Contribution): boolean => isBallot(note.answer.type)
  if (contributions) {
    chosen = []
    for (const [i, id] of contributions.entries()) {
      const note = lab.contributions.get(id)
      if (!note || note.meeting !== meeting) return reject('unknown_contribution', `contributions.${i}`)
      if (!isAuthor(note, actor)) return reject('not_yours', `contributions.${i}`)
      const type = kitZone(lab, note.meeting, note.zone)?.answer.type
      if (type !== undefined && isBallot(type)) return reject('forbidden', `contributions.${i}`)
      chosen.push(note)
    }
    // in one line of the log they would say whose the anonymous ones are
    if (new Set(chosen.map((note) => note.author === null)).size > 1 || chosen.filter((note) => note.author === null).length > 1)
      return reject('reveal_apart', 'contributions')
  } else {
    if (!hasRole(actor, 'facilitator')) return reject('forbidden', 'contributions')
    // a count is everybody's: asked for by its zone, it is shown whole; it is not revealed with one group's notes
    chosen = [...lab.contributions.values()].filter(
      (note) =>
        note.meeting === meeting &&
        (zone === undefined || note.zone === zone) &&
        (group === undefined || (ballots(note) ? zone !== undefined : note.group === group)),
    )
  }
  const unseen = chosen.filter((note) => note.private && !note.withdrawn && !note.redacted)
  const few = new Set(unseen.filter(ballots).flatMap(({ zone: id }) => (isTooFew(id, unseen) ? [id] : [])))
  const ids = unseen
    .filter((note) => !few.has(note.zone))
    .map((note) => note.id)
    .sort()
  if (ids.length === 0) return few.size > 0 ? reject('too_few_ballots', 'zone', { least: FEWEST_BALLOTS }) : reject('nothing_to_do')
  const own = chosen.find((note) => contributions && note.author === null)
  const counted = unseen.some((note) => ballots(note) && !few.has(note.zone))
  return accept({
    events: [
      { type: 'contributionsRevealed', body: { contributions: ids }, ...(own ? trace(own) : {}) },
      ...(counted ? placedAnew(lab, meeting) : []),
    ],
  })
}

/** Notes: writing, correcting, taking back, revealing, showing in plenary, hiding. */
export const contributionDeciders = {
  contribute,
  editContribution: (lab, command, { actor }) => {
    const note = lab.contributions.get(command.contribution)
    if (!note) return reject('unknown_contribution', 'contribution')
    const zone = kitZone(lab, note.meeting, note.zone)
    if (!zone) return reject('unknown_zone', 'contribution', { zone: note.zone })
    const ours =
      isShared(zone.answer.type) && !note.private && (belongs(lab, actor.person, note.meeting, note.group) || hasRole(actor, 'facilitator'))
    if (!isAuthor(note, actor) && !ours) return reject('not_yours', 'contribution')
    if (note.withdrawn) return reject('already_withdrawn', 'contribution')
    if (note.redacted) return reject('already_redacted', 'contribution')
    return (
      answerFault(lab, command, note.meeting, zone, true) ??
      accept({ events: [{ type: 'contributionEdited', body: { contribution: note.id, answer: command.answer }, ...trace(note) }] })
    )
  },
  withdrawContribution: (lab, { contribution }, { actor }) => {
    const note = lab.contributions.get(contribution)
    if (!note) return reject('unknown_contribution', 'contribution')
    if (!isAuthor(note, actor)) return reject('not_yours', 'contribution')
    if (note.withdrawn) return reject('already_withdrawn', 'contribution')
    return accept({ events: [{ type: 'contributionWithdrawn', body: { contribution }, ...trace(note) }] })
  },
  settleCommitment: (lab, { contribution, status }, { actor }) => {
    const note = lab.contributions.get(contribution)
    if (!note || !isUsable(note)) return reject('unknown_contribution', 'contribution')
    if (note.answer.type !== 'commitments') return reject('no_commitment', 'contribution')
    if (!isAuthor(note, actor) && !belongs(lab, actor.person, note.meeting, note.group) && !hasRole(actor, 'facilitator', 'organiser'))
      return reject('not_yours', 'contribution')
    if ((note.settled ?? 'open') === status) return reject('nothing_to_do', 'status')
    return accept({ events: [{ type: 'commitmentSettled', body: { contribution, status } }] })
  },
  revealNotes: (lab, command, { actor }) => reveal(lab, command, actor),
  shareNotes: (lab, { meeting, contributions, zone }) => {
    if (!lab.meetings[meeting]) return reject('unknown_meeting', 'meeting', { meeting })
    const wanted = contributions?.map((id) => lab.contributions.get(id))
    const missing = wanted?.findIndex((note) => !note || note.meeting !== meeting || note.private) ?? -1
    if (missing >= 0) return reject('unknown_contribution', `contributions.${missing}`)
    const chosen = (wanted ??
      [...lab.contributions.values()].filter(
        (note) => note.meeting === meeting && (zone === undefined || note.zone === zone),
      )) as Contribution[]
    const ids = chosen
      .filter((note) => isUsable(note) && !note.shared)
      .map((note) => note.id)
      .sort()
    return ids.length === 0 ? reject('nothing_to_do') : accept({ events: [{ type: 'contributionsShared', body: { contributions: ids } }] })
  },
  hideContribution: (lab, { contribution }) => {
    const note = lab.contributions.get(contribution)
    if (!note || note.private || note.withdrawn) return reject('unknown_contribution', 'contribution')
    return note.hidden
      ? reject('already_hidden', 'contribution')
      : accept({ events: [{ type: 'contributionHidden', body: { contribution, hidden: true } }] })
  },
  unhideContribution: (lab, { contribution }) => {
    const note = lab.contributions.get(contribution)
    if (!note || note.withdrawn) return reject('unknown_contribution', 'contribution')
    return note.hidden
      ? accept({ events: [{ type: 'contributionHidden', body: { contribution, hidden: false } }] })
      : reject('not_hidden', 'contribution')
  },
} satisfies Partial<Deciders>
