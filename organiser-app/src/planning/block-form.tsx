import type { JSX } from 'preact'
import {
  type Block,
  BlockKind,
  BoardPart,
  changeBlock,
  Duty,
  type Grouping,
  type KitMeeting,
  nextMoment,
  type PlanKit,
  withKind,
} from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import type { Bilingual } from '@telaio/shared/words'
import { kindWords } from '../meetings/words.ts'
import { Field } from '../shell/field.tsx'
import { Steps } from './steps-field.tsx'
import { NOTHING, TwoLanguages } from './two-languages.tsx'
import { boardPartWords, dutyWords, planningWords as our } from './words.ts'

export interface BlockFormProps {
  readonly kit: PlanKit
  readonly meeting: KitMeeting
  readonly block: Block
  readonly onChange: (next: KitMeeting, step: string | null) => void
}

const without = <T extends object, K extends keyof T>(whole: T, key: K): Omit<T, K> => {
  const { [key]: _gone, ...rest } = whole
  return rest
}

/** All that there is to say of a block, each thing in the order in which one thinks of it: what, asked how, in which groups, written where, led by whom. */
export function BlockForm({ kit, meeting, block, onChange }: BlockFormProps): JSX.Element {
  const change = (field: string, next: (block: Block) => Block, typed = false) =>
    onChange(changeBlock(meeting, block.id, next), typed ? `${block.id} ${field}` : null)
  /** A text that may be left out goes when it is empty in both languages. */
  const optionalText = (field: 'prompt' | 'example') => (text: Bilingual) =>
    change(field, (one) => (text.it === '' && text.en === '' ? without(one, field) : { ...one, [field]: text }), true)
  return (
    <div class="block-form">
      <TwoLanguages
        name="title"
        label={say(our.title)}
        value={block.title}
        onChange={(title) => change('title', (one) => ({ ...one, title }), true)}
      />
      <div class="row">
        <Field name="kind" label={say(our.kind)}>
          {(props) => (
            <select
              {...props}
              value={block.kind}
              onChange={(event) => onChange(withKind(meeting, block.id, BlockKind.parse(event.currentTarget.value)), null)}
            >
              {BlockKind.options.map((kind) => (
                <option key={kind} value={kind}>
                  {say(kindWords[kind])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <GroupingFields meeting={meeting} block={block} onChange={onChange} />
      </div>
      <label class="tick-line">
        <input
          type="checkbox"
          checked={block.rooms}
          disabled={block.grouping.groups === 'none'}
          onChange={(event) => {
            const rooms = event.currentTarget.checked
            change('rooms', (one) => ({ ...one, rooms }))
          }}
        />
        {say(our.rooms)}
      </label>
      <TwoLanguages
        name="prompt"
        label={say(our.prompt)}
        rows={3}
        optional={block.zones.length === 0}
        value={block.prompt ?? NOTHING}
        onChange={optionalText('prompt')}
      />
      <Steps steps={block.steps} onChange={(steps, typed) => change('steps', (one) => ({ ...one, steps: [...steps] }), typed)} />
      <TwoLanguages
        name="example"
        label={say(our.example)}
        rows={2}
        optional
        value={block.example ?? NOTHING}
        onChange={optionalText('example')}
      />
      <fieldset class="ticks column">
        <legend>{say(our.writtenIn)}</legend>
        {meeting.canvas.zones.map(({ id, title }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={block.zones.includes(id)}
              onChange={(event) => {
                const ticked = event.currentTarget.checked
                const zones = meeting.canvas.zones.flatMap((zone) =>
                  (zone.id === id ? ticked : block.zones.includes(zone.id)) ? [zone.id] : [],
                )
                change('zones', (one) => ({ ...one, zones }))
              }}
            />
            <span>
              <span class="muted">{id}</span> {say(title)}
            </span>
          </label>
        ))}
      </fieldset>
      <div class="row">
        <Field name="writing" label={say(our.writing)}>
          {(props) => (
            <select
              {...props}
              value={block.writing}
              onChange={(event) => {
                const writing = event.currentTarget.value === 'open' ? 'open' : 'private-first'
                change('writing', (one) => ({ ...one, writing }))
              }}
            >
              <option value="open">{say(our.open)}</option>
              <option value="private-first">{say(our['private-first'])}</option>
            </select>
          )}
        </Field>
        {(kit.methods.length > 0 || block.method !== undefined) && (
          <Field name="method" label={say(our.method)}>
            {(props) => (
              <select
                {...props}
                value={block.method ?? ''}
                onChange={(event) => {
                  const method = event.currentTarget.value
                  change('method', (one) => (method === '' ? without(one, 'method') : { ...one, method }))
                }}
              >
                <option value="">{say(our.noMethod)}</option>
                {block.method !== undefined && !kit.methods.some(({ id }) => id === block.method) && (
                  <option value={block.method}>{block.method}</option>
                )}
                {kit.methods.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {say(title)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Field name="board" label={say(our.board)}>
          {(props) => (
            <select
              {...props}
              value={block.board ?? ''}
              onChange={(event) => {
                const part = BoardPart.safeParse(event.currentTarget.value)
                change('board', (one) => (part.success ? { ...one, board: part.data } : without(one, 'board')))
              }}
            >
              <option value="">{say(our.boardAuto)}</option>
              {BoardPart.options.map((part) => (
                <option key={part} value={part}>
                  {say(boardPartWords[part])}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <fieldset class="ticks">
        <legend>{say(our.lead)}</legend>
        <p class="hint">{say(our.leadHint)}</p>
        {Duty.options.map((duty) => (
          <label key={duty}>
            <input
              type="checkbox"
              checked={block.lead?.includes(duty) ?? false}
              onChange={(event) => {
                const ticked = event.currentTarget.checked
                const lead = Duty.options.filter((one) => (one === duty ? ticked : block.lead?.includes(one)))
                change('lead', (one) => (lead.length === 0 ? without(one, 'lead') : { ...one, lead }))
              }}
            />
            {say(dutyWords[duty])}
          </label>
        ))}
      </fieldset>
    </div>
  )
}

/** In which groups people are, and for mixed ones in which mixing of the meeting. Blocks of groups have theirs by their kind. */
function GroupingFields({ meeting, block, onChange }: Omit<BlockFormProps, 'kit'>): JSX.Element {
  const { grouping } = block
  const set = (next: Grouping) =>
    onChange(
      changeBlock(meeting, block.id, (one) => ({ ...one, grouping: next, rooms: next.groups === 'none' ? false : one.rooms })),
      null,
    )
  const fixed = block.kind === 'project-groups' || block.kind === 'mixed-groups'
  const last = nextMoment(meeting.agenda) - 1
  return (
    <>
      <Field name="grouping" label={say(our.grouping)}>
        {(props) => (
          <select
            {...props}
            disabled={fixed}
            value={grouping.groups}
            onChange={(event) => {
              const to = event.currentTarget.value
              set(to === 'mixed' ? { groups: 'mixed', moment: Math.max(1, last) } : { groups: to === 'project' ? 'project' : 'none' })
            }}
          >
            <option value="none">{say(our.groupsNone)}</option>
            <option value="project">{say(our.groupsProject)}</option>
            <option value="mixed">{say(our.groupsMixed)}</option>
          </select>
        )}
      </Field>
      {grouping.groups === 'mixed' && (
        <>
          <Field name="moment" label={say(our.moment)} hint={say(our.momentHint)}>
            {(props) => (
              <select
                {...props}
                value={String(grouping.moment)}
                onChange={(event) => set({ ...grouping, moment: Number(event.currentTarget.value) })}
              >
                {Array.from({ length: last }, (_none, i) => (
                  <option key={i} value={String(i + 1)}>
                    {say(our.momentN, { n: i + 1 })}
                  </option>
                ))}
                {last < 9 && <option value={String(last + 1)}>{say(our.momentNew)}</option>}
              </select>
            )}
          </Field>
          <Field name="size" label={say(our.size)} optional>
            {(props) => (
              <input
                {...props}
                type="number"
                min={2}
                max={60}
                value={grouping.size ?? ''}
                onInput={(event) => {
                  const size = Math.floor(event.currentTarget.valueAsNumber)
                  set(size >= 2 ? { ...grouping, size } : without(grouping, 'size'))
                }}
              />
            )}
          </Field>
        </>
      )}
    </>
  )
}
