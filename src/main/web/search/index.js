/**
 * @fileoverview The index as it is stored: a directory, and blocks of terms, positions, words,
 * texts and facets, each read when it is first needed. docs/search-format.md describes it.
 */
import { Reader } from './codec.js';
import { Word } from './spelling.js';

/** The version of the format that this client reads. */
const VERSION = 1;

/** Facets in their order in the directory. */
export const FACETS = ['kind', 'part', 'audience', 'nation'];

/**
 * @typedef {{count: number, length: number}}
 *     of the fields: documents that have one, and the mean weighted length
 */
export let Statistics;

/** The documents of a term. */
export class Postings {
  /**
   * @param {string} key
   * @param {number} df documents that count for its weight
   * @param {number} ordinal in its block
   * @param {number} block
   */
  constructor(key, df, ordinal, block) {
    /** @const */ this.key = key;
    /** @const */ this.df = df;
    /** @const */ this.ordinal = ordinal;
    /** @const */ this.block = block;
    /** @type {!Int32Array} document numbers, ascending */ this.documents = new Int32Array(0);
    /** @type {!Float32Array} weighted frequencies */ this.frequencies = new Float32Array(0);
    /** @type {?function(): void} */ this.unpack = null;
  }

  /** @return {!Postings} with its numbers unpacked */
  ready() {
    if (this.unpack) {
      this.unpack();
      this.unpack = null;
    }
    return this;
  }
}

/** Where the words of a term stand: for each of its documents, three lists. */
export class Positions {
  /**
   * @param {!Int32Array} starts for document i: title from 3i, heading from 3i + 1, body from
   *     3i + 2 up to 3i + 3
   * @param {!Int32Array} places
   */
  constructor(starts, places) {
    /** @const */ this.starts = starts;
    /** @const */ this.places = places;
  }
}

/** A section as results show it. */
export class Stored {
  /**
   * @param {string} page its address
   * @param {number} section which of the page
   * @param {number} alike how many documents right behind it have its length and its text
   * @param {string} title of its page
   * @param {number} kind
   * @param {string} anchor
   * @param {string} heading
   * @param {!Array<string>} paragraphs
   */
  constructor(page, section, alike, title, kind, anchor, heading, paragraphs) {
    /** @const */ this.page = page;
    /** @const */ this.section = section;
    /** @const */ this.alike = alike;
    /** @const */ this.url = anchor ? page + '#' + anchor : page;
    /** @const */ this.title = title;
    /** @const */ this.heading = heading;
    /** @const */ this.kind = kind;
    /** @const */ this.paragraphs = paragraphs;
    /** @private {?string} */ this.joined = null;
  }

