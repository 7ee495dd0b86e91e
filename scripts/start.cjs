// npm start. Node.js reads how many threads work on files when the first of them is needed, and loading
// a module from a file needs one: so the number is set here, in a file that is loaded without.
//
// Four, the default, are fewer than four connections keep waiting: each chunk in flight is synced while
// its directory is, and whoever wants to open the next file waits for one of them to end.
process.env.UV_THREADPOOL_SIZE ??= '16';
void import('./start.mjs');
