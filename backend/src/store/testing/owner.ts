import { ownDirectory } from '../lowdb/own-directory.ts'

// a process that takes a directory and says whether it got it; it holds it until it is killed or hears "release"
const owned = await ownDirectory(process.argv[2] ?? '').catch((error: Error) => {
  process.stdout.write(`${error.name}\n`)
  return null
})
if (owned) {
  process.stdout.write('owner\n')
  process.stdin.once('end', () => process.exit(1))
  process.stdin.once('data', () => void owned.release().then(() => process.exit(0)))
}
