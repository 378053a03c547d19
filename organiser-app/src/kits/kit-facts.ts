import type { KitList } from '@telaio/shared/api'
import { count, say } from '@telaio/shared/ui'
import { kitsWords as our } from './words.ts'

type Facts = Pick<KitList['kits'][number], 'meetings' | 'minutes' | 'people' | 'projectGroups'>

/** A kit's size in one line: meetings, minutes, people, groups. */
export const kitFacts = ({ meetings, minutes, people, projectGroups }: Facts): string =>
  [
    `${count(meetings, our.meetingsOne, our.meetingsMany)} ${say(our.eachMinutes, { n: minutes })}`,
    say(our.people, { n: people }),
    projectGroups === 0 ? say(our.groupsNone) : count(projectGroups, our.groupsOne, our.groupsMany),
  ].join(' · ')
