// The table of HTML's named characters takes long to unpack, and hardly any paper names one.
exports.decodeHTMLStrict = (text) => require('entities/decode').decodeHTMLStrict(text);
