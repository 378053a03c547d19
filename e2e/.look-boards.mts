import { chromium } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { createApi, newCommandId } from '@telaio/shared/client'
const url='http://localhost:4700', sandbox='http://localhost:4750'
const link=()=>execFileSync('node',['bin/telaio.js','sign-in-link','--data','/tmp/console-boards'],{encoding:'utf8'}).trim()
const { token } = await createApi({ base:url, token:()=>null }).signInOrganiser(link().split('#sign-in=')[1])
const api = createApi({ base:url, token:()=>token })
const { id } = await api.makeLab({ id:newCommandId(), title:'Fiume comune' })
const say=(c:any)=>api.send(id,{id:newCommandId(),...c})
await say({type:'setNotice',notice:{it:'Prova',en:'Trial'}})
const {people}=await say({type:'addPeople',people:['Anna','Bruno','Carla','Dino'].map(name=>({name,sector:'social'}))}) as any
await say({type:'issueInvites',people})
await say({type:'formProjectGroups',groups:[{key:'g1',name:'Torrente',people:people.slice(0,2)},{key:'g2',name:'Bosco',people:people.slice(2)}]})
await say({type:'formMixedGroups',meeting:1,moment:2,groups:[{key:'x2-1',name:'Riva',people:people.slice(0,2)},{key:'x2-2',name:'Ponte',people:people.slice(2)}]})
await say({type:'openMeeting',meeting:1})
await say({type:'startBlock',meeting:1,block:'boarding-pass'})
const ctl=async(path:string,body:any,method='POST')=>{const r=await fetch(`${sandbox}/miro/api-control${path}`,{method,headers:{'content-type':'application/json'},body:JSON.stringify(body)}); const t=await r.text(); if(!r.ok) throw new Error(t); return t?JSON.parse(t):null}
const board=await ctl('/boards',{name:'Fiume comune – lavagna',owner:'franca-riva'})
console.log(id, board.id, JSON.stringify(board.pages).slice(0,200))
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']})
const ctx=await b.newContext({viewport:{width:1280,height:900},locale:'it-IT'})
const page=await ctx.newPage()
page.on('console',m=>{if(['error','warning'].includes(m.type()))console.log('CONSOLE',m.text())})
page.on('pageerror',e=>console.log('PAGEERROR',e.message))
const shot=async(name:string)=>{await page.waitForTimeout(300);await page.setViewportSize({width:1280,height:900});await page.screenshot({path:`/tmp/shots/${name}-wide.png`,fullPage:true});await page.setViewportSize({width:372,height:800});await page.waitForTimeout(200);await page.screenshot({path:`/tmp/shots/${name}-narrow.png`,fullPage:true});await page.setViewportSize({width:1280,height:900})}
await page.goto(link()); await page.getByRole('heading',{name:'I tuoi laboratori'}).waitFor()
await page.goto(`${url}/console/#/labs/${id}/boards`)
await page.getByRole('button',{name:'Collega Miro'}).waitFor()
await shot('1-none')
const [tab]=await Promise.all([ctx.waitForEvent('page'),page.getByRole('button',{name:'Collega Miro'}).click()])
await tab.waitForLoadState(); await tab.waitForURL(/oauth/); await tab.waitForTimeout(800); await tab.screenshot({path:'/tmp/shots/consent.png'})
await shot('2-waiting')
console.log(await tab.locator('body').innerText())
await tab.getByRole('button').first().waitFor()
const fr=tab.getByText(/Franca/).first(); if(await fr.count()) console.log('franca', await fr.evaluate(e=>e.outerHTML))
console.log(await tab.locator('button,input,select').evaluateAll(es=>es.map(e=>e.outerHTML)))
await ctx.storageState({path:'/tmp/shots/state.json'})
await b.close()
