// Joined to the program by the compiler (--js-library). Emscripten's GLFW port listens for keys, pointers and wheel on
// the whole page and swallows Tab and Backspace; the atlas gets its inputs from canvas.js, so the port lets go of them.
mergeInto(LibraryManager.library, {
  web_glfw_release_input__deps: ['$GLFW'],
  web_glfw_release_input: function () {
    window.removeEventListener('gamepadconnected', GLFW.onGamepadConnected, true);
    window.removeEventListener('gamepaddisconnected', GLFW.onGamepadDisconnected, true);
    window.removeEventListener('keydown', GLFW.onKeydown, true);
    window.removeEventListener('keypress', GLFW.onKeyPress, true);
    window.removeEventListener('keyup', GLFW.onKeyup, true);
    window.removeEventListener('blur', GLFW.onBlur, true);
    var canvas = Module['canvas'];
    canvas.removeEventListener('touchmove', GLFW.onMousemove, true);
    canvas.removeEventListener('touchstart', GLFW.onMouseButtonDown, true);
    canvas.removeEventListener('touchcancel', GLFW.onMouseButtonUp, true);
    canvas.removeEventListener('touchend', GLFW.onMouseButtonUp, true);
    canvas.removeEventListener('mousemove', GLFW.onMousemove, true);
    canvas.removeEventListener('mousedown', GLFW.onMouseButtonDown, true);
    canvas.removeEventListener('mouseup', GLFW.onMouseButtonUp, true);
    canvas.removeEventListener('wheel', GLFW.onMouseWheel, true);
    canvas.removeEventListener('mousewheel', GLFW.onMouseWheel, true);
    canvas.removeEventListener('mouseenter', GLFW.onMouseenter, true);
    canvas.removeEventListener('mouseleave', GLFW.onMouseleave, true);
    canvas.removeEventListener('drop', GLFW.onDrop, true);
    canvas.removeEventListener('dragover', GLFW.onDragover, true);
  },
});
