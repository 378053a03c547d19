import type { CSSProperties, ReactNode } from 'react'
import type { Card, Frame, Image, Shape, StickyNote, Tag, Text, TextStyle, Unsupported } from '../../../src/miro/model/entities.ts'
import type { Font, StrokeStyle, VerticalAlign } from '../../../src/miro/model/enums.ts'
import { stickyHex, stickyInk, tagHex, tinted } from '../colours.ts'
import { HtmlView } from './html-view.tsx'
import { shapePath } from './shape-path.ts'

/** How each kind looks. `body` is what stands in it: its text, or the field one writes it in. */

const sans = "'Open Sans', Arial, sans-serif"
const serif = "Georgia, 'Times New Roman', serif"
const stacks: Readonly<Partial<Record<Font, string>>> = {
  eb_garamond: serif,
  georgia: serif,
  pt_serif: serif,
  roboto_slab: serif,
  times_new_roman: serif,
  plex_serif: serif,
  tiempos_text: serif,
  abril_fatface: serif,
  roboto_mono: 'monospace',
  plex_mono: 'monospace',
  caveat: 'cursive',
  permanent_marker: 'cursive',
  lemon_tuesday: 'cursive',
}

export const textLook = ({ color, fontFamily, fontSize, textAlign }: TextStyle): CSSProperties => ({
  color,
  fontFamily: stacks[fontFamily] ?? sans,
  fontSize,
  textAlign,
})

const justified: Readonly<Record<VerticalAlign, string>> = { top: 'flex-start', middle: 'center', bottom: 'flex-end' }
const dashes = (style: StrokeStyle, width: number): string | undefined =>
  ({ normal: undefined, dashed: `${width * 3} ${width * 2}`, dotted: `${width} ${width * 1.5}` })[style]

export function StickyView({ item, tags, fontSize, body }: { item: StickyNote; tags: readonly Tag[]; fontSize: number; body: ReactNode }) {
  const { fillColor, textAlign, textAlignVertical } = item.style
  const padding = item.width * 0.07
  return (
    <div
      className="sticky"
      style={{
        background: stickyHex[fillColor],
        color: stickyInk(fillColor),
        fontFamily: sans,
        fontSize,
        textAlign,
        padding,
        justifyContent: justified[textAlignVertical],
      }}
    >
      <div className="words">{body}</div>
      {tags.length > 0 && (
        <ul className="tags" style={{ fontSize: item.width * 0.05 }}>
          {tags.map((tag) => (
            <li key={tag.id} style={{ borderColor: tagHex[tag.color] }}>
              {tag.title}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

export function TextView({ item, body }: { item: Text; body: ReactNode }) {
  const { fillColor, fillOpacity } = item.style
  return (
    <div className="text words" style={{ ...textLook(item.style), background: tinted(fillColor, fillOpacity) }}>
      {body}
    </div>
  )
}

export function ShapeView({ item, body }: { item: Shape; body: ReactNode }) {
  const { width, height, style } = item
  return (
    <div className="shape" style={{ ...textLook(style), justifyContent: justified[style.textAlignVertical] }}>
      <svg width={width} height={height} aria-hidden="true">
        <path
          d={shapePath(item.shape, width, height)}
          fill={style.fillColor}
          fillOpacity={style.fillOpacity}
          stroke={style.borderColor}
          strokeOpacity={style.borderOpacity}
          strokeWidth={style.borderOpacity === 0 ? 0 : style.borderWidth}
          strokeDasharray={dashes(style.borderStyle, style.borderWidth)}
        />
      </svg>
      <div className="words">{body}</div>
    </div>
  )
}

export function CardView({
  item,
  tags,
  assignee,
  detailed,
  body,
}: {
  item: Card
  tags: readonly Tag[]
  assignee: string | undefined
  detailed: boolean
  body: ReactNode
}) {
  return (
    <div className="card-item" style={{ borderColor: item.style.cardTheme }}>
      <div className="words card-title">{body}</div>
      {detailed && item.description !== '' && (
        <div className="words card-more">
          <HtmlView html={item.description} />
        </div>
      )}
      {detailed && (item.dueDate !== null || assignee !== undefined || tags.length > 0) && (
        <p className="card-foot">{[item.dueDate?.slice(0, 10), assignee, ...tags.map(({ title }) => title)].filter(Boolean).join(' · ')}</p>
      )}
    </div>
  )
}

export function FrameView({ item, body }: { item: Frame; body: ReactNode }) {
  const { fillColor } = item.style
  const fill = fillColor === 'transparent' || /^#ffffffff$/i.test(fillColor) ? '#ffffff' : fillColor
  return (
    <div className="frame" style={{ background: fill }}>
      <div className="frame-title frame-grip">{body}</div>
      {(['top', 'right', 'bottom', 'left'] as const).map((side) => (
        <span key={side} className={`frame-edge frame-grip ${side}`} aria-hidden="true" />
      ))}
    </div>
  )
}

export function ImageView({ item }: { item: Image }) {
  return (
    <figure className="image">
      <img src={item.url} alt={item.title} draggable={false} onError={(event) => event.currentTarget.classList.add('missing')} />
      <figcaption>{item.title}</figcaption>
    </figure>
  )
}

export function UnsupportedView({ item, name }: { item: Unsupported; name: string }) {
  return (
    <div className={`unsupported ${item.kind}`}>
      <span>{name}</span>
    </div>
  )
}
