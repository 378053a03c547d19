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
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']})
const ctx=await b.newContext({viewport:{width:1280,height:900},locale:'it-IT',colorScheme:process.argv[2]==='dark'?'dark':'light'})
const page=await ctx.newPage()
page.on('pageerror',e=>console.log('PAGEERROR',e.message))
const shot=async(name:string)=>{await page.waitForTimeout(400);await page.screenshot({path:`/tmp/shots/${name}-wide.png`});await page.setViewportSize({width:372,height:800});await page.waitForTimeout(200);await page.screenshot({path:`/tmp/shots/${name}-narrow.png`});await page.setViewportSize({width:1280,height:900})}
await page.goto(link()); await page.getByRole('heading',{name:'I tuoi laboratori'}).waitFor()
await page.goto(`${url}/console/#/labs/${id}/boards`)
await page.getByText('Collegato: Telaio').waitFor()
await ctl('/quirks',{creditsPerMinute:1500},'PUT')
await page.getByRole('button',{name:'Porta sulla lavagna: incontro 2'}).click()
await page.getByText(/Arriva: [1-9]/).waitFor({timeout:20000}).catch(()=>{}); 
await page.locator('#areas').scrollIntoViewIfNeeded(); await page.evaluate(()=>document.querySelector('#boards')?.scrollIntoView())
await shot('20-progress')
await page.waitForTimeout(15000); await shot('21-busy')
await ctl('/quirks',{},'PUT'); await ctl('/credits/reset',{})
await page.evaluate(()=>document.querySelector('#harvest')?.scrollIntoView()); await page.setViewportSize({width:372,height:800}); await page.evaluate(()=>document.querySelector('#harvest')?.scrollIntoView()); 
for(let i=0;i<9;i++) { const s=page.locator('.finding:not([open]) > summary').first(); if(await s.count()) await s.click() }
await page.screenshot({path:'/tmp/shots/22-h1.png'}); await page.evaluate(()=>scrollBy(0,700)); await page.waitForTimeout(200); await page.screenshot({path:'/tmp/shots/22-h2.png'})
await page.setViewportSize({width:1280,height:900})
await page.evaluate(()=>document.querySelector('#boards')?.scrollIntoView())
await page.getByLabel('Azioni sulla lavagna Fiume').click(); await page.getByRole('button',{name:'Scollega la lavagna…'}).click(); await shot('23-leave')
await b.close()
