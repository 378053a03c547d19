/** One event of a stream of Server-Sent Events. */
export interface SentEvent {
  readonly event: string
  readonly id: string | null
  readonly data: string
}

/**
 * Reads Server-Sent Events from chunks of bytes, however they were cut (WHATWG HTML §9.2.6): lines end in CR, LF or both, an event ends at an
 * empty line, lines that begin with a colon are comments. An event still unfinished when the stream ends is dropped.
 */
export async function* readEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<SentEvent> {
  const decoder = new TextDecoder()
  let rest = ''
  let event = 'message'
  let id: string | null = null
  let data: string[] = []
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true })
    for (;;) {
      const end = /\r\n|\n|\r(?!$)/.exec(rest)
      if (!end) break
      const line = rest.slice(0, end.index)
      rest = rest.slice(end.index + end[0].length)
      if (line === '') {
        if (data.length > 0) yield { event, id, data: data.join('\n') }
        event = 'message'
        id = null
        data = []
        continue
      }
      const colon = line.indexOf(':')
      if (colon === 0) continue
      const field = colon < 0 ? line : line.slice(0, colon)
      const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1)
      if (field === 'data') data.push(value)
      else if (field === 'event') event = value
      else if (field === 'id') id = value
    }
  }
}
