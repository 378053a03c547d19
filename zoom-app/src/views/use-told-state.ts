import { useEffect, useRef } from 'preact/hooks'
import { usePanel } from '../panel/context.ts'

/**
 * Says aloud, once, what a part of the page has come to say under somebody's eyes. What it said already when it was first seen – after a reload, too – is no
 * news; and a region that came with its words would be read by some screen readers and not by others. Null: nothing.
 */
export function useToldState(text: string | null): void {
  const { announce, lab } = usePanel()
  const known = useRef<string | null | undefined>(undefined)
  const isThere = lab.line.value !== 'loading'
  useEffect(() => {
    if (!isThere || text === known.current) return
    const isNews = known.current !== undefined && text !== null
    known.current = text
    if (isNews) announce(text)
  }, [isThere, text])
}
