import * as z from 'zod'
import type { Call } from './call.ts'
import { othersHere } from './opening.ts'
import { answer, type Outcome, refuse, success } from './refusals.ts'
import type { Act, Attendee } from './state.ts'

/** How long the invitation's id stands in the contexts of who was invited (§1.3). */
const invitationLivesMs = 5 * 60_000

interface Wording {
  readonly messageText?: string | undefined
  readonly primaryButtonText?: string | undefined
  readonly secondaryButtonText?: string | undefined
}

// The SDK renames participantUUIDs and participants on the way (§2.3).
const SendOptions = z.object({
  user_UUID_list: z.array(z.string()).optional(),
  user_list: z.array(z.union([z.string(), z.number()])).optional(),
  messageText: z.string().optional(),
  primaryButtonText: z.string().optional(),
  secondaryButtonText: z.string().optional(),
})

export function sendAppInvitation({ act, me }: Call, data: unknown): Outcome {
  const read = SendOptions.safeParse(data)
  if (!read.success) return refuse('10026')
  const byUuid = new Set(read.data.user_UUID_list)
  const byId = new Set(read.data.user_list?.map(String))
  if (byUuid.size + byId.size > 10) return refuse('10028')
  const invited = othersHere(act, me).filter((one) => byUuid.has(one.participantUUID) || byId.has(String(one.participantId)))
  if (invited.length === 0) return refuse('10026')
  return answer({ invitationUUID: invite(act, me, invited, read.data) })
}

export const sendAppInvitationToAllParticipants = ({ act, me }: Call): Outcome => answer({ invitationUUID: inviteEveryoneHere(act, me) })

/** In a breakout room an invitation reaches that room alone (§1.3). */
export const inviteEveryoneHere = (act: Act, me: Attendee): string => invite(act, me, othersHere(act, me), {})

function invite(act: Act, me: Attendee, invited: readonly Attendee[], words: Wording): string {
  const uuid = act.ids.invitationUuid()
  for (const one of invited) {
    one.invitation = { uuid, until: act.now() + invitationLivesMs }
    act.show(one, {
      show: 'invitation',
      from: me.name,
      text: words.messageText ?? null,
      yes: words.primaryButtonText ?? null,
      no: words.secondaryButtonText ?? null,
    })
  }
  return uuid
}

const DialogOptions = z.object({ dialogHeading: z.string().optional(), messageText: z.string().optional() })

/** Only opens the client's dialog: whom to invite is the person's choice. */
export function showAppInvitationDialog({ showHere }: Call, data: unknown): Outcome {
  const read = DialogOptions.safeParse(data ?? {})
  if (!read.success) return refuse('10001')
  const { dialogHeading = null, messageText = null } = read.data
  if (dialogHeading !== null && dialogHeading.length > 40) return refuse('10257')
  if (messageText !== null && messageText.length > 90) return refuse('10258')
  showHere({ show: 'inviting', heading: dialogHeading, text: messageText })
  return success
}
