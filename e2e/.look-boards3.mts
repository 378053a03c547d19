import { chromium } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { createApi, newCommandId } from '@telaio/shared/client'
const url='http://localhost:4700', sandbox='http://localhost:4750'
const link=()=>execFileSync('node',['bin/telaio.js','sign-in-link','--data','/tmp/console-boards'],{encoding:'utf8'}).trim()
const { token } = await createApi({ base:url, token:()=>null }).signInOrganiser(link().split('#sign-in=')[1])
const api = createApi({ base:url, token:()=>token })
const id=(await api.labs()).labs[0].id
const say=(c:any)=>api.send(id,{id:newCommandId(),...c})
const ctl=async(path:string,body?:any,method='POST')=>{const r=await fetch(`${sandbox}/miro/api-control${path}`,{method,headers:{'content-type':'application/json'},...(body?{body:JSON.stringify(body)}:{})}); const t=await r.text(); if(!r.ok) throw new Error(t); return t?JSON.parse(t):null}
const wait=async(f:()=>Promise<any>)=>{for(let i=0;i<60;i++){const v=await f();if(v)return v;await new Promise(r=>setTimeout(r,500))}throw new Error('waited '+f)}
let v=await api.view(id)
const bid=Object.keys(v.items.boards)[0]
const { invites } = await api.invites(id)
const as=async(name:string)=>{const l=invites.find(i=>i.name===name)!.link; const {token}=await createApi({base:url,token:()=>null}).signInInvite(l.split('#')[1]); return createApi({base:url,token:()=>token})}
const anna=await as('Anna')
const zones=Object.values(v.items.zones).filter(z=>z.meeting===1).map(z=>[z.id,z.answer.type]); console.log(JSON.stringify(zones), Object.keys(v.items.spots).join(' '))
for (const text of ['Sappiamo leggere l’acqua','Una mappa dei guadi','Raccontiamo il fiume alle scuole','Puliamo gli argini insieme','Orti lungo la riva','Feste di paese'])
  await anna.send(id,{id:newCommandId(),type:'contribute',meeting:1,block:'boarding-pass',zone:'C1.2',answer:{type:'cards',text}} as any)
await say({type:'revealNotes',meeting:1,zone:'C1.2'}).catch(e=>console.log(e.detail))
await wait(async()=>{v=await api.view(id);const n=Object.values(v.items.boardNotes);return n.length>=6&&n.every(x=>x.state==='written')})
const notes=Object.values(v.items.boardNotes); console.log(JSON.stringify(notes[0]))
const items=(await ctl(`/boards/${encodeURIComponent(bid)}/items?shape=rest`,undefined,'GET')); const list=Array.isArray(items)?items:items.items??items.data
const hand=(action:any)=>ctl(`/boards/${encodeURIComponent(bid)}/by-hand`,{user:'franca-riva',action})
const all=await ctl(`/boards/${encodeURIComponent(bid)}/items`,undefined,'GET'); const raw=all.items??all
const place=(it:string)=>{const e=raw.find((x:any)=>x.id===it); return e}
console.log(JSON.stringify(place(notes[0].item!)).slice(0,600))
console.log(JSON.stringify(raw.find((x:any)=>x.id===v.items.spots['m1'].item)).slice(0,500))
await import('node:fs').then(f=>f.writeFileSync('/tmp/shots/raw.json',JSON.stringify({raw,list,notes,spots:v.items.spots},null,1)))
