import { placing } from './placing.ts'
const t=setInterval(()=>process.stderr.write('.'),2000)
placing().then((r)=>{console.log(r.lines.join('\n'));clearInterval(t)},(e)=>{console.error(e);clearInterval(t);process.exit(1)})
