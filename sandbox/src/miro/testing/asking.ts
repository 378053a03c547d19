import { expect } from 'vitest'
import type { MiroServer } from './miro-server.ts'

/** What tests of items ask of the first board. */
export interface Item {
  readonly id: string
  readonly type: string
  readonly data: Record<string, unknown>
  readonly style: Record<string, unknown>
  readonly geometry: { readonly width: number; readonly height: number; readonly rotation?: number }
  readonly position: { readonly x: number; readonly y: number; readonly relativeTo: string }
  readonly parent?: { readonly id: string }
  readonly modifiedBy: { readonly id: string }
}

export function asking(server: () => MiroServer) {
  return {
    make: async (path: string, body: object): Promise<Item> => {
      const { status, body: item } = await server().on<Item>('POST', path, body)
      expect({ status, item }).toMatchObject({ status: 201 })
      return item
    },
    refused: async (method: string, path: string, body: unknown, field: string, message: string | RegExp = /./): Promise<void> => {
      const said = typeof message === 'string' ? message : expect.stringMatching(message)
      expect(await server().on(method, path, body)).toMatchObject({
        status: 400,
        body: {
          type: 'error',
          code: '2.0703',
          message: 'Invalid parameters',
          status: 400,
          context: { fields: [{ field, message: said }] },
        },
      })
    },
    count: async (): Promise<number> => (await server().on<{ total: number }>('GET', '/items?limit=50')).body.total,
  }
}
