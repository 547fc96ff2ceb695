// The PDF library lists its fonts when it is loaded, and nothing here draws with them.
module.exports = { FontNames: {}, Font: {}, Encodings: {} };