  /** @return {string} all paragraphs */
  text() {
    if (this.joined === null) {
      let text = '';
      for (const paragraph of this.paragraphs) {
        const isSentence = /[.!?:;\u2026]["\u201d\u2019)]?$/.test(text);
        text += (text ? (isSentence ? ' ' : ' \u00b7 ') : '') + paragraph;
      }
      this.joined = text.replace(/\s/g, ' ');
    }
    return this.joined;
  }
}

/** @typedef {{tuples: !Array<!Array<number>>, documents: !Uint16Array}} */
export let Facets;

/** A block of places ends with the length of this many documents or more. */
const PLACES = 2048;

/** The dictionary of all but texts. */
const NOTHING = new Uint8Array(0);

/** One site's index. */
export class Index {
  /**
   * @param {!Uint8Array} directory
   * @param {function(string, !Uint8Array): !Promise<!Uint8Array>} load gives a block by its name,
   *     inflated with a dictionary
   */
  constructor(directory, load) {
    const reader = new Reader(directory);
    if (reader.varint() !== VERSION) {
      throw new Error('other-version');
    }
    /** @private @const {function(string, !Uint8Array): !Promise<!Uint8Array>} */
    this.load = load;
    /** @private @const {!Map<string, !Promise<?>>} */ this.blocks = new Map();
    /** @const {number} */ this.size = reader.varint();
    /** @private @const {number} */ this.unit = reader.float();
    /** @const {number} */ this.k1 = reader.float();
    /** @const {number} */ this.b = reader.float();
    /** @private @const {!Array<number>} weights of title, heading and body, in units */
    this.weights = [reader.varint(), reader.varint(), reader.varint()];
    const statistics = () => ({ count: reader.varint(), length: reader.float() });
    /** @const {!Statistics} */ this.scored = statistics();
    /** @const {!Statistics} */ this.stops = statistics();
    /** @const {!Array<string>} */ this.stopWords = reader.strings();
    /** @const {string} */ this.foldings = reader.string();
    /** @const {!Array<!Array<string>>} */ this.facets = FACETS.map(() => reader.strings());
    /** @const {!Array<!Array<!Array<string>>>} */
    this.synonyms = reader.list(() => reader.list(() => reader.strings()));
    let first = '';
    const firsts = () => {
      first = '';
      return reader.list(() => (first = reader.next(first)));
    };
    /** @private @const {!Array<string>} first term of each block */
    this.termBlocks = firsts();
    /** @private @const {!Array<string>} first word of each block */
    this.wordBlocks = firsts();
    let documents = 0;
    /** @private @const {!Array<number>} first document of each block of texts */
    this.storeStarts = reader.list(() => {
      const start = documents;
      documents += reader.varint();
      return start;
    });
    /** @const {!Uint8Array} encoded length of each document; they are in its order */
    this.norms = new Uint8Array(this.size);
    /** @private @const {!Array<number>} by encoded length, whether they are in order of place */
    this.inOrder = [];
    /** @private @const {!Array<number>} first document of each block of places */
    this.placeStarts = [0];
    /** @private @const {!Int32Array} place of each document in the site, where it is loaded */
    this.placesOfDocuments = new Int32Array(this.size);
    let norm = 0;
    let start = 0;
    reader.list(() => {
      const difference = reader.varint();
      norm += difference >> 1;
      this.inOrder[norm] = difference & 1;
      if (start - this.placeStarts[this.placeStarts.length - 1] >= PLACES) {
        this.placeStarts.push(start);
      }
      this.norms.fill(norm, start, (start += reader.varint()));
    });
    const length = reader.varint();
    /** @private @const {!Uint8Array} what the texts say again and again */
    this.dictionary = directory.subarray(reader.position, reader.position + length);
  }

  /**
   * @template T
   * @param {string} name
   * @param {function(!Reader): T} read
   * @return {!Promise<T>} the same for the same name, unless it failed
   * @private
   */
  block(name, read) {
    let block = /** @type {!Promise<T>|undefined} */ (this.blocks.get(name));
    if (!block) {
      block = this.load(name, name[0] === 's' ? this.dictionary : NOTHING).then((bytes) =>
        read(new Reader(bytes))
      );
      block.catch(() => this.blocks.delete(name));
      this.blocks.set(name, block);
    }
    return block;
  }

  /**
   * @param {string} key
   * @return {!Promise<?Postings>} null when no document has it
   */
  async postings(key) {
    const number = blockOf(this.termBlocks, key);
    if (number < 0) {
      return null;
    }
    const block = await this.block('t' + number, (reader) => this.readTerms(reader, number));
    return block.get(key) || null;
  }

  /**
   * @param {!Reader} reader
   * @param {number} block
   * @return {!Map<string, !Postings>}
   * @private
   */
  readTerms(reader, block) {
    let key = '';
    const heads = reader.list((ordinal) => {
      key = reader.next(key);
      const postings = new Postings(key, reader.varint(), ordinal, block);
      return { postings, count: reader.varint(), gaps: reader.varint(), bytes: reader.varint() };
    });
    let gaps = reader.position;
    let frequencies = heads.reduce((sum, head) => sum + head.gaps, gaps);
    /** @type {!Map<string, !Postings>} */
    const terms = new Map();
    for (const head of heads) {
      const { postings, count } = head;
      const gapReader = new Reader(reader.bytes, gaps);
      const frequencyReader = new Reader(reader.bytes, frequencies);
      postings.unpack = () => {
        const documents = new Int32Array(count);
        const weighted = new Float32Array(count);
        let document = -1;
        for (let i = 0; i < count; i++) {
          const gap = gapReader.varint();
          document += Math.floor(gap / 2) + 1;
          documents[i] = document;
          weighted[i] = gap % 2 ? frequencyReader.varint() * this.unit : 1;
        }
        postings.documents = documents;
        postings.frequencies = weighted;
      };
      gaps += head.gaps;
      frequencies += head.bytes;
      terms.set(postings.key, postings);
    }
    return terms;
  }

