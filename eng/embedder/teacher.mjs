// Runs a teacher model over a text file, one text per line, and writes one float32 vector per line.
//
//   node teacher.mjs MODEL.onnx TOKENIZER.json mean|cls INPUT.txt OUTPUT.f32 [--tokens] [--lower] [--first N]
//
// --tokens: every line is one vocabulary entry, embedded as [CLS] entry [SEP].
// --first N: only the first N lines.
// --lower:  lower-case the text first (for a cased tokenizer whose words are all lower case).
// The output is appended chunk by chunk in input order: a stopped run goes on where it was, and a prefix
// of a shuffled input is a usable sample. Vectors are L2-normalised.
import ort from 'onnxruntime-node';
import { Tokenizer } from '@huggingface/tokenizers';
import fs from 'node:fs';

const [modelPath, tokenizerPath, pooling, inputPath, outputPath, ...flags] = process.argv.slice(2);
const CHUNK = 2048, MAX_TOKENS = 96, TOKENS_PER_BATCH = 2048;
const asTokens = flags.includes('--tokens'), lower = flags.includes('--lower');
const threads = Number(process.env.THREADS ?? 1);

const spec = JSON.parse(fs.readFileSync(tokenizerPath, 'utf8'));
const vocab = spec.model.vocab;
const tokenizer = new Tokenizer(spec, {});
const CLS = vocab['[CLS]'], SEP = vocab['[SEP]'];
const session = await ort.InferenceSession.create(modelPath, { intraOpNumThreads: threads, interOpNumThreads: 1 });

function idsOf(text) {
  if (asTokens) {
    if (!(text in vocab)) throw new Error(`not in the vocabulary: ${text}`);
    return [CLS, vocab[text], SEP];
  }
  const ids = tokenizer.encode(lower ? text.toLowerCase() : text).ids;
  return ids.length > MAX_TOKENS ? [...ids.slice(0, MAX_TOKENS - 1), SEP] : ids;
}

async function embed(batch) {
  const width = Math.max(...batch.map(ids => ids.length)), size = batch.length * width;
  const ids = new BigInt64Array(size), mask = new BigInt64Array(size);
  batch.forEach((row, i) => row.forEach((id, j) => { ids[i * width + j] = BigInt(id); mask[i * width + j] = 1n; }));
  const tensor = data => new ort.Tensor('int64', data, [batch.length, width]);
  const output = (await session.run({ input_ids: tensor(ids), attention_mask: tensor(mask), token_type_ids: tensor(new BigInt64Array(size)) })).last_hidden_state;
  const dims = output.dims[2], hidden = output.data;
  return batch.map((row, i) => {
    const vector = new Float32Array(dims), count = pooling === 'mean' ? row.length : 1;
    for (let j = 0; j < count; j++) for (let d = 0; d < dims; d++) vector[d] += hidden[(i * width + j) * dims + d];
    const norm = Math.hypot(...vector);
    return vector.map(x => x / norm);
  });
}

const lines = fs.readFileSync(inputPath, 'utf8').split('\n');
if (lines.at(-1) === '') lines.pop();
if (flags.includes('--first')) lines.length = Math.min(lines.length, Number(flags[flags.indexOf('--first') + 1]));
const dims = (await embed([[CLS, SEP]]))[0].length;
const out = fs.openSync(outputPath, 'a');
let done = Math.floor(fs.fstatSync(out).size / (4 * dims));
fs.ftruncateSync(out, done * dims * 4);
const start = Date.now(), first = done;
while (done < lines.length) {
  const chunk = lines.slice(done, done + CHUNK).map((line, i) => ({ i, ids: idsOf(line) })).sort((a, b) => a.ids.length - b.ids.length);
  const vectors = new Float32Array(chunk.length * dims);
  for (let i = 0; i < chunk.length;) {
    let j = i + 1;
    while (j < chunk.length && (j + 1 - i) * chunk[j].ids.length <= TOKENS_PER_BATCH) j++;
    const rows = chunk.slice(i, j);
    (await embed(rows.map(r => r.ids))).forEach((v, k) => vectors.set(v, rows[k].i * dims));
    i = j;
  }
  fs.writeSync(out, Buffer.from(vectors.buffer));
  done += chunk.length;
  console.log(`${done}/${lines.length} ${((done - first) / (Date.now() - start) * 1000).toFixed(0)}/s`);
}
