import { describe, expect, it } from 'vitest'
import { sealAppContext } from './app-context.ts'
import { createScene, openAppContext, setRooms } from './testing.ts'

describe('signed app contexts', () => {
  it('[ZS1] are laid out and encrypted as Zoom does, byte for byte', () => {
    // The plaintext's key order is part of the vector.
    const context = {
      typ: 'meeting',
      uid: 'UIhTkdB5Q123456789',
      mid: 'wceIoD0lTySwype123456789',
      ts: 1649352560312,
      exp: 1649352680312,
    } as const
    const salt = { iv: Buffer.from('000102030405060708090a0b', 'hex'), aad: Buffer.from('aad-fixed-16byte', 'ascii') }
    expect(sealAppContext(context, 'test-client-secret-0123456789', salt)).toBe(
      'DAABAgMEBQYHCAkKCxAAYWFkLWZpeGVkLTE2Ynl0ZXQAAADNz-1AZHxiYg2TBmouyJx03YSoG6BDWXnJDPYPbkIxhGwMvCpPZA5RUhMD1Frd2PDy-fnT6JKpZCrQKMrT5cCaTvpKJ447cqs6Ah9zMmb22RH8YXolQSE-mv-jfk-k5Sfzov0y9YJkJ30iIEdgu2eEm2rG85LcBeyF95JO9CVJ3j-c3rY',
    )
  })

  it('[ZS1] take a fresh iv and aad each time', () => {
    const context = { typ: 'meeting', mid: 'm==', ts: 1, exp: 2 } as const
    const [one, two] = [sealAppContext(context, 's'), sealAppContext(context, 's')]
    expect(one).not.toBe(two)
    expect(openAppContext(one, 's')).toEqual(openAppContext(two, 's'))
  })

  it('[ZS2] say who, where and until when, 120 seconds by default', () => {
    const { person, clock, live } = createScene()
    const anna = person('Anna')
    expect(anna.context()).toEqual({
      typ: 'meeting',
      uid: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/),
      mid: live.meeting.uuid,
      attendrole: 'participant',
      entitlements: [],
      iss: 'marketplace.zoom.us',
      aud: 'sandbox-client',
      ts: clock.now(),
      exp: clock.now() + 120_000,
    })
  })

  it('[ZS3] inside a room: mid is the room, pid the meeting, bmid the id of the list', () => {
    const { person, live } = createScene()
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    const [room] = setRooms(host, { One: [anna] })
    expect(anna.context()).toMatchObject({ mid: live.meeting.rooms[0]?.uuid, pid: live.meeting.uuid, bmid: room })
    expect(host.context()).not.toHaveProperty('pid')
  })

  it('[ZS3] may keep the place where the app was opened (switch contextFollowsRoom)', () => {
    const { person, live } = createScene()
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    live.meeting.quirks = { ...live.meeting.quirks, contextFollowsRoom: false }
    setRooms(host, { One: [anna] })
    expect(anna.context()).toMatchObject({ mid: live.meeting.uuid })
    expect(anna.context()).not.toHaveProperty('pid')
  })

  it('[ZS4] a guest has no uid', () => {
    const { person } = createScene()
    expect(person('Gino', 'guest').context()).not.toHaveProperty('uid')
  })

  it('[ZS4] a person keeps the uid from meeting to meeting; another person or another data directory has another', () => {
    const scene = createScene()
    const anna = scene.person('Anna').context().uid
    expect(scene.another('987654321').person('Anna').context().uid).toBe(anna)
    expect(scene.person('Bice').context().uid).not.toBe(anna)
    expect(createScene({}, { clientId: 'sandbox-client', clientSecret: 'another' }).person('Anna').context().uid).not.toBe(anna)
  })

  it('[ZS5] spell roles host, co-host and participant', () => {
    const { person } = createScene()
    expect(
      [person('Host', 'host'), person('Carla', 'coHost'), person('Anna'), person('Gino', 'guest')].map((one) => one.context().attendrole),
    ).toEqual(['host', 'co-host', 'participant', 'participant'])
  })

  it('[ZS6] carry the invitation that opened the app, for five minutes', () => {
    const { person, clock } = createScene()
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    const { invitationUUID } = host.ask<{ invitationUUID: string }>('sendAppInvitationToAllParticipants')
    expect(anna.context().iid).toBe(invitationUUID)
    clock.pass(5 * 60_000)
    expect(anna.context()).not.toHaveProperty('iid')
  })
})
