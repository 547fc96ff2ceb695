import { expect, test } from 'vitest';
import { readTar } from '../../src/print/tar.ts';

function entry(name: string, content: string, type = '0', size = content.length): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(size.toString(8).padStart(11, '0'), 124);
  header.write(type, 156);
  header.write('ustar', 257);
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  body.write(content);
  return Buffer.concat([header, body]);
}

const end = Buffer.alloc(1024);

test('files are read, and what is no file is left out', () => {
  const archive = Buffer.concat([
    entry('lib/', '', '5'),
    entry('lib/a.so', 'aaa'),
    entry('link', '', '2'),
    entry('b', ''),
  ]);
  const files = readTar(Buffer.concat([archive, end])).map(({ name, bytes }) => [
    name,
    Buffer.from(bytes).toString(),
  ]);
  expect(files).toEqual([
    ['lib/a.so', 'aaa'],
    ['b', ''],
  ]);
});

test.each([
  ['a name that leads out', entry('../evil', 'x'), 'unsafe name'],
  ['an absolute name', entry('/etc/passwd', 'x'), 'unsafe name'],
  ['an archive that ends early', entry('a', 'x', '0', 5000), 'ends early'],
  ['anything else', Buffer.alloc(512, 'x'), 'not a tar archive'],
])('%s is refused', (_, archive, message) => {
  expect(() => readTar(archive)).toThrow(message);
});
