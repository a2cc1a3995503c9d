/** Big-endian reading with a position of its own, and the two packed numbers of WOFF2. */
export class ByteReader {
  position = 0;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u8(): number {
    return this.#view.getUint8(this.#step(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#step(2));
  }

  i16(): number {
    return this.#view.getInt16(this.#step(2));
  }

  u32(): number {
    return this.#view.getUint32(this.#step(4));
  }

  tag(): string {
    return String.fromCharCode(this.u8(), this.u8(), this.u8(), this.u8());
  }

  take(length: number): Uint8Array {
    const from = this.#step(length);
    return this.#bytes.subarray(from, from + length);
  }

  skip(length: number): void {
    this.position += length;
  }

  /** UIntBase128: seven bits a byte, the high bit says that more follow. */
  base128(): number {
    let value = 0;
    for (let index = 0; index < 5; index++) {
      const byte = this.u8();
      value = value * 128 + (byte & 0x7f);
      if ((byte & 0x80) === 0) return value;
    }
    throw new Error('A length in the font file is longer than five bytes.');
  }

  /** 255UInt16: one byte for small numbers, marked otherwise. */
  packed16(): number {
    const code = this.u8();
    if (code === 253) return this.u16();
    if (code === 254) return this.u8() + 506;
    if (code === 255) return this.u8() + 253;
    return code;
  }

  #step(length: number): number {
    const from = this.position;
    this.position += length;
    return from;
  }
}

export class ByteWriter {
  readonly #values: number[] = [];

  get length(): number {
    return this.#values.length;
  }

  u8(value: number): void {
    this.#values.push(value & 0xff);
  }

  u16(value: number): void {
    this.#values.push((value >> 8) & 0xff, value & 0xff);
  }

  i16(value: number): void {
    this.u16(value & 0xffff);
  }

  u32(value: number): void {
    this.#values.push((value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
  }

  tag(tag: string): void {
    for (const letter of tag) this.u8(letter.charCodeAt(0));
  }

  raw(bytes: Uint8Array): void {
    for (const byte of bytes) this.#values.push(byte);
  }

  /** Tables begin at multiples of four bytes. */
  align(): void {
    while (this.#values.length % 4 !== 0) this.#values.push(0);
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#values);
  }
}
