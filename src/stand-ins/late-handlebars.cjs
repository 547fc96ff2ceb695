// What src/templates/handlebars.ts exports, each part loaded when it is first asked for.
exports.runtime = require('handlebars/runtime');
exports.allOfHandlebars = () => require('handlebars');
