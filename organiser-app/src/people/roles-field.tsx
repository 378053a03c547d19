import type { JSX } from 'preact'
import { type Role, ROLES } from '@telaio/shared/lab'
import { say } from '@telaio/shared/ui'
import { roleWords } from '../shell/words.ts'
import { switchRole } from './people-facts.ts'
import { peopleWords as our } from './words.ts'

export interface RolesFieldProps {
  readonly roles: readonly Role[]
  readonly onChange: (roles: Role[]) => void
  /** Roles that may be given here. */
  readonly among?: readonly Role[]
  readonly frozen?: boolean
}

export function RolesField({ roles, onChange, among = ROLES, frozen = false }: RolesFieldProps): JSX.Element {
  return (
    <fieldset class="ticks">
      <legend>{say(our.roles)}</legend>
      {among.map((role) => (
        <label key={role}>
          <input type="checkbox" checked={roles.includes(role)} disabled={frozen} onChange={() => onChange(switchRole(roles, role))} />
          <span class="capital">{say(roleWords[role])}</span>
        </label>
      ))}
      <p class="hint">{say(our.rolesHint)}</p>
    </fieldset>
  )
}
