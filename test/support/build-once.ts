import { execFileSync } from 'node:child_process';

/** Tests of the whole process run what a user runs: the bundle, made afresh before the first of them. */
export default function setup(): void {
  execFileSync('npm', ['run', '--silent', 'bundle'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}
