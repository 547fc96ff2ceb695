// Counts what a program asks of the file system, and ends it as `kill -9` does at the call that KILL_AT names.
const fs = require('node:fs');
const { isMainThread } = require('node:worker_threads');
const { KILL_AT, LOG_TO } = process.env;
const names = [
  'openSync',
  'writeSync',
  'closeSync',
  'renameSync',
  'mkdirSync',
  'unlinkSync',
  'rmSync',
  'rmdirSync',
];
const real = { ...fs };
const calls = [];
if (isMainThread) {
  for (const name of [...names, 'readFileSync']) {
    fs[name] = (...given) => {
      calls.push(`${name} ${typeof given[0] === 'string' ? given[0] : ''}`);
      if (calls.length === Number(KILL_AT)) {
        // In the middle of being written.
        if (name === 'writeSync')
          real.writeSync(given[0], Buffer.from(given[1]).subarray(0, given[1].length / 2));
        process.kill(process.pid, 'SIGKILL');
      }
      return real[name](...given);
    };
  }
  process.on('exit', () => LOG_TO && real.writeFileSync(LOG_TO, JSON.stringify(calls)));
}
