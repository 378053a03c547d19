import * as z from 'zod/mini'
import { BoardId, ItemId } from '../lab/index.ts'

/** What of ours stands on the board of an area, notes apart: frames, fields, titles. */
export const AreaItems = z.strictObject({ board: z.nullable(BoardId), items: z.array(ItemId) })
export type AreaItems = z.infer<typeof AreaItems>
