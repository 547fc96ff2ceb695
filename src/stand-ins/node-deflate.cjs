// The PDF library brings a compressor of its own, whose tables take long to make; Node's does the same.
const { deflateSync, inflateRawSync, inflateSync } = require('node:zlib');

const plain = (bytes) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
module.exports = {
  zlibSync: (bytes, options) => plain(deflateSync(bytes, options)),
  unzlibSync: (bytes) => plain(inflateSync(bytes)),
  inflateSync: (bytes) => plain(inflateRawSync(bytes)),
};
