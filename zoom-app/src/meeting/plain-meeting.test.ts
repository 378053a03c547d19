import { describe, expect, it, vi } from 'vitest'
import { findMeeting } from './find-meeting.ts'
import { createPlainMeeting } from './plain-meeting.ts'
import { meetingContract } from './testing/contract.ts'

meetingContract('plain browser', () => Promise.resolve({ meeting: createPlainMeeting() }))

describe('finding the meeting', () => {
  it('[MT20] a page opened by an invite never asks for Zoom', async () => {
    const findZoom = vi.fn()
    expect(await findMeeting({ path: '/join/', findZoom })).toMatchObject({ meeting: { kind: 'none' }, silent: false })
    expect(findZoom).not.toHaveBeenCalled()
  })

  it('[MT21] where no Zoom client answers, Zoom’s own address is a plain page that says so', async () => {
    const findZoom = () => Promise.reject(new Error('The Zoom Apps SDK is not supported by this browser'))
    expect(await findMeeting({ path: '/zoom/', findZoom })).toMatchObject({ meeting: { kind: 'none' }, silent: true })
  })
})
