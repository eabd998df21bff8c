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
  const shard = window.waymark.search.shards[name];
  delete window.waymark.search.shards[name];
  return inflate(decodeText(shard[1]), shard[0], dictionary);
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
