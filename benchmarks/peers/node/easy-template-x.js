"use strict";
const { TemplateHandler } = require("easy-template-x");

require("./serve")(({ content }, data) => new TemplateHandler().process(content, data));
