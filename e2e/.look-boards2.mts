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
const head=await ctl('',undefined,'GET').catch(()=>ctl('/',undefined,'GET'))
const bid=head.boards.find((x:any)=>x.name.startsWith('Fiume')).id
console.log(bid)
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']})
const ctx=await b.newContext({viewport:{width:1280,height:900},locale:'it-IT'})
const page=await ctx.newPage()
page.on('console',m=>{if(['error','warning'].includes(m.type()))console.log('CONSOLE',m.text())})
page.on('pageerror',e=>console.log('PAGEERROR',e.message))
const shot=async(name:string)=>{await page.waitForTimeout(300);await page.screenshot({path:`/tmp/shots/${name}-wide.png`,fullPage:true});await page.setViewportSize({width:372,height:800});await page.waitForTimeout(200);await page.screenshot({path:`/tmp/shots/${name}-narrow.png`,fullPage:true});await page.setViewportSize({width:1280,height:900})}
await page.goto(link()); await page.getByRole('heading',{name:'I tuoi laboratori'}).waitFor()
await page.goto(`${url}/console/#/labs/${id}/boards`)
await page.getByRole('button',{name:'Collega Miro'}).waitFor()
const [tab]=await Promise.all([ctx.waitForEvent('page'),page.getByRole('button',{name:'Collega Miro'}).click()])
await tab.getByRole('button',{name:'Consenti',exact:true}).click()
await tab.getByText('Miro è collegato').waitFor(); await tab.close(); await page.bringToFront()
await page.getByText('Collegato: Telaio').waitFor()
await page.getByRole('button',{name:'Crea un codice'}).click()
await page.locator('.panel-code').waitFor()
await shot('3-connected')
await page.getByLabel('Link della lavagna').fill('pippo pluto'); await page.getByRole('button',{name:'Collega la lavagna'}).click(); await shot('4-bad')
await page.getByLabel('Link della lavagna').fill('uXjVnowhere='); await page.getByRole('button',{name:'Collega la lavagna'}).click(); await page.waitForTimeout(800); await shot('5-closed')
await page.getByLabel('Link della lavagna').fill(`${sandbox}/miro/app/board/${encodeURIComponent(bid)}/`); await page.getByRole('button',{name:'Collega la lavagna'}).click()
await page.getByRole('heading',{name:'Che cosa c’è sopra'}).waitFor(); await shot('6-board')
await page.getByRole('button',{name:'Porta sulla lavagna: incontro 1'}).click()
await page.waitForTimeout(1500); await shot('7-placing')
await page.getByText(/Sulla lavagna dal/).waitFor({timeout:60000}); await shot('8-placed')
await b.close()
