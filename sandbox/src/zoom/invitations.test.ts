import { describe, expect, it } from 'vitest'
import { createScene, setRooms } from './testing.ts'

describe('invitations', () => {
  it('[ZS90] reach the people named, in the names the SDK gives them on the wire', () => {
    const { person } = createScene()
    const [host, anna, bice] = [person('Host', 'host'), person('Anna'), person('Bice')]
    host.ask('sendAppInvitation', { user_UUID_list: [anna.attendee.participantUUID], messageText: 'Vieni', primaryButtonText: 'Open' })
    expect(anna.shown).toEqual([{ show: 'invitation', from: 'Host', text: 'Vieni', yes: 'Open', no: null }])
    expect(bice.shown).toEqual([])
  })

  it('[ZS91] to more than ten are 10028, to nobody 10026', () => {
    const { person } = createScene()
    const host = person('Host', 'host')
    expect(host.refusal('sendAppInvitation', { user_UUID_list: Array.from({ length: 11 }, (_, i) => `U${i}`) })).toBe('10028')
    expect(host.refusal('sendAppInvitation', { user_UUID_list: ['nobody'] })).toBe('10026')
  })

  it('[ZS92] reach only the sender’s own room', () => {
    const { person } = createScene()
    const [host, anna, bice] = [person('Host', 'host'), person('Anna'), person('Bice')]
    setRooms(host, { One: [anna, bice] })
    host.ask('sendAppInvitationToAllParticipants')
    expect(anna.shown).toEqual([])
    anna.ask('sendAppInvitationToAllParticipants')
    expect(bice.shown).toMatchObject([{ show: 'invitation', from: 'Anna' }])
    expect(anna.shown).toEqual([])
  })

  it('[ZS93] the dialog is the sender’s own, with words of at most 40 and 90 characters', () => {
    const { person } = createScene()
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    expect(anna.refusal('showAppInvitationDialog', { dialogHeading: 'x'.repeat(41) })).toBe('10257')
    expect(anna.refusal('showAppInvitationDialog', { messageText: 'x'.repeat(91) })).toBe('10258')
    anna.ask('showAppInvitationDialog', { dialogHeading: 'Chi invitiamo?' })
    expect(anna.shown).toEqual([{ show: 'inviting', heading: 'Chi invitiamo?', text: null }])
    expect(host.shown).toEqual([])
  })
})

describe('the client’s own screen', () => {
  it('[ZS94] notifications, addresses and the panel’s size go to the caller’s screen', () => {
    const { person } = createScene()
    const anna = person('Anna')
    anna.ask('showNotification', { type: 'info', title: 'Ciao', message: 'Si comincia' })
    anna.ask('openUrl', { url: 'https://example.org/' })
    anna.ask('expandApp', { action: 'expand' })
    expect(anna.shown).toEqual([
      { show: 'notification', type: 'info', title: 'Ciao', message: 'Si comincia' },
      { show: 'url', url: 'https://example.org/' },
      { show: 'panel', size: 'expand' },
    ])
    expect(anna.refusal('openUrl', { url: 'javascript:alert(1)' })).toBe('10001')
  })
})
