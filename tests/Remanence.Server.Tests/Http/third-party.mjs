// A client that knows nothing but the documented API, in another language.
const base = process.argv[2] + '/v1/workspaces/third-party';
const call = async (path, method = 'GET', body) => {
  const answer = await fetch(base + path, {
    method,
    headers: body ? { 'content-type': 'application/json' } : {},
    body: body && JSON.stringify(body),
  });
  return { status: answer.status, body: answer.status === 204 ? null : await answer.json() };
};
const check = (condition, what) => {
  if (!condition) {
    console.error('not so: ' + what);
    process.exit(1);
  }
};

const kept = await call('/messages', 'POST', { messages: [{ role: 'user', content: 'The heron 鷺 stood by the river', time: new Date().toISOString() }], user_id: 'ünï/çødé' });
check(kept.status === 200 && kept.body.memories.length === 1, 'messages are kept');
const found = await call('/search', 'POST', { query: 'what stood by the river?', user_id: 'ünï/çødé' });
check(found.body.results[0].memory.content === 'The heron 鷺 stood by the river', 'they are found');
const id = encodeURIComponent(found.body.results[0].memory.id);
check((await call(`/memories/${id}?user_id=${encodeURIComponent('ünï/çødé')}`)).status === 200, 'they are read');
check((await call(`/memories/${id}?user_id=other`)).status === 404, 'by their user only');
const wrong = await call('/search', 'POST', { query: 'x', topk: 1 });
check(wrong.status === 400 && wrong.body.field === 'topk' && wrong.body.detail.includes('top_k'), 'typos are explained');
check((await call(`/memories/${id}`, 'DELETE')).status === 204, 'they are forgotten');
console.log('ok');
