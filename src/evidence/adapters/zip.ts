import { crc32, inflateRawSync } from "node:zlib";

/** What is wrong with an archive, or with one of its files. */
export class ZipFault extends Error {}

export interface ZipLimits {
  /** Files that the archive may list. */
  readonly entries: number;
  /** Bytes that one file may have. */
  readonly fileBytes: number;
  /** Bytes that all files which are read may have together. */
  readonly allBytes: number;
}

/**
 * The named files of a zip archive, in memory and by its directory alone; those that it lacks are left out. Nothing is
 * written anywhere, and no more is unpacked than the limits allow, whatever the archive says of itself.
 */
export function filesInZip(
  archive: Buffer,
  wanted: readonly string[],
  limits: ZipLimits,
): ReadonlyMap<string, Buffer | ZipFault> {
  const names = new Set(wanted);
  const entries = entriesOf(archive, limits).filter(({ name }) => names.has(name));
  const files = new Map<string, Buffer | ZipFault>();
  let left = limits.allBytes;
  for (const entry of entries) {
    if (files.has(entry.name)) throw new ZipFault(`lists ${entry.name} twice`);
    const content = orFault(() => contentOf(archive, entry, Math.min(limits.fileBytes, left)));
    if (Buffer.isBuffer(content)) left -= content.length;
    files.set(entry.name, content);
  }
  return files;
}

/** Names of all files that an archive lists. */
export function namesInZip(archive: Buffer, limits: ZipLimits): string[] {
  return entriesOf(archive, limits).map(({ name }) => name);
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const LISTED = 0x02014b50;
const LISTED_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
/** Stands for "too large for this field", which evidence never is. */
const ELSEWHERE = 0xffffffff;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

const CUT_OFF = "ends in the middle";

function entriesOf(archive: Buffer, limits: ZipLimits): Entry[] {
  const end = endOf(archive);
  const count = archive.readUInt16LE(end + 10);
  if (count > limits.entries) throw new ZipFault(`lists more than ${limits.entries} files`);
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    demand(archive, at, LISTED_LENGTH, LISTED);
    const [name, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field));
    const next = at + LISTED_LENGTH + name! + extra! + comment!;
    if (next > end) throw new ZipFault(CUT_OFF);
    entries.push({
      name: archive.toString("utf8", at + LISTED_LENGTH, at + LISTED_LENGTH + name!),
      flags: archive.readUInt16LE(at + 8),
      method: archive.readUInt16LE(at + 10),
      crc: archive.readUInt32LE(at + 16),
      packed: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    });
    at = next;
  }
  return entries;
}

/** The directory is found from the end: only there does an archive that was cut off lack it. */
function endOf(archive: Buffer): number {
  const last = archive.length - END_LENGTH;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at -= 1) {
    const comment = last - at;
    if (archive.readUInt32LE(at) === END && archive.readUInt16LE(at + 20) === comment) return at;
  }
  throw new ZipFault(CUT_OFF);
}

function contentOf(archive: Buffer, entry: Entry, most: number): Buffer {
  const { flags, method, packed, size, offset, crc } = entry;
  if ((flags & ENCRYPTED) !== 0) throw new ZipFault("is encrypted");
  if ([packed, size, offset].includes(ELSEWHERE) || size > most) {
    throw new ZipFault(`has more than ${most} bytes`);
  }
  demand(archive, offset, LOCAL_LENGTH, LOCAL);
  const start =
    offset + LOCAL_LENGTH + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  if (start + packed > archive.length) throw new ZipFault(CUT_OFF);
  const content = unpacked(archive.subarray(start, start + packed), method, size);
  if (content.length !== size || crc32(content) !== crc) {
    throw new ZipFault("is not what the archive says of it");
  }
  return content;
}

function unpacked(packed: Buffer, method: number, size: number): Buffer {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new ZipFault(`is packed by the method ${method}`);
  try {
    // One more than it says: what has more is refused by its length.
    return inflateRawSync(packed, { maxOutputLength: size + 1 });
  } catch (error) {
    throw new ZipFault("cannot be unpacked", { cause: error });
  }
}

function demand(archive: Buffer, at: number, length: number, signature: number): void {
  if (at + length > archive.length) throw new ZipFault(CUT_OFF);
  if (archive.readUInt32LE(at) !== signature) throw new ZipFault("is no zip archive");
}

function orFault(read: () => Buffer): Buffer | ZipFault {
  try {
    return read();
  } catch (error) {
    if (error instanceof ZipFault) return error;
    throw error;
  }
}
