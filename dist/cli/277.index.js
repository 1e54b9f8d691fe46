export const id = 277;
export const ids = [277];
export const modules = {

/***/ 277:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   terminalOf: () => (/* binding */ terminalOf)
/* harmony export */ });
/** The terminal or the pipe that this process writes to. */
function terminalOf({ stdout, stderr, env }) {
    const isTerminal = stdout.isTTY;
    return {
        screen: {
            columns: isTerminal ? stdout.columns || 80 : null,
            hasColours: isTerminal && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb",
        },
        out: (text) => void stdout.write(text),
        error: (text) => void stderr.write(text),
    };
}


/***/ })

};
