"use strict";
// Answers requests, one JSON line each. Only the rendering is timed: the template is read and the data parsed beforehand.
const fs = require("node:fs");
const readline = require("node:readline");

module.exports = async function serve(render) {
  const path = process.argv[2];
  const template = { path, content: fs.readFileSync(path) };
  for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const data = JSON.parse(line);
    global.gc();
    const begin = process.cpuUsage();
    const content = await render(template, data);
    const { user, system } = process.cpuUsage(begin);
    const answer = { seconds: (user + system) / 1e6, content: Buffer.from(content).toString("base64") };
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
};
