// Handlebars looks for a package that maps compiled templates to their sources, which nothing here uses.
module.exports = {};
