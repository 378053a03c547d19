import { restStorms } from '../src/board/testing/rest-storm.ts'
const runs = await restStorms(Number(process.argv[2]), Number(process.argv[3]), (run) => {
  process.stdout.write(`${run.seed} ${run.weather} ack ${run.acknowledged} kills ${run.kills} req ${run.requests} notes ${run.notes} strays ${run.strays} doubles ${run.doubles} ${run.seconds}s ${run.faults.length ? 'BAD' : ''}\n`)
  for (const f of run.faults) process.stdout.write(`   ${f}\n`)
})
console.log(runs.filter((r) => r.faults.length).length)
