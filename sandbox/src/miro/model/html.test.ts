import { describe, expect, it } from 'vitest'
import { htmlOfText, rewriteHtml, textOfHtml } from './html.ts'

describe('HTML as Miro gives it back', () => {
  it.each([
    ['Ciao', '<p>Ciao</p>'],
    ['<p>Ciao</p>', '<p>Ciao</p>'],
    ['uno\ndue', '<p>uno</p><p>due</p>'],
    ['a <strong>b</strong> c', '<p>a <strong>b</strong> c</p>'],
    ['<div>a</div><table><tr><td>b</td></tr></table>', '<p>ab</p>'],
    ['<script>alert(1)</script>x', '<p>x</p>'],
    ['<p onclick="x()" style="color:red">a</p>', '<p>a</p>'],
    ['<ul><li>a</li><li>b</li></ul>', '<ul><li>a</li><li>b</li></ul>'],
    ['a<br>b', '<p>a<br />b</p>'],
    ['<a href="javascript:x()">a</a><a href="https://x.it/?a=1">b</a>', '<p><a>a</a><a href="https://x.it/?a&#61;1">b</a></p>'],
    ['<span style="color:#ff0000;position:fixed">a</span>', '<p><span style="color:#ff0000">a</span></p>'],
    ['<p>a<strong>b', '<p>a<strong>b</strong></p>'],
    ['', ''],
  ])('[MS91] %j comes back as %j', (given, back) => {
    expect(rewriteHtml(given)).toBe(back)
  })

  it('[MS92] entities come back numbered; read and written again they stay', () => {
    const once = rewriteHtml('l’è "bello" &amp; 1+1=2 <3 @ `')
    expect(once).toBe('<p>l’è &#34;bello&#34; &amp; 1&#43;1&#61;2 &lt;3 &#64; &#96;</p>')
    expect(rewriteHtml(once)).toBe(once)
    expect(textOfHtml(once)).toBe('l’è "bello" & 1+1=2 <3 @ `')
  })

  it('[MS93] titles and descriptions of cards keep less', () => {
    expect(rewriteHtml('<b>a</b> <a href="https://x.it">b</a>', 'title')).toBe('<p>a <a href="https://x.it">b</a></p>')
    expect(rewriteHtml('<b>a</b><s>b</s>', 'description')).toBe('<p><b>a</b>b</p>')
  })

  it('[MS94] what a person typed is never markup', () => {
    expect(htmlOfText('a < b\n\n<script>')).toBe('<p>a &lt; b</p><p><br /></p><p>&lt;script&gt;</p>')
    expect(textOfHtml(htmlOfText('a < b\nc'))).toBe('a < b\nc')
  })
})
