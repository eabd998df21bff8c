/** @fileoverview Connects the engine to the page: shards come as scripts, each once. */
import { decodeText, inflate } from './codec.js';
import { Engine } from './engine.js';
import { Index } from './index.js';

/**
 * @param {string} name of a shard that has been loaded
 * @param {!Uint8Array} dictionary
 * @return {!Uint8Array}
 */
function unpack(name, dictionary) {
  const { shards } = window.waymark.search;
  const [length, text] = shards[name];
  delete shards[name];
  return inflate(decodeText(text), length, dictionary);
}

/**
 * @return {!WaymarkEngine}
 */
export function connect() {
  return new Engine(
    new Index(unpack('d', new Uint8Array(0)), async (name, dictionary) => {
      await window.waymark.search.load(name);
      return unpack(name, dictionary);
    })
  );
}
