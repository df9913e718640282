# Script of atlas_embed: writes OUT from FILES (separated by |).
string(REPLACE "|" ";" FILES "${FILES}")
set(text "#pragma once\n\nnamespace atlas {\nstruct EmbeddedText {\n  const char* name;\n  const char* text;\n};\n")
set(text "${text}inline constexpr EmbeddedText ${NAME}[] = {\n")
foreach(file IN LISTS FILES)
  file(READ ${file} content)
  # Comments stay at home; lines keep their numbers. "// use lib/x.glsl" is no comment.
  string(REPLACE "// use " "@@use " content "${content}")
  string(REGEX REPLACE "[ ]*//[^\n]*" "" content "${content}")
  string(REPLACE "@@use " "// use " content "${content}")
  file(RELATIVE_PATH name ${ROOT} ${file})
  set(text "${text}    {\"${name}\", R\"~~~(${content})~~~\"},\n")
endforeach()
file(WRITE ${OUT} "${text}};\n}  // namespace atlas\n")
