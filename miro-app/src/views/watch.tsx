import { useSignalEffect } from '@preact/signals'
import { pause } from '@telaio/shared/client'
import { createDriveNews, createTimeNotices } from '@telaio/shared/conduct'
import { count, driveNewsText, say, timeLeft } from '@telaio/shared/ui'
import type { RoomsItem } from '@telaio/shared/view'
import { useMemo, useRef } from 'preact/hooks'
import { blockOf } from '@telaio/shared/conduct'
import { createArrivals } from '../lab/arrivals.ts'
import { isPlacing } from '../lab/boards.ts'
import { createNews } from '../lab/news.ts'
import { usePanel } from '../panel/context.ts'
import { boardWords } from '../words/board.ts'
import { conductWords, stageWords } from '../words/conduct.ts'
import { groupWords } from '../words/groups.ts'
import { harvestWords } from '../words/harvest.ts'
import { panelWords } from '../words/panel.ts'
import { groupName, groupNameById } from './parts/group-name.ts'

const NOTICES = { five: conductWords.fiveLeft, one: conductWords.oneLeft, up: conductWords.timeUp }

const ROOM_NEWS: readonly RoomsItem['stage'][] = ['requested', 'creating', 'open', 'failed', 'closed']

/** Shows nothing: says, to those who listen and not too often, what comes by itself. */
export function Watch(): null {
  const { lab, meeting, here, second, host, announce, tell } = usePanel()
  const { items } = lab
  const arrivals = useMemo(
    () =>
      createArrivals({
        wait: pause,
        tell: (groups) => {
          const number = meeting.value?.number ?? 0
          const list = groups
            .map(([key, n]) => `${groupName(items.groups.value, number, key)}, ${count(n, panelWords.notesOne, panelWords.notesMany)}`)
            .join('; ')
          announce(say(groupWords.arrivals, { list }))
        },
      }),
    [],
  )
  useSignalEffect(() => {
    const number = meeting.value?.number
    if (number === undefined) return
    arrivals(
      `${lab.id.value} ${number}`,
      Object.values(items.notes.value).filter((note) => note.meeting === number),
    )
  })

  /** Whose news it is: nobody's while the view is on its way, since what it brings has been so before. */
  const place = (): string => (lab.lab.value === null ? '' : (lab.id.value ?? ''))

  // a call for help is said over the board too: whoever conducts looks there, not here
  const helps = useMemo(() => createNews<string>(), [])
  useSignalEffect(() => {
    const asked = Object.values(items.helps.value).filter((help) => help.status === 'asked')
    const groups = items.groups.peek()
    for (const id of helps(
      place(),
      asked.map(({ id: of }) => of),
    )) {
      const call = items.helps.peek()[id]
      if (!call) continue
      const text = say(conductWords.helpOf, { group: groupNameById(groups, call.group) })
      announce(text)
      void host.notify(text).catch(() => undefined)
    }
  })

  const joins = useMemo(() => createNews<string>(), [])
  useSignalEffect(() => {
    for (const id of joins(place(), Object.keys(items.joins.value)))
      announce(say(conductWords.atTheDoor, { name: items.joins.peek()[id]?.name ?? '' }))
  })

  // how far rooms have come, on whatever part of the panel one is; not each of Zoom's small steps
  const rooms = useMemo(() => createNews<string>(), [])
  useSignalEffect(() => {
    const all = Object.values(items.rooms.value)
    for (const id of rooms(
      place(),
      all.map(({ request, stage }) => `${request} ${stage}`),
    )) {
      const stage = all.find((one) => `${one.request} ${one.stage}` === id)?.stage
      if (stage !== undefined && ROOM_NEWS.includes(stage)) announce(say(stageWords[stage]))
    }
  })

  // what was asked of the board and has ended since
  const working = useRef(new Set<string>())
  useSignalEffect(() => {
    const before = working.current
    const now = new Set<string>()
    for (const placement of Object.values(items.placements.value)) if (isPlacing(placement)) now.add(`place ${placement.area}`)
    for (const board of Object.values(items.boards.value)) if (board.reading && board.id === here.value) now.add('read')
    working.current = now
    for (const one of before)
      if (!now.has(one)) {
        const placement = items.placements.peek()[one.slice('place '.length)]
        if (one === 'read') tell(say(harvestWords.ended))
        else if (placement?.status === 'done') tell(say(boardWords.placedNow))
      }
  })

  // seen by both sides, and by everybody else who conducts; read once, as all that is told
  const drives = useMemo(() => createDriveNews(), [])
  useSignalEffect(() => {
    const open = Object.values(items.meetings.value).find(({ status }) => status === 'open') ?? null
    const news = drives(open, lab.me.value?.person ?? null)
    if (news) tell(driveNewsText(news, (person) => items.people.peek()[person]?.name ?? ''))
  })

  const line = useRef('live')
  useSignalEffect(() => {
    const is = lab.line.value
    if (is === 'live' && line.current === 'waiting') announce(say(panelWords.lineBack))
    line.current = is
  })

  // at five minutes, at one and at the end, and not otherwise
  const notices = useMemo(() => createTimeNotices(), [])
  useSignalEffect(() => {
    const block = meeting.value ? blockOf(items.blocks.value, meeting.value.number, meeting.value.current) : null
    const notice = notices(block && `${block.meeting}/${block.id}`, timeLeft(block?.run ?? null, second.value))
    if (notice) announce(say(NOTICES[notice]))
  })
  return null
}
