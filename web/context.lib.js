// Joined to the program by the compiler (--js-library): the WebGL 2 context of the canvas that canvas.js watches. Emscripten's
// window libraries would bring a main loop, full screen and listeners of their own along for it.
mergeInto(LibraryManager.library, {
  web_context_make__deps: ['$GL'],
  web_context_make: function () {
    // The renderer draws into targets of its own and copies: the canvas needs no samples.
    var context = GL.createContext(Module['canvas'], { alpha: true, antialias: false, depth: true, stencil: true, majorVersion: 2 });
    return context && GL.makeContextCurrent(context) ? context : 0;
  },
  web_context_drop__deps: ['$GL'],
  web_context_drop: function (context) {
    GL.deleteContext(context);
  },
});
