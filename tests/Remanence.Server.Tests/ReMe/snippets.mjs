// As agents in JavaScript call ReMe: fetch, then response.json().
const base = process.argv[2];
const post = (path, body) => fetch(base + path, {
  method: 'POST',
  headers: {
    'Content-Type': 'application/json',
  },
  body: JSON.stringify(body)
})
  .then(response => response.json());

const learnt = await post('/summary_task_memory', {
  workspace_id: 'node_workspace',
  trajectories: [
    {messages: [{role: 'user', content: 'Plan the move to the new office'}, {role: 'assistant', content: 'Order boxes first.'}], score: 1.0}
  ]
});
const found = await post('/retrieve_task_memory', {
  workspace_id: 'node_workspace',
  query: 'How to plan a move?',
  top_k: 1
});
console.log(JSON.stringify({
  members: Object.keys(learnt),
  learnt: learnt.metadata.memory_list.length,
  success: learnt.success && found.success,
  found: found.metadata.memory_list.map(memory => memory.when_to_use),
  guided: found.answer.length > 0,
}));
