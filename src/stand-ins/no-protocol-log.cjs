// Puppeteer writes every message to a log that nobody asked for, and loads a package for it while the browser waits.
exports.debug = () => () => undefined;
