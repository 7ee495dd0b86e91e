import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';

/** Runs a program to its end with our output as its own; resolves with its exit code. */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** As `run`, with Node.js as the program. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/** As `run`, with its output kept: for programs that run side by side. */
export function runQuietly(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
    });
    const output = [];
    const keep = (chunk) => output.push(chunk);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => keep(Buffer.from(`${error.message}\n`)));
    child.once('close', (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(output).toString() }),
    );
  });
}

/** Says something beside what the programs say, out of the way of what is piped on. */
export function say(message) {
  process.stderr.write(`${message}\n`);
}

/** Ends the command with a message that says what to do. */
export function giveUp(message) {
  say(message);
  process.exit(1);
}
