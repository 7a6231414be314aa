"use strict";
const { createReport } = require("docx-templates");

require("./serve")(({ content }, data) =>
  // Without its sandbox, its quickest way.
  createReport({ template: content, data, cmdDelimiter: ["{", "}"], noSandbox: true, processLineBreaks: false, maximumWalkingDepth: 1e9 }),
);
