"use strict";
const Docxtemplater = require("docxtemplater");
const PizZip = require("pizzip");

require("./serve")((template, data) => {
  const document = new Docxtemplater(new PizZip(template.content), { paragraphLoop: true });
  document.render(data);
  return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
});
