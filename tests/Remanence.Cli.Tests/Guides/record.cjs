// Keeps what fetch was answered, in the order of the calls, and writes it to standard error at the end, a line each.
const { fetch } = globalThis;
const answers = [];
globalThis.fetch = (...call) => {
  const answer = fetch(...call);
  answers.push(answer.then(async response => {
    if (response.status !== 200) throw new Error(`${call[0]} answered ${response.status}`);
    return await response.clone().text();
  }));
  return answer;
};
process.once('beforeExit', async () => {
  for (const answer of answers) process.stderr.write(await answer + '\n');
});
