import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { zipOf } from './zip.mjs';

const files = [
  { name: 'icons/icon.png', bytes: Buffer.from([137, 80, 78, 71, 0, 255]) },
  { name: 'manifest.json', bytes: Buffer.from('{"name":"Composure"}'.repeat(50)) },
  { name: 'words/größe.txt', bytes: Buffer.alloc(0) },
];

/** Reads an archive back through its central directory, as an unpacker does. */
function unzip(zip: Buffer): { name: string; bytes: Buffer; crc: number }[] {
  const end = zip.length - 22;
  expect(zip.toString('latin1', end, end + 4)).toBe('PK\x05\x06');
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    expect(zip.toString('latin1', at, at + 4)).toBe('PK\x01\x02');
    const [crc, packed, nameLength, local] = [
      zip.readUInt32LE(at + 16),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    expect(zip.toString('latin1', local, local + 4)).toBe('PK\x03\x04');
    const body = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    at += 46 + nameLength;
    return { name, crc, bytes: inflateRawSync(zip.subarray(body, body + packed)) };
  });
}

test('an archive gives back every file, name and checksum', () => {
  expect(unzip(zipOf(files))).toEqual(files.map((file) => ({ ...file, crc: crc32(file.bytes) })));
});

test('the same files make the same archive', () => {
  expect(zipOf(files).equals(zipOf(files))).toBe(true);
});

test('an archive of nothing is an archive', () => {
  expect(unzip(zipOf([]))).toEqual([]);
});

test.skipIf(!hasPython())('an archive opens in an unpacker that is not ours', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'));
  try {
    writeFileSync(join(folder, 'a.zip'), zipOf(files));
    const script = 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), len(z.namelist()))';
    expect(execFileSync('python3', ['-c', script, join(folder, 'a.zip')], { encoding: 'utf8' }).trim()).toBe('None 3');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
