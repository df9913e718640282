// Slot or place as a colour, 0 where nothing is: the picture that tests hold the pointer's hits to.
flat in int v_slot;
out vec4 o_colour;
void main() {
  int id = v_slot + 1;
  o_colour = vec4(float(id & 255), float((id >> 8) & 255), float(id >> 16), 255.0) / 255.0;
}
