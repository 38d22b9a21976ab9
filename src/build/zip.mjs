// Packing files into a zip archive, in memory. Every date is the same, so that the same files give the same bytes.
import { crc32, deflateRawSync } from 'node:zlib';

const VERSION_NEEDED = 20;
const NAMES_ARE_UTF8 = 0x0800;
const DEFLATED = 8;
/** As DOS counts days. */
const JANUARY_1980 = 0x21;

/**
 * A zip archive, as APPNOTE 6.3 has it: local headers with deflated bytes, then the central directory. No zip64, no directories.
 * @param {{ name: string, bytes: Buffer }[]} files  names with forward slashes
 * @returns {Buffer}
 */
export function zipOf(files) {
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const path = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(bytes, { level: 9 });
    // The 26 bytes that a file's local header and its directory entry have in common.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(VERSION_NEEDED, 0);
    common.writeUInt16LE(NAMES_ARE_UTF8, 2);
    common.writeUInt16LE(DEFLATED, 4);
    common.writeUInt16LE(JANUARY_1980, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    const own = Buffer.alloc(14);
    own.writeUInt32LE(offset, 10);
    bodies.push(Buffer.from('PK\x03\x04'), common, path, packed);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([VERSION_NEEDED, 0]), common, own, path);
    offset += 4 + common.length + path.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}
