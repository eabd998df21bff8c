/**
 * What readers see of search. Runs when the client is loaded: because the reader is in the search
 * box, on the page of results, or on a page that was reached from there.
 */

import { startBox } from './box.js';
import { showMatches } from './matches.js';
import { startResults } from './results.js';

const form = document.getElementById('wm.search-form');
if (form instanceof HTMLFormElement) {
  startBox(form);
  if (document.getElementById('wm.results')) {
    startResults(form);
  } else {
    showMatches(form);
  }
}
