/** @fileoverview The client: the engine, and what readers see of it. */
import { connect } from './search/client.js';
import './ui/ui.js';

window.waymark.search.connect = connect;
