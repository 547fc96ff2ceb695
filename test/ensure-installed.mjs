// `npm test` is one command from a fresh clone: it installs what is not there yet.
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (!existsSync(new URL('../node_modules/vitest', import.meta.url))) execSync('npm ci', { stdio: 'inherit' });
