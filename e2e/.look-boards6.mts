import { chromium } from '@playwright/test'
import { execFileSync } from 'node:child_process'
const url='http://localhost:4700'
const link=()=>execFileSync('node',['bin/telaio.js','sign-in-link','--data','/tmp/console-boards'],{encoding:'utf8'}).trim()
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']})
const ctx=await b.newContext({viewport:{width:1280,height:900},locale:'it-IT',colorScheme:'dark'})
const page=await ctx.newPage()
await page.goto(link()); await page.getByRole('heading',{name:'I tuoi laboratori'}).waitFor()
await page.getByRole('link',{name:'Fiume comune'}).click(); await page.getByRole('link',{name:/Lavagne/}).first().click()
await page.getByText('Collegato: Telaio').waitFor(); await page.getByRole('button',{name:'Crea un codice'}).click(); await page.locator('.panel-code').waitFor()
await page.waitForTimeout(400); console.log(await page.locator('.area').nth(1).innerText())
await page.screenshot({path:'/tmp/shots/30-dark.png'})
await page.evaluate(()=>document.querySelector('#harvest')?.scrollIntoView()); await page.screenshot({path:'/tmp/shots/31-dark.png'})
await page.getByRole('link',{name:'Canvas finale'}).first().click(); await page.waitForTimeout(400); await page.setViewportSize({width:372,height:700}); await page.screenshot({path:'/tmp/shots/32-dark.png'})
// keyboard: details open by Enter, links reachable
await b.close()
