import { crc32, deflateRawSync } from "node:zlib";

/** A zip archive of plain files, as an artifact is one; a list of pairs may name a file twice. */
export function zipOf(
  files: Readonly<Record<string, string | Buffer>> | readonly (readonly [string, string])[],
  { isPacked = false }: { readonly isPacked?: boolean } = {},
): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  const entries: readonly (readonly [string, string | Buffer])[] = Array.isArray(files)
    ? files
    : Object.entries(files);
  for (const [name, content] of entries) {
    const path = Buffer.from(name);
    const data = Buffer.from(content);
    const packed = isPacked ? deflateRawSync(data) : data;
    const facts = { crc: crc32(data), size: data.length, packed: packed.length, isPacked };
    const header = localHeader(path, facts);
    local.push(header, packed);
    central.push(centralHeader(path, facts, offset));
    offset += header.length + packed.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([
    ...local,
    directory,
    endOfDirectory(central.length, directory.length, offset),
  ]);
}

interface Facts {
  readonly crc: number;
  readonly size: number;
  readonly packed: number;
  readonly isPacked: boolean;
}

function localHeader(path: Buffer, { crc, size, packed, isPacked }: Facts): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(isPacked ? 8 : 0, 8);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(path.length, 26);
  return Buffer.concat([header, path]);
}

function centralHeader(
  path: Buffer,
  { crc, size, packed, isPacked }: Facts,
  offset: number,
): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(isPacked ? 8 : 0, 10);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packed, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(path.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, path]);
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
