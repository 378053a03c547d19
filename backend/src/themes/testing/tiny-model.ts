/** A tokenizer of three words and a graph that gives each its vector: the smallest folder that is a sentence model, made here so that none is downloaded. */
export const tinyTokenizer = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: [],
  normalizer: { type: 'Lowercase' },
  pre_tokenizer: { type: 'Whitespace' },
  post_processor: null,
  decoder: null,
  model: { type: 'WordLevel', vocab: { '[UNK]': 0, alberi: 1, bandi: 2, tutti: 3 }, unk_token: '[UNK]' },
}

const INT64 = 7
const FLOAT = 1

/** `last_hidden_state = Gather([[0,0],[1,0],[0,1],[1,1]], input_ids)`, as bytes of an ONNX file (onnx.proto3, opset 13). */
export function tinyModel(): Uint8Array {
  const weights = Buffer.alloc(32)
  for (const [place, one] of [0, 0, 1, 0, 0, 1, 1, 1].entries()) weights.writeFloatLE(one, place * 4)
  const graph = [
    message(1, [text(1, 'words'), text(1, 'input_ids'), text(2, 'last_hidden_state'), text(4, 'Gather')]),
    text(2, 'tiny'),
    message(5, [number(1, 4), number(1, 2), number(2, FLOAT), text(8, 'words'), bytes(9, weights)]),
    message(11, value('input_ids', INT64, ['b', 's'])),
    message(11, value('attention_mask', INT64, ['b', 's'])),
    message(12, value('last_hidden_state', FLOAT, ['b', 's', 'd'])),
  ]
  return Buffer.concat([number(1, 8), message(7, graph), message(8, [text(1, ''), number(2, 13)])])
}

function varint(value: number): Buffer {
  const out: number[] = []
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return Buffer.from([...out, left])
    out.push((left % 128) + 128)
  }
}
const bytes = (field: number, content: Buffer): Buffer => Buffer.concat([varint(field * 8 + 2), varint(content.length), content])
const text = (field: number, content: string): Buffer => bytes(field, Buffer.from(content))
const number = (field: number, content: number): Buffer => Buffer.concat([varint(field * 8), varint(content)])
const message = (field: number, parts: readonly Buffer[]): Buffer => bytes(field, Buffer.concat(parts))
const value = (name: string, type: number, dims: readonly string[]): Buffer[] => [
  text(1, name),
  message(2, [
    message(1, [
      number(1, type),
      message(
        2,
        dims.map((dim) => message(1, [text(2, dim)])),
      ),
    ]),
  ]),
]
