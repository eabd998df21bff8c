// The place of the program that answers in the browser; says so until it is here.
window.waymark.search.start = () => Promise.reject(new Error('this copy of Waymark was packed without its search program'));
