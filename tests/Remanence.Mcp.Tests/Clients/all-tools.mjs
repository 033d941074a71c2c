// Lists and calls everything with the official SDK, which holds each structured result to its tool's output schema. Usage: all-tools.mjs http URL | sse URL | stdio COMMAND ARGS…
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [kind, target, ...rest] = process.argv.slice(2);
const transport = kind === 'http' ? new StreamableHTTPClientTransport(new URL(target))
  : kind === 'sse' ? new SSEClientTransport(new URL(target))
  : new StdioClientTransport({ command: target, args: rest, stderr: 'inherit' });
const client = new Client({ name: 'all-tools', version: '1' });
await client.connect(transport);

const { tools } = await client.listTools();
const called = new Set();
const call = async (name, args) => {
  called.add(name);
  const result = await client.callTool({ name, arguments: args });
  assert.ok(!result.isError, `${name}: ${JSON.stringify(result.content)}`);
  assert.equal(result.content[0].type, 'text');
  return result.structuredContent;
};

for (const tool of tools) {
  assert.equal(tool.inputSchema.type, 'object');
  assert.equal(tool.outputSchema.type, 'object');
  assert.ok(tool.description.length > 20, tool.name);
}

const scope = { workspace_id: `sdk-${kind}`, user_id: 'ana' };
const kept = await call('memorize', { text: 'Ana moved to Lisbon in May 2026.', ...scope });
const id = kept.memories[0].id;
const found = await call('retrieve', { query: 'Where does Ana live?', top_k: 3, explain: true, ...scope });
assert.equal(found.results[0].memory.id, id);
assert.equal((await call('list_memories', { limit: 5, ...scope })).items.length, 1);
assert.equal((await call('get_memory', { id, ...scope })).content, 'Ana moved to Lisbon in May 2026.');
assert.equal((await call('update_memory', { id, content: 'Ana moved to Porto in May 2026.', reason: 'she said so', ...scope })).content, 'Ana moved to Porto in May 2026.');
assert.ok((await call('memory_history', { id, ...scope })).entries.length >= 2);

const uri = `remanence://sdk-${kind}/memories/${id}`;
assert.match((await client.readResource({ uri })).contents[0].text, /Porto/);
assert.equal((await client.listResourceTemplates()).resourceTemplates.length, 2);
assert.ok(Array.isArray((await client.listResources()).resources));
const prompt = await client.getPrompt({ name: 'use_my_memory', arguments: { question: 'Where does Ana live?', workspace: `sdk-${kind}` } });
assert.match(prompt.messages[0].content.text, /> Ana moved to Porto/);
assert.equal((await client.listPrompts()).prompts.length, 2);
const proposed = await client.complete({ ref: { type: 'ref/resource', uri: 'remanence://{workspace}/memories/{id}' }, argument: { name: 'workspace', value: 'sdk' } });
assert.ok(proposed.completion.values.includes(`sdk-${kind}`));

assert.equal((await call('forget', { id, ...scope })).forgotten, true);

// Flows, in the order in which one makes what the next one needs.
const trajectories = [{ task_id: 'plan', messages: [{ role: 'user', content: 'Help me create a project plan' }], score: 1 }];
const flowArguments = {
  summary_task_memory: () => ({ trajectories }),
  summary_task_memory_simple: () => ({ trajectories }),
  vector_store: () => ({ action: 'list' }),
  record_task_memory: answers => ({ memory_dicts: answers.summary_task_memory.metadata.memory_list, update_utility: true }),
  delete_task_memory: () => ({ freq_threshold: 5, utility_threshold: 0.5 }),
  add_tool_call_result: () => ({ tool_call_results: [{ tool_name: 'weather', input: { city: 'Porto' }, output: 'sunny', success: true }] }),
  summary_tool_memory: () => ({ tool_names: 'weather' }),
  retrieve_tool_memory: () => ({ tool_names: 'weather' }),
};
const flows = tools.filter(tool => !called.has(tool.name)).map(tool => tool.name);
const ordered = [...Object.keys(flowArguments).filter(name => flows.includes(name)), ...flows.filter(name => !(name in flowArguments))];
const answers = {};
for (const name of ordered) {
  answers[name] = await call(name, { query: 'hello', workspace_id: `sdk-${kind}`, ...flowArguments[name]?.(answers) });
  assert.equal(answers[name].success, true, name);
}

assert.deepEqual([...called].sort(), tools.map(tool => tool.name).sort());
const wrong = await client.callTool({ name: 'retrieve', arguments: { query: 'x', topk: 3 } });
assert.equal(wrong.isError, true);
assert.match(wrong.content[0].text, /did you mean top_k/);
await assert.rejects(client.callTool({ name: 'no_such_tool', arguments: {} }), /no tool/);
if (kind === 'http') {
  await transport.terminateSession();
}

await client.close();
console.log('ok');
