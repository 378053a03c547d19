import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/** Dates in a zip count from 1980; ours say nothing of the machine or the hour. */
const ZIP_DATE = new Date(Date.UTC(1980, 0, 2))
const STAMP = '1980-01-02T00:00:00Z'

/** A zip whose bytes follow from its files alone. */
export const zipOf = (files: Zippable): Buffer => Buffer.from(zipSync(files, { mtime: ZIP_DATE }))

/** An office's file without the hour in which it was made: the same content gives the same bytes. */
export function undated(file: Uint8Array): Buffer {
  const entries = Object.entries(unzipSync(file)).map(([name, bytes]): [string, Uint8Array] => [
    name,
    name === 'docProps/core.xml' ? strToU8(strFromU8(bytes).replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, STAMP)) : bytes,
  ])
  return zipOf(Object.fromEntries(entries))
}
