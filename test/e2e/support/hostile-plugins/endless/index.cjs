/** Is waited for and never comes, as a module with an endless `await` at its top. */
module.exports = { then() {} };
