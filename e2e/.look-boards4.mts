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
let v=await api.view(id)
const bid=Object.keys(v.items.boards)[0]
const { invites } = await api.invites(id)
const as=async(name:string)=>{const l=invites.find(i=>i.name===name)!.link; const {token}=await createApi({base:url,token:()=>null}).signInInvite(l.split('#')[1]); return createApi({base:url,token:()=>token})}
const hand=(action:any)=>ctl(`/boards/${encodeURIComponent(bid)}/by-hand`,{user:'franca-riva',action})
const all=await ctl(`/boards/${encodeURIComponent(bid)}/items`,undefined,'GET'); const raw=all.items??all
const at=(it:string)=>raw.find((x:any)=>x.id===it)
const notes=Object.values(v.items.boardNotes)
if(notes.length===6){
const [a,b1,c,d,e,f]=notes
const zoneOf=(k:string)=>at(v.items.spots[k].item)
const z3=zoneOf('m1/x2-1/C1.3')
const n=at(a.item!)
await hand({do:'create',kind:'sticky_note',x:zoneOf('m1/x2-2/C1.2').x,y:zoneOf('m1/x2-2/C1.2').y,text:'Scritta a mano: il ponte come piazza'})
await hand({do:'create',kind:'sticky_note',x:-3000,y:0,text:'fuori'})
await hand({do:'create',kind:'sticky_note',x:-3000,y:600,text:'fuori due'})
await hand({do:'create',kind:'sticky_note',x:-3000,y:1200,text:''})
await hand({do:'copy',ids:[b1.item],by:{x:10,y:300}})
await hand({do:'delete',ids:[c.item]}); await hand({do:'delete',ids:[f.item]})
await hand({do:'move',items:[{id:d.item,x:z3.x,y:z3.y}]})
await hand({do:'write',id:e.item,text:'Cambiata sulla lavagna'})
const anna=await as('Anna')
await anna.send(id,{id:newCommandId(),type:'editContribution',contribution:e.contribution,answer:{type:'cards',text:'Cambiata nel laboratorio, e ora è una frase più lunga che va a capo'}} as any)
const title=raw.find((x:any)=>x.type==='text'&&x.content?.includes('C1.2'))
if(title) await hand({do:'write',id:title.id,text:'C1.2 · Qualcuno ha scritto qui'})
}
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']})
const ctx=await b.newContext({viewport:{width:1280,height:900},locale:'it-IT'})
const page=await ctx.newPage()
page.on('console',m=>{if(['error','warning'].includes(m.type()))console.log('CONSOLE',m.text())})
page.on('pageerror',e=>console.log('PAGEERROR',e.message))
const shot=async(name:string)=>{await page.waitForTimeout(400);await page.screenshot({path:`/tmp/shots/${name}-wide.png`,fullPage:true});await page.setViewportSize({width:372,height:800});await page.waitForTimeout(200);await page.screenshot({path:`/tmp/shots/${name}-narrow.png`,fullPage:true});await page.setViewportSize({width:1280,height:900})}
await page.goto(link()); await page.getByRole('heading',{name:'I tuoi laboratori'}).waitFor()
await page.goto(`${url}/console/#/labs/${id}/boards`)
await page.getByRole('button',{name:/Leggi adesso/}).click()
await page.getByText(/Lettura finita/).waitFor()
await page.waitForTimeout(1500)
for(const s of await page.locator('.finding:not([open]) > summary').all()) await page.locator('.finding:not([open]) > summary').first().click()
await shot('10-harvest')
await page.getByRole('link',{name:'Canvas finale'}).first().click()
await page.getByRole('button',{name:/Compila/}).first().click(); await page.waitForTimeout(800)
await page.getByRole('button',{name:'Porta sulla lavagna: canvas finale'}).click(); await page.getByText(/Sulla lavagna dal/).waitFor(); await shot('11-canvas')
const blockLink=page.locator('.final-block:has(.told) h2 a').first(); await blockLink.click(); await page.locator('.sources summary').first().click(); await page.waitForTimeout(300); await shot('12-sources')
await page.goto(`${url}/console/#/labs/${id}/meetings/1/outputs`); await page.getByText('Scritta a mano').first().waitFor(); await shot('13-outputs')
await page.getByRole('button',{name:'English'}).click(); await page.goto(`${url}/console/#/labs/${id}/boards`); await page.waitForTimeout(800); await shot('14-en')
await b.close()
