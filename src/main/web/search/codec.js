/** @fileoverview The wire format's lowest layer: characters to bytes, inflation, numbers and strings. */

/** The character that stands for the bits of 0, and how many bits a character has. */
const FIRST = 0x2100;
const BITS = 15;

/**
 * @param {string} text groups of bits, the lowest first, as one character each
 * @return {!Uint8Array}
 */
export function decodeText(text) {
  const bytes = new Uint8Array(Math.ceil((text.length * BITS) / 8));
  let held = 0;
  let bits = 0;
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    held |= (text.charCodeAt(i) - FIRST) << bits;
    for (bits += BITS; bits > 7; bits -= 8) {
      bytes[length++] = held;
      held >>>= 8;
    }
  }
  return bytes;
}

/** Order in which the lengths of the code for code lengths come (RFC 1951, 3.2.7). */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * A Huffman code as a table: index, the next bits; value, symbol << 4 | length of its code.
 * @typedef {{bits: number, table: !Uint16Array}}
 */
let Code;

/**
 * @param {!Array<number>} lengths of the codes of all symbols
 * @return {!Code}
 */
function huffman(lengths) {
  const bits = Math.max(1, ...lengths);
  const table = new Uint16Array(1 << bits);
  let code = 0;
  for (let length = 1; length <= bits; length++) {
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] === length) {
        let reversed = 0;
        for (let i = 0; i < length; i++) {
          reversed |= ((code >> i) & 1) << (length - 1 - i);
        }
        for (let i = reversed; i < table.length; i += 1 << length) {
          table[i] = (symbol << 4) | length;
        }
        code++;
      }
    }
    code <<= 1;
  }
  return { bits, table };
}

/**
 * Base values and extra bits of the symbols of lengths or distances (RFC 1951, 3.2.5).
 * @param {number} first
 * @param {number} step symbols with the same number of extra bits
 * @return {!Array<!Array<number>>} base, extra bits
 */
function ranges(first, step) {
  const result = [];
  for (let symbol = 0, base = first; symbol < 30; symbol++) {
    const extra = Math.max(0, Math.floor(symbol / step) - 1);
    result.push([base, extra]);
    base += 1 << extra;
  }
  return result;
}

const LENGTHS = ranges(3, 4);
LENGTHS[28] = [258, 0];
const DISTANCES = ranges(1, 2);

/**
 * @param {!Uint8Array} source a stream of RFC 1951
 * @param {number} length of the result in bytes
 * @param {!Uint8Array} dictionary what the stream may refer back to
 * @return {!Uint8Array}
 */
export function inflate(source, length, dictionary) {
  const start = dictionary.length;
  const result = new Uint8Array(start + length);
  result.set(dictionary);
  let at = 0;
  let held = 0;
  let bits = 0;
  let size = start;

  /**
   * @param {number} count of bits, at most 16
   * @return {number} the next bits, which stay
   */
  const peek = (count) => {
    while (bits < count) {
      held |= source[at++] << bits;
      bits += 8;
    }
    return held & ((1 << count) - 1);
  };
  /**
   * @param {number} count
   * @return {number}
   */
  const take = (count) => {
    const value = peek(count);
    held >>>= count;
    bits -= count;
    return value;
  };
  /**
   * @param {!Code} code
   * @return {number} a symbol
   */
  const symbol = (code) => {
    const entry = code.table[peek(code.bits)];
    take(entry & 15);
    return entry >> 4;
  };

  /** Ends what would go on for ever: more comes out than there should, or the input is over. */
  const check = () => {
    if (size > start + length || at > source.length + 8) {
      throw new RangeError('damaged');
    }
  };

  let last = 0;
  while (!last) {
    last = take(1);
    const kind = take(2);
    if (!kind) {
      take(bits & 7);
      const count = take(16);
      take(16);
      for (let i = 0; i < count; i++) {
        result[size++] = take(8);
      }
      check();
      continue;
    }
    /** @type {!Array<number>} */
    const lengths = [];
    let literals = 288;
    if (kind === 1) {
      for (let i = 0; i < 318; i++) {
        lengths.push(i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : i < 288 ? 8 : 5);
      }
    } else {
      literals = 257 + take(5);
      const total = literals + 1 + take(5);
      const given = 4 + take(4);
      const small = new Array(19).fill(0);
      for (let i = 0; i < given; i++) {
        small[LENGTH_ORDER[i]] = take(3);
      }
      const code = huffman(small);
      while (lengths.length < total) {
        const next = symbol(code);
        let repeat = 1;
        let value = next;
        if (next > 15) {
          value = next === 16 ? lengths[lengths.length - 1] : 0;
          repeat = next === 16 ? 3 + take(2) : next === 17 ? 3 + take(3) : 11 + take(7);
        }
        while (repeat--) {
          lengths.push(value);
        }
      }
    }
    const literal = huffman(lengths.slice(0, literals));
    const distance = huffman(lengths.slice(literals));
    for (;;) {
      const next = symbol(literal);
      if (next < 256) {
        result[size++] = next;
      } else if (next === 256) {
        break;
      } else {
        const [base, extra] = LENGTHS[next - 257];
        const end = size + base + take(extra);
        const [far, more] = DISTANCES[symbol(distance)];
        const back = far + take(more);
        while (size < end) {
          result[size] = result[size - back];
          size++;
        }
      }
      check();
    }
  }
  return result.subarray(start);
}

const UTF8 = new TextDecoder();

/** Reads numbers and strings from bytes, one after the other. */
export class Reader {
  /**
   * @param {!Uint8Array} bytes
   * @param {number=} position
   */
  constructor(bytes, position = 0) {
    /** @const */ this.bytes = bytes;
    /** @type {number} */ this.position = position;
  }

  /** @return {boolean} */
  get done() {
    return this.position >= this.bytes.length;
  }

  /** @return {number} an unsigned number in groups of 7 bits, the lowest first */
  varint() {
    let byte = this.bytes[this.position++];
    if (byte < 128) {
      return byte;
    }
    let value = byte & 127;
    for (let scale = 128; byte > 127; scale *= 128) {
      byte = this.bytes[this.position++];
      value += (byte & 127) * scale;
    }
    return value;
  }

  /** @return {number} an IEEE 754 number of 4 bytes, the lowest first */
  float() {
    const start = this.bytes.byteOffset + this.position;
    this.position += 4;
    return new DataView(this.bytes.buffer).getFloat32(start, true);
  }

  /** @return {string} its length in bytes, then UTF-8 */
  string() {
    const length = this.varint();
    const start = this.position;
    this.position += length;
    let text = '';
    for (let i = start; i < start + length; i++) {
      const byte = this.bytes[i];
      if (byte > 127 || length > 24) {
        return UTF8.decode(this.bytes.subarray(start, this.position));
      }
      text += String.fromCharCode(byte);
    }
    return text;
  }

  /**
   * @param {string} before the string that stood before
   * @return {string} as many characters of that as a number says, then a string
   */
  next(before) {
    const shared = this.varint();
    return before.slice(0, shared) + this.string();
  }

  /**
   * @template T
   * @param {function(number): T} read given the number of the item
   * @return {!Array<T>} as many as a number says
   */
  list(read) {
    /** @type {!Array<T>} */
    const items = [];
    const count = this.varint();
    for (let i = 0; i < count; i++) {
      items.push(read(i));
    }
    return items;
  }

  /** @return {!Array<string>} */
  strings() {
    return this.list(() => this.string());
  }
}
