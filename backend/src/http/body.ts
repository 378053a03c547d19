import express, { type RequestHandler } from 'express'
import { refuse } from './problem.ts'

/** 2,000 people with every column are 400 kB; a command of that size is the largest there is. */
export const JSON_LIMIT = 1024 * 1024
/** A spreadsheet of 2,000 people as CSV is under 500 kB. */
export const RAW_LIMIT = 2 * 1024 * 1024

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** JSON bodies: UTF-8 and nothing else, since a byte that is replaced would be a note that is not what was written. */
export const jsonBody = (): RequestHandler[] => [
  (request, _response, next) => {
    if (!request.is('application/json')) throw refuse('unsupported_media', 'application/json')
    next()
  },
  express.raw({ type: () => true, limit: JSON_LIMIT }),
  (request, _response, next) => {
    const bytes: unknown = request.body
    if (!Buffer.isBuffer(bytes) || bytes.length === 0) throw refuse('malformed', 'JSON')
    let text: string
    try {
      text = strictUtf8.decode(bytes)
    } catch {
      throw refuse('malformed', 'UTF-8')
    }
    try {
      request.body = JSON.parse(text)
    } catch {
      throw refuse('malformed', 'JSON')
    }
    next()
  },
]

/** Bodies kept as bytes. */
export const rawBody = (types: readonly string[]): RequestHandler[] => [
  (request, _response, next) => {
    if (!types.some((type) => request.is(type))) throw refuse('unsupported_media', types.join(', '))
    next()
  },
  express.raw({ type: () => true, limit: RAW_LIMIT }),
]