  /**
   * @param {!Postings} postings
   * @return {!Promise<!Positions>} where the term stands in each of its documents
   */
  async positions(postings) {
    const bytes = await this.block('p' + postings.block, (reader) => reader.bytes);
    const terms = await this.block('t' + postings.block, () => new Map());
    const reader = new Reader(bytes);
    let start = 0;
    for (let i = 0; i < terms.size; i++) {
      const length = reader.varint();
      start += i < postings.ordinal ? length : 0;
    }
    reader.position += start;
    const { documents, frequencies } = postings.ready();
    const count = documents.length;
    // Title, heading and body of each document; at first how often, then from where on.
    const starts = new Int32Array(3 * count + 1);
    let place = -1;
    reader.list(() => {
      const head = reader.varint();
      place += (head >> 2) + 1;
      starts[3 * place] = head & 2 ? reader.varint() + 1 : 0;
      starts[3 * place + 1] = head & 1 ? reader.varint() + 1 : 0;
    });
    const [title, heading, body] = this.weights;
    let total = 0;
    for (let i = 0; i < 3 * count; i += 3) {
      const counts = [starts[i], starts[i + 1], 0];
      const units = frequencies[i / 3] / this.unit;
      counts[2] = (units - counts[0] * title - counts[1] * heading) / body;
      counts.forEach((number, field) => {
        starts[i + field] = total;
        total += number;
      });
    }
    starts[3 * count] = total;
    const places = new Int32Array(total);
    for (let i = 0; i < 3 * count; i++) {
      let last = 0;
      for (let j = starts[i]; j < starts[i + 1]; j++) {
        last += reader.varint();
        places[j] = last;
      }
    }
    return new Positions(starts, places);
  }

  /**
   * @param {string} start
   * @return {!Promise<!Array<!Word>>} the words that begin with it, in order, perhaps with others
   */
  async words(start) {
    const blocks = [];
    for (
      let number = Math.max(0, blockOf(this.wordBlocks, start));
      number < this.wordBlocks.length &&
      (this.wordBlocks[number] <= start || this.wordBlocks[number].startsWith(start));
      number++
    ) {
      blocks.push(
        this.block('w' + number, (reader) => {
          let text = '';
          return reader.list(() => {
            text = reader.next(text);
            return new Word(text, reader.varint());
          });
        })
      );
    }
    const words = await Promise.all(blocks);
    return words.flat().filter((word) => word.text.startsWith(start));
  }

  /**
   * @param {number} document
   * @return {!Promise<!Stored>}
   */
  async stored(document) {
    const number = blockOf(this.storeStarts, document);
    const documents = await this.block('s' + number, (reader) => {
      /** @type {!Array<string>} */
      const texts = [];
      return reader.list(() => {
        const page = reader.string();
        const section = reader.varint();
        const alike = reader.varint();
        const title = reader.string();
        const kind = reader.varint();
        const anchor = reader.string();
        const heading = reader.string();
        const paragraphs = reader.list(() => {
          const back = reader.varint();
          return texts[(back ? texts.length : texts.push(reader.string())) - (back || 1)];
        });
        return new Stored(page, section, alike, title, kind, anchor, heading, paragraphs);
      });
    });
    return documents[document - this.storeStarts[number]];
  }

  /**
   * @param {number} one
   * @param {number} next the number of a later document
   * @return {boolean} whether they are known to stand so in the site
   */
  areInOrder(one, next) {
    return this.norms[one] === this.norms[next] && !!this.inOrder[this.norms[one]];
  }

  /**
   * @param {!Array<number>} documents
   * @return {!Promise<!Int32Array>} the places in the site, of these documents at least
   */
  async places(documents) {
    const places = this.placesOfDocuments;
    const blocks = new Set(documents.map((document) => blockOf(this.placeStarts, document)));
    await Promise.all(
      [...blocks].map((number) =>
        this.block('o' + number, (reader) => {
          for (let i = this.placeStarts[number], last; !reader.done; i++) {
            const distance = reader.varint();
            last = this.norms[i] === this.norms[i - 1] ? last : -1;
            places[i] = last += (distance >> 1) ^ -(distance & 1);
          }
        })
      )
    );
    return places;
  }

  /** @return {!Promise<!Facets>} */
  facetsOfDocuments() {
    return this.block('f', (reader) => {
      const tuples = reader.list(() => FACETS.map(() => reader.varint()));
      const documents = new Uint16Array(this.size);
      for (let start = 0; !reader.done; ) {
        const end = start + reader.varint();
        documents.fill(reader.varint(), start, end);
        start = end;
      }
      return { tuples, documents };
    });
  }
}

/**
 * @template T
 * @param {!Array<T>} firsts in order
 * @param {T} key
 * @return {number} the last that is not greater, or -1
 */
function blockOf(firsts, key) {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firsts[middle] <= key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}
