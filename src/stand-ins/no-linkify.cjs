// Addresses that stand in prose are no links, so that what finds them, which is made with every parser, finds nothing.
exports.LinkifyIt = class {};
