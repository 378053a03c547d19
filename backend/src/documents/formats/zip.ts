import { type Zippable, zipSync } from 'fflate'

/** Dates in a zip count from 1980, by the machine's own clock; ours say nothing of the machine, its hour or its zone. */
const ZIP_DATE = new Date(1980, 0, 2)

/** A zip whose bytes follow from its files alone. */
export const zipOf = (files: Zippable): Buffer => Buffer.from(zipSync(files, { mtime: ZIP_DATE }))
