"use strict";
const carbone = require("carbone");

require("./serve")(
  ({ path }, data) =>
    new Promise((resolve, reject) => {
      carbone.render(path, data, (error, content) => (error ? reject(error) : resolve(content)));
    }),
);
